//! The audit chain of a desk, in its table.

use super::actor;
use super::time::{moment, seconds};
use super::trouble::{Trouble, known};
use crate::sql::{Row, Sql, Value};
use domain::request::{Deed, Entry, Hash, Record, Reference};
use domain::union::Desk;
use sha2::{Digest, Sha256};

/// The end of the chain, to which entries are added within a transaction.
pub(super) struct Chain<'s> {
    sql: &'s Sql,
    last: Option<Record>,
}

impl<'s> Chain<'s> {
    /// The chain as it is stored.
    pub(super) fn open(sql: &'s Sql) -> Result<Self, Trouble> {
        let last = records(sql, "ORDER BY number DESC LIMIT 1", vec![])?.pop();
        Ok(Self { sql, last })
    }

    /// Adds an entry.
    pub(super) fn add(&mut self, entry: Entry) -> Result<(), Trouble> {
        let record = Record::after(self.last.as_ref(), entry);
        let number = u32::try_from(record.number).map_err(|_| Trouble::Record("the audit"))?;
        self.sql.run(
            "INSERT INTO audit (number, at, actor, reference, what, desk, content, hash)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            vec![
                Value::Integer(number),
                Value::Integer(seconds(entry.at)),
                Value::Text(actor::write(entry.actor)),
                Value::Text(entry.reference.to_string()),
                match entry.what {
                    Deed::Filed => Value::Nothing,
                    what => Value::Text(what.code().to_owned()),
                },
                Value::Text(entry.desk.code()),
                Value::maybe_bytes(entry.content.as_ref().map(|hash| &hash.0[..])),
                Value::Bytes(record.hash.0.to_vec()),
            ],
        )?;
        self.last = Some(record);
        Ok(())
    }
}

/// The records of a chain from that number on, at most so many.
pub(super) fn page(sql: &Sql, from: u32, most: u32) -> Result<Vec<Record>, Trouble> {
    let values = vec![Value::Integer(from), Value::Integer(most)];
    records(sql, "WHERE number >= ? ORDER BY number LIMIT ?", values)
}

fn records(sql: &Sql, which: &str, values: Vec<Value>) -> Result<Vec<Record>, Trouble> {
    let statement = format!(
        "SELECT number, at, actor, reference, what, desk, content, hash FROM audit {which}"
    );
    sql.rows(&statement, values)?.iter().map(read).collect()
}

/// The hash of what is stored with an entry, as it is stored.
pub(super) fn content(sealed: &[u8]) -> Hash {
    Hash(Sha256::digest(sealed).into())
}

fn read(row: &Row) -> Result<Record, Trouble> {
    let what = row.maybe(4, Row::text)?;
    let content = row.maybe(6, Row::bytes)?;
    Ok(Record {
        number: row.integer(0)?.into(),
        entry: Entry {
            at: moment(row.integer(1)?)?,
            actor: actor::read(&row.text(2)?)?,
            reference: known("reference", &row.text(3)?, |text| {
                Reference::parse(text).ok()
            })?,
            what: match what {
                None => Deed::Filed,
                Some(code) => known("deed", &code, Deed::from_code)?,
            },
            desk: known("desk", &row.text(5)?, Desk::from_code)?,
            content: content.map(hash).transpose()?,
        },
        hash: hash(row.bytes(7)?)?,
    })
}

fn hash(bytes: Vec<u8>) -> Result<Hash, Trouble> {
    let bytes = bytes.try_into();
    bytes.map(Hash).map_err(|_| Trouble::Record("a hash"))
}
