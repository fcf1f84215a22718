//! A batch is taken back as a new batch, as far as later changes let it.

use super::changing::Sender;
use super::commit::{Deed, Write, commit};
use super::entries::{self, Heads, Stored};
use super::questions::{Answer, Denied, Done, StoredBatch};
use super::store::StoreError;
use crate::sql::{Row, Sql, Value};
use domain::listing::entry::{Cause, Undone, undo};
use domain::staff::Action;
use domain::union::Desk;

/// What a batch did to an entry, and what taking it back comes to.
pub(super) struct Step<S> {
    pub(super) number: u32,
    pub(super) version: u32,
    pub(super) before: Option<S>,
    pub(super) after: Option<S>,
    pub(super) undone: Undone<S>,
}

/// Those of a batch, in the order of the numbers.
pub(super) fn steps<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    batch: u32,
) -> Result<Vec<Step<S>>, StoreError> {
    let rows = sql.rows(
        "SELECT n.entry, n.number, n.record, p.record FROM version n
         LEFT JOIN version p
         ON p.subject = n.subject AND p.entry = n.entry AND p.number = n.number - 1
         WHERE n.batch = ? ORDER BY n.entry",
        vec![Value::Integer(batch)],
    )?;
    let is_listed = |other| heads.contains_key(&other);
    let step = |row: &Row| {
        let number = row.integer(0)?;
        let read = |column| -> Result<Option<S>, StoreError> {
            let record = row.maybe(column, Row::text)?;
            record
                .map(|record| entries::read(number, &record))
                .transpose()
        };
        let (before, after) = (read(3)?, read(2)?);
        let now = heads.get(&number).map(|head| &head.entry);
        let undone = undo(before.as_ref(), after.as_ref(), now, &is_listed);
        Ok(Step {
            number,
            version: row.integer(1)?,
            before,
            after,
            undone,
        })
    };
    rows.iter().map(step).collect()
}

/// Takes a batch back.
pub(super) fn take_back<S: Stored>(
    sql: &Sql,
    heads: &mut Heads<S>,
    sender: &Sender,
    batch: &StoredBatch,
    why: &str,
) -> Result<Answer, StoreError> {
    let desk = Desk::from_code(&batch.desk);
    if !desk.is_some_and(|desk| sender.may(Action::EditListing, desk)) {
        return Ok(Err(Denied::NotAllowed));
    }
    let mut writes: Vec<Write<S>> = Vec::new();
    for step in steps::<S>(sql, heads, batch.id)? {
        let Undone::Can { entry, .. } = step.undone else {
            continue;
        };
        let now = heads.get(&step.number).map(|head| head.entry.desk());
        let mut desks = now.into_iter().chain(entry.as_ref().map(S::desk));
        if !desks.all(|desk| sender.may(Action::EditListing, desk)) {
            return Ok(Err(Denied::NotAllowed));
        }
        writes.push((step.number, entry));
    }
    if writes.is_empty() {
        return Ok(Err(Denied::Nothing));
    }
    let deed = Deed {
        at: sender.at,
        cause: Cause::Undo,
        by: sender.by(),
        second: None,
        why: why.to_owned(),
        undoes: Some(batch.id),
    };
    let numbers = writes.iter().map(|(number, _)| *number).collect();
    let batch = commit(sql, heads, &deed, writes)?;
    Ok(Ok(Done::Changed {
        batch,
        numbers,
        theirs: Vec::new(),
    }))
}
