//! Some records of a chain, the latest first, a page at a time.

use super::rows;
use crate::narrow::Condition;
use crate::sql::{Sql, SqlError, Value};
use records::{AccountRow, AuditRow, ChainRow};
use serde::{Deserialize, Serialize};

/// So many records are looked through for one page.
const MOST_LOOKED_AT: u32 = 20_000;

/// Which records are wanted.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Trailed {
    /// The code of what was done.
    pub(crate) what: Option<String>,
    /// What it was done to.
    pub(crate) of: Option<String>,
    /// The number of the account that did it.
    pub(crate) by: Option<u32>,
    /// The first moment, in seconds since 1970.
    pub(crate) from: Option<u32>,
    /// The first moment after the last.
    pub(crate) until: Option<u32>,
    /// Only what stands before that number.
    pub(crate) before: Option<u32>,
    pub(crate) most: u32,
}

/// What of a table tells what was done, to what and by whom.
pub(crate) trait Trail: ChainRow {
    const WHAT: &'static str;
    const OF: &'static str;
    const BY: &'static str;
}

impl Trail for AuditRow {
    // Of the filing the table has no code.
    const WHAT: &'static str = "coalesce(what, 'filed') = ?";
    const OF: &'static str = "reference = ?";
    const BY: &'static str = "json_extract(actor, '$.staff.id') = ?";
}

impl Trail for AccountRow {
    const WHAT: &'static str = "what = ?";
    const OF: &'static str = "account = CAST(? AS INTEGER)";
    const BY: &'static str = "by_account = ?";
}

impl Trailed {
    /// As conditions, each with its value.
    pub(crate) fn conditions(
        &self,
        what: &'static str,
        of: &'static str,
        by: &'static str,
    ) -> impl Iterator<Item = (&'static str, Value)> {
        let all = [
            (what, self.what.clone().map(Value::Text)),
            (of, self.of.clone().map(Value::Text)),
            (by, self.by.map(Value::Integer)),
            ("at >= ?", self.from.map(Value::Integer)),
            ("at < ?", self.until.map(Value::Integer)),
        ];
        all.into_iter()
            .filter_map(|(text, value)| Some((text, value?)))
    }
}

/// The wanted records of which `here` is true, and before which number to go on.
pub(crate) fn trail<R: Trail>(
    sql: &Sql,
    wanted: &Trailed,
    mut here: Condition,
) -> Result<(Vec<R>, Option<u32>), SqlError> {
    let end = match wanted.before {
        Some(number) => number,
        None => length(sql)?,
    };
    let start = end.saturating_sub(MOST_LOOKED_AT);
    here.and("number >= ?", Value::Integer(start));
    here.and("number < ?", Value::Integer(end));
    for (text, value) in wanted.conditions(R::WHAT, R::OF, R::BY) {
        here.and(text, value);
    }
    here.values.push(Value::Integer(wanted.most + 1));
    let which = format!("WHERE {} ORDER BY number DESC LIMIT ?", here.text);
    let mut rows: Vec<R> = rows(sql, &which, here.values)?;
    let has_more = rows.len() > wanted.most as usize;
    rows.truncate(wanted.most as usize);
    let next = match rows.last() {
        Some(last) if has_more => Some(last.number()),
        _ => (start > 0).then_some(start),
    };
    Ok((rows, next))
}

/// How many records there are.
fn length(sql: &Sql) -> Result<u32, SqlError> {
    let rows = sql.rows("SELECT coalesce(max(number) + 1, 0) FROM audit", vec![])?;
    rows.first().map_or(Ok(0), |row| row.integer(0))
}
