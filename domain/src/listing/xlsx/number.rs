//! Numbers as spreadsheets keep them, as the text that people see.

use chrono::{Datelike, Days, NaiveDate};

/// Spreadsheets show so many digits; what follows is the rounding of binary numbers.
const DIGITS: usize = 15;

/// Days of Lotus 1-2-3, in which 1900 was a leap year: 1 March 1900 is day 61.
const FROM_1900: (i32, u32, u32) = (1899, 12, 30);
const FROM_1904: (i32, u32, u32) = (1904, 1, 1);

/// A number without an exponent: of a telephone number or an id every digit.
pub(super) fn text(raw: &str) -> String {
    match raw.trim().parse::<f64>() {
        Ok(number) if number.is_finite() => {
            let shown = format!("{number:.*e}", DIGITS - 1);
            shown.parse::<f64>().unwrap_or(number).to_string()
        }
        _ => raw.trim().to_owned(),
    }
}

/// The day of a number, and the time if it tells one; `None` if no such day is near our time.
pub(super) fn day(number: f64, from_1904: bool) -> Option<String> {
    if (0.0..1.0).contains(&number) {
        return Some(time(number));
    }
    let (year, month, day) = if from_1904 { FROM_1904 } else { FROM_1900 };
    let first = NaiveDate::from_ymd_opt(year, month, day)?;
    if !(1.0..200_000.0).contains(&number) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the whole days of a number between 1 and 200,000"
    )]
    let date = first.checked_add_days(Days::new(number as u64))?;
    let near = (1949..2200).contains(&date.year());
    near.then(|| match number.fract() {
        0.0 => date.to_string(),
        part => format!("{date} {}", time(part)),
    })
}

/// A part of a day, to the minute.
fn time(part: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the minutes of at most a day"
    )]
    let minutes = (part * 1440.0).round() as u32;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_people_see_them() {
        #[track_caller]
        fn check(raw: &str, expected: &str) {
            assert_eq!(text(raw), expected);
        }
        check("1.3800138E10", "13800138000");
        check("110101001.0", "110101001");
        check("116.40400000000001", "116.404");
        check("39.9", "39.9");
        check("-0.5", "-0.5");
        check("x", "x");
        check("1E400", "1E400");
    }

    #[test]
    fn days_are_counted_from_either_year() {
        assert_eq!(day(46_329.0, false).as_deref(), Some("2026-11-03"));
        assert_eq!(day(44_867.0, true).as_deref(), Some("2026-11-03"));
        assert_eq!(
            day(46_329.354_166_666_7, false).as_deref(),
            Some("2026-11-03 8:30")
        );
        assert_eq!(day(0.75, false).as_deref(), Some("18:00"));
        for far in [-1.0, 2.0, 1e9, f64::NAN, f64::INFINITY] {
            assert_eq!(day(far, false), None);
        }
    }
}
