//! Masking what was found.

use super::phone::digits_before_local;
use super::{Finding, Sensitive, find};
use crate::request::typed::half_width;
use core::ops::Range;

/// `text` with every number masked that [`find`] finds: what is customary stays readable, and what
/// stands between the digits stays as it was typed.
///
/// ```
/// # use domain::request::mask;
/// assert_eq!(mask("138 0013 8000"), "138 **** 8000");
/// assert_eq!(mask("010-65432100"), "010-****2100");
/// ```
pub fn mask(text: &str) -> String {
    let mut masked = text.to_owned();
    // What is left of two neighbours may make a third; each turn hides digits, so it ends.
    loop {
        let found = find(&masked);
        if found.is_empty() {
            return masked;
        }
        masked = mask_found(&masked, &found);
    }
}

fn mask_found(text: &str, found: &[Finding]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut done = 0;
    for finding in found {
        masked.push_str(&text[done..finding.span.start]);
        let number = &text[finding.span.clone()];
        let hidden = hidden(finding.kind, &digits(number));
        let mut place = 0;
        for typed in number.chars() {
            let counts = is_digit(typed);
            masked.push(if counts && hidden.contains(&place) {
                '*'
            } else {
                typed
            });
            place += usize::from(counts);
        }
        done = finding.span.end;
    }
    masked.push_str(&text[done..]);
    masked
}

/// Which digits are hidden, counted from the first.
fn hidden(kind: Sensitive, digits: &str) -> Range<usize> {
    let from = match kind {
        Sensitive::Identity => 3,
        Sensitive::Card => 0,
        Sensitive::Mobile => digits.len() - 8,
        Sensitive::Landline => digits_before_local(digits),
    };
    from..digits.len() - 4
}

fn digits(number: &str) -> String {
    let plain = number.chars().filter(|typed| is_digit(*typed));
    plain.map(half_width).collect()
}

fn is_digit(typed: char) -> bool {
    matches!(half_width(typed), '0'..='9' | 'X' | 'x')
}
