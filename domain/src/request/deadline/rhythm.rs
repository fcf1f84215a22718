//! On which days a clock runs.

use crate::calendar::{DayKind, day_kind};
use crate::time::BeijingTime;
use chrono::{Datelike, NaiveDate};

const DAY_MINUTES: u16 = 1440;

/// On which days a clock runs; on those it runs from midnight to midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rhythm {
    /// On all of them.
    RoundTheClock,
    /// On working days: no weekends but make-up days, no statutory days off.
    WorkingDays,
}

/// A count, and whether a day in it was taken by its weekday because its year is not loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counted<T> {
    pub(super) value: T,
    pub(super) assumed: bool,
}

impl Rhythm {
    /// Whether the clock runs on `date`, and whether that is only assumed.
    pub(super) fn runs(self, date: NaiveDate) -> Counted<bool> {
        let weekday = date.weekday().num_days_from_monday() < 5;
        let (value, assumed) = match (self, day_kind(date)) {
            (Self::RoundTheClock, _) => (true, false),
            (_, DayKind::MakeUp) => (true, false),
            (_, DayKind::Holiday) => (false, false),
            (_, DayKind::Ordinary) => (weekday, false),
            (_, DayKind::Unknown) => (weekday, true),
        };
        Counted { value, assumed }
    }

    /// The earliest moment by which the clock has run `minutes` since `from`.
    pub(super) fn after(self, from: BeijingTime, minutes: u32) -> Counted<BeijingTime> {
        let (mut at, mut left) = (from, i64::from(minutes));
        let mut assumed = false;
        while left > 0 {
            let midnight = next_midnight(at);
            let day = self.runs(at.date());
            assumed |= day.assumed;
            if day.value {
                let rest = midnight.minutes_since(at);
                if left <= rest {
                    at = at.plus_minutes(left);
                    break;
                }
                left -= rest;
            }
            at = midnight;
        }
        Counted { value: at, assumed }
    }

    /// Minutes that the clock runs between `from` and `to`; none if `to` is earlier.
    pub(super) fn minutes_between(self, from: BeijingTime, to: BeijingTime) -> u32 {
        let (mut at, mut run) = (from, 0);
        while at < to {
            let next = next_midnight(at).min(to);
            if self.runs(at.date()).value {
                run += next.minutes_since(at);
            }
            at = next;
        }
        u32::try_from(run).unwrap_or(u32::MAX)
    }
}

fn next_midnight(at: BeijingTime) -> BeijingTime {
    BeijingTime::at_minute(at.date(), DAY_MINUTES)
}
