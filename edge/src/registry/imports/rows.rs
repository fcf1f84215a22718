//! The rows of plans in the registry's tables.

use super::super::entries::{self, Heads, Stored};
use super::super::questions::StoredCells;
use super::super::store::StoreError;
use super::questions::{SeenRow, Sentence, Wanted, WrongRows};
use crate::sql::{Row, Sql, SqlError, Value};
use domain::listing::entry::Cells;
use domain::listing::import::{Outcome, OutcomeSet, Planned, Row as PlannedRow, Seal};
use domain::listing::{Problem, Where};

/// Those that write something when they are ticked.
const WRITES: OutcomeSet = OutcomeSet::EMPTY
    .with(Outcome::New)
    .with(Outcome::Changed)
    .with(Outcome::Gone);

/// What a row is in the tables.
struct Kept {
    place: u32,
    at: Option<u32>,
    outcome: Outcome,
    number: Option<u32>,
    /// The version that it rests on.
    base: Option<u32>,
    record: Option<String>,
    cells: Vec<String>,
    problems: Vec<Sentence>,
    is_sensitive: bool,
    seal: Option<String>,
}

/// A row that is ticked, as it is to be written.
pub(super) struct Ticked<S> {
    pub(super) number: u32,
    pub(super) base: Option<u32>,
    /// `None`: it is not in the file.
    pub(super) after: Option<S>,
    pub(super) seal: String,
}

/// Keeps a row of the file.
pub(super) fn keep<S: Stored>(
    sql: &Sql,
    plan: u32,
    heads: &Heads<S>,
    planned: &Planned<S>,
    cells: Vec<String>,
) -> Result<(), SqlError> {
    let base = |number: u32| heads.get(&number).map(|head| head.version);
    let (number, after, is_sensitive) = match &planned.row {
        PlannedRow::New(entry) => (Some(entry.number()), Some(entry), false),
        PlannedRow::Changed {
            after, sensitive, ..
        } => (Some(after.number()), Some(after), !sensitive.is_empty()),
        PlannedRow::Unchanged(number) => (Some(*number), None, false),
        PlannedRow::Wrong | PlannedRow::NotYours(_) => (None, None, false),
    };
    let version = number.and_then(base);
    let seal = after.map(|entry| sealed(entry, version));
    let is_kept = matches!(planned.row, PlannedRow::Wrong | PlannedRow::NotYours(_));
    let kept = Kept {
        place: small(planned.place),
        at: match planned.at {
            Where::Line(at) | Where::Row(at) | Where::Feature(at) => Some(small(at)),
        },
        outcome: planned.row.outcome(),
        number,
        base: version,
        record: after.map(S::write),
        cells: if is_kept { cells } else { Vec::new() },
        problems: planned.problems.iter().map(sentence).collect(),
        is_sensitive,
        seal,
    };
    insert(sql, plan, &kept, after.is_some())
}

/// Keeps what is not in the file, behind its rows.
pub(super) fn keep_gone(
    sql: &Sql,
    plan: u32,
    place: usize,
    number: u32,
    version: u32,
) -> Result<(), SqlError> {
    let mut seal = Seal::new();
    seal.takes_away(number, version);
    let kept = Kept {
        place: small(place),
        at: None,
        outcome: Outcome::Gone,
        number: Some(number),
        base: Some(version),
        record: None,
        cells: Vec::new(),
        problems: Vec::new(),
        is_sensitive: true,
        seal: Some(seal.digits()),
    };
    insert(sql, plan, &kept, false)
}

/// The seal of what one row writes.
pub(super) fn sealed<S: Stored>(entry: &S, version: Option<u32>) -> String {
    let mut seal = Seal::new();
    seal.writes(entry, version);
    seal.digits()
}

fn insert(sql: &Sql, plan: u32, kept: &Kept, ticked: bool) -> Result<(), SqlError> {
    let json = |json: Result<String, serde_json::Error>| json.expect("plain data serialises");
    let text = |text: &Option<String>| text.clone().map_or(Value::Nothing, Value::Text);
    sql.run(
        "INSERT INTO plan_row (plan, place, at, outcome, number, base, record, cells, problems,
         sensitive, seal, ticked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        vec![
            Value::Integer(plan),
            Value::Integer(kept.place),
            Value::maybe_integer(kept.at),
            Value::Text(kept.outcome.code().to_owned()),
            Value::maybe_integer(kept.number),
            Value::maybe_integer(kept.base),
            text(&kept.record),
            Value::Text(json(serde_json::to_string(&kept.cells))),
            Value::Text(json(serde_json::to_string(&kept.problems))),
            Value::Integer(kept.is_sensitive.into()),
            text(&kept.seal),
            Value::Integer(ticked.into()),
        ],
    )
}

/// Forgets the rows of a plan.
pub(super) fn forget(sql: &Sql, plan: u32) -> Result<(), SqlError> {
    sql.run(
        "DELETE FROM plan_row WHERE plan = ?",
        vec![Value::Integer(plan)],
    )
}

/// Takes a row in, or leaves it out.
pub(crate) fn tick(sql: &Sql, plan: u32, place: u32, ticked: bool) -> Result<(), SqlError> {
    sql.run(
        "UPDATE plan_row SET ticked = ? WHERE plan = ? AND place = ? AND seal IS NOT NULL",
        vec![
            Value::Integer(ticked.into()),
            Value::Integer(plan),
            Value::Integer(place),
        ],
    )
}

/// Takes in or leaves out all that come to the same.
pub(crate) fn tick_all(sql: &Sql, plan: u32, outcome: &str, ticked: bool) -> Result<(), SqlError> {
    sql.run(
        "UPDATE plan_row SET ticked = ? WHERE plan = ? AND outcome = ? AND seal IS NOT NULL",
        vec![
            Value::Integer(ticked.into()),
            Value::Integer(plan),
            Value::Text(outcome.to_owned()),
        ],
    )
}

/// How many come to what, and how many of them are ticked.
pub(crate) fn counts(sql: &Sql, plan: u32) -> Result<Vec<(String, u32, u32)>, SqlError> {
    let rows = sql.rows(
        "SELECT outcome, count(*), sum(ticked) FROM plan_row WHERE plan = ? GROUP BY outcome",
        vec![Value::Integer(plan)],
    )?;
    let count = |row: &Row| Ok((row.text(0)?, row.integer(1)?, row.integer(2)?));
    rows.iter().map(count).collect()
}

/// The seal of everything that is ticked, and whether some of it is sensitive.
pub(crate) fn seal(sql: &Sql, plan: u32) -> Result<(String, bool), SqlError> {
    let rows = sql.rows(
        "SELECT seal, sensitive FROM plan_row WHERE plan = ? AND ticked = 1 ORDER BY place",
        vec![Value::Integer(plan)],
    )?;
    let (mut seal, mut is_sensitive) = (Seal::new(), false);
    for row in &rows {
        seal.includes(&row.text(0)?);
        is_sensitive |= row.integer(1)? == 1;
    }
    Ok((seal.digits(), is_sensitive))
}

/// Everything that is ticked, in the order of the rows.
pub(super) fn ticked<S: Stored>(sql: &Sql, plan: u32) -> Result<Vec<Ticked<S>>, StoreError> {
    let rows = sql.rows(
        "SELECT number, base, record, seal FROM plan_row
         WHERE plan = ? AND ticked = 1 ORDER BY place",
        vec![Value::Integer(plan)],
    )?;
    let ticked = |row: &Row| {
        let number = row.integer(0)?;
        let record = row.maybe(2, Row::text)?;
        let after = record.map(|record| entries::read::<S>(number, &record));
        Ok(Ticked {
            number,
            base: row.maybe(1, Row::integer)?,
            after: after.transpose()?,
            seal: row.text(3)?,
        })
    };
    rows.iter().map(ticked).collect()
}

/// Some of the rows, as they are shown, and one more that tells whether there are more.
pub(crate) fn seen<S: Stored>(sql: &Sql, wanted: &Wanted) -> Result<Vec<SeenRow>, StoreError> {
    let rows = sql.rows(
        "SELECT place, at, outcome, number, base, record, cells, problems, sensitive, ticked
         FROM plan_row WHERE plan = ? AND (? IS NULL OR outcome = ?) AND place >= ?
         ORDER BY place LIMIT ?",
        vec![
            Value::Integer(wanted.plan),
            wanted.outcome.clone().map_or(Value::Nothing, Value::Text),
            wanted.outcome.clone().map_or(Value::Nothing, Value::Text),
            Value::Integer(wanted.after.map_or(0, |place| place.saturating_add(1))),
            Value::Integer(wanted.most.saturating_add(1)),
        ],
    )?;
    let seen = |row: &Row| {
        let number = row.maybe(3, Row::integer)?;
        let base = number.zip(row.maybe(4, Row::integer)?);
        let before = match base {
            Some((number, base)) => entries::version::<S>(sql, number, base)?.flatten(),
            None => None,
        };
        let record = number.zip(row.maybe(5, Row::text)?);
        let after = record.map(|(number, record)| entries::read::<S>(number, &record));
        let cells = |entry: &S| StoredCells::new(&Cells::of(entry));
        Ok(SeenRow {
            place: row.integer(0)?,
            at: row.maybe(1, Row::integer)?,
            outcome: row.text(2)?,
            number,
            before: before.as_ref().map(cells),
            after: after.transpose()?.as_ref().map(cells),
            cells: read(&row.text(6)?)?,
            problems: read(&row.text(7)?)?,
            is_sensitive: row.integer(8)? == 1,
            ticked: row.integer(9)? == 1,
        })
    };
    rows.iter().map(seen).collect()
}

/// The rows that are wrong, as they are written.
pub(crate) fn wrong(sql: &Sql, plan: u32, names: Vec<String>) -> Result<WrongRows, StoreError> {
    let rows = sql.rows(
        "SELECT cells, problems FROM plan_row WHERE plan = ? AND outcome = ? ORDER BY place",
        vec![
            Value::Integer(plan),
            Value::Text(Outcome::Wrong.code().to_owned()),
        ],
    )?;
    let wrong = |row: &Row| Ok((read(&row.text(0)?)?, read(&row.text(1)?)?));
    let rows: Result<_, StoreError> = rows.iter().map(wrong).collect();
    Ok(WrongRows { names, rows: rows? })
}

/// Whether an outcome has rows that can be ticked.
pub(crate) fn writes(outcome: &str) -> bool {
    Outcome::from_code(outcome).is_some_and(|outcome| WRITES.contains(outcome))
}

fn sentence(problem: &Problem) -> Sentence {
    let said = problem.sentence();
    (said.zh, said.en)
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|_| StoreError::Question("a row of a plan"))
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
