//! Steps that one person does not take alone.

use crate::geo::Wgs84;
use crate::station::{Life, Station};

/// A pin that moves farther than this needs a second person, in metres.
const FAR_METRES: f64 = 500.0;

/// A change to an entry that needs a second person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sensitive {
    /// It closes for good.
    ClosesForGood,
    /// Its pin moves far.
    MovesPin {
        /// So far.
        metres: f64,
    },
    /// It is taken off the list, and its address is dead.
    LeavesTheList,
}

/// What is sensitive in making `after` of `before`.
pub fn sensitive(before: &Station, after: &Station) -> Vec<Sensitive> {
    let is_closed = |station: &Station| matches!(station.life, Life::Closed { .. });
    let closes = is_closed(after) && !is_closed(before);
    let closes = closes.then_some(Sensitive::ClosesForGood);
    let moves = before.position.zip(after.position);
    let moves = moves.and_then(|(from, to)| moves_far(from, to));
    closes.into_iter().chain(moves).collect()
}

/// What is sensitive in moving a pin.
pub(super) fn moves_far(from: Wgs84, to: Wgs84) -> Option<Sensitive> {
    let metres = from.distance_m(to);
    (metres > FAR_METRES).then_some(Sensitive::MovesPin { metres })
}
