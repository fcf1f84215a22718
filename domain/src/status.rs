//! Whether a place is open at a moment, until when, and why.
//!
//! Whatever nobody has said is *unknown*, but no more than that: where a day may be a holiday or
//! not, or a holiday may be kept or not, the answers for each are compared, and what they agree
//! on stands.

mod claims;
mod outlook;
mod tally;
mod timeline;
mod week;

#[cfg(test)]
mod model;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;

pub use outlook::Outlook;
pub use tally::Tally;
pub use week::{DayHours, Plan, week};

use crate::hours::Hours;
use crate::station::Life;
use crate::time::BeijingTime;

/// How many minutes before a change it counts as "soon".
pub const SOON_MINUTES: i64 = 30;

/// What one finds at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Open for more than another half hour.
    Open,
    /// Open, and closing within half an hour.
    ClosingSoon,
    /// Closed, and opening within half an hour.
    OpeningSoon,
    /// Closed.
    Closed,
    /// Closed for a time beyond its ordinary hours.
    TemporarilyClosed,
    /// Nobody can say.
    Unknown,
}

/// Whether one can get in, as far as anyone can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// It is open.
    Open,
    /// It is closed.
    Closed,
    /// Nobody can say.
    Unknown,
}

/// The state at a moment, the next change, and the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Status {
    /// What one finds at the door.
    pub state: State,
    /// When it next turns from open, closed or unknown to another of the three; `None` if not
    /// within 40 days or if nobody can say. For a temporary closure it is the first opening after it.
    pub until: Option<BeijingTime>,
    /// What it turns to at `until`. A closed place whose next is `Unknown` does not open then:
    /// from then on nobody can say. `Unknown` also where `until` is `None`.
    pub then: Truth,
    /// Why.
    pub reason: Reason,
}

/// Why a place is as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The ordinary hours of that weekday.
    WeekdayHours,
    /// Open around the clock.
    AllDay,
    /// Between two openings of the same day, as at noon.
    Break,
    /// A statutory day off, and its rule says so.
    Holiday,
    /// A make-up working day: the hours of a working day.
    MakeUpDay,
    /// An exception was given for this date.
    Exception,
    /// Closed for a time.
    TemporaryClosure,
    /// Closed for good.
    ClosedForGood,
    /// Nobody has said when it opens.
    HoursUnstated,
    /// The hours are given in words that could not be read.
    HoursUnread,
    /// Nobody has said what happens on statutory days off.
    HolidayUnstated,
    /// A make-up working day, and the working days differ from each other.
    MakeUpUnstated,
    /// The holiday table of that year is not published yet.
    CalendarUnknown,
    /// The date lies in none of the stated seasons.
    SeasonUnstated,
}

/// The status at `at` of a place with those hours and that life. To ask for many moments or many
/// places with the same hours, make an [`Outlook`] once.
///
/// ```
/// # use domain::{hours::Hours, station::Life, status::{State, status}, time::BeijingTime};
/// let hours = Hours::read("工作日 8:30-12:00、13:00-17:30");
/// let at = BeijingTime::from_rfc3339("2026-10-10T09:00:00+08:00").unwrap(); // a make-up Saturday
/// let status = status(&hours, Life::Active, at);
/// assert_eq!(status.state, State::Open);
/// assert_eq!(status.until.unwrap().to_rfc3339(), "2026-10-10T12:00:00+08:00");
/// ```
pub fn status(hours: &Hours, life: Life, at: BeijingTime) -> Status {
    Outlook::new(hours, at).at(life, at)
}
