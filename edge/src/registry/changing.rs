//! Changing entries: two people's changes are merged, and nothing is overwritten that somebody has
//! not seen.

use super::commit::{By, Deed, Write, commit, latest, next_number};
use super::entries::{self, Heads, Stored};
use super::history;
use super::proposals;
use super::questions::{Answer, Body, Change, ChangedEntry, Denied, Done, StoredCells, codes};
use super::store::StoreError;
use crate::sql::Sql;
use domain::listing::entry::{AspectSet, Cause, Cells, merge};
use domain::listing::second::sensitive;
use domain::staff::{Action, Staff, may};
use domain::time::BeijingTime;
use domain::union::Desk;

/// A member of staff who asks, and when.
pub(super) struct Sender {
    pub(super) staff: Staff,
    pub(super) name: String,
    pub(super) at: BeijingTime,
}

impl Sender {
    /// Their name in the history.
    pub(super) fn by(&self) -> By {
        By {
            account: Some(self.staff.id.0),
            name: self.name.clone(),
        }
    }

    pub(super) fn may(&self, action: Action, desk: Desk) -> bool {
        may(self.staff, action, desk)
    }
}

/// What a change comes to.
pub(super) struct WorkedOut<S> {
    pub(super) writes: Vec<Write<S>>,
    /// What others changed since, which stays.
    theirs: AspectSet,
    /// What each entry is now.
    before: Vec<Option<StoredCells>>,
    /// Whether a second person is needed.
    sensitive: bool,
    /// The desk that is over every place it touches.
    desk: Desk,
}

/// Changes entries, or proposes that if a second person is needed.
pub(super) fn change<S: Stored>(
    sql: &Sql,
    heads: &mut Heads<S>,
    sender: &Sender,
    change: &Change,
) -> Result<Answer, StoreError> {
    let Some(cause) = Cause::from_code(&change.cause) else {
        return Ok(Err(Denied::Broken));
    };
    let allowed = |desk| sender.may(Action::EditListing, desk);
    let worked = match work_out(sql, heads, &allowed, change)? {
        Ok(worked) => worked,
        Err(denied) => return Ok(Err(denied)),
    };
    if worked.sensitive {
        if !sender.may(Action::ProposeSensitive, worked.desk) {
            return Ok(Err(Denied::NotAllowed));
        }
        let body = Body::Change {
            change: change.clone(),
            before: worked.before,
        };
        let proposal = proposals::propose(sql, sender, worked.desk, &body)?;
        return Ok(Ok(Done::Proposed(proposal)));
    }
    let deed = Deed {
        at: sender.at,
        cause,
        by: sender.by(),
        second: None,
        why: change.why.clone(),
        undoes: None,
    };
    let numbers = worked.writes.iter().map(|(number, _)| *number).collect();
    let theirs = codes(worked.theirs);
    let batch = commit(sql, heads, &deed, worked.writes)?;
    Ok(Ok(Done::Changed {
        batch,
        numbers,
        theirs,
    }))
}

/// Merges a change with what was changed since it was made, and checks it.
pub(super) fn work_out<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    allowed: &dyn Fn(Desk) -> bool,
    change: &Change,
) -> Result<Result<WorkedOut<S>, Denied>, StoreError> {
    let mut next = next_number::<S>(sql)?;
    let mut worked = WorkedOut {
        writes: Vec::new(),
        theirs: AspectSet::EMPTY,
        before: Vec::new(),
        sensitive: false,
        desk: Desk::City,
    };
    let mut desks = Vec::new();
    for changed in &change.entries {
        let number = changed.number.unwrap_or(next);
        let head = heads.get(&number);
        if head.is_some_and(|head| !allowed(head.entry.desk())) {
            return Ok(Err(Denied::NotAllowed));
        }
        let merged = match merged(sql, heads, changed)? {
            Ok(merged) => merged,
            Err(denied) => return Ok(Err(denied)),
        };
        let is_listed = |other| heads.contains_key(&other);
        let (entry, _) = merged.0.read::<S>(number, &is_listed);
        let Some(entry) = entry else {
            return Ok(Err(Denied::Invalid));
        };
        if !allowed(entry.desk()) {
            return Ok(Err(Denied::NotAllowed));
        }
        next += u32::from(changed.number.is_none());
        worked.theirs = merged.1.iter().fold(worked.theirs, AspectSet::with);
        let before = head.map(|head| &head.entry);
        worked
            .before
            .push(before.map(|before| StoredCells::new(&Cells::of(before))));
        if before == Some(&entry) {
            continue;
        }
        worked.sensitive |= !sensitive(before, Some(&entry)).is_empty();
        desks.extend(before.map(S::desk));
        desks.push(entry.desk());
        worked.writes.push((number, Some(entry)));
    }
    let Some(desk) = desks.into_iter().reduce(Desk::over) else {
        return Ok(Err(Denied::Nothing));
    };
    worked.desk = desk;
    Ok(Ok(worked))
}

/// The cells that an entry is to have, and what others changed since.
fn merged<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    changed: &ChangedEntry,
) -> Result<Result<(Cells, AspectSet), Denied>, StoreError> {
    let yours = changed.cells.read();
    let Some(number) = changed.number else {
        return Ok(Ok((yours, AspectSet::EMPTY)));
    };
    let Some(base) = entries::version::<S>(sql, number, changed.base)? else {
        return Ok(Err(Denied::NotFound));
    };
    if latest::<S>(sql, heads, number)? == changed.base {
        return Ok(Ok((yours, AspectSet::EMPTY)));
    }
    let base = base.map(|base| Cells::of(&base));
    let conflict = || -> Result<_, StoreError> {
        Ok(Err(Denied::Conflict {
            number,
            before: base.as_ref().map(StoredCells::new),
            now: history::latest::<S>(sql, number)?.map(Box::new),
        }))
    };
    match (&base, heads.get(&number)) {
        (Some(before), Some(head)) => {
            let merged = merge(before, &Cells::of(&head.entry), &yours);
            match merged.conflicts.is_empty() {
                true => Ok(Ok((merged.cells, merged.theirs))),
                false => conflict(),
            }
        }
        _ => conflict(),
    }
}
