//! The hours of seven days, as a station's page shows them.

use super::Reason;
use super::claims::Claims;
use crate::calendar::{DayKind, day_kind};
use crate::hours::{Day, Hours};
use chrono::{Days, NaiveDate};

/// The hours of one date, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayHours {
    /// Which date.
    pub date: NaiveDate,
    /// What the calendar says of it.
    pub kind: DayKind,
    /// Its hours; a night that began the day before is not repeated.
    pub plan: Plan,
    /// Why.
    pub reason: Reason,
}

/// The hours of a date, as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// These.
    Certain(Day),
    /// These on an ordinary day, but nobody can say whether it is kept as one.
    Perhaps(Day),
    /// Nobody can say.
    Unknown,
}

/// The hours of the seven days from `first` on.
pub fn week(hours: &Hours, first: NaiveDate) -> [DayHours; 7] {
    std::array::from_fn(|offset| day(hours, first + Days::new(offset as u64)))
}

fn day(hours: &Hours, date: NaiveDate) -> DayHours {
    let (plan, reason) = match hours {
        Hours::Unstated => (Plan::Unknown, Reason::HoursUnstated),
        Hours::Unread(_) => (Plan::Unknown, Reason::HoursUnread),
        Hours::Known(schedule) => plan(&Claims::new(schedule, date)),
    };
    DayHours {
        date,
        kind: day_kind(date),
        plan,
        reason,
    }
}

fn plan(claims: &Claims<'_>) -> (Plan, Reason) {
    match claims.days.split_first() {
        None => (Plan::Unknown, claims.differ),
        Some((usual, others)) if others.iter().all(|other| other == usual) => {
            (Plan::Certain((*usual).clone()), claims.agreed)
        }
        // A weekend day's own hours are not what a working day has.
        _ if claims.differ == Reason::MakeUpUnstated => (Plan::Unknown, claims.differ),
        Some((usual, _)) => (Plan::Perhaps((*usual).clone()), claims.differ),
    }
}
