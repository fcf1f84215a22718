//! Photos on their way in and out.

use super::params::problem;
use super::{requests, takes_requests};
use crate::body::Sent;
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
    let photo = photo::clean(&body).map_err(unusable)?;
    drop(body);
    let kept = requests::kept(&visit, &photo).await?;
    let kept = Kept {
        photo: kept.name.to_string(),
        kept_until: kept.until.to_rfc3339(),
    };
    let body = serde_json::to_vec(&kept).expect("plain data serialises");
    let reply = Reply::new(StatusCode::CREATED, "application/json", body);
    Ok(reply.with("cache-control", "no-store"))
}

/// A photo of a request, for whoever may see it: kept by nobody, and called by its number.
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
