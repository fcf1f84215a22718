//! How a station is stored: one JSON record, in words rather than in bits, so that a record
//! written today is still understood after the enums have moved.

pub(super) mod class;

use chrono::NaiveDate;
use domain::geo::Wgs84;
use domain::hours::Hours;
use domain::places::{District, Street};
use domain::station::{
    Access, Amenities, Amenity, AmenitySet, Kind, KindSet, Life, Station, StationId, Text,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a record could not be read.
#[derive(Debug)]
pub(super) enum RecordError {
    Json(serde_json::Error),
    Unknown { field: &'static str, value: String },
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => error.fmt(f),
            Self::Unknown { field, value } => write!(f, "{field}: {value:?} is unknown"),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Record {
    kinds: Vec<String>,
    district: u32,
    street: Option<u32>,
    position: Option<(f64, f64)>,
    hours: StoredHours,
    present: Vec<String>,
    absent: Vec<String>,
    access: String,
    verified_on: Option<NaiveDate>,
    life: StoredLife,
    name: String,
    address: String,
    show_at_door: String,
    phone: String,
    verified_by: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredHours {
    Unstated,
    /// Words that could not be read.
    Text(String),
    /// OpenStreetMap `opening_hours`, which reads back to the same schedule.
    Osm(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredLife {
    Active,
    TemporarilyClosed {
        from: Option<NaiveDate>,
        until: Option<NaiveDate>,
    },
    Closed {
        from: Option<NaiveDate>,
        successor: Option<u32>,
    },
}

/// Writes a station's record.
pub(super) fn write(station: &Station) -> String {
    let amenities = |set: AmenitySet| {
        set.iter()
            .map(|amenity| amenity.code().to_owned())
            .collect()
    };
    let record = Record {
        kinds: station
            .kinds
            .iter()
            .map(|kind| kind.code().to_owned())
            .collect(),
        district: station.district.code(),
        street: station.street.map(Street::code),
        position: station.position.map(|at| (at.lat(), at.lng())),
        hours: match (&station.hours, station.hours.to_osm()) {
            (Hours::Unread(text), _) => StoredHours::Text(text.clone()),
            (_, Some(osm)) => StoredHours::Osm(osm),
            (_, None) => StoredHours::Unstated,
        },
        present: amenities(station.amenities.present()),
        absent: amenities(station.amenities.absent()),
        access: station.access.code().to_owned(),
        verified_on: station.verified_on,
        life: match station.life {
            Life::Active => StoredLife::Active,
            Life::TemporarilyClosed { from, until } => {
                StoredLife::TemporarilyClosed { from, until }
            }
            Life::Closed { from, successor } => StoredLife::Closed {
                from,
                successor: successor.map(|id| id.0),
            },
        },
        name: station.text.name.clone(),
        address: station.text.address.clone(),
        show_at_door: station.text.show_at_door.clone(),
        phone: station.text.phone.clone(),
        verified_by: station.text.verified_by.clone(),
    };
    serde_json::to_string(&record).expect("plain data serialises")
}

/// Reads a station's record.
pub(super) fn read(id: StationId, json: &str) -> Result<Station, RecordError> {
    let record: Record = serde_json::from_str(json).map_err(RecordError::Json)?;
    let amenities = |codes: &[String]| -> Result<AmenitySet, RecordError> {
        codes
            .iter()
            .map(|code| known("amenity", code, Amenity::from_code))
            .collect()
    };
    let kinds: Result<KindSet, _> = record
        .kinds
        .iter()
        .map(|code| known("kind", code, Kind::from_code))
        .collect();
    Ok(Station {
        id,
        kinds: kinds?,
        district: known("district", &record.district.to_string(), |_| {
            District::from_code(record.district)
        })?,
        street: record
            .street
            .map(|code| known("street", &code.to_string(), |_| Street::from_code(code)))
            .transpose()?,
        position: record
            .position
            .map(|(lat, lng)| {
                known("position", &format!("{lat},{lng}"), |_| {
                    Wgs84::new(lat, lng)
                })
            })
            .transpose()?,
        hours: match record.hours {
            StoredHours::Unstated => Hours::Unstated,
            StoredHours::Text(text) => Hours::Unread(text),
            StoredHours::Osm(osm) => Hours::read(&osm),
        },
        amenities: Amenities::new(amenities(&record.present)?, amenities(&record.absent)?),
        access: known("access", &record.access, Access::from_code)?,
        verified_on: record.verified_on,
        life: match record.life {
            StoredLife::Active => Life::Active,
            StoredLife::TemporarilyClosed { from, until } => {
                Life::TemporarilyClosed { from, until }
            }
            StoredLife::Closed { from, successor } => Life::Closed {
                from,
                successor: successor.map(StationId),
            },
        },
        text: Text {
            name: record.name,
            address: record.address,
            show_at_door: record.show_at_door,
            phone: record.phone,
            verified_by: record.verified_by,
        },
    })
}

fn known<T>(
    field: &'static str,
    value: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, RecordError> {
    read(value).ok_or_else(|| RecordError::Unknown {
        field,
        value: value.to_owned(),
    })
}
