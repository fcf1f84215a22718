//! A row of a chain, whoever holds the SQL.

use crate::Unreadable;
use domain::chain::{Entry, Record};

/// The table of a chain, in whosever file.
const TABLE: &str = "audit";

/// A record of a chain in words and numbers.
pub trait ChainRow: Sized {
    /// What stands in the chain.
    type Entry: Entry;

    /// The columns of the table, in their order.
    const COLUMNS: &'static [&'static str];

    /// Puts a record into words and numbers.
    fn new(record: &Record<Self::Entry>) -> Result<Self, Unreadable>;

    /// The record.
    fn read(self) -> Result<Record<Self::Entry>, Unreadable>;

    /// Its number, from 0.
    fn number(&self) -> u32;

    /// What is written, a cell a column.
    fn cells(self) -> Vec<Cell>;

    /// What was written.
    fn of<C: Columns>(columns: &C) -> Result<Self, C::Error>;

    /// The statement that gives the rows of which that is true, in the order that it says.
    fn select(which: &str) -> String {
        format!("SELECT {} FROM {TABLE} {which}", Self::COLUMNS.join(", "))
    }

    /// The statement that adds one.
    fn insert() -> String {
        let columns = Self::COLUMNS.join(", ");
        let marks = vec!["?"; Self::COLUMNS.len()].join(", ");
        format!("INSERT INTO {TABLE} ({columns}) VALUES ({marks})")
    }
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// INTEGER
    Integer(u32),
    /// TEXT
    Text(String),
    /// BLOB
    Bytes(Vec<u8>),
    /// NULL
    Nothing,
}

/// The columns of a row of a result, from 0.
pub trait Columns {
    /// Why something else stands there.
    type Error;

    /// The whole number in that column.
    fn integer(&self, column: u32) -> Result<u32, Self::Error>;

    /// The text in that column.
    fn text(&self, column: u32) -> Result<String, Self::Error>;

    /// The bytes in that column.
    fn bytes(&self, column: u32) -> Result<Vec<u8>, Self::Error>;

    /// What `read` makes of that column; `None` if it is NULL.
    fn maybe<T>(
        &self,
        column: u32,
        read: impl Fn(&Self, u32) -> Result<T, Self::Error>,
    ) -> Result<Option<T>, Self::Error>;
}
