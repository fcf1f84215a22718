//! Deadlines: by when staff must answer, by class, and a countdown that can stop.
//!
//! Hours run round the clock: who waits two hours for help does not wait for Monday. Days are
//! working days of 24 hours each, from midnight to midnight, so that the clock stands still on
//! days off and runs on make-up working days. A request of Friday 15:00 with seven days is due on
//! the seventh working day after it at 15:00: never later than the civil way of counting, which
//! leaves out the first day and runs to the end of the last.
//!
//! A year whose table is not loaded has days of unknown kind. A deadline cannot be unknown, so such
//! days are taken by their weekday and the result is marked [`Due::assumed`]; once the table is
//! loaded, the same countdown gives the right moment.

mod countdown;
mod rhythm;

pub use countdown::{Countdown, Due};
pub use rhythm::Rhythm;

use crate::coded::coded;

coded! {
    /// How soon a request must be answered.
    Class,
    /// Several classes.
    ClassSet,
    Urgent = "urgent" / "特急",
    Day = "day" / "加急",
    Week = "week" / "一般",
    Fortnight = "fortnight" / "复杂",
}

/// How long a class has, and when its warning comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    rhythm: Rhythm,
    minutes: u32,
    warn_minutes: u32,
}

/// A limit that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitProblem {
    /// No time at all.
    Nothing,
    /// More than [`Limit::MOST_HOURS`] or [`Limit::MOST_DAYS`].
    TooLong,
    /// The warning would not come between the beginning and the deadline.
    Warning,
}

impl Limit {
    /// The most hours a limit may have: a week of them. Longer ones are counted in days.
    pub const MOST_HOURS: u16 = 168;
    /// The most working days a limit may have: about a year.
    pub const MOST_DAYS: u16 = 250;

    /// So many hours round the clock, with a warning so many minutes before the end.
    pub const fn hours(hours: u16, warn_minutes: u32) -> Result<Self, LimitProblem> {
        if hours > Self::MOST_HOURS {
            return Err(LimitProblem::TooLong);
        }
        Self::new(Rhythm::RoundTheClock, hours as u32 * 60, warn_minutes)
    }

    /// So many working days, with a warning so many working days before the end.
    pub const fn working_days(days: u16, warn_days: u16) -> Result<Self, LimitProblem> {
        if days > Self::MOST_DAYS {
            return Err(LimitProblem::TooLong);
        }
        let (minutes, warn) = (days as u32 * 1440, warn_days as u32 * 1440);
        Self::new(Rhythm::WorkingDays, minutes, warn)
    }

    const fn new(rhythm: Rhythm, minutes: u32, warn: u32) -> Result<Self, LimitProblem> {
        if minutes == 0 {
            return Err(LimitProblem::Nothing);
        }
        if warn == 0 || warn >= minutes {
            return Err(LimitProblem::Warning);
        }
        Ok(Self {
            rhythm,
            minutes,
            warn_minutes: warn,
        })
    }

    /// On which days its clock runs.
    pub const fn rhythm(self) -> Rhythm {
        self.rhythm
    }

    /// Its length in minutes of its rhythm: a working day has 1,440.
    pub const fn minutes(self) -> u32 {
        self.minutes
    }

    /// How long before the deadline the warning comes, in minutes of its rhythm.
    pub const fn warn_minutes(self) -> u32 {
        self.warn_minutes
    }
}

/// The limit of every class: configuration, handed in by whoever runs the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits([Limit; Class::ALL.len()]);

impl Limits {
    /// 2 hours, 24 hours, 7 and 15 working days. Not from the sources, which state no time limits:
    /// the numbers are those of a draft city standard of 2021, that days are working days and when
    /// the warnings come is this site's own.
    pub const NOT_FROM_SOURCES: Self = Self([
        sound(Limit::hours(2, 30)),
        sound(Limit::hours(24, 4 * 60)),
        sound(Limit::working_days(7, 1)),
        sound(Limit::working_days(15, 2)),
    ]);

    /// The limit of `class`.
    pub const fn of(&self, class: Class) -> Limit {
        self.0[class as usize]
    }

    /// The same with another limit for `class`.
    pub const fn with(mut self, class: Class, limit: Limit) -> Self {
        self.0[class as usize] = limit;
        self
    }
}

const fn sound(limit: Result<Limit, LimitProblem>) -> Limit {
    match limit {
        Ok(limit) => limit,
        Err(_) => panic!("a default limit is unsound"),
    }
}

#[cfg(test)]
mod tests;
