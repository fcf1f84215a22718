//! The answers about imports.

use crate::registry::{SeenPlan, SeenRow, State, StoredAlarm, StoredCells, can_be_ticked};
use app::import::subject_code;
use domain::time::BeijingTime;
use records::moment;
use serde::Serialize;
use std::collections::BTreeMap;

/// A plan was begun.
#[derive(Serialize)]
pub(crate) struct Begun {
    pub(crate) id: u32,
}

/// What became of a plan.
#[derive(Serialize)]
#[serde(tag = "result", rename_all = "snake_case")]
pub(crate) enum Became {
    /// It is done, as that batch.
    Applied { batch: u32 },
    /// A second person is to look at it.
    Proposed,
    /// What it rests on has changed; another plan takes its place.
    Replanned { id: u32 },
}

/// A plan with some of its rows.
#[derive(Serialize)]
pub(crate) struct Plan {
    id: u32,
    subject: &'static str,
    at: String,
    by: String,
    why: String,
    state: &'static str,
    rows: u32,
    looked_at: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sheets: Vec<String>,
    needs_datum: bool,
    failure: Option<String>,
    covers: Option<String>,
    alarms: Vec<StoredAlarm>,
    ignored_columns: Vec<String>,
    counts: BTreeMap<String, Count>,
    seal: String,
    takes_two: bool,
    batch: Option<u32>,
    instead: Option<u32>,
    replaces: Option<u32>,
    moved: Vec<u32>,
    entries: Vec<Row>,
    next: Option<u32>,
}

#[derive(Serialize)]
struct Count {
    total: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticked: Option<u32>,
}

#[derive(Serialize)]
struct Row {
    place: u32,
    row: Option<u32>,
    outcome: String,
    id: Option<u32>,
    ticked: bool,
    sensitive: bool,
    before: Option<StoredCells>,
    after: Option<StoredCells>,
    cells: Vec<String>,
    problems: Vec<String>,
}

impl From<SeenPlan> for Plan {
    fn from(seen: SeenPlan) -> Self {
        let SeenPlan { plan, .. } = seen;
        let counts = seen.counts.into_iter().map(|(outcome, total, ticked)| {
            let ticked = can_be_ticked(&outcome).then_some(ticked);
            (outcome, Count { total, ticked })
        });
        Self {
            id: plan.id,
            subject: subject_code(plan.subject.into()),
            at: moment(plan.at).map_or_else(|_| String::new(), BeijingTime::to_rfc3339),
            by: plan.by.name,
            why: plan.why,
            state: plan.state.code(),
            rows: plan.rows,
            looked_at: plan.looked_at,
            sheets: plan.notes.sheets,
            needs_datum: plan.notes.needs_datum && plan.state == State::Choosing,
            failure: plan.notes.failure.map(|(_, en)| en),
            covers: plan.notes.covers,
            alarms: plan.notes.alarms,
            ignored_columns: plan.notes.ignored_columns,
            counts: counts.collect(),
            seal: seen.seal,
            takes_two: seen.takes_two,
            batch: plan.batch,
            instead: plan.instead,
            replaces: plan.notes.replaces,
            moved: plan.notes.moved,
            entries: seen.rows.into_iter().map(Row::from).collect(),
            next: seen.next,
        }
    }
}

impl From<SeenRow> for Row {
    fn from(row: SeenRow) -> Self {
        Self {
            place: row.place,
            row: row.at,
            outcome: row.outcome,
            id: row.number,
            ticked: row.ticked,
            sensitive: row.is_sensitive,
            before: row.before,
            after: row.after,
            cells: row.cells,
            problems: row.problems.into_iter().map(|(_, en)| en).collect(),
        }
    }
}
