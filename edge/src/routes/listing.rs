//! `PUT /api/v1/listing` and `PUT /api/v1/classes`: an operator replaces the listing of stations
//! or of holiday classes, whole or not at all.
//!
//! The body is the CSV that the open data gives. `cargo xtask` reads a listing of any accepted
//! form, reports its bad rows on the spot, and sends the good ones here in that form.

use crate::body::Sent;
use crate::cities;
use crate::classes;
use crate::problem::Problem;
use crate::registry;
use crate::reply::Reply;
use crate::same::same;
use crate::visit::Visit;
use axum::extract::FromRequestParts;
use http::StatusCode;
use http::request::Parts;

/// The largest body that is read: a listing of a city, with room.
const MOST_LISTING_BYTES: usize = 16 << 20;

#[worker::send]
pub(super) async fn replace(
    visit: Visit,
    _: Operator,
    Sent(csv): Sent<MOST_LISTING_BYTES>,
) -> Result<Reply, Problem> {
    let answer = registry::Client::new(&visit.env)?
        .replace_listing(&csv)
        .await?;
    cities::forget();
    Ok(reply(answer))
}

#[worker::send]
pub(super) async fn replace_classes(
    visit: Visit,
    _: Operator,
    Sent(csv): Sent<MOST_LISTING_BYTES>,
) -> Result<Reply, Problem> {
    let answer = registry::Client::new(&visit.env)?
        .replace_classes(&csv)
        .await?;
    classes::forget();
    Ok(reply(answer))
}

/// The registry's own answer; where it is not a success it is a problem document.
fn reply((status, answer): (StatusCode, Vec<u8>)) -> Reply {
    let content_type = match status.is_success() {
        true => "application/json",
        false => Problem::CONTENT_TYPE,
    };
    Reply::new(status, content_type, answer)
}

/// Somebody with the operator's token. Asked for before the body, so nobody else's is read.
pub(super) struct Operator;

impl<S: Sync> FromRequestParts<S> for Operator {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let visit = Visit::from_request_parts(parts, state).await?;
        match is_operator(&visit) {
            true => Ok(Self),
            false => Err(Problem::Unauthorised),
        }
    }
}

/// Whether the sender bears the operator's token.
pub(super) fn is_operator(visit: &Visit) -> bool {
    let expected = visit.config.operator_token.as_ref();
    let fits = |(token, presented): (&String, &str)| same(token.as_bytes(), presented.as_bytes());
    expected.zip(visit.bearer()).is_some_and(fits)
}
