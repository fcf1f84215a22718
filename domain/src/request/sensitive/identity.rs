//! Resident identity numbers (GB 11643-1999, and the 15 digits before it).

use chrono::NaiveDate;

/// The first two digits: the provinces of GB/T 2260, with Hong Kong, Macao and Taiwan as used for
/// residence permits.
const PROVINCES: [u32; 37] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91, 92,
];
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

/// The years in which somebody can be born who has a number: the first and the last that are read.
const BORN: core::ops::RangeInclusive<i32> = 1900..=2099;

/// Whether `digits` is an identity number: a province, a day of birth that there was, and for 18
/// characters the check character. The old 15 digits have no check.
pub(super) fn is_identity(digits: &str) -> bool {
    match digits.len() {
        18 => has_province(digits) && is_birthday(&digits[6..14]) && has_check(digits),
        15 if digits.ends_with('X') => false,
        15 => has_province(digits) && is_birthday(&["19", &digits[6..12]].concat()),
        _ => false,
    }
}

fn has_province(digits: &str) -> bool {
    digits[..2]
        .parse()
        .is_ok_and(|province| PROVINCES.contains(&province))
}

fn is_birthday(eight: &str) -> bool {
    let parts = || {
        let year = eight[..4].parse().ok().filter(|year| BORN.contains(year))?;
        let (month, day) = (eight[4..6].parse().ok()?, eight[6..].parse().ok()?);
        NaiveDate::from_ymd_opt(year, month, day)
    };
    parts().is_some()
}

/// ISO 7064 MOD 11-2.
fn has_check(digits: &str) -> bool {
    let values = digits.chars().map_while(|digit| digit.to_digit(10));
    let sum: u32 = values
        .zip(WEIGHTS)
        .map(|(value, weight)| value * weight)
        .sum();
    digits.as_bytes().last() == Some(&CHECKS[(sum % 11) as usize])
}
