//! Bodies of forms with files: read piece by piece, each part within its bound.

use super::params::problem;
use crate::body::Incoming;
use crate::multipart::{Bounds, Multipart, Parts, Unreadable};
use crate::problem::Problem;
use crate::visit::Visit;
use futures_util::TryStreamExt;
use http::header;
use std::pin::pin;

/// The whole body. Several times what is kept of it, because a file that is too large is to be told
/// from a form that is, and everything typed beside it shown again.
const MOST_BYTES: usize = 64 << 20;

/// The parts of the form; `None` if it is a plain one, which is not read yet.
pub(super) async fn parts(
    visit: &Visit,
    incoming: &Incoming,
    bounds: Bounds,
) -> Result<Option<Parts>, Problem> {
    let content_type = visit.text(&header::CONTENT_TYPE);
    let Some(mut multipart) = Multipart::of(content_type, bounds) else {
        return Ok(None);
    };
    let refused = |why| refusal(why, bounds);
    let mut pieces = pin!(incoming.pieces(MOST_BYTES)?);
    while let Some(piece) = pieces.try_next().await? {
        multipart.push(&piece).map_err(refused)?;
    }
    multipart.finish().map(Some).map_err(refused)
}

/// What is no form with files, or not the whole of one.
pub(super) fn malformed() -> Problem {
    let detail = "the body is no form, or not the whole of it";
    Problem::Invalid(vec![problem("", "unreadable", detail)])
}

fn refusal(why: Unreadable, bounds: Bounds) -> Problem {
    match why {
        Unreadable::TooLong => Problem::TooLarge {
            most_bytes: bounds.text_bytes,
        },
        Unreadable::Malformed => malformed(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds {
        parts: 2,
        text_bytes: 8,
        files: 1,
        file_bytes: 8,
    };

    #[test]
    fn what_is_too_long_is_not_called_broken() {
        let too_long = refusal(Unreadable::TooLong, BOUNDS);
        assert!(matches!(too_long, Problem::TooLarge { most_bytes: 8 }));
        let Problem::Invalid(errors) = refusal(Unreadable::Malformed, BOUNDS) else {
            panic!("a broken form is invalid");
        };
        assert_eq!(errors[0].code, "unreadable");
    }
}
