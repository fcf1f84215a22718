//! Planning, a slice at a time: between two of them the registry answers others. A plan that was
//! begun when the machine died is begun again.

use super::super::commit::next_number;
use super::super::entries::{Heads, Stored};
use super::super::store::StoreError;
use super::alarms::{StoredAlarm, datum};
use super::questions::{Notes, State, StoredPlan};
use super::{plans, rows};
use crate::sql::Sql;
use domain::listing::Failure;
use domain::listing::import::{Planned, Planner};
use domain::listing::table::{self, Opened, Table};
use domain::union::Desk;

/// Rows that are looked at between two answers to others.
const SLICE_ROWS: usize = 500;

/// A plan in the making.
pub(crate) struct Job<S: Stored> {
    plan: u32,
    planner: Planner<S>,
}

/// Does the next slice of an unfinished plan.
pub(crate) fn go_on<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    job: &mut Option<Job<S>>,
    plan: &StoredPlan,
) -> Result<(), StoreError> {
    match job.take_if(|job| job.plan == plan.id && plan.state == State::Planning) {
        None => *job = begin(sql, heads, plan)?,
        Some(mut begun) => {
            let planned = begun.planner.step(SLICE_ROWS);
            let is_over = planned.is_empty();
            sql.transaction(|| keep(sql, heads, &begun, &planned))?;
            match is_over {
                true => finish(sql, heads, plan, begun)?,
                false => *job = Some(begun),
            }
        }
    }
    Ok(())
}

/// Reads the file; `None` if nothing can be planned yet, or ever.
fn begin<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    plan: &StoredPlan,
) -> Result<Option<Job<S>>, StoreError> {
    rows::forget(sql, plan.id)?;
    let file = plans::file(sql, plan.id)?;
    let mut notes = Notes {
        replaces: plan.notes.replaces,
        moved: plan.notes.moved.clone(),
        ..Notes::default()
    };
    let opened = match table::open(&file, S::SUBJECT, plan.sheet.as_deref()) {
        Ok(Opened::Table(table)) => table,
        Ok(Opened::Sheets(sheets)) => {
            notes.sheets = sheets;
            plans::set_notes(sql, plan.id, State::Choosing, &notes)?;
            return Ok(None);
        }
        Err(failure) => return failed(sql, plan, notes, &failure).map(|()| None),
    };
    drop(file);
    notes.names = opened.names().to_vec();
    match planner(sql, heads, plan, opened)? {
        Ok(planner) => {
            plans::set_notes(sql, plan.id, State::Planning, &notes)?;
            plans::set_progress(sql, plan.id, planner.table().len(), 0)?;
            let plan = plan.id;
            Ok(Some(Job { plan, planner }))
        }
        Err(Failure::NoDatum) => {
            notes.needs_datum = true;
            plans::set_notes(sql, plan.id, State::Choosing, &notes)?;
            Ok(None)
        }
        Err(failure) => failed(sql, plan, notes, &failure).map(|()| None),
    }
}

fn planner<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    plan: &StoredPlan,
    table: Table,
) -> Result<Result<Planner<S>, Failure>, StoreError> {
    let importer = plans::importer(sql, plan.id)?.read();
    let importer = importer.map_err(|_| StoreError::Question("a plan"))?;
    let held = heads.values().map(|head| head.entry.clone()).collect();
    let next = next_number::<S>(sql)?;
    let datum = datum(plan.datum.as_deref());
    Ok(Planner::new(table, datum, importer, held, next))
}

fn failed(sql: &Sql, plan: &StoredPlan, notes: Notes, failure: &Failure) -> Result<(), StoreError> {
    let said = failure.sentence();
    let notes = Notes {
        failure: Some((said.zh, said.en)),
        ..notes
    };
    Ok(plans::set_notes(sql, plan.id, State::Failed, &notes)?)
}

fn keep<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    job: &Job<S>,
    planned: &[Planned<S>],
) -> Result<(), StoreError> {
    let table = job.planner.table();
    for row in planned {
        let cells = table.cells(row.place).map(str::to_owned).collect();
        rows::keep(sql, job.plan, heads, row, cells)?;
    }
    let at = job.planner.looked_at();
    Ok(plans::set_progress(sql, job.plan, table.len(), at)?)
}

/// What is left to say once every row was looked at.
fn finish<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    plan: &StoredPlan,
    job: Job<S>,
) -> Result<(), StoreError> {
    let first = job.planner.table().len();
    let whole = job.planner.finish();
    let notes = Notes {
        covers: whole.covers.map(Desk::code),
        alarms: whole.alarms.into_iter().map(StoredAlarm::new).collect(),
        ignored_columns: whole.ignored_columns,
        ..plan.notes.clone()
    };
    sql.transaction(|| {
        for (place, entry) in (first..).zip(&whole.gone) {
            let number = entry.number();
            if let Some(head) = heads.get(&number) {
                rows::keep_gone(sql, plan.id, place, number, head.version)?;
            }
        }
        plans::set_notes(sql, plan.id, State::Ready, &notes)
    })?;
    Ok(())
}
