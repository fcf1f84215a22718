//! The list of a desk and of those below it, a page at a time.

use super::questions::{Answer, Denied, Done, StoredPlace, StoredRow, Wanted};
use super::shelf;
use super::trouble::{Trouble, known};
use crate::narrow::Condition;
use crate::sql::{Row, Sql, Value};
use domain::request::{Queue, Reference};
use domain::staff::{Action, Staff, may};
use domain::union::Desk;

const ROW: &str = "SELECT queue, turn, reference, category, place, station, stage, desk, due,
    due_assumed, holder, filed_at, last_at,
    (SELECT count(*) FROM event WHERE event.reference = request.reference)
    FROM request WHERE ";

/// A page of the requests that are wanted, and how many there are in each queue but the last.
pub(super) fn list(sql: &Sql, staff: Staff, wanted: &Wanted) -> Result<Answer, Trouble> {
    let desk = known("desk", &wanted.desk, Desk::from_code)?;
    if !may(staff, Action::SeeRequest, desk) {
        return Ok(Err(Denied::NotAllowed));
    }
    let mut here = Condition::at(desk);
    let counts = counts(sql, &here)?;
    for (condition, value) in [
        ("stage = ?", wanted.stage.clone().map(Value::Text)),
        ("category = ?", wanted.category.clone().map(Value::Text)),
        ("holder = ?", wanted.holder.map(Value::Integer)),
    ] {
        if let Some(value) = value {
            here.and(condition, value);
        }
    }
    if let Some(after) = &wanted.after {
        here.text += " AND (queue, turn, reference) > (?, ?, ?)";
        here.values.extend([
            Value::Integer(after.queue),
            Value::Integer(after.turn),
            Value::Text(after.reference.clone()),
        ]);
    }
    here.text += " ORDER BY queue, turn, reference LIMIT ?";
    here.values.push(Value::Integer(wanted.most));
    let rows = sql.rows(&[ROW, &here.text].concat(), here.values)?;
    let rows = rows.iter().map(read).collect::<Result<_, _>>()?;
    Ok(Ok(Done::Listed { rows, counts }))
}

/// The row of one request.
pub(super) fn row(sql: &Sql, of: Reference) -> Result<StoredRow, Trouble> {
    let statement = [ROW, "reference = ?"].concat();
    let rows = sql.rows(&statement, vec![Value::Text(of.to_string())])?;
    read(rows.first().ok_or(Trouble::Record("a request"))?)
}

/// How many requests are in each queue but the last, which only grows.
fn counts(sql: &Sql, here: &Condition) -> Result<Vec<u32>, Trouble> {
    let last = shelf::place(Queue::Ended);
    let statement = format!(
        "SELECT queue, count(*) FROM request WHERE queue < {last} AND {} GROUP BY queue",
        here.text
    );
    let mut counts = vec![0; last as usize];
    for row in sql.rows(&statement, here.values.clone())? {
        let queue = row.integer(0)? as usize;
        *counts.get_mut(queue).ok_or(Trouble::Record("a queue"))? = row.integer(1)?;
    }
    Ok(counts)
}

fn read(row: &Row) -> Result<StoredRow, Trouble> {
    Ok(StoredRow {
        place: StoredPlace {
            queue: row.integer(0)?,
            turn: row.integer(1)?,
            reference: row.text(2)?,
        },
        category: row.text(3)?,
        from: row.text(4)?,
        station: row.maybe(5, Row::integer)?,
        stage: row.text(6)?,
        desk: row.text(7)?,
        due: row.maybe(8, Row::integer)?,
        due_assumed: row.maybe(9, Row::integer)? == Some(1),
        holder: row.maybe(10, Row::integer)?,
        filed_at: row.integer(11)?,
        last_at: row.integer(12)?,
        seen: row.integer(13)?,
    })
}
