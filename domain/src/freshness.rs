//! Freshness: what has to be confirmed again, month by month.

use crate::station::Life;
use chrono::{Datelike, NaiveDate};
use core::fmt;

/// Places are visited monthly or so; after two months a listing begins to be doubted, and sinks in
/// the ranking.
pub const FRESH_DAYS: i64 = 60;

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u16);

impl Month {
    /// The month of a day of the years 0 to 5000.
    pub fn of(day: NaiveDate) -> Self {
        let number = day.year() * 12 + i32::from(u8::try_from(day.month0()).unwrap_or_default());
        Self(u16::try_from(number).unwrap_or_default())
    }

    /// Months since the year 0.
    pub const fn number(self) -> u16 {
        self.0
    }

    /// The month so many months after the year 0.
    pub const fn from_number(number: u16) -> Self {
        Self(number)
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        let next = self.0 + 1;
        let first = NaiveDate::from_ymd_opt((next / 12).into(), u32::from(next % 12) + 1, 1);
        first
            .and_then(|first| first.pred_opt())
            .expect("every month of these years has a last day")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.0 / 12, self.0 % 12 + 1)
    }
}

/// Whether a place stands on the list of `month`: unless somebody confirms it, it is no longer fresh
/// when the month ends. What is closed for good needs no confirmation.
///
/// ```
/// # use domain::freshness::{Month, is_due};
/// # use domain::station::Life;
/// let day = |text: &str| text.parse().unwrap();
/// let november = Month::of(day("2026-11-20"));
/// assert!(is_due(Life::Active, Some(day("2026-09-30")), november));
/// assert!(!is_due(Life::Active, Some(day("2026-10-01")), november));
/// assert!(is_due(Life::Active, None, november));
/// assert!(!is_due(Life::Closed { from: None, successor: None }, None, november));
/// ```
pub fn is_due(life: Life, verified_on: Option<NaiveDate>, month: Month) -> bool {
    let is_gone = matches!(life, Life::Closed { .. });
    let stays_fresh =
        verified_on.is_some_and(|day| (month.last_day() - day).num_days() <= FRESH_DAYS);
    !is_gone && !stays_fresh
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_there_and_back() {
        for (day, name, last) in [
            ("2026-11-20", "2026-11", "2026-11-30"),
            ("2026-12-31", "2026-12", "2026-12-31"),
            ("2028-02-01", "2028-02", "2028-02-29"),
        ] {
            let month = Month::of(day.parse().unwrap());
            assert_eq!(month.to_string(), name);
            assert_eq!(month.last_day().to_string(), last);
            assert_eq!(Month::from_number(month.number()), month);
        }
    }
}
