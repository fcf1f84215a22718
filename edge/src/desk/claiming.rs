//! Which object keeps what came with an idempotency key: the city's desk knows it of every key.
//!
//! A key is unique where its request is kept. So that it is unique everywhere, whatever comes with it
//! goes to the object to which it went first, also when the listing has moved its station since.

use super::questions::{Answer, Claim, Denied, Done};
use super::trouble::Trouble;
use super::vault;
use crate::sql::{Sql, Value};
use domain::throttle::TooMany;

/// Gives the keeper of a key that came before, or remembers that of a new one, for which `room` is
/// taken. Called within a transaction.
pub(super) fn claim(
    sql: &Sql,
    claim: &Claim,
    room: impl Fn() -> Result<(), TooMany>,
) -> Result<Answer, Trouble> {
    let key = vault::idempotency_hash(&claim.idempotency_key).to_vec();
    let rows = sql.rows(
        "SELECT keeper FROM claim WHERE idempotency = ?",
        vec![Value::Bytes(key.clone())],
    )?;
    if let Some(row) = rows.first() {
        let keeper = row.text(0)?;
        return Ok(Ok(Done::Claimed { keeper }));
    }
    if let Err(denied) = denied(claim.wait, room) {
        return Ok(Err(denied));
    }
    sql.run(
        "INSERT INTO claim (idempotency, keeper) VALUES (?, ?)",
        vec![Value::Bytes(key), Value::Text(claim.keeper.clone())],
    )?;
    let keeper = claim.keeper.clone();
    Ok(Ok(Done::Claimed { keeper }))
}

/// Why what comes for the first time is not taken: its sender must `wait`, or there is no room.
pub(super) fn denied(
    wait: Option<u32>,
    room: impl Fn() -> Result<(), TooMany>,
) -> Result<(), Denied> {
    match wait {
        Some(seconds) => Err(Denied::TooMany { seconds }),
        None => Ok(room()?),
    }
}
