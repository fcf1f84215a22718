//! Bank cards: who issued it by its first digits, how long it may be, and the Luhn check.

use core::ops::RangeInclusive;

/// First digits (a range of numbers of the same length) and lengths. ISO/IEC 7812 and the networks'
/// own ranges; `95` is what banks in China used before UnionPay's `62`.
const ISSUERS: [(RangeInclusive<u32>, RangeInclusive<usize>); 9] = [
    (62..=62, 16..=19),     // UnionPay
    (81..=81, 16..=19),     // UnionPay
    (95..=95, 16..=19),     // 中国农业银行, 中国工商银行, older cards
    (4..=4, 16..=16),       // Visa
    (51..=55, 16..=16),     // Mastercard
    (2221..=2720, 16..=16), // Mastercard
    (3528..=3589, 16..=16), // JCB
    (34..=34, 15..=15),     // American Express
    (37..=37, 15..=15),     // American Express
];

/// Whether `digits` is a bank card's number.
pub(super) fn is_card(digits: &str) -> bool {
    let issued = ISSUERS.iter().any(|(first, lengths)| {
        let prefix = digits.get(..first.start().to_string().len());
        let prefix = prefix.and_then(|prefix| prefix.parse().ok());
        lengths.contains(&digits.len()) && prefix.is_some_and(|prefix| first.contains(&prefix))
    });
    issued && passes_luhn(digits)
}

fn passes_luhn(digits: &str) -> bool {
    let mut sum = 0;
    for (place, digit) in digits.chars().rev().enumerate() {
        let Some(value) = digit.to_digit(10) else {
            return false;
        };
        sum += match place % 2 {
            0 => value,
            _ => value * 2 / 10 + value * 2 % 10,
        };
    }
    sum.is_multiple_of(10)
}
