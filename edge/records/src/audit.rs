//! A row of the table `audit`.

use crate::{StoredActor, Unreadable, known, moment, seconds};
use domain::request::{Deed, Entry, Hash, Record, Reference};
use domain::union::Desk;
use serde::{Deserialize, Serialize};

/// A record of the chain, in the order of [`Self::COLUMNS`].
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

impl AuditRow {
    /// The columns, by which a row is written and read.
    pub const COLUMNS: &str = "number, at, actor, reference, what, desk, content, hash";

    /// Puts a record into words and numbers.
    pub fn new(record: &Record) -> Result<Self, Unreadable> {
        let Record {
            number,
            entry,
            hash,
        } = record;
        Ok(Self {
            number: u32::try_from(*number).map_err(|_| Unreadable::Record("a number"))?,
            at: seconds(entry.at),
            actor: StoredActor::new(entry.actor).to_json(),
            reference: entry.reference.to_string(),
            what: match entry.what {
                Deed::Filed => None,
                what => Some(what.code().to_owned()),
            },
            desk: entry.desk.code(),
            content: entry.content.map(|content| content.0.to_vec()),
            hash: hash.0.to_vec(),
        })
    }

    /// The record.
    pub fn read(self) -> Result<Record, Unreadable> {
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
}

fn hash(bytes: Vec<u8>) -> Result<Hash, Unreadable> {
    let bytes = bytes.try_into();
    bytes.map(Hash).map_err(|_| Unreadable::Record("a hash"))
}

#[cfg(test)]
mod tests;
