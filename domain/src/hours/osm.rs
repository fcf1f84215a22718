//! OpenStreetMap `opening_hours`, as far as a [`Schedule`](super::Schedule) can say the same.
//! The language: <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>.

mod read;
mod tokens;
mod write;

pub(super) use read::read;
pub(super) use write::write;

/// Monday first.
const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// January first.
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The longest stretch of dates in one rule. What is longer is rather a mistake, and would let
/// a short text claim much memory.
const MAX_DATES: usize = 366;
