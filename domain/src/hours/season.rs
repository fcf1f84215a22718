//! Parts of the year, and the week that is kept in each.

use super::day::{DAY_MINUTES, Day};
use chrono::{Datelike, NaiveDate};

/// Days of each month; February may have its 29th.
const MONTH_DAYS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A day of the year without the year; 29 February is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    month: u8,
    day: u8,
}

impl MonthDay {
    /// `None` if no year has such a day.
    pub fn new(month: u8, day: u8) -> Option<Self> {
        let days = MONTH_DAYS.get(usize::from(month.checked_sub(1)?))?;
        (1..=*days).contains(&day).then_some(Self { month, day })
    }

    /// The last day of `month`, 29 in February. `None` if there is no such month.
    pub fn last_of(month: u8) -> Option<Self> {
        let day = *MONTH_DAYS.get(usize::from(month.checked_sub(1)?))?;
        Some(Self { month, day })
    }

    /// The day of the year on which `date` lies.
    pub fn of(date: NaiveDate) -> Self {
        let small = |number: u32| u8::try_from(number).expect("months and days are below 32");
        Self {
            month: small(date.month()),
            day: small(date.day()),
        }
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day after, in a leap year; 1 January follows 31 December.
    pub(super) fn next(self) -> Self {
        let same_month = Self::new(self.month, self.day + 1);
        same_month.unwrap_or(Self {
            month: self.month % 12 + 1,
            day: 1,
        })
    }

    /// The day before, in a leap year.
    pub(super) fn previous(self) -> Self {
        if self.day > 1 {
            let day = self.day - 1;
            return Self { day, ..self };
        }
        let month = (self.month + 10) % 12 + 1;
        Self::last_of(month).expect("month is 1 to 12")
    }
}

/// Days of the year from a first to a last, both inclusive; may run over new year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    from: MonthDay,
    to: MonthDay,
}

impl Span {
    /// The whole year.
    pub const YEAR: Self = Self {
        from: MonthDay { month: 1, day: 1 },
        to: MonthDay { month: 12, day: 31 },
    };

    /// From one day to another. Where the last is the day before the first it is [`Span::YEAR`].
    pub fn new(from: MonthDay, to: MonthDay) -> Self {
        if to.next() == from {
            Self::YEAR
        } else {
            Self { from, to }
        }
    }

    /// The first day.
    pub fn from(self) -> MonthDay {
        self.from
    }

    /// The last day.
    pub fn to(self) -> MonthDay {
        self.to
    }

    /// Whether `day` lies in it.
    pub fn contains(self, day: MonthDay) -> bool {
        if self.from <= self.to {
            self.from <= day && day <= self.to
        } else {
            self.from <= day || day <= self.to
        }
    }

    pub(super) fn overlaps(self, other: Self) -> bool {
        self.contains(other.from) || other.contains(self.from)
    }

    /// Whether `other` begins on the day after this ends.
    pub(super) fn meets(self, other: Self) -> bool {
        self.to.next() == other.from
    }
}

/// Monday first.
pub type Week = [Day; 7];

/// A part of the year with the same week.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Season {
    /// When it is kept.
    pub span: Span,
    /// Monday first.
    pub week: Week,
}

impl Season {
    /// The same week the whole year.
    pub fn all_year(week: Week) -> Self {
        Self {
            span: Span::YEAR,
            week,
        }
    }

    /// Whether some night runs into the next morning's hours, so that they contradict each other.
    pub(super) fn contradicts_itself(&self) -> bool {
        (0..7).any(|day| {
            let morning = self.week[(day + 1) % 7].intervals().first();
            morning.is_some_and(|first| self.week[day].minutes_past_midnight() > first.opens)
        })
    }

    /// Whether every day of the week is open from `opens` to `closes` without a break, in minutes
    /// after its midnight; `closes` may lie on the next day.
    pub(super) fn is_open_daily(&self, opens: u16, closes: u16) -> bool {
        (0..7).all(|day| {
            let minute =
                |offset: i32, minute: u16| offset * i32::from(DAY_MINUTES) + i32::from(minute);
            let mut reached = minute(0, opens);
            for (offset, day) in [(-1, day + 6), (0, day), (1, day + 1)] {
                for interval in self.week[day % 7].intervals() {
                    if minute(offset, interval.opens) <= reached {
                        reached = reached.max(minute(offset, interval.closes));
                    }
                }
            }
            reached >= minute(0, closes)
        })
    }
}
