//! What the registry holds of one kind: the latest version of everything that is listed.

use super::record::{self, RecordError};
use super::store::StoreError;
use crate::sql::{Sql, Value};
use domain::class::{ClassId, HolidayClass};
use domain::listing::entry::Entry;
use domain::station::{Station, StationId};
use std::collections::BTreeMap;

/// An entry that the registry keeps.
pub(super) trait Stored: Entry {
    /// What it is called in the tables.
    const SUBJECT_CODE: &'static str;
    /// Reads the latest versions.
    const HEADS: &'static str;
    /// Writes a latest version.
    const PUT: &'static str;
    /// Takes one off the list.
    const DROP: &'static str;

    /// Its record.
    fn write(&self) -> String;

    /// Reads a record.
    fn read(number: u32, record: &str) -> Result<Self, RecordError>;
}

impl Stored for Station {
    const SUBJECT_CODE: &'static str = "station";
    const HEADS: &'static str = "SELECT id, record, version FROM station ORDER BY id";
    const PUT: &'static str = "INSERT INTO station (id, record, version) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET record = excluded.record, version = excluded.version";
    const DROP: &'static str = "DELETE FROM station WHERE id = ?";

    fn write(&self) -> String {
        record::write(self)
    }

    fn read(number: u32, record: &str) -> Result<Self, RecordError> {
        record::read(StationId(number), record)
    }
}

impl Stored for HolidayClass {
    const SUBJECT_CODE: &'static str = "class";
    const HEADS: &'static str = "SELECT id, record, version FROM class ORDER BY id";
    const PUT: &'static str = "INSERT INTO class (id, record, version) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET record = excluded.record, version = excluded.version";
    const DROP: &'static str = "DELETE FROM class WHERE id = ?";

    fn write(&self) -> String {
        record::class::write(self)
    }

    fn read(number: u32, record: &str) -> Result<Self, RecordError> {
        record::class::read(ClassId(number), record)
    }
}

/// The latest version of an entry.
#[derive(Clone)]
pub(super) struct Head<S> {
    pub(super) version: u32,
    pub(super) entry: S,
}

/// Everything that is listed, by number.
pub(super) type Heads<S> = BTreeMap<u32, Head<S>>;

/// Reads them from the tables.
pub(super) fn heads<S: Stored>(sql: &Sql) -> Result<Heads<S>, StoreError> {
    let rows = sql.rows(S::HEADS, vec![])?;
    let head = |row: &crate::sql::Row| {
        let number = row.integer(0)?;
        let entry = read::<S>(number, &row.text(1)?)?;
        let version = row.integer(2)?;
        Ok((number, Head { version, entry }))
    };
    rows.iter().map(head).collect()
}

/// The version of that number of an entry; `None` inside where it was not listed.
pub(super) fn version<S: Stored>(
    sql: &Sql,
    entry: u32,
    number: u32,
) -> Result<Option<Option<S>>, StoreError> {
    let rows = sql.rows(
        "SELECT record FROM version WHERE subject = ? AND entry = ? AND number = ?",
        vec![
            Value::Text(S::SUBJECT_CODE.to_owned()),
            Value::Integer(entry),
            Value::Integer(number),
        ],
    )?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let record = row.maybe(0, crate::sql::Row::text)?;
    let found = record.map(|record| read(entry, &record)).transpose()?;
    Ok(Some(found))
}

/// Reads a record of the tables.
pub(super) fn read<S: Stored>(number: u32, record: &str) -> Result<S, StoreError> {
    S::read(number, record).map_err(|error| StoreError::Record {
        subject: S::SUBJECT_CODE,
        number,
        error,
    })
}
