//! Listings as people keep them, of stations and of holiday classes: read from CSV (stations also
//! from GeoJSON), written as open data.
//!
//! Reading collects every problem of every row. Rows with an error are left out and reported,
//! the others are loaded; a file from which nothing can be loaded is a [`Failure`]. Nothing is
//! guessed: coordinates need their datum, and a doubtful word is reported, not interpreted.

pub mod classes;
mod columns;
mod csv;
mod decode;
pub mod entry;
mod geojson;
mod header;
pub mod history;
mod identity;
pub mod import;
mod problem;
mod row;
pub mod second;
mod stations;
pub mod table;
mod vocabulary;
mod wording;
mod written;
mod xlsx;

pub use self::columns::{Column, ColumnHelp, Subject};
pub use self::geojson::write as write_geojson;
pub use self::problem::{Failure, Problem, Reason, Report, Unopened, Where};
pub use self::stations::{write_csv, write_xlsx};
pub use self::vocabulary::datum as datum_named;
pub use self::wording::{Bilingual, MAX_SHOWN_CHARS};

use self::row::{Draft, Reader, Row};
use crate::geo::Datum;
use crate::station::Station;
use std::collections::BTreeSet;

/// The largest file that is looked at, in bytes.
pub const MAX_BYTES: usize = 32 << 20;

/// The longest line or GeoJSON feature that is looked at, in bytes.
pub const MAX_LINE_BYTES: usize = 256 << 10;

/// The most rows of a file.
pub const MAX_ROWS: usize = 100_000;

/// The most columns of a CSV file.
pub const MAX_COLUMNS: usize = 200;

/// The longest cell, in characters.
pub const MAX_CELL_CHARS: usize = 2_000;

/// What was read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// In the order of their ids. At least one.
    pub stations: Vec<Station>,
    /// What was wrong, and the counts.
    pub report: Report,
}

/// Reads a listing of stations. `datum` is that of rows which do not name their own; a GeoJSON
/// file is in WGS-84 if nothing says otherwise (RFC 7946).
///
/// The same bytes always give the same stations with the same ids.
///
/// ```
/// # use domain::{geo::Datum, listing};
/// let file = "名称,类型,区,经度,纬度\n示例驿站,暖心驿站,东城区,116.41,39.94\n";
/// let listing = listing::read(file.as_bytes(), Some(Datum::Gcj02)).unwrap();
/// assert_eq!(listing.stations[0].text.name, "示例驿站");
/// assert!(matches!(listing::read(file.as_bytes(), None), Err(listing::Failure::NoDatum)));
/// ```
pub fn read(bytes: &[u8], datum: Option<Datum>) -> Result<Listing, Failure> {
    let text = decode::decode(bounded(bytes)?)?;
    if text.trim_start().starts_with('{') {
        // RFC 7946 knows no other datum.
        let datum = datum.or(Some(Datum::Wgs84));
        gather_stations(datum, |take| geojson::read(&text, take))
    } else {
        gather_stations(datum, |take| csv::read(&text, Subject::Stations, take))
    }
}

/// Reads a listing as [`write_csv`] writes it: UTF-8, and each row names its datum. Links neither
/// the other encodings nor GeoJSON.
///
/// # Errors
///
/// As [`read`].
pub fn read_open_csv(bytes: &[u8]) -> Result<Listing, Failure> {
    let text = open_text(bytes)?;
    gather_stations(None, |take| csv::read(text, Subject::Stations, take))
}

fn gather_stations(
    datum: Option<Datum>,
    read: impl FnOnce(&mut dyn FnMut(&Row<'_>)) -> Result<Head, Failure>,
) -> Result<Listing, Failure> {
    let (drafts, report) = gather(datum, read, |row| row.station(), stations::settle)?;
    let stations = drafts.into_iter().map(|draft| draft.item.station).collect();
    Ok(Listing { stations, report })
}

fn bounded(bytes: &[u8]) -> Result<&[u8], Failure> {
    match bytes.len() {
        ..=MAX_BYTES => Ok(bytes),
        bytes => Err(Failure::TooLarge { bytes }),
    }
}

/// The text of a file that this site wrote.
fn open_text(bytes: &[u8]) -> Result<&str, Failure> {
    let text = core::str::from_utf8(bounded(bytes)?).map_err(|_| Failure::Undecodable)?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// Takes the rows of a file from its reader and makes of them what they list: each by `item`, and
/// then together by `settle`, which tells which one is which. At least one.
fn gather<T>(
    datum: Option<Datum>,
    read: impl FnOnce(&mut dyn FnMut(&Row<'_>)) -> Result<Head, Failure>,
    item: impl Fn(&Reader<'_>) -> Option<T>,
    settle: impl FnOnce(Vec<Draft<T>>, &mut Vec<Problem>) -> Vec<Draft<T>>,
) -> Result<(Vec<Draft<T>>, Report), Failure> {
    let mut drafts = Vec::new();
    let mut report = Report::default();
    let head = read(&mut |row| {
        report.rows += 1;
        let (draft, problems) = row::read(row, datum, &item);
        drafts.extend(draft);
        report.problems.extend(problems);
    })?;
    let lacks_datum = |problem: &Problem| problem.reason == Reason::DatumMissing;
    if !head.columns.contains(&Column::Datum) && report.problems.iter().any(lacks_datum) {
        return Err(Failure::NoDatum);
    }
    report.ignored_columns = head.ignored;

    let drafts = settle(drafts, &mut report.problems);
    report.finish(&drafts.iter().map(|draft| draft.at).collect());
    if drafts.is_empty() {
        return Err(Failure::NothingLoaded(report));
    }
    Ok((drafts, report))
}

/// What a file says about its own columns.
#[derive(Debug, Default)]
struct Head {
    /// Those that are known.
    columns: BTreeSet<Column>,
    /// Whether some are called like an amenity.
    names_amenities: bool,
    /// The names of those that are not, in their order.
    ignored: Vec<String>,
}

#[cfg(test)]
mod tests;
