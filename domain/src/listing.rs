//! A listing of stations as people keep it: read from CSV or GeoJSON, written as open data.
//!
//! Reading collects every problem of every row. Rows with an error are left out and reported,
//! the others are loaded; a file from which nothing can be loaded is a [`Failure`]. Nothing is
//! guessed: coordinates need their datum, and a doubtful word is reported, not interpreted.

mod columns;
mod csv;
mod decode;
mod geojson;
mod identity;
mod problem;
mod row;
mod vocabulary;
mod wording;

pub use self::columns::{Column, ColumnHelp, columns_markdown};
pub use self::csv::write as write_csv;
pub use self::geojson::write as write_geojson;
pub use self::problem::{Failure, Problem, Reason, Report, Where};
pub use self::vocabulary::datum as datum_named;
pub use self::wording::{Bilingual, MAX_SHOWN_CHARS};

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

/// Reads a listing. `datum` is that of rows which do not name their own; a GeoJSON file is in
/// WGS-84 if nothing says otherwise (RFC 7946).
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
        gather(datum, |take| geojson::read(&text, take))
    } else {
        gather(datum, |take| csv::read(&text, take))
    }
}

/// Reads a listing as [`write_csv`] writes it: UTF-8, and each row names its datum. Links neither
/// the other encodings nor GeoJSON.
///
/// # Errors
///
/// As [`read`].
pub fn read_open_csv(bytes: &[u8]) -> Result<Listing, Failure> {
    let text = core::str::from_utf8(bounded(bytes)?).map_err(|_| Failure::Undecodable)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    gather(None, |take| csv::read(text, take))
}

fn bounded(bytes: &[u8]) -> Result<&[u8], Failure> {
    match bytes.len() {
        ..=MAX_BYTES => Ok(bytes),
        bytes => Err(Failure::TooLarge { bytes }),
    }
}

/// Takes the rows of a file from its reader and makes a listing of them.
fn gather(
    datum: Option<Datum>,
    read: impl FnOnce(&mut dyn FnMut(&row::Row<'_>)) -> Result<Head, Failure>,
) -> Result<Listing, Failure> {
    let mut drafts = Vec::new();
    let mut report = Report::default();
    let head = read(&mut |row| {
        report.rows += 1;
        let (draft, problems) = row::read(row, datum);
        drafts.extend(draft);
        report.problems.extend(problems);
    })?;
    let lacks_datum = |problem: &Problem| problem.reason == Reason::DatumMissing;
    if !head.columns.contains(&Column::Datum) && report.problems.iter().any(lacks_datum) {
        return Err(Failure::NoDatum);
    }
    report.ignored_columns = head.ignored;

    let loaded: BTreeSet<Where>;
    let stations;
    (stations, loaded) = identity::settle(drafts, &mut report.problems);
    report.finish(&loaded);
    if stations.is_empty() {
        return Err(Failure::NothingLoaded(report));
    }
    Ok(Listing { stations, report })
}

/// What a file says about its own columns.
#[derive(Debug, Default)]
struct Head {
    /// Those that are known.
    columns: BTreeSet<Column>,
    /// The names of those that are not, in their order.
    ignored: Vec<String>,
}

#[cfg(test)]
mod tests;
