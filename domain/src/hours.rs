//! When a place is open, as far as anyone has said.

use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What is known about a place's hours.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub enum Hours {
    /// Nobody has said.
    #[default]
    Unstated,
    /// Somebody has said, in words this program cannot read: shown as they stand.
    Unread(String),
    /// Read and understood.
    Known(Schedule),
}

impl Hours {
    /// Reads what people write, in Chinese or as OpenStreetMap `opening_hours`. Never guesses:
    /// what is not wholly understood is [`Hours::Unread`].
    pub fn read(text: &str) -> Self {
        Self::Unread(text.to_owned())
    }

    /// Writes OpenStreetMap `opening_hours`; `None` where nothing is known.
    pub fn to_osm(&self) -> Option<String> {
        None
    }
}

/// Hours that were understood.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Schedule {
    /// In the order given; the first that contains a date decides. A date in no season is unknown.
    pub seasons: Vec<Season>,
    /// What happens on statutory days off.
    pub holidays: HolidayRule,
    /// Hours of single dates, stronger than everything else.
    pub exceptions: BTreeMap<NaiveDate, Day>,
}

/// A part of the year with the same week.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Season {
    /// First and last day, both inclusive, may wrap over new year; `None` is the whole year.
    pub span: Option<(MonthDay, MonthDay)>,
    /// Monday first.
    pub week: [Day; 7],
}

/// A day of the year without the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// The intervals of a day, in order, not overlapping; empty is closed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Day(pub Vec<Interval>);

/// From one minute to another, the end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// Minutes after the day's midnight, 0 to 1439.
    pub opens: u16,
    /// Minutes after the same midnight, later than `opens`; above 1440 it ends on the next day.
    pub closes: u16,
}

/// What happens on statutory days off.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum HolidayRule {
    /// As on the same weekday of any other week.
    AsUsual,
    /// Closed.
    Closed,
    /// Hours of their own.
    Own(Day),
    /// Nobody has said: unknown wherever it would matter.
    NotStated,
}
