//! The SQLite file of an object, of a desk or of the staff's accounts, read and never written.

use std::path::Path;

use domain::chain::Record;
use records::{ChainRow, Columns, Unreadable};
use rusqlite::types::{FromSql, ValueRef};
use rusqlite::{Connection, OpenFlags, Row};

use crate::sh::{Outcome, problem};

/// An object's file, also one to which a `-wal` belongs.
pub(crate) struct ObjectFile {
    name: String,
    rows: Connection,
}

/// A row of a chain as it was read, or why it means nothing.
pub(crate) type ReadRecord<R> = Result<Record<<R as ChainRow>::Entry>, Unreadable>;

impl ObjectFile {
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

    /// Whether it is that of the staff's accounts: their chain is of accounts, a desk's of requests.
    pub(crate) fn is_of_accounts(&self) -> Outcome<bool> {
        let columns = "SELECT 1 FROM pragma_table_info('audit') WHERE name = 'account'";
        Ok(!self.each(columns, |row| row.get::<_, u32>(0))?.is_empty())
    }

    /// The chain, in the order of its numbers.
    pub(crate) fn chain<R: ChainRow>(&self) -> Outcome<Vec<ReadRecord<R>>> {
        let rows = self.each(&R::select("ORDER BY number"), |row| R::of(&Held(row)))?;
        Ok(rows.into_iter().map(R::read).collect())
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

/// A row that rusqlite holds.
struct Held<'r>(&'r Row<'r>);

impl Held<'_> {
    fn get<T: FromSql>(&self, column: u32) -> rusqlite::Result<T> {
        self.0.get(column as usize)
    }
}

impl Columns for Held<'_> {
    type Error = rusqlite::Error;

    fn integer(&self, column: u32) -> rusqlite::Result<u32> {
        self.get(column)
    }

    fn text(&self, column: u32) -> rusqlite::Result<String> {
        self.get(column)
    }

    fn bytes(&self, column: u32) -> rusqlite::Result<Vec<u8>> {
        self.get(column)
    }

    fn maybe<T>(
        &self,
        column: u32,
        read: impl Fn(&Self, u32) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Option<T>> {
        match self.0.get_ref(column as usize)? {
            ValueRef::Null => Ok(None),
            _ => read(self, column).map(Some),
        }
    }
}
