//! An entry from a row of its own: what only this room asks of one.

use super::super::Column;
use super::super::problem::Reason;
use super::super::row::Reader;
use crate::class::{ClassId, HolidayClass};
use crate::station::{Life, Station, StationId};

/// What can be read from the columns of a listing.
pub trait FromRow: Sized {
    /// What the row lists, as the one with that number.
    fn from_row(row: &Reader<'_>, number: u32, is_listed: &dyn Fn(u32) -> bool) -> Option<Self>;
}

impl FromRow for Station {
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

impl FromRow for HolidayClass {
    fn from_row(row: &Reader<'_>, number: u32, _is_listed: &dyn Fn(u32) -> bool) -> Option<Self> {
        let mut class = row.class()?;
        class.id = ClassId(number);
        Some(class)
    }
}
