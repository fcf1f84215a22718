//! Wall-clock time in Beijing.

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveDateTime, Weekday};
use core::fmt;

/// Seconds by which Beijing is ahead of UTC, the whole year: no daylight saving since 1991.
const OFFSET_SECONDS: i64 = 8 * 3600;

const MINUTE_SECONDS: i64 = 60;
const DAY_SECONDS: i64 = 24 * 60 * MINUTE_SECONDS;

/// Reads a date in the one form that RFC 3339 has: four digits, two and two.
///
/// By hand: the library's reading of dates takes other forms as well, and would cost the client
/// several kilobytes of tables.
///
/// ```
/// # use domain::time::date;
/// assert!(date("2018-09-01").is_some());
/// assert_eq!(date("2018-9-1"), None);
/// ```
pub fn date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let mut part = |digits: usize| {
        let part = parts.next().filter(|part| part.len() == digits)?;
        let plain = part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
}

/// A moment as the clocks of Beijing show it, to the second.
///
/// Kept as the seconds since the clocks of Beijing showed the first moment of 1970: to rank a city
/// is to add and compare tens of thousands of moments, and to ask only a few of them for their date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BeijingTime(i64);

impl BeijingTime {
    /// The moment at `minute` (0 is midnight, 1440 the next midnight) of `date`.
    pub fn at_minute(date: NaiveDate, minute: u16) -> Self {
        let days = i64::from(date.to_epoch_days());
        Self(days * DAY_SECONDS + i64::from(minute) * MINUTE_SECONDS)
    }

    /// From seconds since 1970 in UTC. `None` outside the years 1 to 9999, which are those that
    /// RFC 3339 can write; days and weeks can be added to any of them.
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        let moment = DateTime::from_timestamp(seconds.checked_add(OFFSET_SECONDS)?, 0)?;
        (1..=9999)
            .contains(&moment.year())
            .then(|| Self(moment.timestamp()))
    }

    /// Seconds since 1970 in UTC.
    pub fn unix_seconds(self) -> i64 {
        self.0 - OFFSET_SECONDS
    }

    /// Reads RFC 3339 with any offset; fractions of a second are dropped.
    ///
    /// ```
    /// # use domain::time::BeijingTime;
    /// let noon = BeijingTime::from_rfc3339("2026-11-20T04:00:00Z").unwrap();
    /// assert_eq!(noon.to_rfc3339(), "2026-11-20T12:00:00+08:00");
    /// ```
    pub fn from_rfc3339(text: &str) -> Option<Self> {
        let moment = DateTime::parse_from_rfc3339(text).ok()?;
        Self::from_unix_seconds(moment.timestamp())
    }

    /// Writes RFC 3339 with Beijing's offset.
    pub fn to_rfc3339(self) -> String {
        format!("{}+08:00", self.naive().format("%Y-%m-%dT%H:%M:%S"))
    }

    /// The day on the calendar.
    pub fn date(self) -> NaiveDate {
        self.naive().date()
    }

    /// Whole minutes since midnight, 0 to 1439.
    pub fn minute_of_day(self) -> u16 {
        let minute = self.0.rem_euclid(DAY_SECONDS) / MINUTE_SECONDS;
        u16::try_from(minute).expect("a day has 1,440 minutes")
    }

    /// The weekday.
    pub fn weekday(self) -> Weekday {
        self.date().weekday()
    }

    /// The moment `minutes` later (earlier when negative).
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0 + minutes * MINUTE_SECONDS)
    }

    /// The same time of day so many months before, on the last day of a month that is too short.
    pub fn months_before(self, months: u32) -> Self {
        let moment = self.naive().checked_sub_months(Months::new(months));
        let moment = moment.expect("a life is short beside the years that chrono knows");
        Self(moment.and_utc().timestamp())
    }

    /// Whole minutes from `earlier` to this moment, rounded towards zero.
    pub fn minutes_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0) / MINUTE_SECONDS
    }

    fn naive(self) -> NaiveDateTime {
        let moment = DateTime::from_timestamp(self.0, 0);
        moment
            .expect("it was made from a date of chrono")
            .naive_utc()
    }
}

impl fmt::Debug for BeijingTime {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.naive().fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_rfc3339() {
        #[track_caller]
        fn check(text: &str, written: Option<&str>) {
            let moment = BeijingTime::from_rfc3339(text).map(BeijingTime::to_rfc3339);
            assert_eq!(moment.as_deref(), written, "{text}");
        }
        check(
            "2026-11-20T12:00:00+08:00",
            Some("2026-11-20T12:00:00+08:00"),
        );
        check("2026-11-20T16:00:00Z", Some("2026-11-21T00:00:00+08:00"));
        check(
            "2026-11-20T12:00:00.999-05:00",
            Some("2026-11-21T01:00:00+08:00"),
        );
        check(
            "9999-12-31T23:59:59+08:00",
            Some("9999-12-31T23:59:59+08:00"),
        );
        check("9999-12-31T23:59:59Z", None);
        check("0000-12-31T00:00:00Z", None);
        check("2026-11-20T12:00:00", None);
        check("2026-11-20", None);
        check("", None);
    }

    #[test]
    fn dates_are_read_in_one_form() {
        #[track_caller]
        fn check(text: &str, valid: bool) {
            let written = date(text).map(|date| date.to_string());
            assert_eq!(written.as_deref(), valid.then_some(text));
        }
        check("2018-09-01", true);
        check("2020-02-29", true);
        check("2019-12-31", true);
        check("0000-01-01", true);
        check("9999-12-31", true);
        check("2019-02-29", false);
        check("2019-13-01", false);
        check("2018-9-1", false);
        check("18-09-01", false);
        check("+2018-09-01", false);
        check("12018-09-01", false);
        check(" 2018-09-01", false);
        check("2018/09/01", false);
        check("2018-09-01T", false);
        check("2018-09-1T", false);
        check("2018-+9-01", false);
        check("２018-09-01", false);
        check("", false);
    }

    #[test]
    fn seconds_there_and_back() {
        for seconds in [0, -1, 1_800_000_000, 951_782_400] {
            let moment = BeijingTime::from_unix_seconds(seconds).unwrap();
            assert_eq!(moment.unix_seconds(), seconds);
        }
        assert_eq!(BeijingTime::from_unix_seconds(i64::MAX), None);
        assert_eq!(BeijingTime::from_unix_seconds(i64::MIN), None);
    }

    #[test]
    fn the_next_midnight_is_minute_1440() {
        let date: NaiveDate = "2026-02-28".parse().unwrap();
        let midnight = BeijingTime::at_minute(date, 1440);
        assert_eq!(midnight.to_rfc3339(), "2026-03-01T00:00:00+08:00");
        assert_eq!(midnight.minute_of_day(), 0);
        assert_eq!(midnight.plus_minutes(-1).minute_of_day(), 1439);
        assert_eq!(
            midnight.minutes_since(BeijingTime::at_minute(date, 0)),
            1440
        );
    }
}
