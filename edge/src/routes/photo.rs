//! Photos on their way in and out.

use super::params::problem;
use super::takes_requests;
use crate::body::Sent;
use crate::desk::{self, KeptPhoto};
use crate::limits::{self, Doing};
use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use domain::photo::{self, Kind, Unusable};
use http::StatusCode;
use serde::Serialize;

/// A photo is shown and does nothing, whatever a browser makes of it.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

#[derive(Serialize)]
struct Kept {
    photo: String,
    kept_until: String,
}

/// `POST /api/v1/photos`: keeps a photo until its request comes.
#[worker::send]
pub(super) async fn keep(
    visit: Visit,
    Sent(body): Sent<{ photo::bounds::BYTES }>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let kept = take_in(&visit, Doing::Filing, body).await;
    let kept = kept.map_err(|not| match not {
        NotTaken::Unusable(why) => unusable(why),
        NotTaken::Problem(problem) => problem,
    })?;
    let kept = Kept {
        photo: kept.name.to_string(),
        kept_until: kept.until.to_rfc3339(),
    };
    let body = serde_json::to_vec(&kept).expect("plain data serialises");
    let reply = Reply::new(StatusCode::CREATED, "application/json", body);
    Ok(reply.with("cache-control", "no-store"))
}

/// Why a photo is not kept.
pub(super) enum NotTaken {
    Unusable(Unusable),
    Problem(Problem),
}

/// Keeps a photo, with nothing but the picture, until what it belongs to comes. It is counted before
/// anything is done with it.
pub(super) async fn take_in(
    visit: &Visit,
    doing: Doing,
    bytes: Vec<u8>,
) -> Result<KeptPhoto, NotTaken> {
    let keys = visit.config.data_keys.as_ref();
    let keys = keys.ok_or(NotTaken::Problem(Problem::NotConfigured))?;
    limits::take(visit, doing).map_err(|too_many| NotTaken::Problem(too_many.into()))?;
    let photo = photo::clean(&bytes).map_err(NotTaken::Unusable)?;
    drop(bytes);
    let kept = desk::Client::keep_photo(visit, keys, &photo).await;
    kept.map_err(NotTaken::Problem)
}

/// A photo, for whoever may see it: kept by nobody, and called by its number.
pub(super) fn reply(number: u32, bytes: Vec<u8>) -> Result<Reply, Problem> {
    let kind = Kind::of(&bytes).ok_or(Problem::Internal)?;
    let name = format!("inline; filename=\"photo-{number}.{}\"", kind.extension());
    Ok(Reply::new(StatusCode::OK, kind.media_type(), bytes)
        .with("content-disposition", &name)
        .with("content-security-policy", POLICY)
        .with("cross-origin-resource-policy", "same-origin")
        .with("cache-control", "no-store"))
}

fn unusable(unusable: Unusable) -> Problem {
    let (code, detail) = match unusable {
        Unusable::TooLarge => {
            let most_bytes = photo::bounds::BYTES;
            return Problem::TooLarge { most_bytes };
        }
        Unusable::UnknownKind => ("unknown_kind", "the body is no JPEG, PNG or WebP"),
        Unusable::Damaged => ("damaged", "the picture cannot be read"),
        Unusable::Moving => ("moving", "a photo stands still"),
        Unusable::TooManyPixels => (
            "too_many_pixels",
            "at most 12,000 pixels a side, 50,331,648 in all",
        ),
    };
    Problem::Invalid(vec![problem("", code, detail)])
}
