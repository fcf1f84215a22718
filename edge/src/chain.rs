//! An audit chain in the table of an object: adding to it, and reading it.

mod check;
mod trail;

pub(crate) use check::check;
pub(crate) use trail::{Trailed, trail};

use crate::sql::{Sql, SqlError, Value};
use domain::chain::Record;
use records::{ChainRow, Unreadable};

/// Why a chain could not be read or written.
#[derive(Debug)]
pub(crate) enum ChainError {
    /// SQLite refused.
    Sql(SqlError),
    /// A row means nothing.
    Row(Unreadable),
}

impl From<SqlError> for ChainError {
    fn from(error: SqlError) -> Self {
        Self::Sql(error)
    }
}

impl From<Unreadable> for ChainError {
    fn from(error: Unreadable) -> Self {
        Self::Row(error)
    }
}

/// The end of a chain, to which entries are added within a transaction.
pub(crate) struct Chain<'s, R: ChainRow> {
    sql: &'s Sql,
    last: Option<Record<R::Entry>>,
}

impl<'s, R: ChainRow> Chain<'s, R> {
    /// The chain as it is stored.
    pub(crate) fn open(sql: &'s Sql) -> Result<Self, ChainError> {
        let last = rows::<R>(sql, "ORDER BY number DESC LIMIT 1", vec![])?.pop();
        let last = last.map(R::read).transpose()?;
        Ok(Self { sql, last })
    }

    /// Adds an entry.
    pub(crate) fn add(&mut self, entry: R::Entry) -> Result<(), ChainError> {
        let record = Record::after(self.last.as_ref(), entry);
        let cells = R::new(&record)?.cells();
        let values = cells.into_iter().map(Value::from).collect();
        self.sql.run(&R::insert(), values)?;
        self.last = Some(record);
        Ok(())
    }
}

/// The rows of a chain from that number on, at most so many.
pub(crate) fn page<R: ChainRow>(sql: &Sql, from: u32, most: u32) -> Result<Vec<R>, SqlError> {
    let values = vec![Value::Integer(from), Value::Integer(most)];
    rows(sql, "WHERE number >= ? ORDER BY number LIMIT ?", values)
}

fn rows<R: ChainRow>(sql: &Sql, which: &str, values: Vec<Value>) -> Result<Vec<R>, SqlError> {
    let rows = sql.rows(&R::select(which), values)?;
    rows.iter().map(R::of).collect()
}
