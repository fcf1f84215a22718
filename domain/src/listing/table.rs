//! A file as the rows of one sheet, before anything is made of them: what an import works on, and
//! gives back where it is wrong.

use super::columns::Subject;
use super::header::Header;
use super::problem::{Failure, Where};
use super::row::Row;
use super::{Head, bounded, csv, decode, xlsx};
use ::csv::StringRecord;

/// What a file turned out to hold.
#[derive(Debug)]
pub enum Opened {
    /// The rows.
    Table(Table),
    /// Several sheets that may be meant, by name: somebody has to choose.
    Sheets(Vec<String>),
}

/// A header, and the rows below it that are not blank.
#[derive(Debug)]
pub struct Table {
    subject: Subject,
    header: Header,
    lines: Vec<Line>,
}

/// A row as it stands in the file.
#[derive(Debug)]
pub(super) struct Line {
    pub at: Where,
    pub record: StringRecord,
    /// The cells with something that their text does not tell, by their places.
    pub odd: Vec<(usize, Odd)>,
}

/// What a spreadsheet has in a cell beside a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Odd {
    /// A formula; its text is the value that was saved with it.
    Formula,
    /// A formula without one.
    FormulaWithoutValue,
    /// An error such as `#N/A`.
    ErrorValue,
}

impl Line {
    /// What is odd about the cell in that place.
    pub(super) fn odd(&self, place: usize) -> Option<Odd> {
        let found = self.odd.iter().find(|(at, _)| *at == place);
        found.map(|(_, odd)| *odd)
    }

    pub(super) fn is_blank(&self) -> bool {
        self.record.iter().all(|value| value.trim().is_empty())
    }
}

/// Opens a CSV or XLSX file. `sheet` names that of a workbook; without it, the only one with a
/// header is taken.
///
/// ```
/// # use domain::listing::{Subject, table::{self, Opened}};
/// let file = "名称,类型,区\n示例驿站,暖心驿站,东城区\n";
/// let Ok(Opened::Table(table)) = table::open(file.as_bytes(), Subject::Stations, None) else {
///     panic!("it has one sheet")
/// };
/// assert_eq!(table.len(), 1);
/// ```
///
/// # Errors
///
/// Where there is no table with the columns that the subject needs.
pub fn open(bytes: &[u8], subject: Subject, sheet: Option<&str>) -> Result<Opened, Failure> {
    let bytes = bounded(bytes)?;
    if xlsx::is_one(bytes) {
        return xlsx::open(bytes, subject, sheet);
    }
    let mut lines = Vec::new();
    let text = decode::decode(bytes)?;
    let header = csv::lines(&text, subject, |line| lines.push(line))?;
    Table::new(subject, header, lines).map(Opened::Table)
}

impl Table {
    /// Refused if a needed column is missing.
    pub(super) fn new(subject: Subject, header: Header, lines: Vec<Line>) -> Result<Self, Failure> {
        header.head(subject)?;
        Ok(Self {
            subject,
            header,
            lines,
        })
    }

    /// How many rows it has.
    #[expect(
        clippy::len_without_is_empty,
        reason = "nobody asks; a table without rows is as good as another"
    )]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Which listing it is.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// The names of its columns, as they are written.
    pub fn names(&self) -> &[String] {
        &self.header.names
    }

    /// The cells of a row as they are written, by its place.
    pub fn cells(&self, place: usize) -> impl Iterator<Item = &str> {
        self.lines
            .get(place)
            .into_iter()
            .flat_map(|line| &line.record)
    }

    /// What it says about its own columns.
    pub(super) fn head(&self) -> Head {
        self.header.head(self.subject).unwrap_or_default()
    }

    /// A row, by its place.
    pub(super) fn row(&self, place: usize) -> Option<Row<'_>> {
        self.lines.get(place).map(|line| Row {
            at: line.at,
            cells: self.header.cells(line),
            broken: None,
        })
    }

    /// The rows, in the file's order.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).filter_map(|place| self.row(place))
    }
}
