//! `PUT /api/v1/listing` and `PUT /api/v1/classes`: an operator replaces the listing of stations
//! or of holiday classes, whole or not at all.
//!
//! The body is the CSV that the open data gives. `cargo xtask` reads a listing of any accepted
//! form, reports its bad rows on the spot, and sends the good ones here in that form.

use crate::cities;
use crate::classes;
use crate::problem::Problem;
use crate::registry;
use crate::reply::Reply;
use crate::same::same;
use crate::visit::Visit;
use axum::body::Bytes;
use http::header;

#[worker::send]
pub(super) async fn replace(visit: Visit, body: Bytes) -> Result<Reply, Problem> {
    authorise(&visit)?;
    let (status, answer) = registry::Client::new(&visit.env)?
        .replace_listing(&body)
        .await?;
    cities::forget();
    Ok(Reply::new(status, "application/json", answer))
}

#[worker::send]
pub(super) async fn replace_classes(visit: Visit, body: Bytes) -> Result<Reply, Problem> {
    authorise(&visit)?;
    let (status, answer) = registry::Client::new(&visit.env)?
        .replace_classes(&body)
        .await?;
    classes::forget();
    Ok(Reply::new(status, "application/json", answer))
}

fn authorise(visit: &Visit) -> Result<(), Problem> {
    let presented = visit.text(&header::AUTHORIZATION).strip_prefix("Bearer ");
    let authorised = match (&visit.config.operator_token, presented) {
        (Some(token), Some(presented)) => same(token.as_bytes(), presented.as_bytes()),
        _ => false,
    };
    match authorised {
        true => Ok(()),
        false => Err(Problem::Unauthorised),
    }
}
