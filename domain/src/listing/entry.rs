//! An entry of a listing as the texts of its columns: what forms, histories and imports compare,
//! merge and write.

mod aspect;
mod cause;
mod cells;
mod from_row;
mod merge;
mod pin;
mod review;
mod sensitive;
mod undo;

pub use aspect::{Aspect, AspectSet};
pub use cause::{Cause, CauseSet};
pub use cells::Cells;
pub use merge::{Merged, merge, superseded, taking};
pub use pin::{Mistaken, mistaken};
pub use review::{Review, review, review_pin};
pub use sensitive::{Sensitive, sensitive};
pub use undo::{Undone, undo};

use self::from_row::FromRow;
use super::{Column, Subject};
use crate::class::HolidayClass;
use crate::station::Station;
use crate::union::Desk;

/// Something that a listing lists: a station or a holiday class.
pub trait Entry: Clone + PartialEq + FromRow {
    /// Which listing.
    const SUBJECT: Subject;

    /// Its number in the public address.
    fn number(&self) -> u32;

    /// The lowest desk of the union that it belongs to.
    fn desk(&self) -> Desk;

    /// What it is called.
    fn name(&self) -> &str;

    /// What stands in that column, as the open data has it; empty if nothing is known.
    fn cell(&self, column: Column) -> String;

    /// What of making `after` of `before` takes a second person.
    fn sensitive(before: &Self, after: &Self) -> Vec<Sensitive>;
}

impl Entry for Station {
    const SUBJECT: Subject = Subject::Stations;

    fn number(&self) -> u32 {
        self.id.0
    }

    fn desk(&self) -> Desk {
        let street = self.street.map(Desk::Street);
        street.unwrap_or(Desk::District(self.district))
    }

    fn name(&self) -> &str {
        &self.text.name
    }

    fn cell(&self, column: Column) -> String {
        super::stations::cell(self, column)
    }

    fn sensitive(before: &Self, after: &Self) -> Vec<Sensitive> {
        sensitive(before, after)
    }
}

impl Entry for HolidayClass {
    const SUBJECT: Subject = Subject::Classes;

    fn number(&self) -> u32 {
        self.id.0
    }

    fn desk(&self) -> Desk {
        let street = self.street.map(Desk::Street);
        street.unwrap_or(Desk::District(self.district))
    }

    fn name(&self) -> &str {
        &self.host
    }

    fn cell(&self, column: Column) -> String {
        super::classes::cell(self, column)
    }

    fn sensitive(_before: &Self, _after: &Self) -> Vec<Sensitive> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests;
