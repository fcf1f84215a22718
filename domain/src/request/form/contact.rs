//! How to get back to the worker, and who sees what of it.

use crate::request::sensitive::is_phone;
use crate::request::typed::{half_width, is_filler};
use crate::union::LevelSet;
use core::fmt;

/// How to get back to the worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// By phone, and on the page of the request.
    Phone {
        /// The number.
        phone: Phone,
        /// The levels that see the number.
        seen_by: LevelSet,
        /// A name, if the worker gave one.
        name: Option<Named>,
    },
    /// On the page of the request alone.
    Reference {
        /// A name, if the worker gave one.
        name: Option<Named>,
    },
    /// On the page of the request alone, and nobody knows who asks.
    Anonymous,
}

/// A name, and who sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// The levels that see it.
    pub seen_by: LevelSet,
}

/// A mainland phone number: a mobile one, or a landline with its area code.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

impl Phone {
    /// Reads it as people type it: with spaces, hyphens and brackets, in full width, after +86.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.chars().map(half_width);
        let kept = plain.filter(|typed| !is_filler(*typed) && !matches!(typed, '(' | ')'));
        let kept: String = kept.collect();
        let digits = kept.strip_prefix('+').unwrap_or(&kept);
        if !is_phone(digits) {
            return None;
        }
        let number = digits.strip_prefix("0086").or(digits.strip_prefix("86"));
        Some(Self(number.unwrap_or(digits).to_owned()))
    }

    /// Its digits: eleven of a mobile number, or a landline's from the area code on. The same number
    /// always has the same digits, so that they can be looked up by a keyed hash.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Phone(…)")
    }
}

impl fmt::Debug for Named {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Named(…, {:?})", self.seen_by)
    }
}
