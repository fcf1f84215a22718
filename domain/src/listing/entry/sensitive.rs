//! Steps that one person does not take alone.

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
    let moves = moves.map(|(from, to)| from.distance_m(to));
    let moves = moves.filter(|metres| *metres > FAR_METRES);
    let moves = moves.map(|metres| Sensitive::MovesPin { metres });
    closes.into_iter().chain(moves).collect()
}
