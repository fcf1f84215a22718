//! The audit chain of a desk, in its table.

use super::trouble::Trouble;
use crate::sql::{Row, Sql, Value};
use domain::request::{Entry, Hash, Record};
use records::AuditRow;
use sha2::{Digest, Sha256};

/// The end of the chain, to which entries are added within a transaction.
pub(super) struct Chain<'s> {
    sql: &'s Sql,
    last: Option<Record>,
}

impl<'s> Chain<'s> {
    /// The chain as it is stored.
    pub(super) fn open(sql: &'s Sql) -> Result<Self, Trouble> {
        let last = rows(sql, "ORDER BY number DESC LIMIT 1", vec![])?.pop();
        let last = last.map(AuditRow::read).transpose()?;
        Ok(Self { sql, last })
    }

    /// Adds an entry.
    pub(super) fn add(&mut self, entry: Entry) -> Result<(), Trouble> {
        let record = Record::after(self.last.as_ref(), entry);
        let row = AuditRow::new(&record)?;
        let columns = AuditRow::COLUMNS;
        self.sql.run(
            &format!("INSERT INTO audit ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            vec![
                Value::Integer(row.number),
                Value::Integer(row.at),
                Value::Text(row.actor),
                Value::Text(row.reference),
                row.what.map_or(Value::Nothing, Value::Text),
                Value::Text(row.desk),
                Value::maybe_bytes(row.content.as_deref()),
                Value::Bytes(row.hash),
            ],
        )?;
        self.last = Some(record);
        Ok(())
    }
}

/// The rows of a chain from that number on, at most so many.
pub(super) fn page(sql: &Sql, from: u32, most: u32) -> Result<Vec<AuditRow>, Trouble> {
    let values = vec![Value::Integer(from), Value::Integer(most)];
    rows(sql, "WHERE number >= ? ORDER BY number LIMIT ?", values)
}

/// The rows of which that is true, in the order that it says.
pub(super) fn latest(
    sql: &Sql,
    condition: &str,
    values: Vec<Value>,
) -> Result<Vec<AuditRow>, Trouble> {
    rows(sql, &format!("WHERE {condition}"), values)
}

/// How many rows it has.
pub(super) fn length(sql: &Sql) -> Result<u32, Trouble> {
    let rows = sql.rows("SELECT coalesce(max(number) + 1, 0) FROM audit", vec![])?;
    Ok(rows.first().map_or(Ok(0), |row| row.integer(0))?)
}

fn rows(sql: &Sql, which: &str, values: Vec<Value>) -> Result<Vec<AuditRow>, Trouble> {
    let columns = AuditRow::COLUMNS;
    let rows = sql.rows(&format!("SELECT {columns} FROM audit {which}"), values)?;
    rows.iter().map(read).collect()
}

/// The hash of what is stored with an entry, as it is stored.
pub(super) fn content(sealed: &[u8]) -> Hash {
    Hash(Sha256::digest(sealed).into())
}

fn read(row: &Row) -> Result<AuditRow, Trouble> {
    Ok(AuditRow {
        number: row.integer(0)?,
        at: row.integer(1)?,
        actor: row.text(2)?,
        reference: row.text(3)?,
        what: row.maybe(4, Row::text)?,
        desk: row.text(5)?,
        content: row.maybe(6, Row::bytes)?,
        hash: row.bytes(7)?,
    })
}
