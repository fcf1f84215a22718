//! Which days are worked, written down once more.

use chrono::{Datelike, Days, NaiveDate};
use domain::time::BeijingTime;
use std::sync::LazyLock;

/// The first day of the test's time.
const BEGINS: &str = "2026-09-01";

/// First and last days off from then on; the year after is not published.
const DAYS_OFF: [(&str, &str); 2] = [("2026-09-25", "2026-09-27"), ("2026-10-01", "2026-10-07")];
const WORKED: [&str; 2] = ["2026-09-20", "2026-10-10"];

/// As many days as the longest story has.
const COUNT: u64 = 1500;

/// The first moment of the test's time.
pub(crate) fn begins() -> BeijingTime {
    BeijingTime::at_minute(day(BEGINS), 0)
}

/// Whether people work on the day of that minute of the test's time.
pub(crate) fn works(minute: i64) -> bool {
    static WORKS: LazyLock<Vec<bool>> = LazyLock::new(|| (0..COUNT).map(is_worked).collect());
    WORKS[usize::try_from(minute / 1440).unwrap()]
}

fn is_worked(index: u64) -> bool {
    let date = day(BEGINS) + Days::new(index);
    let mut off = DAYS_OFF.iter();
    let off = off.any(|(first, last)| (day(first)..=day(last)).contains(&date));
    let worked = WORKED.iter().any(|worked| day(worked) == date);
    worked || !off && date.weekday().number_from_monday() <= 5
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
