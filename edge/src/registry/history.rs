//! What was done to the listings: versions and batches, read.

use super::changing::Sender;
use super::commit::By;
use super::entries::{self, Heads, Stored};
use super::questions::{
    Answer, Denied, Done, StoredBatch, StoredBy, StoredCells, StoredStep, StoredSubject,
    StoredUndo, StoredVersion, codes,
};
use super::store::StoreError;
use super::undoing;
use crate::sql::{Row, Sql, Value};
use domain::listing::entry::{Cells, Undone};
use domain::staff::Action;
use domain::union::Desk;

/// The columns of a batch, for [`batch_of`].
const BATCH: &str =
    "b.id, b.subject, b.at, b.cause, b.account, b.name, b.second_account, b.second_name,
    b.desk, b.why, b.undoes, (SELECT min(u.id) FROM batch u WHERE u.undoes = b.id),
    (SELECT count(*) FROM version n WHERE n.batch = b.id)";

/// How many columns those are.
const BATCH_COLUMNS: u32 = 13;

/// An entry as it is now and as it was in the version `base`.
pub(super) fn entry<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    sender: &Sender,
    number: u32,
    base: Option<u32>,
) -> Result<Answer, StoreError> {
    let Some(now) = latest::<S>(sql, number)? else {
        return Ok(Err(Denied::NotFound));
    };
    if !sees(sql, heads, sender, number)? {
        return Ok(Err(Denied::NotFound));
    }
    let base = match base {
        Some(base) => entries::version::<S>(sql, number, base)?.flatten(),
        None => None,
    };
    let base = base.map(|base| StoredCells::new(&Cells::of(&base)));
    Ok(Ok(Done::Entry { now, base }))
}

/// Every version of an entry, the latest first.
pub(super) fn history<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    sender: &Sender,
    number: u32,
) -> Result<Answer, StoreError> {
    let all = versions::<S>(sql, number, u32::MAX)?;
    if all.is_empty() || !sees(sql, heads, sender, number)? {
        return Ok(Err(Denied::NotFound));
    }
    Ok(Ok(Done::History(all)))
}

/// The latest version of an entry; `None` if it never had one.
pub(super) fn latest<S: Stored>(
    sql: &Sql,
    number: u32,
) -> Result<Option<StoredVersion>, StoreError> {
    Ok(versions::<S>(sql, number, 1)?.pop())
}

fn versions<S: Stored>(
    sql: &Sql,
    number: u32,
    most: u32,
) -> Result<Vec<StoredVersion>, StoreError> {
    let rows = sql.rows(
        &format!(
            "SELECT {BATCH}, v.number, v.record FROM version v JOIN batch b ON b.id = v.batch
             WHERE v.subject = ? AND v.entry = ? ORDER BY v.number DESC LIMIT ?"
        ),
        vec![
            Value::Text(S::SUBJECT_CODE.to_owned()),
            Value::Integer(number),
            Value::Integer(most),
        ],
    )?;
    let version = |row: &Row| {
        let record = row.maybe(BATCH_COLUMNS + 1, Row::text)?;
        let entry = record.map(|record| entries::read::<S>(number, &record));
        let cells = entry.transpose()?.map(|entry| Cells::of(&entry));
        Ok(StoredVersion {
            number: row.integer(BATCH_COLUMNS)?,
            batch: batch_of(row)?,
            cells: cells.as_ref().map(StoredCells::new),
        })
    };
    rows.iter().map(version).collect()
}

/// Whether they may see the history of an entry: by where it is, or was when it was last listed.
fn sees<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    sender: &Sender,
    number: u32,
) -> Result<bool, StoreError> {
    if let Some(head) = heads.get(&number) {
        return Ok(sender.may(Action::SeeHistory, head.entry.desk()));
    }
    let rows = sql.rows(
        "SELECT record FROM version WHERE subject = ? AND entry = ? AND record IS NOT NULL
         ORDER BY number DESC LIMIT 1",
        vec![
            Value::Text(S::SUBJECT_CODE.to_owned()),
            Value::Integer(number),
        ],
    )?;
    let Some(row) = rows.first() else {
        return Ok(false);
    };
    let entry = entries::read::<S>(number, &row.text(0)?)?;
    Ok(sender.may(Action::SeeHistory, entry.desk()))
}

/// What was done, the latest first, as far as they may see it.
pub(super) fn batches(
    sql: &Sql,
    sender: &Sender,
    before: Option<u32>,
    most: u32,
) -> Result<Answer, StoreError> {
    let own = sender.staff.desk;
    let desks = std::iter::once(own).chain(own.below());
    let desks = desks.filter(|desk| sender.may(Action::SeeHistory, *desk));
    let desks: Vec<String> = desks.map(Desk::code).collect();
    let rows = sql.rows(
        &format!(
            "SELECT {BATCH} FROM batch b
             WHERE b.id < ? AND b.desk IN (SELECT value FROM json_each(?))
             ORDER BY b.id DESC LIMIT ?"
        ),
        vec![
            Value::Integer(before.unwrap_or(u32::MAX)),
            Value::Text(serde_json::to_string(&desks).expect("plain data serialises")),
            Value::Integer(most),
        ],
    )?;
    let batches = rows.iter().map(batch_of).collect::<Result<_, _>>()?;
    Ok(Ok(Done::Batches(batches)))
}

/// That batch, if they may see it.
pub(super) fn seen_batch(
    sql: &Sql,
    sender: &Sender,
    batch: u32,
) -> Result<Option<StoredBatch>, StoreError> {
    let rows = sql.rows(
        &format!("SELECT {BATCH} FROM batch b WHERE b.id = ?"),
        vec![Value::Integer(batch)],
    )?;
    let batch = rows.first().map(batch_of).transpose()?;
    Ok(batch.filter(|batch| {
        Desk::from_code(&batch.desk).is_some_and(|desk| sender.may(Action::SeeHistory, desk))
    }))
}

/// What a batch did, and what taking it back would come to.
pub(super) fn batch<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    batch: StoredBatch,
    after: u32,
    most: u32,
) -> Result<Done, StoreError> {
    let steps = undoing::steps::<S>(sql, heads, batch.id)?;
    let mut undo = StoredUndo {
        second: undoing::second(heads, &steps).into(),
        ..StoredUndo::default()
    };
    for step in &steps {
        *match &step.undone {
            Undone::Can { prevented, .. } if prevented.is_empty() => &mut undo.whole,
            Undone::Can { .. } => &mut undo.part,
            Undone::Prevented => &mut undo.prevented,
            Undone::Already => &mut undo.already,
        } += 1;
    }
    let cells = |entry: Option<S>| entry.map(|entry| StoredCells::new(&Cells::of(&entry)));
    let shown = steps.into_iter().filter(|step| step.number > after);
    let shown = shown.take(most.try_into().unwrap_or(usize::MAX));
    let entries = shown.map(|step| StoredStep {
        number: step.number,
        version: step.version,
        before: cells(step.before),
        after: cells(step.after),
        prevented: match step.undone {
            Undone::Can { prevented, .. } => Some(codes(prevented)),
            Undone::Already => Some(Vec::new()),
            Undone::Prevented => None,
        },
    });
    Ok(Done::Batch {
        batch,
        entries: entries.collect(),
        undo,
    })
}

fn batch_of(row: &Row) -> Result<StoredBatch, StoreError> {
    let by = |account: Option<u32>, name| StoredBy { account, name };
    let second = row.maybe(7, Row::text)?;
    let second_account = row.maybe(6, Row::integer)?;
    Ok(StoredBatch {
        id: row.integer(0)?,
        subject: subject(&row.text(1)?),
        at: row.integer(2)?,
        cause: row.text(3)?,
        by: by(row.maybe(4, Row::integer)?, row.text(5)?),
        second: second.map(|name| by(second_account, name)),
        desk: row.text(8)?,
        why: row.text(9)?,
        undoes: row.maybe(10, Row::integer)?,
        undone_by: row.maybe(11, Row::integer)?,
        entries: row.integer(12)?,
    })
}

/// The listing of that name; the tables know no other.
fn subject(code: &str) -> StoredSubject {
    match code {
        "class" => StoredSubject::Class,
        _ => StoredSubject::Station,
    }
}

impl From<By> for StoredBy {
    fn from(By { account, name }: By) -> Self {
        Self { account, name }
    }
}

impl From<StoredBy> for By {
    fn from(StoredBy { account, name }: StoredBy) -> Self {
        Self { account, name }
    }
}
