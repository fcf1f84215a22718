//! What can be wrong with a listing, as types; the sentences are in `wording`.

use super::Column;
use crate::places::District;
use std::collections::BTreeSet;

/// What reading a file came to.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Report {
    /// Rows of data, blank ones not counted.
    pub rows: usize,
    /// Rows that became an entry.
    pub loaded: usize,
    /// Rows that became an entry and have at least one warning.
    pub with_warnings: usize,
    /// Rows that were left out.
    pub rejected: usize,
    /// Everything that was found wrong, in the order of the rows.
    pub problems: Vec<Problem>,
    /// Headers that no column is known by; what stands below them is not read.
    pub ignored_columns: Vec<String>,
}

impl Report {
    /// Counts and sorts, once it is known which rows were loaded.
    pub(super) fn finish(&mut self, loaded: &BTreeSet<Where>) {
        self.problems.sort_by_key(|problem| problem.at);
        let flagged: BTreeSet<Where> = self.problems.iter().map(|problem| problem.at).collect();
        self.loaded = loaded.len();
        self.rejected = self.rows - self.loaded;
        self.with_warnings = flagged.intersection(loaded).count();
    }
}

/// Something wrong with one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which row.
    pub at: Where,
    /// The column's header as the file has it, cut; empty beyond the last column.
    pub column: String,
    /// What stands there, cut.
    pub value: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// A row of a file, counted from 1 as people count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Where {
    /// The line of a CSV file on which the row begins.
    Line(usize),
    /// The feature of a GeoJSON file.
    Feature(usize),
    /// The row of a spreadsheet, as it numbers them.
    Row(usize),
}

/// What is wrong with a row. An error leaves the row out, a warning does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Error: an entry cannot be without it.
    Missing(Column),
    /// Error: longer than [`super::MAX_CELL_CHARS`]; often an unclosed quotation mark.
    CellTooLong,
    /// Error: a formula that was saved without its value.
    FormulaWithoutValue,
    /// Error: what a spreadsheet shows where a formula failed, such as `#N/A`.
    ErrorValue,
    /// Error: there are more cells than headers.
    ExtraCell,
    /// Error: a GeoJSON feature that is not one.
    NotAFeature,
    /// Error: a geometry other than a point.
    NotAPoint,
    /// Error: an id is a whole number from 1 to 999,999,999.
    NotAnId,
    /// Error: nothing that is held has that number.
    NoSuchId,
    /// Error: several that are held may be meant.
    SeveralSuch,
    /// Error: an earlier row has the same id or reference.
    Repeated {
        /// That row.
        first: Where,
    },
    /// Error: no kind of station is called that.
    NoKnownKind,
    /// Error: no district is called that.
    UnknownDistrict,
    /// Error: that street is in another district than the one stated.
    StreetElsewhere(District),
    /// Error: several districts have a street of that name.
    AmbiguousStreet,
    /// Error: not a number of degrees.
    NotDegrees,
    /// Error: a latitude without a longitude, or the reverse.
    HalfAPosition,
    /// Error: latitude and longitude are swapped.
    Swapped,
    /// Error: the point is not in Beijing.
    OutsideBeijing,
    /// Error: nothing says which datum the coordinates are in.
    DatumMissing,
    /// Error: no datum is called that.
    UnknownDatum,
    /// Error: no status is called that.
    UnknownStatus,
    /// Error: not a date.
    NotADate,
    /// Error: no mode of a holiday class is called that.
    UnknownMode,
    /// Error: not grades from 1 to 16.
    NotGrades,
    /// Error: not a session from a first to a last day.
    NotASession,
    /// Error: a first day without a last, or the reverse.
    HalfASession,
    /// Error: not a whole number of children above zero.
    NotANumber,
    /// Error: something ends before it begins.
    EndsBeforeItBegins,
    /// Warning: a formula; the value that was saved with it is taken.
    Formula,
    /// Warning: no street of that district is called that; there is none.
    UnknownStreet,
    /// Warning: the point is in that district by the outlines, or in none.
    PointElsewhere(Option<District>),
    /// Warning: one of several kinds is not known.
    UnknownKind,
    /// Warning: an amenity that is not known.
    UnknownAmenity,
    /// Warning: neither yes nor no.
    NeitherYesNorNo,
    /// Warning: no access is called that; it is unknown.
    UnknownAccess,
    /// Warning: not a date; it counts as never verified.
    VerifiedWhen,
    /// Warning: hours that cannot be read are shown as they stand.
    HoursUnread,
    /// Warning: not a time of day to another; nothing is stated.
    DailyUnread,
    /// Warning: not an amount of whole yuan; nothing is stated.
    FeeUnread,
    /// Warning: no row has that id or reference; the station has no successor.
    UnknownSuccessor,
    /// Warning: it says something about a closure, but the place is not closed that way.
    NotClosed,
    /// Warning: another column says the same thing differently; the first one counts.
    SaidTwice,
}

impl Reason {
    /// Whether it leaves the row out.
    pub fn is_error(&self) -> bool {
        !matches!(
            self,
            Self::Formula
                | Self::UnknownStreet
                | Self::PointElsewhere(_)
                | Self::UnknownKind
                | Self::UnknownAmenity
                | Self::NeitherYesNorNo
                | Self::UnknownAccess
                | Self::VerifiedWhen
                | Self::HoursUnread
                | Self::DailyUnread
                | Self::FeeUnread
                | Self::UnknownSuccessor
                | Self::NotClosed
                | Self::SaidTwice
        )
    }
}

/// Why nothing of a file was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It is larger than [`super::MAX_BYTES`].
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It is in none of the known encodings.
    Undecodable,
    /// It is a spreadsheet that is not opened.
    Workbook(Unopened),
    /// A line or feature is longer than [`super::MAX_LINE_BYTES`].
    TooLong {
        /// The first such.
        at: Where,
        /// Its length.
        bytes: usize,
    },
    /// None of the first rows is a header.
    NoHeader,
    /// It has more columns than [`super::MAX_COLUMNS`].
    TooManyColumns {
        /// So many.
        columns: usize,
    },
    /// It has more rows than [`super::MAX_ROWS`].
    TooManyRows,
    /// Columns that a listing cannot be without.
    MissingColumns(Vec<Column>),
    /// It has coordinates, and neither a column nor the caller names their datum.
    NoDatum,
    /// It begins like JSON and is not.
    NotJson {
        /// The line at which reading stopped.
        line: usize,
        /// The character of that line.
        column: usize,
    },
    /// It is JSON, but not a GeoJSON FeatureCollection.
    NotAFeatureCollection,
    /// Every row has an error, or there are no rows.
    NothingLoaded(Report),
}

/// Why a spreadsheet is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// It is in the format of Excel before 2007.
    OldFormat,
    /// It is protected by a password.
    Locked,
    /// It is no XLSX, or damaged.
    Broken,
    /// Unpacked it is larger than is looked at.
    TooMuch,
    /// It brings definitions of its own (a DTD), with which a file may reach out or blow up.
    Definitions,
    /// It has no sheet of that name.
    NoSuchSheet,
}
