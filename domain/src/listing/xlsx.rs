//! XLSX, as Excel and WPS write it: the visible sheets with a header, their cells as people see them.
//!
//! Nothing that a file claims of its size is believed. What is unpacked goes by in pieces, of which
//! at most [`MOST_UNPACKED_BYTES`] are looked at; what is kept has at most [`MOST_CELLS`] cells and
//! [`MOST_TEXT_BYTES`] of text. Formulas are not run, other files not asked for, definitions of the
//! file's own refused, and what is packed within is not unpacked again.

mod archive;
mod number;
mod packed;
mod sheet;
mod strings;
mod styles;
mod unpacked;
mod workbook;
mod write;
mod xml;

pub(super) use write::write;

use super::columns::{Column, Field, Subject};
use super::header::Header;
use super::problem::{Failure, Unopened, Where};
use super::table::{Line, Opened, Table};
use super::{MAX_COLUMNS, MAX_ROWS};
use csv::StringRecord;
use sheet::{Kind, SheetRow};
use workbook::Workbook;

/// All parts together, unpacked, in bytes.
const MOST_UNPACKED_BYTES: u64 = 128 << 20;

/// One element or text of a part, in bytes: more than Excel's longest cell.
const MOST_PIECE_BYTES: usize = 1 << 20;

/// The cells of a sheet that are not blank.
const MOST_CELLS: usize = 1_000_000;

/// The text of a sheet, and that of the strings its sheets share, in bytes.
const MOST_TEXT_BYTES: usize = 24 << 20;

/// The sheets in which a header is looked for.
const MOST_SHEETS: usize = 50;

/// What Excel's older files begin with, and its newer ones when they have a password.
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

impl From<Unopened> for Failure {
    fn from(why: Unopened) -> Self {
        Self::Workbook(why)
    }
}

/// Whether it is a spreadsheet's own file.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(COMPOUND_FILE)
}

/// Opens one of the sheets: that of the name, or the only visible one with a header.
pub(super) fn open(
    bytes: &[u8],
    subject: Subject,
    wanted: Option<&str>,
) -> Result<Opened, Failure> {
    if bytes.starts_with(COMPOUND_FILE) {
        return Err(locked_or_old(bytes).into());
    }
    let mut workbook = Workbook::open(bytes)?;
    let names = match wanted {
        Some(name) if workbook.has(name) => vec![name.to_owned()],
        Some(_) => return Err(Unopened::NoSuchSheet.into()),
        None => with_header(&mut workbook, subject)?,
    };
    match &names[..] {
        [] => Err(Failure::NoHeader),
        [name] => table(&mut workbook, subject, name).map(Opened::Table),
        _ => Ok(Opened::Sheets(names)),
    }
}

/// What has a password has its parts under other names.
fn locked_or_old(bytes: &[u8]) -> Unopened {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    match bytes.windows(name.len()).any(|window| window == name) {
        true => Unopened::Locked,
        false => Unopened::OldFormat,
    }
}

fn with_header(workbook: &mut Workbook<'_>, subject: Subject) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for name in workbook.visible().into_iter().take(MOST_SHEETS) {
        let first = workbook.rows(&name, super::header::HEADER_WITHIN)?;
        if Header::find(first.iter().map(|row| &row.record), subject).is_some() {
            names.push(name);
        }
    }
    Ok(names)
}

fn table(workbook: &mut Workbook<'_>, subject: Subject, name: &str) -> Result<Table, Failure> {
    let rows = workbook.rows(name, MAX_ROWS + super::header::HEADER_WITHIN + 1)?;
    let header = Header::find(rows.iter().map(|row| &row.record), subject);
    let header = header.ok_or(Failure::NoHeader)?;
    if header.names.len() > MAX_COLUMNS {
        return Err(Failure::TooManyColumns {
            columns: header.names.len(),
        });
    }
    let from_1904 = workbook.counts_from_1904();
    let below = rows.into_iter().skip(header.index + 1);
    let lines: Vec<_> = below
        .filter(|row| !header.is_repeated_by(&row.record))
        .map(|row| line(row, &header, from_1904))
        .collect();
    if lines.len() > MAX_ROWS {
        return Err(Failure::TooManyRows);
    }
    Table::new(subject, header, lines)
}

/// A plain number in a column of days is a day as spreadsheets count them.
fn line(row: SheetRow, header: &Header, from_1904: bool) -> Line {
    let (mut record, mut odd) = (row.record, Vec::new());
    for (place, kind) in row.kinds {
        match kind {
            Kind::Odd(what) => odd.push((place, what)),
            Kind::Number => {
                let day = (header.field(place).filter(is_day))
                    .and_then(|_| number::day(record.get(place)?.parse().ok()?, from_1904));
                if let Some(day) = day {
                    record = with(&record, place, &day);
                }
            }
        }
    }
    Line {
        at: Where::Row(row.number),
        record,
        odd,
    }
}

fn is_day(field: &Field) -> bool {
    use Column::{
        ClosedFrom, ClosedUntil, EnrolmentCloses, EnrolmentOpens, FirstDay, LastDay, VerifiedOn,
    };
    matches!(
        field,
        Field::Column(
            ClosedFrom
                | ClosedUntil
                | EnrolmentCloses
                | EnrolmentOpens
                | FirstDay
                | LastDay
                | VerifiedOn
        )
    )
}

/// The record with another text in that place.
fn with(record: &StringRecord, place: usize, text: &str) -> StringRecord {
    let cells = record.iter().enumerate();
    cells
        .map(|(at, old)| if at == place { text } else { old })
        .collect()
}
