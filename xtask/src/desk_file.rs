//! The SQLite file of a desk, read and never written.

use std::path::Path;

use domain::request::Record;
use records::{AuditRow, Unreadable};
use rusqlite::{Connection, OpenFlags, Row};

use crate::sh::{Outcome, problem};

/// A desk's file, also one to which a `-wal` belongs.
pub(crate) struct DeskFile {
    name: String,
    rows: Connection,
}

/// A row of the chain as it was read, or why it means nothing.
pub(crate) type ReadRecord = Result<Record, Unreadable>;

impl DeskFile {
    /// Opens it.
    pub(crate) fn open(file: &Path) -> Outcome<Self> {
        let name = file.display().to_string();
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        match Connection::open_with_flags(file, flags) {
            Ok(rows) => Ok(Self { name, rows }),
            Err(why) => Err(problem(format!("{name}: {why}."))),
        }
    }

    /// What SQLite finds wrong with the file; nothing if it is whole.
    pub(crate) fn damage(&self) -> Outcome<Vec<String>> {
        let found = self.each("PRAGMA integrity_check", |row| row.get::<_, String>(0))?;
        Ok(found.into_iter().filter(|line| line != "ok").collect())
    }

    /// The audit chain, in the order of its numbers.
    pub(crate) fn chain(&self) -> Outcome<Vec<ReadRecord>> {
        let columns = AuditRow::COLUMNS;
        let rows = self.each(&format!("SELECT {columns} FROM audit ORDER BY number"), row)?;
        Ok(rows.into_iter().map(AuditRow::read).collect())
    }

    /// The reference of every request that is kept there.
    pub(crate) fn references(&self) -> Outcome<Vec<String>> {
        self.each("SELECT reference FROM request", |row| row.get(0))
    }

    fn each<T>(
        &self,
        statement: &str,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Outcome<Vec<T>> {
        let all = || -> rusqlite::Result<Vec<T>> {
            let mut statement = self.rows.prepare(statement)?;
            statement.query_map([], read)?.collect()
        };
        all().map_err(|why| problem(format!("{}: {why}.", self.name)))
    }
}

fn row(row: &Row<'_>) -> rusqlite::Result<AuditRow> {
    Ok(AuditRow {
        number: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        reference: row.get(3)?,
        what: row.get(4)?,
        desk: row.get(5)?,
        content: row.get(6)?,
        hash: row.get(7)?,
    })
}
