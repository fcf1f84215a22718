//! Quarters of a year, and their weeks.

use crate::time::BeijingTime;
use chrono::{Datelike, Days, NaiveDate};
use core::fmt;

/// A quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    /// 0 to 3.
    index: u32,
}

impl Quarter {
    /// That of a moment.
    pub fn of(moment: BeijingTime) -> Self {
        let date = moment.date();
        Self {
            year: date.year(),
            index: date.month0() / 3,
        }
    }

    /// This one and those before it, the latest first.
    pub fn and_before(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |quarter| Some(quarter.before()))
    }

    fn before(self) -> Self {
        match self.index {
            0 => Self {
                year: self.year - 1,
                index: 3,
            },
            index => Self {
                index: index - 1,
                ..self
            },
        }
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 to 4.
    pub fn number(self) -> u32 {
        self.index + 1
    }

    /// The quarter of that code: `2026-4`.
    pub fn from_code(code: &str) -> Option<Self> {
        let (year, number) = code.split_once('-')?;
        let quarter = Self {
            year: year.parse().ok()?,
            index: number.parse::<u32>().ok()?.checked_sub(1)?,
        };
        let is_known = (1970..=2105).contains(&quarter.year) && quarter.index < 4;
        (is_known && quarter.to_string() == code).then_some(quarter)
    }

    /// Its first moment.
    pub fn from(self) -> BeijingTime {
        BeijingTime::at_minute(self.first_day(), 0)
    }

    /// The first moment after it.
    pub fn until(self) -> BeijingTime {
        BeijingTime::at_minute(self.after().first_day(), 0)
    }

    /// The first day of each of its weeks. They begin on Mondays; the first and the last are cut off
    /// where the quarter is.
    pub fn weeks(self) -> Vec<NaiveDate> {
        let (first, end) = (self.first_day(), self.after().first_day());
        let mondays = first
            .iter_days()
            .skip(1)
            .take_while(|day| *day < end)
            .filter(|day| day.weekday().num_days_from_monday() == 0);
        std::iter::once(first).chain(mondays).collect()
    }

    /// The last day of the week that begins on `first`.
    pub fn week_end(self, first: NaiveDate) -> NaiveDate {
        let to_sunday = 6 - u64::from(first.weekday().num_days_from_monday());
        let last_day = self.after().first_day() - Days::new(1);
        (first + Days::new(to_sunday)).min(last_day)
    }

    fn after(self) -> Self {
        match self.index {
            3 => Self {
                year: self.year + 1,
                index: 0,
            },
            index => Self {
                index: index + 1,
                ..self
            },
        }
    }

    fn first_day(self) -> NaiveDate {
        let day = NaiveDate::from_ymd_opt(self.year, self.index * 3 + 1, 1);
        day.expect("the first of a month of a year that was read or has been")
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.year, self.number())
    }
}
