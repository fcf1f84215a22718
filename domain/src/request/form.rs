//! The form: what was typed, and the submission that comes of it.
//!
//! [`Draft::submission`] reads a draft without changing it: whatever is wrong, everything typed is
//! still there, and every bad field is named at once.

mod contact;
mod draft;
mod photo;
mod place;
mod read;

pub use contact::{Contact, Named, Phone};
pub use draft::{Draft, Field};
pub use photo::PhotoName;
pub use place::Place;

use super::category::{Ask, Category};
use crate::photo::Unusable;
use crate::policy::Programme;

/// How much a field takes. Characters are Unicode scalar values, so a Chinese character is one; a
/// line break is one however it was sent.
pub mod bounds {
    /// Characters of the text.
    pub const TEXT_CHARS: usize = 2000;
    /// Characters of what fits on a line: a name, an employer, since when.
    pub const LINE_CHARS: usize = 100;
    /// Photos.
    pub const PHOTOS: usize = 2;
    /// Characters of what a sender calls a submission or a move. It must not be guessed: whoever
    /// sends it again with the same answers is given the receipt again.
    pub const KEY_CHARS: core::ops::RangeInclusive<usize> = 16..=128;
}

/// A request as it is filed: complete, within bounds, and as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// What it is about.
    pub category: Category,
    /// What is wrong, in the worker's own words. Line breaks are `\n`.
    pub text: String,
    /// Where.
    pub place: Place,
    /// What the category asks beside that.
    pub details: Details,
    /// How to get back to the worker.
    pub contact: Contact,
    /// The photos that come with it.
    pub photos: Vec<PhotoName>,
}

/// What the category asks; empty is `None`, and so is what it does not ask.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Details {
    /// The employer.
    pub employer: Option<String>,
    /// Since when.
    pub since: Option<String>,
    /// How many people.
    pub people: Option<String>,
    /// The child's grade.
    pub child: Option<String>,
    /// The programme.
    pub programme: Option<Programme>,
}

/// A field that keeps the draft from being a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// Which.
    pub field: Field,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It must not be empty.
    Missing,
    /// It is longer than it may be.
    TooLong {
        /// Its length in characters.
        found: usize,
        /// How many it may have.
        most: usize,
    },
    /// It is more than it may be.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// It is none of the choices.
    NotAChoice,
    /// It is no mainland phone number.
    NotAPhone,
    /// There is no such place.
    NoSuchPlace,
    /// The number would be seen by nobody, so nobody could call.
    SeenByNobody,
    /// What was sent is no photo that is taken.
    NotAPhoto(Unusable),
    /// The photo was sent too long ago, and is not kept any more.
    Gone,
    /// The photo could not be kept: there is no room now, or a fault of ours.
    NotKept,
}

#[cfg(test)]
mod tests;
