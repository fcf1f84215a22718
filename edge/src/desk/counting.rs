//! Counting requests for the overviews: by what their events have made of them, in one statement,
//! without opening any.

use super::questions::{Answer, Denied, Done, Span, StoredCount};
use super::trouble::{Trouble, known};
use crate::narrow::Condition;
use crate::sql::{Row, Sql, Value};
use domain::staff::{Action, Staff, may};
use domain::union::Desk;

/// Each request with its value in every dimension, under the codes of `domain::overview`. Weeks
/// begin on Mondays in Beijing: 1970 began on a Thursday, eight hours earlier. What is bound is a
/// number with a fraction, and cast.
const VALUES: &str = "SELECT first_desk, category,
        (filed_at + 288000) / 604800 - (cast(? AS INTEGER) + 288000) / 604800 AS week,
        CASE WHEN late THEN 'late' WHEN answered THEN 'on_time'
            WHEN stage = 'withdrawn' THEN 'withdrawn' ELSE 'open' END AS timeliness,
        coalesce(json_extract(verdict, '$.what'), 'none') AS word,
        CASE json_extract(verdict, '$.satisfied') WHEN 1 THEN 'satisfied'
            WHEN 0 THEN 'not_satisfied' ELSE 'not_said' END AS satisfaction
    FROM (SELECT *,
        EXISTS (SELECT 1 FROM event WHERE event.reference = request.reference
            AND json_extract(record, '$.what') IN ('escalate', 'overdue')) AS late,
        EXISTS (SELECT 1 FROM event WHERE event.reference = request.reference
            AND json_extract(record, '$.what') IN ('answer', 'answer_together', 'refer_out'))
            AS answered,
        (SELECT record FROM event WHERE event.reference = request.reference
            AND json_extract(record, '$.what') IN ('solved', 'not_solved')
            ORDER BY number DESC LIMIT 1) AS verdict
        FROM request WHERE filed_at >= ? AND filed_at < ? AND ";

/// The columns of [`VALUES`] that are dimensions, by their codes.
const DIMENSIONS: [&str; 5] = ["week", "category", "timeliness", "word", "satisfaction"];

/// How many requests have each value, by the desk that got them first.
pub(super) fn count(sql: &Sql, staff: Staff, span: &Span) -> Result<Answer, Trouble> {
    let desk = known("desk", &span.desk, Desk::from_code)?;
    if !may(staff, Action::SeeOverview, desk) {
        return Ok(Err(Denied::NotAllowed));
    }
    let here = Condition::of("first_desk", desk);
    let each = DIMENSIONS.map(|dimension| {
        format!(
            "SELECT first_desk, '{dimension}', cast({dimension} AS TEXT), count(*)
             FROM counted GROUP BY first_desk, {dimension}"
        )
    });
    let statement = format!(
        "WITH counted AS MATERIALIZED ({VALUES}{})) {}",
        here.text,
        each.join(" UNION ALL ")
    );
    let span = [span.from, span.from, span.until].map(Value::Integer);
    let rows = sql.rows(&statement, [span.to_vec(), here.values].concat())?;
    let counted = rows.iter().map(read).collect::<Result<_, _>>()?;
    Ok(Ok(Done::Counted(counted)))
}

fn read(row: &Row) -> Result<StoredCount, Trouble> {
    Ok(StoredCount {
        desk: row.text(0)?,
        dimension: row.text(1)?,
        value: row.text(2)?,
        count: row.integer(3)?,
    })
}
