//! What was done to the listings: versions of entries, and the batches that wrote them.

use super::Subject;
use super::entry::{AspectSet, Cause, Cells};
use super::second::Second;
use crate::time::BeijingTime;
use crate::union::Desk;

/// A version of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its number, from 1.
    pub number: u32,
    /// With what it came.
    pub batch: Batch,
    /// `None` where it was not listed.
    pub cells: Option<Cells>,
}

/// What was done to a listing.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// Its number.
    pub id: u32,
    /// Which listing.
    pub subject: Subject,
    /// `None` is before such was written down.
    pub at: Option<BeijingTime>,
    /// What was done.
    pub cause: Cause,
    /// Who did it.
    pub by: By,
    /// The second person, where one was needed.
    pub second: Option<By>,
    /// The lowest desk that is over everything it touched.
    pub desk: Desk,
    /// In their own words; may be empty.
    pub why: String,
    /// The batch that it took back.
    pub undoes: Option<u32>,
    /// The batch that took it back.
    pub undone_by: Option<u32>,
    /// How many entries it wrote.
    pub entries: u32,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq)]
pub struct By {
    /// The number of their account; `None` is the operator, or somebody with a link.
    pub account: Option<u32>,
    /// Their name, as it was then.
    pub name: String,
}

/// What a batch did to an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Of the entry.
    pub number: u32,
    /// The version that it wrote.
    pub version: u32,
    /// What it was; `None` was not listed.
    pub before: Option<Cells>,
    /// What it became.
    pub after: Option<Cells>,
    /// What a later change keeps from being taken back; `None` is all of it.
    pub prevented: Option<AspectSet>,
}

/// What taking a batch back comes to, in entries.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoCounts {
    /// What of it takes a second person.
    pub second: Second,
    /// They become what they were.
    pub whole: u32,
    /// A part of them stays.
    pub part: u32,
    /// They stay as they are.
    pub prevented: u32,
    /// They are so already.
    pub already: u32,
}
