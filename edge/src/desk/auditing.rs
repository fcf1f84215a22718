//! Reading the audit chain of an object, a page at a time.

use super::chain;
use super::listing::Condition;
use super::questions::{Answer, Chained, Denied, Done, Trailed};
use super::trouble::{Trouble, known};
use crate::sql::{Sql, Value};
use domain::staff::{Action, Staff, may};
use domain::union::Desk;

/// A page of the chain, for whoever may read it.
pub(super) fn page(sql: &Sql, staff: Staff, chained: &Chained) -> Result<Answer, Trouble> {
    let keeper = known("desk", &chained.keeper, Desk::from_code)?;
    if !may(staff, Action::Audit, keeper) {
        return Ok(Err(Denied::NotAllowed));
    }
    let rows = chain::page(sql, chained.from, chained.most)?;
    Ok(Ok(Done::Audited(rows)))
}

/// So many records are looked through for one page.
const MOST_LOOKED_AT: u32 = 20_000;

/// The wanted records that `staff` may see, by the desk that had the request, the latest first.
pub(super) fn trail(sql: &Sql, staff: Staff, wanted: &Trailed) -> Result<Answer, Trouble> {
    if !may(staff, Action::Audit, staff.desk) {
        return Ok(Err(Denied::NotAllowed));
    }
    let end = match wanted.before {
        Some(number) => number,
        None => chain::length(sql)?,
    };
    let start = end.saturating_sub(MOST_LOOKED_AT);
    let mut text = "number >= ? AND number < ?".to_owned();
    let mut values = vec![Value::Integer(start), Value::Integer(end)];
    // Of the filing the table has no code.
    let what = wanted.what.clone().map(Value::Text);
    let reference = wanted.reference.clone().map(Value::Text);
    for (condition, value) in [
        ("coalesce(what, 'filed') = ?", what),
        ("reference = ?", reference),
        (
            "json_extract(actor, '$.staff.id') = ?",
            wanted.by.map(Value::Integer),
        ),
        ("at >= ?", wanted.from.map(Value::Integer)),
        ("at < ?", wanted.until.map(Value::Integer)),
    ] {
        if let Some(value) = value {
            text += " AND ";
            text += condition;
            values.push(value);
        }
    }
    let here = Condition::at(staff.desk);
    text = format!("{text} AND {} ORDER BY number DESC LIMIT ?", here.text);
    values.extend(here.values);
    values.push(Value::Integer(wanted.most + 1));
    let mut rows = chain::latest(sql, &text, values)?;
    let has_more = rows.len() > wanted.most as usize;
    rows.truncate(wanted.most as usize);
    let next = match rows.last() {
        Some(last) if has_more => Some(last.number),
        _ => (start > 0).then_some(start),
    };
    Ok(Ok(Done::Trail { rows, next }))
}
