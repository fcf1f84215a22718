//! The schema of an object, as numbered steps.
//!
//! A step and its number are written in one transaction, so a start that is cut off anywhere
//! goes on where it stopped. A step that has been released is never changed; a new one follows.

use super::{Sql, SqlError, Value};

/// The statements of one step.
pub(crate) type Step = &'static [&'static str];

/// Brings the schema up to date.
pub(crate) fn migrate(sql: &Sql, steps: &[Step]) -> Result<(), SqlError> {
    sql.run(
        "CREATE TABLE IF NOT EXISTS migration (step INTEGER PRIMARY KEY) STRICT",
        vec![],
    )?;
    let done = sql.rows("SELECT count(*) FROM migration", vec![])?;
    let done = done.first().map_or(Ok(0), |row| row.integer(0))?;
    for (step, statements) in (1_u32..).zip(steps).skip(done as usize) {
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
