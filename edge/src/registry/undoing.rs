//! A batch is taken back as a new batch, as far as later changes let it; by two, if making the same
//! change would take two.

use super::changing::Sender;
use super::commit::{By, Deed, Write, commit, latest};
use super::entries::{self, Heads, Stored};
use super::history;
use super::proposals;
use super::questions::{
    Answer, Body, Denied, Done, StoredBatch, StoredBy, StoredCells, StoredUndoing, StoredUndone,
    Undoing,
};
use super::store::StoreError;
use crate::sql::{Row, Sql, Value};
use domain::listing::entry::{Cause, Cells, Undone, undo};
use domain::listing::import::Seal;
use domain::listing::second::Second;
use domain::staff::{Action, StaffId};
use domain::union::Desk;

/// What a batch did to an entry, and what taking it back comes to.
pub(super) struct Step<S> {
    pub(super) number: u32,
    pub(super) version: u32,
    pub(super) before: Option<S>,
    pub(super) after: Option<S>,
    pub(super) undone: Undone<S>,
}

/// What taking a batch back writes.
struct WorkedOut<S> {
    writes: Vec<Write<S>>,
    seal: String,
    second: Second,
    /// The desk that is over the batch and every place it touches.
    desk: Desk,
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

/// What of taking these steps back takes a second person.
pub(super) fn second<S: Stored>(heads: &Heads<S>, steps: &[Step<S>]) -> Second {
    Second::of(steps.iter().filter_map(|step| match &step.undone {
        Undone::Can { entry, .. } => {
            let now = heads.get(&step.number).map(|head| &head.entry);
            Some((now, entry.as_ref()))
        }
        Undone::Prevented | Undone::Already => None,
    }))
}

/// Takes a batch back, or proposes that if a second person is needed.
pub(super) fn take_back<S: Stored>(
    sql: &Sql,
    heads: &mut Heads<S>,
    sender: &Sender,
    batch: &StoredBatch,
    why: &str,
) -> Result<Answer, StoreError> {
    let allowed = |desk| sender.may(Action::EditListing, desk);
    let worked = match work_out(sql, heads, &allowed, batch)? {
        Ok(worked) => worked,
        Err(denied) => return Ok(Err(denied)),
    };
    if worked.second.is_needed() {
        if !sender.may(Action::ProposeSensitive, worked.desk) {
            return Ok(Err(Denied::NotAllowed));
        }
        let body = Body::Undo(Undoing {
            subject: batch.subject,
            batch: batch.id,
            why: why.to_owned(),
            seal: worked.seal,
            entries: u32::try_from(worked.writes.len()).unwrap_or(u32::MAX),
            name: first_name(heads, &worked.writes),
        });
        let proposal = proposals::propose(sql, sender, worked.desk, &body)?;
        return Ok(Ok(Done::Proposed(proposal)));
    }
    let deed = Deed {
        at: sender.at,
        cause: Cause::Undo,
        by: sender.by(),
        second: None,
        why: why.to_owned(),
        undoes: Some(batch.id),
    };
    let numbers = worked.writes.iter().map(|(number, _)| *number).collect();
    let batch = commit(sql, heads, &deed, worked.writes)?;
    Ok(Ok(Done::Changed {
        batch,
        numbers,
        theirs: Vec::new(),
    }))
}

/// Takes a batch back as a second person: what was proposed, and nothing else.
pub(super) fn make<S: Stored>(
    sql: &Sql,
    heads: &mut Heads<S>,
    sender: &Sender,
    by: &StoredBy,
    undoing: &Undoing,
) -> Result<Result<u32, Denied>, StoreError> {
    let proposed_by = StaffId(by.account.unwrap_or_default());
    let allowed = |desk| sender.may(Action::ApproveSensitive { proposed_by }, desk);
    let Some(batch) = history::seen_batch(sql, sender, undoing.batch)? else {
        return Ok(Err(Denied::NotFound));
    };
    let worked = match work_out(sql, heads, &allowed, &batch)? {
        Ok(worked) if worked.seal == undoing.seal => worked,
        Ok(_) => return Ok(Err(Denied::Moved)),
        Err(denied) => return Ok(Err(denied)),
    };
    let deed = Deed {
        at: sender.at,
        cause: Cause::Undo,
        by: By::from(by.clone()),
        second: Some(sender.by()),
        why: undoing.why.clone(),
        undoes: Some(batch.id),
    };
    Ok(Ok(commit(sql, heads, &deed, worked.writes)?))
}

/// What taking a batch back would write, if that is still what was proposed: entries above the number
/// `after`, at most so many.
pub(super) fn seen<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    undoing: &Undoing,
    after: u32,
    most: u32,
) -> Result<StoredUndoing, StoreError> {
    let steps = steps::<S>(sql, heads, undoing.batch)?;
    let second = second(heads, &steps).into();
    let writes = writes(steps);
    if sealed(sql, heads, &writes)? != undoing.seal {
        return Ok(StoredUndoing {
            entries: Vec::new(),
            second,
            is_as_proposed: false,
        });
    }
    let cells = |entry: &S| StoredCells::new(&Cells::of(entry));
    let shown = writes.iter().filter(|(number, _)| *number > after);
    let entries = shown.take(most as usize).map(|(number, entry)| {
        Ok(StoredUndone {
            number: *number,
            base: latest(sql, heads, *number)?,
            before: heads.get(number).map(|head| cells(&head.entry)),
            after: entry.as_ref().map(cells),
        })
    });
    Ok(StoredUndoing {
        entries: entries.collect::<Result<_, StoreError>>()?,
        second,
        is_as_proposed: true,
    })
}

fn work_out<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    allowed: &dyn Fn(Desk) -> bool,
    batch: &StoredBatch,
) -> Result<Result<WorkedOut<S>, Denied>, StoreError> {
    let steps = steps::<S>(sql, heads, batch.id)?;
    let second = second(heads, &steps);
    let writes = writes(steps);
    let touched = writes.iter().flat_map(|(number, entry)| {
        let now = heads.get(number).map(|head| head.entry.desk());
        now.into_iter().chain(entry.as_ref().map(S::desk))
    });
    let desks: Vec<_> = Desk::from_code(&batch.desk)
        .into_iter()
        .chain(touched)
        .collect();
    if !desks.iter().all(|desk| allowed(*desk)) {
        return Ok(Err(Denied::NotAllowed));
    }
    let Some(desk) = desks.into_iter().reduce(Desk::over) else {
        return Ok(Err(Denied::NotAllowed));
    };
    if writes.is_empty() {
        return Ok(Err(Denied::Nothing));
    }
    Ok(Ok(WorkedOut {
        seal: sealed(sql, heads, &writes)?,
        writes,
        second,
        desk,
    }))
}

fn writes<S: Stored>(steps: Vec<Step<S>>) -> Vec<Write<S>> {
    let write = |step: Step<S>| match step.undone {
        Undone::Can { entry, .. } => Some((step.number, entry)),
        Undone::Prevented | Undone::Already => None,
    };
    steps.into_iter().filter_map(write).collect()
}

/// The seal of everything that would be written, over the versions that stand.
fn sealed<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    writes: &[Write<S>],
) -> Result<String, StoreError> {
    let mut seal = Seal::new();
    for (number, entry) in writes {
        let version = latest(sql, heads, *number)?;
        match entry {
            Some(entry) => seal.writes(entry, Some(version)),
            None => seal.takes_away(*number, version),
        }
    }
    Ok(seal.digits())
}

fn first_name<S: Stored>(heads: &Heads<S>, writes: &[Write<S>]) -> String {
    let first = writes.first().and_then(|(number, entry)| {
        let now = heads.get(number).map(|head| &head.entry);
        now.or(entry.as_ref())
    });
    first.map_or_else(String::new, |entry| entry.name().to_owned())
}
