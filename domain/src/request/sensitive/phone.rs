//! Mainland phone numbers.

/// Whether `digits` is a mobile number, or a landline with its area code.
pub(in crate::request) fn is_phone(digits: &str) -> bool {
    is_mobile(digits) || is_landline(digits)
}

/// Eleven digits from 13 to 19, also after 86 or 0086.
pub(super) fn is_mobile(digits: &str) -> bool {
    let number = match digits.len() {
        13 => digits.strip_prefix("86"),
        15 => digits.strip_prefix("0086"),
        _ => Some(digits),
    };
    number.is_some_and(|number| {
        let bytes = number.as_bytes();
        is_plain(number) && bytes.len() == 11 && bytes[0] == b'1' && bytes[1] >= b'3'
    })
}

/// 010 or 02x with eight digits, another area code with seven or eight. Local numbers begin with
/// 2 to 8; what begins with 1 or 9 is a service that anybody may call.
pub(super) fn is_landline(digits: &str) -> bool {
    let Some(area) = area_digits(digits).filter(|_| is_plain(digits)) else {
        return false;
    };
    let lengths = if area == 3 { 8..=8 } else { 7..=8 };
    let local = &digits.as_bytes()[area..];
    lengths.contains(&local.len())
        && local
            .first()
            .is_some_and(|first| (b'2'..=b'8').contains(first))
}

/// How many digits of a landline are its area code; `None` if it begins with none.
fn area_digits(digits: &str) -> Option<usize> {
    let length = match digits.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return None,
    };
    (digits.len() > length).then_some(length)
}

/// How many digits of a landline come before the local number.
pub(super) fn digits_before_local(digits: &str) -> usize {
    area_digits(digits).unwrap_or(0)
}

fn is_plain(digits: &str) -> bool {
    digits.bytes().all(|digit| digit.is_ascii_digit())
}
