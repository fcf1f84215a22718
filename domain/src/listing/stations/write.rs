//! Stations as rows of a listing, as this site writes them.

use super::super::row::Spot;
use super::super::{Column, Subject, written, xlsx};
use crate::hours::Hours;
use crate::spreadsheet;
use crate::station::{AmenitySet, Life, Station, StationId};
use chrono::NaiveDate;

/// Writes stations as CSV, in WGS-84. [`super::read`] gives the same stations back.
pub fn write_csv(stations: &[Station]) -> String {
    spreadsheet::csv(written::rows(Subject::Stations, stations, cell))
}

/// The same as a workbook, every cell as text.
pub fn write_xlsx(stations: &[Station]) -> Vec<u8> {
    xlsx::write(written::rows(Subject::Stations, stations, cell))
}

/// What stands in that column; empty if nothing is known.
pub(in crate::listing) fn cell(station: &Station, column: Column) -> String {
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let (from, until, successor) = match station.life {
        Life::Active => (None, None, None),
        Life::TemporarilyClosed { from, until } => (from, until, None),
        Life::Closed { from, successor } => (from, None, successor),
    };
    let spot = Spot {
        district: station.district,
        street: station.street,
        position: station.position,
    };
    match column {
        Column::Id => station.id.0.to_string(),
        Column::Name => station.text.name.clone(),
        Column::Address => station.text.address.clone(),
        Column::Kinds => list(station.kinds.iter().map(|kind| kind.code())),
        Column::Hours => match &station.hours {
            Hours::Unstated => String::new(),
            Hours::Unread(text) => text.clone(),
            Hours::Known(_) => station.hours.to_osm().unwrap_or_default(),
        },
        Column::Amenities => amenities(station.amenities.present()),
        Column::AmenitiesAbsent => amenities(station.amenities.absent()),
        Column::Access => station.access.code().to_owned(),
        Column::ShowAtDoor => station.text.show_at_door.clone(),
        Column::Phone => station.text.phone.clone(),
        Column::VerifiedOn => day(station.verified_on),
        Column::VerifiedBy => station.text.verified_by.clone(),
        Column::Status => match station.life {
            Life::Active => "active",
            Life::TemporarilyClosed { .. } => "temporarily_closed",
            Life::Closed { .. } => "closed",
        }
        .to_owned(),
        Column::ClosedFrom => day(from),
        Column::ClosedUntil => day(until),
        Column::Successor => successor
            .map(|StationId(id)| id.to_string())
            .unwrap_or_default(),
        other => spot.cell(other),
    }
}

fn amenities(set: AmenitySet) -> String {
    list(set.iter().map(|amenity| amenity.code()))
}

fn list(codes: impl Iterator<Item = &'static str>) -> String {
    codes.collect::<Vec<_>>().join(";")
}
