//! Whether a place is open at a moment, until when, and why.

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

/// The state at a moment, the next change, and the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Status {
    /// What one finds at the door.
    pub state: State,
    /// When that changes next, if it does within what is known.
    pub until: Option<BeijingTime>,
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

/// What is known of the days ahead of some hours, worked out once and asked many times.
#[derive(Clone, Debug)]
pub struct Outlook;

impl Outlook {
    /// Works out what `hours` mean from `from` on.
    pub fn new(hours: &Hours, from: BeijingTime) -> Self {
        let _ = (hours, from);
        Self
    }

    /// The status at `at` (not before `from`) of a place with that life.
    pub fn at(&self, life: Life, at: BeijingTime) -> Status {
        let _ = (life, at);
        Status {
            state: State::Unknown,
            until: None,
            reason: Reason::HoursUnstated,
        }
    }
}
