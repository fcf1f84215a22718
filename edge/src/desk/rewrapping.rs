//! After a new key was put in front of `DATA_KEYS`: the keys of records are wrapped with it.
//!
//! A few records a turn, from where the last turn ended; whoever is interrupted begins anew, and
//! what is done already is passed over. What a record's own key has sealed or derived stays.

use super::questions::{Answer, Done, Rewrapped};
use super::store;
use super::submission::Stored;
use super::trouble::Trouble;
use super::vault::{self, Part};
use crate::keys::{self, Keys};
use crate::sql::{Row, Sql, Value};
use domain::request::{Contact, Reference};
use records::known;

/// Records that are looked at in one turn.
const MOST: u32 = 200;

/// Wraps the next records anew, from the row behind `after`. Called within a transaction.
pub(super) fn rewrap(sql: &Sql, keys: &Keys, after: u32) -> Result<Answer, Trouble> {
    let rows = sql.rows(
        "SELECT rowid, reference, data_key, wrapped, submission, phone FROM sealed
         WHERE rowid > ? ORDER BY rowid LIMIT ?",
        vec![Value::Integer(after), Value::Integer(MOST)],
    )?;
    let mut done = Rewrapped::default();
    for row in &rows {
        let (id, wrapped) = (row.text(2)?, row.bytes(3)?);
        let id = keys::id_of(&id);
        if id == keys.first().id() || store::is_destroyed(&wrapped) {
            continue;
        }
        match keys.find(id) {
            Some(_) => {
                rewrap_one(sql, keys, row)?;
                done.count += 1;
            }
            None => *done.unopened.entry(id.to_owned()).or_default() += 1,
        }
    }
    if rows.len() == MOST as usize {
        done.next = rows.last().map(|row| row.integer(0)).transpose()?;
    }
    Ok(Ok(Done::Rewrapped(done)))
}

fn rewrap_one(sql: &Sql, keys: &Keys, row: &Row) -> Result<(), Trouble> {
    let of = known("reference", &row.text(1)?, |text| {
        Reference::parse(text).ok()
    })?;
    let record_key = vault::record_key(keys, &row.text(2)?, &row.bytes(3)?, of)?;
    let key = keys.first();
    let phone = match row.maybe(5, Row::bytes)? {
        None => None,
        Some(_) => {
            let json = record_key.open(&Part::Submission.of(of), &row.bytes(4)?)?;
            let stored: Stored =
                serde_json::from_slice(&json).map_err(|_| Trouble::Record("a submission"))?;
            match stored.read()?.contact {
                Contact::Phone { phone, .. } => Some(vault::phone_hash(key, &phone)),
                Contact::Reference { .. } | Contact::Anonymous => None,
            }
        }
    };
    sql.run(
        "UPDATE sealed SET data_key = ?, wrapped = ?, phone = ? WHERE rowid = ?",
        vec![
            Value::Text(key.stored_id()),
            Value::Bytes(record_key.wrap(key, &of.to_string())),
            Value::maybe_bytes(phone.as_ref().map(<[u8; 32]>::as_slice)),
            Value::Integer(row.integer(0)?),
        ],
    )?;
    Ok(())
}
