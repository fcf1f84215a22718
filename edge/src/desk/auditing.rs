//! Reading the audit chain of an object, a page at a time.

use super::questions::{Answer, Chained, Denied, Done};
use super::trouble::{Trouble, known};
use crate::chain::{self, Trailed};
use crate::narrow::Condition;
use crate::sql::Sql;
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

/// The wanted records that `staff` may see, by the desk that had the request, the latest first.
pub(super) fn trail(sql: &Sql, staff: Staff, wanted: &Trailed) -> Result<Answer, Trouble> {
    if !may(staff, Action::Audit, staff.desk) {
        return Ok(Err(Denied::NotAllowed));
    }
    let (rows, next) = chain::trail(sql, wanted, Condition::at(staff.desk))?;
    Ok(Ok(Done::Trail { rows, next }))
}
