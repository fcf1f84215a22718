//! The listing in the registry's tables.

use super::record::{self, RecordError};
use crate::sql::{Sql, SqlError, Value};
use domain::class::ClassId;
use domain::station::{Station, StationId};
use std::fmt;

/// What the registry holds.
pub(super) struct Held {
    pub(super) stations: Vec<Station>,
    pub(super) demonstration: bool,
}

/// Why a listing could not be read or written.
#[derive(Debug)]
pub(super) enum StoreError {
    Sql(SqlError),
    Record { id: StationId, error: RecordError },
    Class { id: ClassId, error: RecordError },
}

impl From<SqlError> for StoreError {
    fn from(error: SqlError) -> Self {
        Self::Sql(error)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sql(error) => error.fmt(f),
            Self::Record { id, error } => write!(f, "station {}: {error}", id.0),
            Self::Class { id, error } => write!(f, "class {}: {error}", id.0),
        }
    }
}

/// The listing, or `None` if none was ever written.
pub(super) fn read(sql: &Sql) -> Result<Option<Held>, StoreError> {
    let source = sql.rows("SELECT value FROM setting WHERE name = 'listing'", vec![])?;
    let Some(source) = source.first() else {
        return Ok(None);
    };
    let demonstration = source.text(0)? == DEMONSTRATION;
    let rows = sql.rows("SELECT id, record FROM station ORDER BY id", vec![])?;
    let stations = rows.iter().map(|row| {
        let id = StationId(row.integer(0)?);
        record::read(id, &row.text(1)?).map_err(|error| StoreError::Record { id, error })
    });
    Ok(Some(Held {
        stations: stations.collect::<Result<_, _>>()?,
        demonstration,
    }))
}

/// Replaces the listing, whole or not at all.
pub(super) fn replace(sql: &Sql, listing: &Held) -> Result<(), SqlError> {
    let source = if listing.demonstration {
        DEMONSTRATION
    } else {
        REAL
    };
    sql.transaction(|| {
        sql.run("DELETE FROM station", vec![])?;
        for station in &listing.stations {
            let values = vec![
                Value::Integer(station.id.0),
                Value::Text(record::write(station)),
            ];
            sql.run("INSERT INTO station (id, record) VALUES (?, ?)", values)?;
        }
        sql.run(
            "INSERT INTO setting (name, value) VALUES ('listing', ?)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            vec![Value::Text(source.to_owned())],
        )
    })
}

const DEMONSTRATION: &str = "demonstration";
const REAL: &str = "real";
