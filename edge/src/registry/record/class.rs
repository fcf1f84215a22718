//! How a holiday class is stored: one JSON record in words, as a station is.

use super::{RecordError, known};
use chrono::NaiveDate;
use domain::class::{ClassId, Daily, Enrolment, Grades, HolidayClass, Mode, Period};
use domain::geo::Wgs84;
use domain::places::{District, Street};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Record {
    host: String,
    mode: String,
    district: u32,
    street: Option<u32>,
    address: String,
    position: Option<(f64, f64)>,
    grades: Option<(u8, u8)>,
    sessions: Vec<(NaiveDate, NaiveDate)>,
    /// Minutes since midnight.
    daily: Option<(u16, u16)>,
    opens: Option<NaiveDate>,
    closes: Option<NaiveDate>,
    places: Option<u32>,
    fee_yuan: Option<u32>,
    contact: String,
    verified_on: Option<NaiveDate>,
    verified_by: String,
}

/// Writes a class's record.
pub(in crate::registry) fn write(class: &HolidayClass) -> String {
    let sessions = class.sessions.iter();
    let record = Record {
        host: class.host.clone(),
        mode: class.mode.code().to_owned(),
        district: class.district.code(),
        street: class.street.map(Street::code),
        address: class.address.clone(),
        position: class.position.map(|at| (at.lat(), at.lng())),
        grades: class.grades.map(|grades| (grades.first(), grades.last())),
        sessions: sessions.map(|each| (each.first(), each.last())).collect(),
        daily: class.daily.map(|daily| (daily.from(), daily.until())),
        opens: class.enrolment.opens(),
        closes: class.enrolment.closes(),
        places: class.places,
        fee_yuan: class.fee_yuan,
        contact: class.contact.clone(),
        verified_on: class.verified_on,
        verified_by: class.verified_by.clone(),
    };
    serde_json::to_string(&record).expect("plain data serialises")
}

/// Reads a class's record.
pub(in crate::registry) fn read(id: ClassId, json: &str) -> Result<HolidayClass, RecordError> {
    let record: Record = serde_json::from_str(json).map_err(RecordError::Json)?;
    let district = record.district;
    let street = |code: u32| known("street", &code.to_string(), |_| Street::from_code(code));
    let position = |(lat, lng): (f64, f64)| {
        known("position", &format!("{lat},{lng}"), |_| {
            Wgs84::new(lat, lng)
        })
    };
    let grades = |(first, last): (u8, u8)| {
        known("grades", &format!("{first}-{last}"), |_| {
            Grades::new(first, last)
        })
    };
    let daily = |(from, until): (u16, u16)| {
        known("daily", &format!("{from}-{until}"), |_| {
            Daily::new(from, until)
        })
    };
    let sessions = record.sessions.iter().map(|(first, last)| {
        known("session", &format!("{first}/{last}"), |_| {
            Period::new(*first, *last)
        })
    });
    let (opens, closes) = (record.opens, record.closes);
    Ok(HolidayClass {
        id,
        host: record.host,
        mode: known("mode", &record.mode, Mode::from_code)?,
        district: known("district", &district.to_string(), |_| {
            District::from_code(district)
        })?,
        street: record.street.map(street).transpose()?,
        address: record.address,
        position: record.position.map(position).transpose()?,
        grades: record.grades.map(grades).transpose()?,
        sessions: sessions.collect::<Result<_, _>>()?,
        daily: record.daily.map(daily).transpose()?,
        enrolment: known("enrolment", &format!("{opens:?}/{closes:?}"), |_| {
            Enrolment::new(opens, closes)
        })?,
        places: record.places,
        fee_yuan: record.fee_yuan,
        contact: record.contact,
        verified_on: record.verified_on,
        verified_by: record.verified_by,
    })
}
