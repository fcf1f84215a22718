//! `/api/v1/desk/…`: what staff ask of the desks and do at them. The objects decide who may.

mod wanted;
mod wish;

use super::params::number as number_of;
use super::requests_api::{idempotency_key, private};
use super::{json_body, photo, takes_requests};
use crate::api::desk::{Audit, Found, List, Opened};
use crate::body::Sent;
use crate::desk::Workplace;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use axum::extract::Path;
use domain::request::Reference;
use http::StatusCode;
use wish::Search;

/// A full note, each character escaped, and everything else is about this much.
const MOST_BODY_BYTES: usize = 32 << 10;

/// `GET /api/v1/desk/requests`
#[worker::send]
pub(super) async fn list(visit: Visit, signed_in: SignedIn) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let wanted = wanted::of_list(&visit, signed_in.staff)?;
    let listed = workplace(&visit, &signed_in).list(wanted).await?;
    Ok(private(StatusCode::OK, &List::from(listed)))
}

/// `GET /api/v1/desk/requests/{reference}`
#[worker::send]
pub(super) async fn open(
    visit: Visit,
    signed_in: SignedIn,
    Path(reference): Path<String>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let reference = known(&reference)?;
    let opened = workplace(&visit, &signed_in).open(reference).await?;
    Ok(private(StatusCode::OK, &Opened::from(opened)))
}

/// `POST /api/v1/desk/requests/{reference}/moves`
#[worker::send]
pub(super) async fn make_move(
    visit: Visit,
    signed_in: SignedIn,
    Path(reference): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let reference = known(&reference)?;
    let members = json_body::members(&visit, &body)?;
    let mut made = wish::read(&members).map_err(Problem::Invalid)?;
    made.idempotency_key = idempotency_key(&visit)?;
    let workplace = workplace(&visit, &signed_in);
    let opened = workplace.make_move(reference, made).await?;
    Ok(private(StatusCode::OK, &Opened::from(opened)))
}

/// `POST /api/v1/desk/requests/{reference}/reveal`
#[worker::send]
pub(super) async fn reveal(
    visit: Visit,
    signed_in: SignedIn,
    Path(reference): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let reference = known(&reference)?;
    let members = json_body::members(&visit, &body)?;
    let reason = wish::reason(&members).map_err(Problem::Invalid)?;
    let workplace = workplace(&visit, &signed_in);
    let opened = workplace.reveal(reference, reason).await?;
    Ok(private(StatusCode::OK, &Opened::from(opened)))
}

/// `GET /api/v1/desk/requests/{reference}/photos/{number}`
#[worker::send]
pub(super) async fn show_photo(
    visit: Visit,
    signed_in: SignedIn,
    Path((reference, number)): Path<(String, String)>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let reference = known(&reference)?;
    let number = number_of(&number).ok_or(Problem::NotFound)?;
    let workplace = workplace(&visit, &signed_in);
    photo::reply(number, workplace.photo(reference, number).await?)
}

/// `POST /api/v1/desk/search`: what is searched for stands in no address.
#[worker::send]
pub(super) async fn search(
    visit: Visit,
    signed_in: SignedIn,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let members = json_body::members(&visit, &body)?;
    let workplace = workplace(&visit, &signed_in);
    let found = match wish::search(&members).map_err(Problem::Invalid)? {
        Search::Phone(phone) => workplace.find_phone(&phone).await?,
        Search::Words(words) => workplace.find_words(&words).await?,
    };
    Ok(private(StatusCode::OK, &Found::from(found)))
}

/// `GET /api/v1/desk/audit`
#[worker::send]
pub(super) async fn audit(visit: Visit, signed_in: SignedIn) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let wanted = wanted::of_audit(&visit)?;
    let workplace = workplace(&visit, &signed_in);
    let records = workplace
        .audit(wanted.keeper, wanted.from, wanted.most)
        .await?;
    Ok(private(
        StatusCode::OK,
        &Audit::new(wanted.keeper, &records),
    ))
}

fn workplace<'v>(visit: &'v Visit, signed_in: &SignedIn) -> Workplace<'v> {
    Workplace::new(visit, signed_in.staff)
}

/// What is no reference is answered as what nobody has.
fn known(reference: &str) -> Result<Reference, Problem> {
    Reference::parse(reference).map_err(|_| Problem::NotFound)
}
