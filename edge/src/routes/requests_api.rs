//! `POST /api/v1/requests`, `GET /api/v1/requests/{reference}`, and what is below it: `moves` and
//! `photos`.

mod form;
mod wish;

use super::params::{number as number_of, problem};
use super::{json_body, photo, takes_requests};
use crate::api::requests::{Receipt, Standing};
use crate::body::Sent;
use crate::cities;
use crate::desk;
use crate::limits::{self, Doing};
use crate::problem::{FieldProblem, Problem};
use crate::reply::Reply;
use crate::visit::Visit;
use axum::extract::Path;
use domain::request::{Field, Reference, Secret, bounds};
use http::{HeaderName, StatusCode, header};
use serde::Serialize;

/// A full text and everything else, each character escaped, is about this much.
const MOST_BODY_BYTES: usize = 32 << 10;

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Keeps a request and gives its receipt: the same for the same key and body.
#[worker::send]
pub(super) async fn file(
    visit: Visit,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let mut members = json_body::members(&visit, &body)?;
    let joins = form::joins(&mut members);
    let (draft, mut errors) = form::read(&members);
    // A request that names no station is taken while the listing cannot be had.
    let city = match draft.get(Field::Place).trim() {
        "station" => Some(cities::current(&visit.env).await?),
        _ => None,
    };
    let submission = draft.submission(|id| {
        let place = city.as_ref()?.city.place(id)?;
        Some((place.district, place.street))
    });
    match (submission, needed_key(&visit), joins) {
        (Ok(submission), Ok(key), Ok(joins)) if errors.is_empty() => {
            let counted = limits::take(&visit, Doing::Filing);
            let receipt =
                desk::Client::file(&visit, key, &draft, &submission, joins, counted).await?;
            let receipt = Receipt::new(&receipt, &submission.text);
            Ok(private(StatusCode::CREATED, &receipt))
        }
        (submission, key, joins) => {
            let of_form = submission.err().unwrap_or_default();
            let untold = form::untold(&of_form, &errors);
            errors.extend(untold);
            errors.extend(joins.err());
            errors.extend(key.err());
            Err(Problem::Invalid(errors))
        }
    }
}

/// How a request stands, for whoever shows its secret.
#[worker::send]
pub(super) async fn follow(visit: Visit, Path(reference): Path<String>) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let (reference, secret) = shown(&visit, &reference)?;
    limits::take(&visit, Doing::Opening)?;
    let keeper = desk::Client::of(&visit, reference)?;
    let standing = keeper.follow(reference, secret).await?;
    Ok(private(StatusCode::OK, &Standing::new(&standing)))
}

/// Makes a move of the worker's; how the request stands then.
#[worker::send]
pub(super) async fn make_move(
    visit: Visit,
    Path(reference): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let (reference, secret) = shown(&visit, &reference)?;
    let members = json_body::members(&visit, &body)?;
    let mut wish = wish::read(&members).map_err(Problem::Invalid)?;
    // Not demanded: every move but a message is one that cannot be made twice.
    wish.idempotency_key = idempotency_key(&visit)?;
    limits::take(&visit, Doing::Opening)?;
    let keeper = desk::Client::of(&visit, reference)?;
    let standing = keeper.make_move(reference, secret, wish).await?;
    Ok(private(StatusCode::OK, &Standing::new(&standing)))
}

/// A photo of the request.
#[worker::send]
pub(super) async fn show_photo(
    visit: Visit,
    Path((reference, number)): Path<(String, String)>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let (reference, secret) = shown(&visit, &reference)?;
    let number = number_of(&number).ok_or(Problem::NotFound)?;
    limits::take(&visit, Doing::Opening)?;
    let keeper = desk::Client::of(&visit, reference)?;
    photo::reply(number, keeper.photo(reference, secret, number).await?)
}

/// The reference and the secret that are shown. What is neither is answered as what nobody has.
fn shown(visit: &Visit, reference: &str) -> Result<(Reference, Secret), Problem> {
    let secret = visit.text(&header::AUTHORIZATION).strip_prefix("Bearer ");
    let secret = Secret::parse(secret.ok_or(Problem::Unauthorised)?);
    let reference = Reference::parse(reference);
    reference.ok().zip(secret.ok()).ok_or(Problem::NotFound)
}

/// What the sender calls a move, if they call it anything.
pub(super) fn idempotency_key(visit: &Visit) -> Result<Option<String>, Problem> {
    match visit.text(&IDEMPOTENCY_KEY) {
        "" => Ok(None),
        _ => needed_key(visit)
            .map(|key| Some(key.to_owned()))
            .map_err(|wrong| Problem::Invalid(vec![wrong])),
    }
}

/// What the sender calls something, which they must.
pub(super) fn needed_key(visit: &Visit) -> Result<&str, FieldProblem> {
    let wrong = |code, detail| problem("Idempotency-Key", code, detail);
    match visit.text(&IDEMPOTENCY_KEY) {
        "" => Err(wrong(
            "missing",
            "a header of your own making, such as a UUID",
        )),
        key if bounds::KEY_CHARS.contains(&key.len()) => Ok(key),
        _ => Err(wrong("out_of_range", "16 to 128 ASCII characters")),
    }
}

/// What is for one person's eyes, and kept by nobody on the way.
pub(super) fn private(status: StatusCode, value: &impl Serialize) -> Reply {
    let body = serde_json::to_vec(value).expect("plain data serialises");
    Reply::new(status, "application/json", body).with("cache-control", "no-store")
}
