//! Doing what a plan says: exactly that, in one transaction, or nothing.

use super::super::changing::Sender;
use super::super::commit::{By, Deed, Write, commit, latest};
use super::super::entries::{Head, Heads, Stored};
use super::super::store::StoreError;
use super::questions::{Answer, Begin, Denied, Done, Notes, State, StoredPlan};
use super::rows::Ticked;
use super::{plans, rows};
use crate::sql::Sql;
use domain::listing::Column;
use domain::listing::entry::{Cause, Cells};
use domain::staff::{Action, StaffId};
use domain::union::Desk;

/// Whether what is ticked takes a second person.
pub(crate) fn takes_two(plan: &StoredPlan, is_sensitive: bool) -> bool {
    let alarms = plan.notes.alarms.iter().filter_map(|alarm| alarm.read());
    is_sensitive || alarms.into_iter().any(|alarm| alarm.is_of_rows())
}

/// Applies a plan that was looked at under that seal; or proposes it, if that takes two and this is
/// whoever made it.
pub(crate) fn apply<S: Stored>(
    sql: &Sql,
    heads: &mut Heads<S>,
    sender: &Sender,
    plan: &StoredPlan,
    seal: &str,
) -> Result<Answer, StoreError> {
    let is_own = plans::is_own(sender, plan);
    match plan.state {
        State::Ready if is_own => {}
        State::Proposed if plans::may_approve(sender, plan) => {}
        State::Ready | State::Proposed => return Ok(Err(Denied::NotAllowed)),
        _ => return Ok(Err(Denied::NotNow)),
    }
    let (sealed, is_sensitive) = rows::seal(sql, plan.id)?;
    if sealed != seal {
        return Ok(Err(Denied::OtherPlan));
    }
    let ticked = rows::ticked::<S>(sql, plan.id)?;
    if ticked.is_empty() {
        return Ok(Err(Denied::Nothing));
    }
    let moved = moved(sql, heads, &ticked)?;
    if !moved.is_empty() {
        return replan(sql, sender, plan, moved);
    }
    let action = match is_own {
        true => Action::Import,
        false => Action::ApproveSensitive {
            proposed_by: StaffId(plan.by.account.unwrap_or_default()),
        },
    };
    if !desks(heads, &ticked).all(|desk| sender.may(action, desk)) {
        return Ok(Err(Denied::NotAllowed));
    }
    if is_own && takes_two(plan, is_sensitive) {
        plans::set_state(sql, plan.id, State::Proposed)?;
        return Ok(Ok(Done::Proposed));
    }
    let Some(writes) = writes(sender, heads, ticked) else {
        return Ok(Err(Denied::Broken));
    };
    let batch = commit(sql, heads, &deed(sender, plan, is_own), writes)?;
    plans::end(sql, plan.id, State::Applied, Some(batch), None)?;
    Ok(Ok(Done::Applied(batch)))
}

fn deed(sender: &Sender, plan: &StoredPlan, is_own: bool) -> Deed {
    let (by, second) = match is_own {
        true => (sender.by(), None),
        false => (By::from(plan.by.clone()), Some(sender.by())),
    };
    Deed {
        at: sender.at,
        cause: Cause::Import,
        by,
        second,
        why: plan.why.clone(),
        undoes: None,
    }
}

/// The entries of which another version is the latest by now. Of what is new that is the first.
fn moved<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    ticked: &[Ticked<S>],
) -> Result<Vec<u32>, StoreError> {
    let mut moved = Vec::new();
    for row in ticked {
        let now = match heads.get(&row.number) {
            Some(head) => Some(head.version),
            None => Some(latest::<S>(sql, heads, row.number)?).filter(|version| *version > 0),
        };
        if now != row.base {
            moved.push(row.number);
        }
    }
    Ok(moved)
}

/// Plans the same file anew.
fn replan(
    sql: &Sql,
    sender: &Sender,
    plan: &StoredPlan,
    moved: Vec<u32>,
) -> Result<Answer, StoreError> {
    let importer = plans::importer(sql, plan.id)?.read();
    let importer = Sender {
        staff: importer.map_err(|_| StoreError::Question("a plan"))?,
        name: plan.by.name.clone(),
        at: sender.at,
    };
    let file = plans::file(sql, plan.id)?;
    let begin = Begin {
        subject: plan.subject,
        sheet: plan.sheet.clone(),
        datum: plan.datum.clone(),
        why: plan.why.clone(),
    };
    let notes = Notes {
        replaces: Some(plan.id),
        moved,
        ..Notes::default()
    };
    let new = plans::begin(sql, &importer, &begin, &file, &notes)?;
    plans::end(sql, plan.id, State::Declined, None, Some(new))?;
    Ok(Ok(Done::Replanned(new)))
}

/// Where it is now and where it would be.
fn desks<'a, S: Stored>(
    heads: &'a Heads<S>,
    ticked: &'a [Ticked<S>],
) -> impl Iterator<Item = Desk> + 'a {
    ticked.iter().flat_map(|row| {
        let before = heads
            .get(&row.number)
            .map(|head: &Head<S>| head.entry.desk());
        before.into_iter().chain(row.after.as_ref().map(S::desk))
    })
}

/// What is to be written; `None` if a row is not what was sealed. What is not in the file closes for
/// good where that can be said of it, and is else taken off the list.
fn writes<S: Stored>(
    sender: &Sender,
    heads: &Heads<S>,
    ticked: Vec<Ticked<S>>,
) -> Option<Vec<Write<S>>> {
    let write = |row: Ticked<S>| match row.after {
        Some(after) => {
            (rows::sealed(&after, row.base) == row.seal).then_some((row.number, Some(after)))
        }
        None => Some((row.number, closed(sender, heads, row.number))),
    };
    ticked.into_iter().map(write).collect()
}

fn closed<S: Stored>(sender: &Sender, heads: &Heads<S>, number: u32) -> Option<S> {
    S::SUBJECT
        .columns()
        .contains(&Column::Status)
        .then_some(())?;
    let mut cells = Cells::of(&heads.get(&number)?.entry);
    for column in [Column::ClosedUntil, Column::Successor] {
        cells.set(column, "");
    }
    cells.set(Column::Status, "closed");
    cells.set(Column::ClosedFrom, sender.at.date().to_string());
    cells
        .read::<S>(number, &|other| heads.contains_key(&other))
        .0
}
