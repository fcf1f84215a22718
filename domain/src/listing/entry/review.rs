//! What there is to know about a change to an entry before it is made.

use super::sensitive::moves_far;
use super::{Cells, Mistaken, Sensitive, mistaken, sensitive};
use crate::geo::Wgs84;
use crate::listing::Subject;
use crate::places::District;
use crate::station::Station;

/// What stands beside a change, for whoever makes it and for the second person alike.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Review {
    /// Why a second person is needed; nothing if none is.
    pub second: Vec<Sensitive>,
    /// Whether the pin was probably read in the wrong datum.
    pub mistaken: Option<Mistaken>,
}

/// Looks at making `after` of `before`, the cells of entry `number`; `None` is not listed.
pub fn review(
    subject: Subject,
    number: u32,
    before: Option<&Cells>,
    after: Option<&Cells>,
) -> Review {
    let Some(after) = after else {
        let second = before.map(|_| Sensitive::LeavesTheList);
        return Review {
            second: second.into_iter().collect(),
            mistaken: None,
        };
    };
    if subject != Subject::Stations {
        return Review::default();
    }
    // A successor is told by its number; whether it is listed decides nothing here.
    let read = |cells: &Cells| cells.read::<Station>(number, &|_| true).0;
    let before = before.and_then(read);
    let Some(after) = read(after) else {
        return Review::default();
    };
    let pin = before.as_ref().and_then(|before| before.position);
    let reviewed = after
        .position
        .map(|point| review_pin(subject, pin, point, after.district));
    Review {
        second: before.map_or_else(Vec::new, |before| sensitive(&before, &after)),
        mistaken: reviewed.and_then(|reviewed| reviewed.mistaken),
    }
}

/// The same of a pin alone, that of an entry in `district`.
pub fn review_pin(
    subject: Subject,
    before: Option<Wgs84>,
    after: Wgs84,
    district: District,
) -> Review {
    if subject != Subject::Stations || before == Some(after) {
        return Review::default();
    }
    let second = before.and_then(|before| moves_far(before, after));
    Review {
        second: second.into_iter().collect(),
        mistaken: mistaken(before, after, district),
    }
}
