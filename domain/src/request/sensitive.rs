//! Identity numbers, bank cards and phone numbers in free text, so that the worker is offered to
//! mask them.
//!
//! A number is read as people write it: plain or full-width digits, in groups with spaces, hyphens
//! or brackets between. It must stand for itself: an identity number inside a longer row of digits
//! is none. What it does not read: numbers in Chinese characters, and cards of fewer than 15 digits.

mod card;
mod groups;
mod identity;
mod mask;
mod phone;

pub use mask::mask;
pub(super) use phone::is_phone;

use core::ops::Range;
use groups::{Digit, runs};

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sensitive {
    /// A resident identity number: 18 characters with a check, or 15 digits of the old kind.
    Identity,
    /// A bank card.
    Card,
    /// A mainland mobile number.
    Mobile,
    /// A mainland landline with its area code.
    Landline,
}

impl Sensitive {
    /// The code used in the API and in pages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Card => "card",
            Self::Mobile => "mobile",
            Self::Landline => "landline",
        }
    }
}

/// A number that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of number.
    pub kind: Sensitive,
    /// Where it stands, in bytes of the text; always whole characters.
    pub span: Range<usize>,
}

/// Every number in `text`, in the order in which they stand; none overlap.
///
/// ```
/// # use domain::request::{Sensitive, find};
/// let text = "我的电话是１３８-0013-8000，单号 202611210001";
/// let found = find(text);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].kind, Sensitive::Mobile);
/// assert_eq!(&text[found[0].span.clone()], "１３８-0013-8000");
/// ```
pub fn find(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for run in runs(text) {
        let mut first = 0;
        while first < run.len() {
            match longest(&run, first) {
                None => first += 1,
                Some((kind, groups)) => {
                    let digits = run[first..first + groups].concat();
                    found.push(Finding {
                        kind,
                        span: span(&digits),
                    });
                    first += groups;
                }
            }
        }
    }
    found
}

/// The most digits of anything that is looked for: a card, or a mobile number after 0086.
const MOST_DIGITS: usize = 19;

/// The longest number that begins with group `first`, and how many groups it has.
fn longest(run: &[Vec<Digit>], first: usize) -> Option<(Sensitive, usize)> {
    let mut characters = String::new();
    let mut longest = None;
    for (groups, group) in (1..).zip(&run[first..]) {
        characters.extend(group.iter().map(|digit| digit.plain));
        if characters.len() > MOST_DIGITS {
            break;
        }
        longest = kind(&characters).map(|kind| (kind, groups)).or(longest);
    }
    longest
}

fn kind(digits: &str) -> Option<Sensitive> {
    if identity::is_identity(digits) {
        Some(Sensitive::Identity)
    } else if phone::is_mobile(digits) {
        Some(Sensitive::Mobile)
    } else if card::is_card(digits) {
        Some(Sensitive::Card)
    } else if phone::is_landline(digits) {
        Some(Sensitive::Landline)
    } else {
        None
    }
}

fn span(digits: &[Digit]) -> Range<usize> {
    match digits {
        [] => 0..0,
        [first, .., last] => first.span.start..last.span.end,
        [only] => only.span.clone(),
    }
}

#[cfg(test)]
mod tests;
