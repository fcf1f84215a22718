//! Plans and their files in the registry's tables.

use super::super::changing::Sender;
use super::super::questions::{StoredBy, StoredSubject};
use super::super::store::StoreError;
use super::questions::{Begin, Notes, State, StoredPlan};
use crate::sql::{self, Row, Sql, SqlError, Value};
use domain::staff::{Action, StaffId};
use domain::union::Desk;
use records::{StoredStaff, seconds};

/// So long a plan is kept: two weeks.
const KEPT_SECONDS: u32 = 14 * 24 * 3600;

/// So many a person may have; with one more the oldest goes.
const MOST_OF_ONE: u32 = 10;

/// As many as are listed.
const MOST_LISTED: u32 = 30;

const PLAN: &str = "SELECT id, subject, at, account, name, desk, state, why, sheet, datum, rows,
    looked_at, notes, batch, instead FROM plan";

/// Keeps a file to be planned; gives the number of the plan.
pub(crate) fn begin(
    sql: &Sql,
    sender: &Sender,
    begin: &Begin,
    file: &[u8],
    notes: &Notes,
) -> Result<u32, SqlError> {
    forget_old(sql, sender)?;
    let id = fresh_number(sql)?;
    let staff = StoredStaff::new(sender.staff);
    sql.run(
        "INSERT INTO plan (id, subject, at, account, name, staff, desk, state, why, sheet, datum, notes)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        vec![
            Value::Integer(id),
            Value::Text(subject_code(begin.subject).to_owned()),
            Value::moment(sender.at),
            Value::Integer(sender.staff.id.0),
            Value::Text(sender.name.clone()),
            Value::Text(serde_json::to_string(&staff).expect("plain data serialises")),
            Value::Text(sender.staff.desk.code()),
            Value::Text(State::Reading.code().to_owned()),
            Value::Text(begin.why.clone()),
            maybe_text(begin.sheet.as_ref()),
            maybe_text(begin.datum.as_ref()),
            Value::Text(json(notes)),
        ],
    )?;
    for (part, piece) in sql::pieces(file) {
        sql.run(
            "INSERT INTO plan_file (plan, part, bytes) VALUES (?, ?, ?)",
            vec![Value::Integer(id), part, piece],
        )?;
    }
    Ok(id)
}

/// A number that no plan had, also none that is forgotten.
fn fresh_number(sql: &Sql) -> Result<u32, SqlError> {
    let last = sql.rows(
        "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'last plan'",
        vec![],
    )?;
    let id = last.first().map_or(Ok(0), |row| row.integer(0))? + 1;
    sql.run(
        "INSERT INTO setting (name, value) VALUES ('last plan', ?)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        vec![Value::Text(id.to_string())],
    )?;
    Ok(id)
}

/// The file of a plan.
pub(super) fn file(sql: &Sql, plan: u32) -> Result<Vec<u8>, SqlError> {
    let rows = sql.rows(
        "SELECT bytes FROM plan_file WHERE plan = ? ORDER BY part",
        vec![Value::Integer(plan)],
    )?;
    sql::whole(&rows)
}

/// The plan of that number, if they may see it.
pub(crate) fn seen(sql: &Sql, sender: &Sender, id: u32) -> Result<Option<StoredPlan>, StoreError> {
    let plan = one(sql, id)?;
    Ok(plan.filter(|plan| sees(sender, plan)))
}

/// The plan of that number.
pub(super) fn one(sql: &Sql, id: u32) -> Result<Option<StoredPlan>, StoreError> {
    let rows = sql.rows(&format!("{PLAN} WHERE id = ?"), vec![Value::Integer(id)])?;
    rows.first().map(read).transpose()
}

/// The oldest one that is still worked at.
pub(crate) fn unfinished(sql: &Sql) -> Result<Option<StoredPlan>, StoreError> {
    let states = [State::Reading, State::Planning].map(|state| Value::Text(state.code().into()));
    let rows = sql.rows(
        &format!("{PLAN} WHERE state IN (?, ?) ORDER BY id LIMIT 1"),
        states.into(),
    )?;
    rows.first().map(read).transpose()
}

/// The latest that they may see.
pub(crate) fn list(sql: &Sql, sender: &Sender) -> Result<Vec<StoredPlan>, StoreError> {
    let rows = sql.rows(
        &format!("{PLAN} ORDER BY id DESC LIMIT ?"),
        vec![Value::Integer(MOST_LISTED * 10)],
    )?;
    let plans = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let seen = plans.into_iter().filter(|plan| sees(sender, plan));
    Ok(seen.take(MOST_LISTED as usize).collect())
}

/// Those that wait for a second person and that they may see, the latest first.
pub(crate) fn proposed(sql: &Sql, sender: &Sender) -> Result<Vec<StoredPlan>, StoreError> {
    let rows = sql.rows(
        &format!("{PLAN} WHERE state = ? ORDER BY id DESC"),
        vec![Value::Text(State::Proposed.code().to_owned())],
    )?;
    let plans = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Ok(plans
        .into_iter()
        .filter(|plan| sees(sender, plan))
        .collect())
}

/// Whoever began it, as they were then.
pub(super) fn importer(sql: &Sql, id: u32) -> Result<StoredStaff, StoreError> {
    let rows = sql.rows(
        "SELECT staff FROM plan WHERE id = ?",
        vec![Value::Integer(id)],
    )?;
    let staff = rows
        .first()
        .ok_or(StoreError::Question("a plan"))?
        .text(0)?;
    serde_json::from_str(&staff).map_err(|_| StoreError::Question("a plan"))
}

/// Whether it is theirs.
pub(crate) fn is_own(sender: &Sender, plan: &StoredPlan) -> bool {
    plan.by.account == Some(sender.staff.id.0)
}

/// Whether they may be the second person.
pub(crate) fn may_approve(sender: &Sender, plan: &StoredPlan) -> bool {
    let proposed_by = StaffId(plan.by.account.unwrap_or_default());
    Desk::from_code(&plan.desk)
        .is_some_and(|desk| sender.may(Action::ApproveSensitive { proposed_by }, desk))
}

fn sees(sender: &Sender, plan: &StoredPlan) -> bool {
    let desk = Desk::from_code(&plan.desk);
    is_own(sender, plan) || desk.is_some_and(|desk| sender.may(Action::SeeHistory, desk))
}

/// Begins to read the file again.
pub(crate) fn choose(
    sql: &Sql,
    id: u32,
    sheet: Option<&String>,
    datum: Option<&String>,
) -> Result<(), SqlError> {
    sql.run(
        "UPDATE plan SET sheet = coalesce(?, sheet), datum = coalesce(?, datum), state = ? WHERE id = ?",
        vec![
            maybe_text(sheet),
            maybe_text(datum),
            Value::Text(State::Reading.code().to_owned()),
            Value::Integer(id),
        ],
    )
}

/// Writes how far a plan is.
pub(crate) fn set_state(sql: &Sql, id: u32, state: State) -> Result<(), SqlError> {
    sql.run(
        "UPDATE plan SET state = ? WHERE id = ?",
        vec![Value::Text(state.code().to_owned()), Value::Integer(id)],
    )
}

/// The same, and what is known of it.
pub(super) fn set_notes(sql: &Sql, id: u32, state: State, notes: &Notes) -> Result<(), SqlError> {
    set_state(sql, id, state)?;
    sql.run(
        "UPDATE plan SET notes = ? WHERE id = ?",
        vec![Value::Text(json(notes)), Value::Integer(id)],
    )
}

/// How many rows there are, and how many were looked at.
pub(super) fn set_progress(sql: &Sql, id: u32, rows: usize, at: usize) -> Result<(), SqlError> {
    let count = |count: usize| Value::Integer(u32::try_from(count).unwrap_or(u32::MAX));
    sql.run(
        "UPDATE plan SET rows = ?, looked_at = ? WHERE id = ?",
        vec![count(rows), count(at), Value::Integer(id)],
    )
}

/// Writes what came of it. Its file is not needed any more.
pub(crate) fn end(
    sql: &Sql,
    id: u32,
    state: State,
    batch: Option<u32>,
    instead: Option<u32>,
) -> Result<(), SqlError> {
    sql.run(
        "UPDATE plan SET state = ?, batch = ?, instead = ? WHERE id = ?",
        vec![
            Value::Text(state.code().to_owned()),
            Value::maybe_integer(batch),
            Value::maybe_integer(instead),
            Value::Integer(id),
        ],
    )?;
    sql.run(
        "DELETE FROM plan_file WHERE plan = ?",
        vec![Value::Integer(id)],
    )
}

/// Plans of two weeks ago, and of this person all but the latest.
fn forget_old(sql: &Sql, sender: &Sender) -> Result<(), SqlError> {
    let rows = sql.rows(
        "SELECT id FROM plan WHERE at < ? UNION SELECT id FROM (
            SELECT id FROM plan WHERE account = ? ORDER BY id DESC LIMIT -1 OFFSET ?)",
        vec![
            Value::Integer(seconds(sender.at).saturating_sub(KEPT_SECONDS)),
            Value::Integer(sender.staff.id.0),
            Value::Integer(MOST_OF_ONE - 1),
        ],
    )?;
    for row in rows {
        for statement in [
            "DELETE FROM plan_file WHERE plan = ?",
            "DELETE FROM plan_row WHERE plan = ?",
            "DELETE FROM plan WHERE id = ?",
        ] {
            sql.run(statement, vec![Value::Integer(row.integer(0)?)])?;
        }
    }
    Ok(())
}

fn read(row: &Row) -> Result<StoredPlan, StoreError> {
    let unreadable = || StoreError::Question("a plan");
    Ok(StoredPlan {
        id: row.integer(0)?,
        subject: match row.text(1)?.as_str() {
            "class" => StoredSubject::Class,
            _ => StoredSubject::Station,
        },
        at: row.integer(2)?,
        by: StoredBy {
            account: Some(row.integer(3)?),
            name: row.text(4)?,
        },
        desk: row.text(5)?,
        state: State::from_code(&row.text(6)?).ok_or_else(unreadable)?,
        why: row.text(7)?,
        sheet: row.maybe(8, Row::text)?,
        datum: row.maybe(9, Row::text)?,
        rows: row.integer(10)?,
        looked_at: row.integer(11)?,
        notes: serde_json::from_str(&row.text(12)?).map_err(|_| unreadable())?,
        batch: row.maybe(13, Row::integer)?,
        instead: row.maybe(14, Row::integer)?,
    })
}

fn subject_code(subject: StoredSubject) -> &'static str {
    match subject {
        StoredSubject::Station => "station",
        StoredSubject::Class => "class",
    }
}

fn maybe_text(text: Option<&String>) -> Value {
    text.map_or(Value::Nothing, |text| Value::Text(text.clone()))
}

fn json(notes: &Notes) -> String {
    serde_json::to_string(notes).expect("plain data serialises")
}
