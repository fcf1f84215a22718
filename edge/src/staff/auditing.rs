//! The log of the accounts: reading its chain, and what was written before there was one.

use super::questions::{Answer, Denied, Done, Member};
use super::store;
use super::trouble::Trouble;
use crate::chain::{self, Chain, Trailed};
use crate::narrow::Condition;
use crate::sql::{Row, Sql};
use domain::staff::log::{Actor, Deed, Entry};
use domain::staff::{Action, Role, Staff, StaffId, may};
use domain::union::Desk;
use records::AccountRow;

/// The wanted records that `member` may see, by the desk that the account had, the latest first.
pub(super) fn trail(sql: &Sql, member: &Member, wanted: &Trailed) -> Result<Answer, Trouble> {
    let staff = store::staff(&member.account)?;
    if !may(staff, Action::AuditAccounts, staff.desk) {
        return Ok(Err(Denied::Forbidden));
    }
    let (rows, next) = chain::trail(sql, wanted, Condition::at(staff.desk))?;
    Ok(Ok(Done::Trail { rows, next }))
}

/// A page of the whole chain, for whoever may read all of it.
pub(super) fn page(sql: &Sql, member: &Member, from: u32, most: u32) -> Result<Answer, Trouble> {
    let staff = store::staff(&member.account)?;
    if !may(staff, Action::AuditAccounts, Desk::City) {
        return Ok(Err(Denied::Forbidden));
    }
    Ok(Ok(Done::Audited(chain::page(sql, from, most)?)))
}

/// Carries what was written before there was a chain over into it, once.
pub(super) fn adopt(sql: &Sql) -> Result<(), Trouble> {
    let table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'log'";
    if sql.rows(table, vec![])?.is_empty() {
        return Ok(());
    }
    sql.transaction(|| {
        let rows = sql.rows(
            "SELECT at, actor, what, account, role, desk FROM log ORDER BY number",
            vec![],
        )?;
        let mut chain = Chain::<AccountRow>::open(sql)?;
        for row in &rows {
            chain.add(read(row)?)?;
        }
        Ok(sql.run("DROP TABLE log", vec![])?)
    })
}

fn read(row: &Row) -> Result<Entry, Trouble> {
    let (actor, what) = (row.text(1)?, row.text(2)?);
    let (role, desk) = (row.text(4)?, row.text(5)?);
    let known = || {
        Some(Entry {
            at: row.moment(0).ok()?,
            actor: match &*actor {
                "operator" => Actor::Operator,
                "nobody" => Actor::Nobody,
                id => Actor::Staff(StaffId(id.parse().ok()?)),
            },
            what: Deed::from_code(&what)?,
            of: Staff {
                id: StaffId(row.integer(3).ok()?),
                role: Role::from_code(&role)?,
                desk: Desk::from_code(&desk)?,
            },
        })
    };
    known().ok_or(Trouble::Record("an entry of the log"))
}
