//! Which object keeps what came with an idempotency key: the city's desk knows it of every key.
//!
//! A key is unique where its request is kept. So that it is unique everywhere, whatever comes with it
//! goes to the object to which it went first, also when the listing has moved its station since.

use super::questions::{Answer, Claim, Done};
use super::trouble::Trouble;
use super::vault;
use crate::sql::{Sql, Value};

/// Remembers the keeper of a key, or gives the one that is remembered. Called within a transaction.
pub(super) fn claim(sql: &Sql, claim: &Claim) -> Result<Answer, Trouble> {
    let key = vault::idempotency_hash(&claim.idempotency_key).to_vec();
    sql.run(
        "INSERT INTO claim (idempotency, keeper) VALUES (?, ?) ON CONFLICT DO NOTHING",
        vec![Value::Bytes(key.clone()), Value::Text(claim.keeper.clone())],
    )?;
    let rows = sql.rows(
        "SELECT keeper FROM claim WHERE idempotency = ?",
        vec![Value::Bytes(key)],
    )?;
    let row = rows.first().ok_or(Trouble::Record("a claim"))?;
    Ok(Ok(Done::Claimed {
        keeper: row.text(0)?,
    }))
}
