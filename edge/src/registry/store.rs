//! Whole listings in the registry's tables, and what can go wrong with the tables.

use super::commit::{Deed, Write, commit};
use super::entries::{Heads, Stored};
use super::record::RecordError;
use super::vault::Closed;
use crate::sql::{Sql, SqlError, Value};
use std::collections::BTreeMap;
use std::fmt;

/// Why the tables could not be read or written.
#[derive(Debug)]
pub(super) enum StoreError {
    Sql(SqlError),
    Record {
        subject: &'static str,
        number: u32,
        error: RecordError,
    },
    Proposal,
    /// What is sealed does not open.
    Closed(Closed),
    /// The runtime refused to set the alarm.
    Alarm(worker::Error),
    /// The question makes no sense.
    Question(&'static str),
}

impl From<SqlError> for StoreError {
    fn from(error: SqlError) -> Self {
        Self::Sql(error)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sql(error) => error.fmt(f),
            Self::Record {
                subject,
                number,
                error,
            } => write!(f, "{subject} {number}: {error}"),
            Self::Closed(closed) => closed.fmt(f),
            Self::Alarm(error) => error.fmt(f),
            Self::Proposal => f.write_str("a proposal cannot be read"),
            Self::Question(what) => write!(f, "{what} cannot be understood"),
        }
    }
}

/// Whether the stations that are held are those of the demonstration; `None` if none were ever loaded.
pub(super) fn is_demonstration(sql: &Sql) -> Result<Option<bool>, StoreError> {
    let source = sql.rows("SELECT value FROM setting WHERE name = 'listing'", vec![])?;
    let Some(source) = source.first() else {
        return Ok(None);
    };
    Ok(Some(source.text(0)? == DEMONSTRATION))
}

/// Writes whether they are.
pub(super) fn set_demonstration(sql: &Sql, demonstration: bool) -> Result<(), StoreError> {
    let source = if demonstration { DEMONSTRATION } else { REAL };
    sql.run(
        "INSERT INTO setting (name, value) VALUES ('listing', ?)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        vec![Value::Text(source.to_owned())],
    )?;
    Ok(())
}

/// Forgets the stations of the demonstration, with everything that was done to them: their numbers
/// are nobody's.
pub(super) fn forget_demonstration(sql: &Sql) -> Result<(), StoreError> {
    for statement in [
        "DELETE FROM plan_file WHERE plan IN (SELECT id FROM plan WHERE subject = 'station')",
        "DELETE FROM plan_row WHERE plan IN (SELECT id FROM plan WHERE subject = 'station')",
        "DELETE FROM plan WHERE subject = 'station'",
        "DELETE FROM crowding",
        "UPDATE report_photo SET wrapped = zeroblob(length(wrapped))",
        "DELETE FROM report_photo_piece",
        "DELETE FROM report_photo",
        "DELETE FROM report",
        "DELETE FROM report_group",
        "DELETE FROM proposal",
        "DELETE FROM version WHERE subject = 'station'",
        "DELETE FROM batch WHERE subject = 'station'",
        "DELETE FROM station",
    ] {
        sql.run(statement, vec![])?;
    }
    Ok(())
}

/// Makes `entries` the whole listing: what is not among them is not listed any more, and what is as
/// it was has no new version.
pub(super) fn replace<S: Stored>(
    sql: &Sql,
    heads: &mut Heads<S>,
    deed: &Deed,
    entries: Vec<S>,
) -> Result<(), StoreError> {
    let entries: BTreeMap<u32, S> = entries.into_iter().map(|e| (e.number(), e)).collect();
    let gone = heads.keys().filter(|number| !entries.contains_key(number));
    let gone: Vec<Write<S>> = gone.map(|number| (*number, None)).collect();
    let is_new = |number: &u32, entry: &S| {
        let head = heads.get(number);
        head.is_none_or(|head| head.entry != *entry)
    };
    let mut writes: Vec<Write<S>> = entries
        .into_iter()
        .filter(|(number, entry)| is_new(number, entry))
        .map(|(number, entry)| (number, Some(entry)))
        .collect();
    writes.extend(gone);
    if !writes.is_empty() {
        commit(sql, heads, deed, writes)?;
    }
    Ok(())
}

const DEMONSTRATION: &str = "demonstration";
const REAL: &str = "real";
