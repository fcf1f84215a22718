//! Which object keeps what came with an idempotency key: the city's desk knows it of every key.
//!
//! A key is unique where its request is kept. So that it is unique everywhere, whatever comes with it
//! goes to the object to which it went first, also when the listing has moved its station since.

use super::trouble::Trouble;
use super::vault;
use crate::sql::{Sql, Value};

/// Remembers the keeper of a key, or gives the one that is remembered. Called within a transaction.
pub(super) fn claim(sql: &Sql, idempotency_key: &str, keeper: &str) -> Result<String, Trouble> {
    let rows = sql.rows(
        "INSERT INTO claim (idempotency, keeper) VALUES (?, ?)
         ON CONFLICT DO UPDATE SET keeper = claim.keeper RETURNING keeper",
        vec![
            Value::Bytes(vault::idempotency_hash(idempotency_key).to_vec()),
            Value::Text(keeper.to_owned()),
        ],
    )?;
    let row = rows.first().ok_or(Trouble::Record("a claim"))?;
    Ok(row.text(0)?)
}
