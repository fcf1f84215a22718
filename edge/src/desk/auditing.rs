//! Reading the audit chain of an object, a page at a time.

use super::actor::StoredActor;
use super::chain;
use super::questions::{Answer, Chained, Denied, Done};
use super::time::{moment, seconds};
use super::trouble::{Trouble, known};
use crate::sql::Sql;
use domain::request::{Deed, Entry, Hash, Record, Reference};
use domain::staff::{Action, Staff, may};
use domain::union::Desk;
use serde::{Deserialize, Serialize};

/// A record of the chain in words.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredRecord {
    number: u64,
    at: u32,
    actor: StoredActor,
    reference: String,
    what: String,
    desk: String,
    content: Option<[u8; 32]>,
    hash: [u8; 32],
}

/// A page of the chain, for whoever may read it.
pub(super) fn page(sql: &Sql, staff: Staff, chained: &Chained) -> Result<Answer, Trouble> {
    let keeper = known("desk", &chained.keeper, Desk::from_code)?;
    if !may(staff, Action::Audit, keeper) {
        return Ok(Err(Denied::NotAllowed));
    }
    let records = chain::page(sql, chained.from, chained.most)?;
    let records = records.iter().map(StoredRecord::new).collect();
    Ok(Ok(Done::Audited(records)))
}

impl StoredRecord {
    fn new(record: &Record) -> Self {
        let entry = &record.entry;
        Self {
            number: record.number,
            at: seconds(entry.at),
            actor: StoredActor::new(entry.actor),
            reference: entry.reference.to_string(),
            what: entry.what.code().to_owned(),
            desk: entry.desk.code(),
            content: entry.content.map(|hash| hash.0),
            hash: record.hash.0,
        }
    }

    /// The record.
    pub(super) fn read(&self) -> Result<Record, Trouble> {
        Ok(Record {
            number: self.number,
            entry: Entry {
                at: moment(self.at)?,
                actor: self.actor.read()?,
                reference: known("reference", &self.reference, |text| {
                    Reference::parse(text).ok()
                })?,
                what: known("deed", &self.what, Deed::from_code)?,
                desk: known("desk", &self.desk, Desk::from_code)?,
                content: self.content.map(Hash),
            },
            hash: Hash(self.hash),
        })
    }
}
