//! A row of the chain of a desk.

use crate::{
    Cell, ChainRow, Columns, StoredActor, Unreadable, hash, known, moment, number, seconds,
};
use domain::request::{Deed, Entry, Record, Reference};
use domain::union::Desk;
use serde::{Deserialize, Serialize};

/// A record of what was done with requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRow {
    /// Its number, from 0.
    pub number: u32,
    /// Seconds since 1970.
    pub at: u32,
    /// Who, as JSON.
    pub actor: String,
    /// Which request.
    pub reference: String,
    /// The code of what was done; of the filing, nothing.
    pub what: Option<String>,
    /// The code of the desk that has the request after it.
    pub desk: String,
    /// The hash of what is stored with it.
    pub content: Option<Vec<u8>>,
    /// The hash of the record.
    pub hash: Vec<u8>,
}

impl ChainRow for AuditRow {
    type Entry = Entry;

    const COLUMNS: &'static [&'static str] = &[
        "number",
        "at",
        "actor",
        "reference",
        "what",
        "desk",
        "content",
        "hash",
    ];

    fn new(record: &Record) -> Result<Self, Unreadable> {
        let entry = &record.entry;
        Ok(Self {
            number: number(record.number)?,
            at: seconds(entry.at),
            actor: StoredActor::new(entry.actor).to_json(),
            reference: entry.reference.to_string(),
            what: match entry.what {
                Deed::Filed => None,
                what => Some(what.code().to_owned()),
            },
            desk: entry.desk.code(),
            content: entry.content.map(|content| content.0.to_vec()),
            hash: record.hash.0.to_vec(),
        })
    }

    fn read(self) -> Result<Record, Unreadable> {
        Ok(Record {
            number: self.number.into(),
            entry: Entry {
                at: moment(self.at)?,
                actor: StoredActor::from_json(&self.actor)?.read()?,
                reference: known("reference", &self.reference, |text| {
                    Reference::parse(text).ok()
                })?,
                what: match self.what {
                    None => Deed::Filed,
                    Some(code) => known("deed", &code, Deed::from_code)?,
                },
                desk: known("desk", &self.desk, Desk::from_code)?,
                content: self.content.map(hash).transpose()?,
            },
            hash: hash(self.hash)?,
        })
    }

    fn number(&self) -> u32 {
        self.number
    }

    fn cells(self) -> Vec<Cell> {
        vec![
            Cell::Integer(self.number),
            Cell::Integer(self.at),
            Cell::Text(self.actor),
            Cell::Text(self.reference),
            self.what.map_or(Cell::Nothing, Cell::Text),
            Cell::Text(self.desk),
            self.content.map_or(Cell::Nothing, Cell::Bytes),
            Cell::Bytes(self.hash),
        ]
    }

    fn of<C: Columns>(columns: &C) -> Result<Self, C::Error> {
        Ok(Self {
            number: columns.integer(0)?,
            at: columns.integer(1)?,
            actor: columns.text(2)?,
            reference: columns.text(3)?,
            what: columns.maybe(4, C::text)?,
            desk: columns.text(5)?,
            content: columns.maybe(6, C::bytes)?,
            hash: columns.bytes(7)?,
        })
    }
}

#[cfg(test)]
mod tests;
