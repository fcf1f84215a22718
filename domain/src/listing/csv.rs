//! CSV, as spreadsheets save it and as this site publishes it.

use super::columns::{self, Column, Field};
use super::problem::{Failure, Where};
use super::row::{Cell, Row};
use super::{Head, MAX_COLUMNS, MAX_LINE_BYTES, MAX_ROWS};
use crate::geo::Datum;
use crate::hours::Hours;
use crate::station::{AmenitySet, Life, Station, StationId};
use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord};

/// A header is looked for in so many rows; above it stand titles and remarks.
const HEADER_WITHIN: usize = 20;

/// Calls `take` with every row that is not blank.
pub(super) fn read(text: &str, mut take: impl FnMut(&Row<'_>)) -> Result<Head, Failure> {
    check_lines(text)?;
    let header = Header::find(text)?;
    let head = header.head()?;
    let mut lines = Lines {
        text,
        byte: 0,
        line: 1,
    };
    let mut rows = 0;
    for record in records(text, header.delimiter).skip(header.index + 1) {
        if record.iter().all(|value| value.trim().is_empty()) {
            continue;
        }
        rows += 1;
        if rows > MAX_ROWS {
            return Err(Failure::TooManyRows);
        }
        take(&Row {
            at: Where::Line(lines.of(&record)),
            cells: header.cells(&record),
            broken: None,
        });
    }
    Ok(head)
}

/// Before anything is built from it: a line of megabytes is no row.
fn check_lines(text: &str) -> Result<(), Failure> {
    match (text.split('\n').enumerate()).find(|(_, line)| line.len() > MAX_LINE_BYTES) {
        None => Ok(()),
        Some((index, line)) => Err(Failure::TooLong {
            at: Where::Line(index + 1),
            bytes: line.len(),
        }),
    }
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
        .into_records()
        .map(|record| {
            record.expect("the text is valid UTF-8, in memory, and rows may differ in length")
        })
}

/// The row that names the columns.
struct Header {
    delimiter: u8,
    index: usize,
    names: Vec<String>,
    fields: Vec<Option<Field>>,
}

impl Header {
    /// The first row with two known columns. Spreadsheets save UTF-16 with tabs.
    fn find(text: &str) -> Result<Self, Failure> {
        for delimiter in *b",\t;" {
            for (index, record) in records(text, delimiter).take(HEADER_WITHIN).enumerate() {
                let header = Self::of(&record, delimiter, index);
                if header.fields.iter().flatten().count() >= 2 {
                    return Ok(header);
                }
            }
        }
        Err(Failure::NoHeader)
    }

    fn of(record: &StringRecord, delimiter: u8, index: usize) -> Self {
        let mut names: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
        let used = names.iter().rposition(|name| !name.is_empty());
        names.truncate(used.map_or(0, |last| last + 1));
        let looked_at = names.iter().take(MAX_COLUMNS);
        let fields = looked_at.map(|name| columns::field(name)).collect();
        Self {
            delimiter,
            index,
            names,
            fields,
        }
    }

    fn head(&self) -> Result<Head, Failure> {
        if self.names.len() > MAX_COLUMNS {
            return Err(Failure::TooManyColumns {
                columns: self.names.len(),
            });
        }
        let mut head = Head::default();
        for (name, field) in self.names.iter().zip(&self.fields) {
            match field {
                Some(Field::Column(column)) => {
                    head.columns.insert(*column);
                }
                None if !name.is_empty() => head.ignored.push(super::wording::cut(name)),
                _ => {}
            }
        }
        let mut missing = vec![Column::Name, Column::Kinds];
        if !head.columns.contains(&Column::Street) {
            missing.push(Column::District);
        }
        missing.retain(|column| !head.columns.contains(column));
        if missing.is_empty() {
            Ok(head)
        } else {
            Err(Failure::MissingColumns(missing))
        }
    }

    /// Blank cells beyond the header are what spreadsheets leave behind; others are a mistake.
    fn cells<'a>(&'a self, record: &'a StringRecord) -> Vec<Cell<'a>> {
        let known = self.fields.iter().zip(&self.names).zip(record);
        let known = known.filter_map(|((field, header), value)| {
            let value = unguarded(value);
            field.map(|field| Cell {
                field,
                header,
                value,
            })
        });
        let beyond = record.iter().skip(self.names.len());
        let beyond = beyond.filter(|value| !value.trim().is_empty()).take(1);
        let beyond = beyond.map(|value| Cell {
            field: Field::Beyond,
            header: "",
            value,
        });
        known.chain(beyond).collect()
    }
}

/// Counts lines forwards. The reader's own count is of the line before any blank ones.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, record: &StringRecord) -> usize {
        let from = record.position().map_or(self.byte, |position| {
            usize::try_from(position.byte()).expect("the text is in memory")
        });
        let bytes = self.text.as_bytes();
        let blank = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let start = from + bytes[from..].iter().take_while(blank).count();
        self.line += bytes[self.byte..start]
            .iter()
            .filter(|b| **b == b'\n')
            .count();
        self.byte = start;
        self.line
    }
}

/// Writes stations as CSV: UTF-8 with its mark, so that spreadsheets show Chinese, in WGS-84.
/// [`super::read`] gives the same stations back.
pub fn write(stations: &[Station]) -> String {
    let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    let columns = || Column::ALL.iter().filter(|help| is_written(help.column));
    let cells = |station: &Station| -> Vec<String> {
        columns()
            .map(|help| guarded(cell(station, help.column)))
            .collect()
    };
    let header: Vec<String> = columns().map(|help| help.code.to_owned()).collect();
    for row in std::iter::once(header).chain(stations.iter().map(cells)) {
        writer.write_record(row).expect("memory takes every record");
    }
    let bytes = writer.into_inner().expect("memory needs no flushing");
    String::from_utf8(bytes).expect("made of strings")
}

/// A station keeps neither the listing's own mark, nor its position twice.
fn is_written(column: Column) -> bool {
    !matches!(column, Column::Reference | Column::Position)
}

/// What stands in that column; empty if nothing is known.
pub(super) fn cell(station: &Station, column: Column) -> String {
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let (from, until, successor) = match station.life {
        Life::Active => (None, None, None),
        Life::TemporarilyClosed { from, until } => (from, until, None),
        Life::Closed { from, successor } => (from, None, successor),
    };
    let position = station.position;
    match column {
        Column::Id => station.id.0.to_string(),
        Column::Name => station.text.name.clone(),
        Column::Kinds => list(station.kinds.iter().map(|kind| kind.code())),
        Column::District => station.district.name_zh().to_owned(),
        Column::Street => station
            .street
            .map(|street| street.name_zh().to_owned())
            .unwrap_or_default(),
        Column::Address => station.text.address.clone(),
        Column::Lat => position
            .map(|point| point.lat().to_string())
            .unwrap_or_default(),
        Column::Lng => position
            .map(|point| point.lng().to_string())
            .unwrap_or_default(),
        Column::Datum => position
            .map(|_| Datum::Wgs84.name().to_owned())
            .unwrap_or_default(),
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
        Column::Reference | Column::Position => String::new(),
    }
}

fn amenities(set: AmenitySet) -> String {
    list(set.iter().map(|amenity| amenity.code()))
}

fn list(codes: impl Iterator<Item = &'static str>) -> String {
    codes.collect::<Vec<_>>().join(";")
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
fn guarded(cell: String) -> String {
    if is_formula(&cell) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// The cell without the apostrophe of [`guarded`].
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| is_formula(rest))
        .unwrap_or(cell)
}

/// Cells that begin with apostrophes and then a formula count too, or they would lose one.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
