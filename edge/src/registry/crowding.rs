//! How full places are, and which were just said to be closed: what is true for an hour or an
//! afternoon and stands in no snapshot.

use super::store::StoreError;
use super::visitors::{Answer, Told, Untold};
use crate::sql::{Sql, Value};
use domain::crowding::Crowding;
use domain::time::BeijingTime;
use serde::{Deserialize, Serialize};

/// Longer than anything is told.
const FORGOTTEN_MINUTES: i64 = 24 * 60;

/// What is said of places just now.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct StoredLately {
    pub(crate) closed: Vec<StoredClosed>,
    pub(crate) crowding: Vec<StoredCrowding>,
}

/// A place that somebody found closed.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredClosed {
    pub(crate) station: u32,
    pub(crate) people: u32,
    pub(crate) at: u32,
    pub(crate) until: u32,
}

/// How full a place was.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredCrowding {
    pub(crate) station: u32,
    pub(crate) level: String,
    pub(crate) at: u32,
}

/// Writes how full it is, over what was said before, and forgets what is told no more.
pub(super) fn say(
    sql: &Sql,
    station: u32,
    level: &str,
    at: BeijingTime,
) -> Result<Answer, StoreError> {
    let Some(level) = Crowding::from_code(level) else {
        return Ok(Err(Untold::NotFound));
    };
    let long_ago = Value::moment(at.plus_minutes(-FORGOTTEN_MINUTES));
    sql.run("DELETE FROM crowding WHERE at < ?", vec![long_ago])?;
    sql.run(
        "INSERT INTO crowding (station, level, at) VALUES (?, ?, ?)
         ON CONFLICT (station) DO UPDATE SET level = excluded.level, at = excluded.at",
        vec![
            Value::Integer(station),
            Value::Text(level.code().to_owned()),
            Value::moment(at),
        ],
    )?;
    Ok(Ok(Told::Noted))
}

/// What is said of places since yesterday; whoever shows it looks at the clock.
pub(super) fn lately(sql: &Sql, now: BeijingTime) -> Result<StoredLately, StoreError> {
    let since = || vec![Value::moment(now.plus_minutes(-FORGOTTEN_MINUTES))];
    let closed = sql.rows(
        "SELECT station, people, last_at, shown_until FROM report_group
         WHERE shown_until > ? AND verdict IS NULL ORDER BY id",
        since(),
    )?;
    let crowding = sql.rows(
        "SELECT station, level, at FROM crowding WHERE at > ? ORDER BY station",
        since(),
    )?;
    let closed = closed.iter().map(|row| {
        Ok(StoredClosed {
            station: row.integer(0)?,
            people: row.integer(1)?,
            at: row.integer(2)?,
            until: row.integer(3)?,
        })
    });
    let crowding = crowding.iter().map(|row| {
        Ok(StoredCrowding {
            station: row.integer(0)?,
            level: row.text(1)?,
            at: row.integer(2)?,
        })
    });
    Ok(StoredLately {
        closed: closed.collect::<Result<_, StoreError>>()?,
        crowding: crowding.collect::<Result<_, StoreError>>()?,
    })
}
