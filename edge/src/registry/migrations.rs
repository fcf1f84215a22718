//! The schema, as numbered steps.
//!
//! A step and its number are written in one transaction, so a start that is cut off anywhere
//! goes on where it stopped. A step that has been released is never changed; a new one follows.

use crate::sql::{Sql, SqlError, Value};

const STEPS: &[&[&str]] = &[
    &[
        "CREATE TABLE station (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        record TEXT NOT NULL CHECK (json_valid(record))
    ) STRICT",
        "CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID",
    ],
    &["CREATE TABLE class (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
        record TEXT NOT NULL CHECK (json_valid(record))
    ) STRICT"],
];

/// Brings the schema up to date.
pub(super) fn run(sql: &Sql) -> Result<(), SqlError> {
    sql.run(
        "CREATE TABLE IF NOT EXISTS migration (step INTEGER PRIMARY KEY) STRICT",
        vec![],
    )?;
    let done = sql.rows("SELECT count(*) FROM migration", vec![])?;
    let done = done.first().map_or(Ok(0), |row| row.integer(0))?;
    for (step, statements) in (1_u32..).zip(STEPS).skip(done as usize) {
        sql.transaction(|| {
            for statement in *statements {
                sql.run(statement, vec![])?;
            }
            sql.run(
                "INSERT INTO migration (step) VALUES (?)",
                vec![Value::Integer(step)],
            )
        })?;
    }
    Ok(())
}
