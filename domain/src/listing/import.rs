//! What an import would do, before it does it: each row beside what is held, what is held and not
//! in the file, and what about the file as a whole is strange.
//!
//! A row is the entry whose number it names, or else the only one of its name in its street; never
//! by the order of rows. What a file has no column for stays as it is held.

mod alarm;
mod matching;
mod planner;
mod seal;
mod wrong;

pub use alarm::{Alarm, alarms};
pub use planner::Planner;
pub use seal::Seal;
pub use wrong::write_csv as write_wrong_csv;

use super::entry::{AspectSet, Sensitive};
use super::{Problem, Where};
use crate::coded::coded;
use crate::union::Desk;

/// The largest file that is imported, in bytes.
pub const MOST_BYTES: usize = 8 << 20;

coded! {
    /// What a row, or an entry that has none, comes to.
    Outcome,
    /// Several of them.
    OutcomeSet,
    New = "new" / "新增",
    Changed = "changed" / "有改动",
    Unchanged = "unchanged" / "没变",
    Gone = "gone" / "文件里没有",
    Wrong = "wrong" / "有错",
    NotYours = "not_yours" / "不归本单位管",
}

/// A row of the file, and what it would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned<E> {
    /// Its place among the rows of the table.
    pub place: usize,
    /// Where it stands in the file.
    pub at: Where,
    /// What it comes to.
    pub row: Row<E>,
    /// What is wrong with it, or doubtful.
    pub problems: Vec<Problem>,
}

/// What a row comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Row<E> {
    /// An entry that is not held yet, with the number it would get.
    New(E),
    /// One that is held and would be changed.
    Changed {
        /// As it is held.
        before: E,
        /// As it would be.
        after: E,
        /// In this.
        what: AspectSet,
        /// What of it takes a second person.
        sensitive: Vec<Sensitive>,
    },
    /// One that is held just so, by its number.
    Unchanged(u32),
    /// Nothing can be made of it.
    Wrong,
    /// It is, or would be, at a desk that the importer does not keep.
    NotYours(Desk),
}

impl<E> Row<E> {
    /// The kind of it.
    pub const fn outcome(&self) -> Outcome {
        match self {
            Self::New(_) => Outcome::New,
            Self::Changed { .. } => Outcome::Changed,
            Self::Unchanged(_) => Outcome::Unchanged,
            Self::Wrong => Outcome::Wrong,
            Self::NotYours(_) => Outcome::NotYours,
        }
    }
}

/// What is left to say once every row was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole<E> {
    /// The lowest desk that has everything the file names; `None` if it names nothing of yours.
    pub covers: Option<Desk>,
    /// What is held there, in use, and not in the file.
    pub gone: Vec<E>,
    /// What is strange about the file as a whole.
    pub alarms: Vec<Alarm>,
    /// Headers that no column is known by.
    pub ignored_columns: Vec<String>,
}

#[cfg(test)]
mod tests;
