//! An entry of a listing as the texts of its columns: what forms, histories and imports compare,
//! merge and write.

mod aspect;
mod cells;
mod merge;
mod sensitive;

pub use aspect::{Aspect, AspectSet};
pub use cells::Cells;
pub use merge::{Merged, merge};
pub use sensitive::{Sensitive, sensitive};

use super::problem::Reason;
use super::row::Reader;
use super::{Column, Subject};
use crate::class::{ClassId, HolidayClass};
use crate::station::{Life, Station, StationId};
use crate::union::Desk;

/// Something that a listing lists: a station or a holiday class.
pub trait Entry: Clone + PartialEq + Sealed {
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

/// What only this module asks of an entry.
pub trait Sealed: Sized {
    /// What a row lists, its number and what depends on other rows not settled yet.
    #[doc(hidden)]
    fn from_row(row: &Reader<'_>, number: u32, is_listed: &dyn Fn(u32) -> bool) -> Option<Self>;
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

impl Sealed for Station {
    fn from_row(row: &Reader<'_>, number: u32, is_listed: &dyn Fn(u32) -> bool) -> Option<Self> {
        let read = row.station()?;
        let mut station = read.station;
        station.id = StationId(number);
        if let (Life::Closed { successor, .. }, Some(words)) =
            (&mut station.life, read.successor.as_deref())
        {
            let other = words.parse().ok();
            let other = other.filter(|other| *other != number && is_listed(*other));
            *successor = other.map(StationId);
            if let (None, Some(cell)) = (other, row.get(Column::Successor)) {
                row.report(cell, Reason::UnknownSuccessor);
            }
        }
        Some(station)
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

impl Sealed for HolidayClass {
    fn from_row(row: &Reader<'_>, number: u32, _is_listed: &dyn Fn(u32) -> bool) -> Option<Self> {
        let mut class = row.class()?;
        class.id = ClassId(number);
        Some(class)
    }
}

#[cfg(test)]
mod tests;
