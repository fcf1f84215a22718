//! Which reports count together, and how long a closed door is told.

use super::ReportKind;
use crate::hours::Hours;
use crate::station::Life;
use crate::status::{State, status};
use crate::time::BeijingTime;

/// What is told at a station of which somebody just said that it was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaidClosed {
    /// How many said so.
    pub people: u32,
    /// When the last of them did.
    pub at: BeijingTime,
}

/// Until when a report of `at` counts together with the next of the same kind at the same station. A
/// door that is shut just now is a matter of this opening alone: the afternoon is another.
pub fn counts_until(kind: ReportKind, hours: &Hours, life: Life, at: BeijingTime) -> BeijingTime {
    let longest = at.plus_minutes(kind.counts_minutes());
    match kind {
        ReportKind::ClosedNow => end_of_opening(hours, life, at, longest),
        _ => longest,
    }
}

/// Until when the station's page tells that it was closed at `at`, for the rest of that opening;
/// `None` where it should have been closed, and the page says so anyhow.
pub fn shown_until(
    kind: ReportKind,
    hours: &Hours,
    life: Life,
    at: BeijingTime,
) -> Option<BeijingTime> {
    let state = status(hours, life, at).state;
    let should_be_open = matches!(state, State::Open | State::ClosingSoon | State::Unknown);
    (kind == ReportKind::ClosedNow && should_be_open).then(|| counts_until(kind, hours, life, at))
}

fn end_of_opening(hours: &Hours, life: Life, at: BeijingTime, longest: BeijingTime) -> BeijingTime {
    let status = status(hours, life, at);
    match (status.state, status.until) {
        (State::Open | State::ClosingSoon, Some(until)) => until.min(longest),
        _ => longest,
    }
}
