//! What one person does not do alone waits here for a second.

use super::changing::{Sender, work_out};
use super::commit::{By, Deed, commit};
use super::entries::{Heads, Stored};
use super::questions::{Answer, Body, Change, Denied, Done, StoredBy, StoredProposal, Verdict};
use super::reports;
use super::store::StoreError;
use crate::sql::{Row, Sql, Value};
use domain::listing::entry::Cause;
use domain::staff::{Action, StaffId};
use domain::union::Desk;

const OPEN: &str = "open";
const APPROVED: &str = "approved";
const DECLINED: &str = "declined";
const WITHDRAWN: &str = "withdrawn";

/// As many as are read at once, the latest first.
const MOST: u32 = 500;

const PROPOSAL: &str = "SELECT id, at, account, name, desk, state, decided_at, decided_account,
    decided_name, note, batch, body FROM proposal";

/// Keeps what somebody proposes; gives its number.
pub(super) fn propose(
    sql: &Sql,
    sender: &Sender,
    desk: Desk,
    body: &Body,
) -> Result<u32, StoreError> {
    let rows = sql.rows("SELECT coalesce(max(id), 0) + 1 FROM proposal", vec![])?;
    let id = rows.first().map_or(Ok(1), |row| row.integer(0))?;
    let body = serde_json::to_string(body).expect("plain data serialises");
    sql.run(
        "INSERT INTO proposal (id, at, account, name, desk, body) VALUES (?, ?, ?, ?, ?, ?)",
        vec![
            Value::Integer(id),
            Value::moment(sender.at),
            Value::Integer(sender.staff.id.0),
            Value::Text(sender.name.clone()),
            Value::Text(desk.code()),
            Value::Text(body),
        ],
    )?;
    Ok(id)
}

/// Those that they may see.
pub(super) fn list(sql: &Sql, sender: &Sender, open: bool) -> Result<Answer, StoreError> {
    let state = if open { "= ?" } else { "!= ?" };
    let rows = sql.rows(
        &format!("{PROPOSAL} WHERE state {state} ORDER BY id DESC LIMIT ?"),
        vec![Value::Text(OPEN.to_owned()), Value::Integer(MOST)],
    )?;
    let mut all = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    all.retain(|proposal| sees(sender, proposal));
    Ok(Ok(Done::Proposals(all)))
}

/// One of them, if they may see it.
pub(super) fn one(
    sql: &Sql,
    sender: &Sender,
    id: u32,
) -> Result<Option<StoredProposal>, StoreError> {
    let rows = sql.rows(
        &format!("{PROPOSAL} WHERE id = ?"),
        vec![Value::Integer(id)],
    )?;
    let proposal = rows.first().map(read).transpose()?;
    Ok(proposal.filter(|proposal| sees(sender, proposal)))
}

/// Whether they may decide so about an open proposal.
pub(super) fn may_decide(sender: &Sender, proposal: &StoredProposal, verdict: Verdict) -> bool {
    let proposed_by = StaffId(proposal.by.account.unwrap_or_default());
    let desk = Desk::from_code(&proposal.desk);
    match verdict {
        Verdict::Withdraw => sender.staff.id == proposed_by,
        Verdict::Approve | Verdict::Decline => {
            desk.is_some_and(|desk| sender.may(Action::ApproveSensitive { proposed_by }, desk))
        }
    }
}

/// Whether somebody decided about it already.
pub(super) fn is_decided(proposal: &StoredProposal) -> bool {
    proposal.state != OPEN
}

/// Makes a proposed change: what was proposed, and nothing else.
pub(super) fn make<S: Stored>(
    sql: &Sql,
    heads: &mut Heads<S>,
    sender: &Sender,
    by: &StoredBy,
    change: &Change,
) -> Result<Result<u32, Denied>, StoreError> {
    let Some(cause) = Cause::from_code(&change.cause) else {
        return Ok(Err(Denied::Broken));
    };
    let proposed_by = StaffId(by.account.unwrap_or_default());
    let allowed = |desk| sender.may(Action::ApproveSensitive { proposed_by }, desk);
    let worked = match work_out(sql, heads, &allowed, change)? {
        Ok(worked) => worked,
        Err(denied) => return Ok(Err(denied)),
    };
    let deed = Deed {
        at: sender.at,
        cause,
        by: By::from(by.clone()),
        second: Some(sender.by()),
        why: change.why.clone(),
        undoes: None,
    };
    let batch = commit(sql, heads, &deed, worked.writes)?;
    if let Some(answered) = &change.answers {
        reports::decided(sql, answered, deed.at, &deed.by, Some(batch))?;
    }
    Ok(Ok(batch))
}

/// Writes what became of a proposal.
pub(super) fn decided(
    sql: &Sql,
    sender: &Sender,
    id: u32,
    verdict: Verdict,
    note: &str,
    batch: Option<u32>,
) -> Result<(), StoreError> {
    let state = match verdict {
        Verdict::Approve => APPROVED,
        Verdict::Decline => DECLINED,
        Verdict::Withdraw => WITHDRAWN,
    };
    sql.run(
        "UPDATE proposal SET state = ?, decided_at = ?, decided_account = ?, decided_name = ?,
         note = ?, batch = ? WHERE id = ?",
        vec![
            Value::Text(state.to_owned()),
            Value::moment(sender.at),
            Value::Integer(sender.staff.id.0),
            Value::Text(sender.name.clone()),
            Value::Text(note.to_owned()),
            Value::maybe_integer(batch),
            Value::Integer(id),
        ],
    )?;
    Ok(())
}

fn sees(sender: &Sender, proposal: &StoredProposal) -> bool {
    let is_own = proposal.by.account == Some(sender.staff.id.0);
    let desk = Desk::from_code(&proposal.desk);
    is_own || desk.is_some_and(|desk| sender.may(Action::SeeHistory, desk))
}

fn read(row: &Row) -> Result<StoredProposal, StoreError> {
    let decided_account = row.maybe(7, Row::integer)?;
    let decided_name = row.maybe(8, Row::text)?;
    let body = row.text(11)?;
    Ok(StoredProposal {
        id: row.integer(0)?,
        at: row.integer(1)?,
        by: StoredBy {
            account: Some(row.integer(2)?),
            name: row.text(3)?,
        },
        desk: row.text(4)?,
        state: row.text(5)?,
        decided_at: row.maybe(6, Row::integer)?,
        decided_by: decided_name.map(|name| StoredBy {
            account: decided_account,
            name,
        }),
        note: row.maybe(9, Row::text)?,
        batch: row.maybe(10, Row::integer)?,
        body: serde_json::from_str(&body).map_err(|_| StoreError::Proposal)?,
    })
}
