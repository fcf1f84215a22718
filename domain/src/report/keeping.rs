//! How long a report is kept, and its photo.

use crate::time::BeijingTime;

/// A report is kept so many days, decided or not: a year, so that whoever looks after a door sees
/// what was said of it in the same season before.
pub const KEPT_DAYS: u16 = 365;

/// A photo is kept so many days after staff decided, and never longer than its report: time to look
/// once more where somebody asks why. Whoever is in the picture was not asked.
pub const PHOTO_DAYS: u16 = 30;

/// When a report that came at `at` is forgotten.
pub fn kept_until(at: BeijingTime) -> BeijingTime {
    days_after(at, KEPT_DAYS)
}

/// When its photo is, once staff decided at `decided`.
///
/// ```
/// # use domain::report::{kept_until, photo_kept_until};
/// # use domain::time::BeijingTime;
/// let at = |text| BeijingTime::from_rfc3339(text).unwrap();
/// let came = at("2026-11-20T12:00:00+08:00");
/// assert_eq!(kept_until(came), at("2027-11-20T12:00:00+08:00"));
/// let soon = at("2026-11-22T09:00:00+08:00");
/// assert_eq!(photo_kept_until(came, soon), at("2026-12-22T09:00:00+08:00"));
/// let late = at("2027-11-10T09:00:00+08:00");
/// assert_eq!(photo_kept_until(came, late), kept_until(came));
/// ```
pub fn photo_kept_until(at: BeijingTime, decided: BeijingTime) -> BeijingTime {
    days_after(decided, PHOTO_DAYS).min(kept_until(at))
}

fn days_after(at: BeijingTime, days: u16) -> BeijingTime {
    at.plus_minutes(i64::from(days) * 24 * 60)
}
