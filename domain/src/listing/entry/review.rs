//! What there is to know about a change to an entry before it is made.

use super::{Cells, Mistaken, Sensitive, mistaken, sensitive};
use crate::listing::Subject;
use crate::listing::entry::Entry as _;
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
    if subject != Station::SUBJECT {
        return Review::default();
    }
    // A successor is told by its number; whether it is listed decides nothing here.
    let read = |cells: &Cells| cells.read::<Station>(number, &|_| true).0;
    let before = before.and_then(read);
    let Some(after) = read(after) else {
        return Review::default();
    };
    let pin = before.as_ref().and_then(|before| before.position);
    let doubt = after.position.filter(|after| pin != Some(*after));
    Review {
        second: before.map_or_else(Vec::new, |before| sensitive(&before, &after)),
        mistaken: doubt.and_then(|point| mistaken(pin, point, after.district)),
    }
}
