//! Reports of workers in the registry's tables, gathered in groups that count together.

mod deciding;
pub(super) mod photos;

pub(super) use self::deciding::decided;

use self::deciding::decide;
use super::changing::Sender;
use super::entries::Heads;
use super::questions::{self, Denied, Done, StoredBy, StoredCells};
use super::store::StoreError;
use super::visitors::{Answer, NewReport, Told, Untold};
use crate::seal::random;
use crate::sql::{Row, Sql, Value};
use domain::listing::entry::Entry;
use domain::report::{
    KEPT_DAYS, ReportKind, ReportReference, counts_until, kept_until, shown_until,
};
use domain::staff::Action;
use domain::station::Station;
use domain::time::BeijingTime;
use serde::{Deserialize, Serialize};

/// What staff ask about reports.
#[derive(Serialize, Deserialize)]
pub(super) enum Question {
    /// The open groups that they may see, most counted first.
    Open,
    /// One group with its reports.
    Group(u32),
    /// The photo of a report of that group.
    Photo { group: u32, reference: String },
    /// To decide about a group.
    Decide {
        group: u32,
        /// The version that was seen and what it becomes; `None` leaves the listing as it is.
        cells: Option<(u32, StoredCells)>,
        /// The code of a `Verdict`, where nothing is changed here.
        verdict: String,
        word: String,
    },
}

/// What is decided about a group.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Answered {
    pub(super) group: u32,
    /// The code of a `Verdict`.
    pub(super) verdict: String,
    pub(super) word: String,
}

/// Reports of one thing at one station.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredGroup {
    pub(super) id: u32,
    pub(super) station: u32,
    pub(super) name: String,
    pub(super) desk: String,
    pub(super) kind: String,
    pub(super) first_at: u32,
    pub(super) last_at: u32,
    pub(super) people: u32,
    pub(super) verdict: Option<String>,
    pub(super) word: String,
    pub(super) decided_at: Option<u32>,
    pub(super) decided_by: Option<StoredBy>,
}

/// One report.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredReport {
    pub(super) reference: String,
    pub(super) at: u32,
    pub(super) note: String,
    pub(super) has_photo: bool,
}

/// What whoever reported is told.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredOutcome {
    pub(super) station: u32,
    /// `None` if it is not listed any more.
    pub(super) name: Option<String>,
    pub(super) kind: String,
    pub(super) at: u32,
    pub(super) verdict: Option<String>,
    pub(super) word: String,
    pub(super) decided_at: Option<u32>,
}

/// As many open groups are looked at.
const MOST_GROUPS: u32 = 2000;

const GROUP: &str =
    "SELECT id, station, kind, first_at, last_at, people, verdict, word, decided_at,
    decided_account, decided_name FROM report_group";

/// Keeps a report, with its photo as it is sealed; gives its reference, the same for the same key.
pub(super) fn keep(
    sql: &Sql,
    heads: &Heads<Station>,
    new: &NewReport,
    sealed: &[u8],
    at: BeijingTime,
) -> Result<Answer, StoreError> {
    if let Some(before) = before(sql, new)? {
        return Ok(before);
    }
    let kind = ReportKind::from_code(&new.kind);
    let Some((head, kind)) = heads.get(&new.station).zip(kind) else {
        return Ok(Err(Untold::NotFound));
    };
    if new.photo.is_some() && !photos::is_room(sql, sealed.len())? {
        return Ok(Err(Untold::NoRoom));
    }
    let group = join(sql, &head.entry, kind, new.counts, at)?;
    let reference = fresh_reference(sql)?;
    sql.run(
        "INSERT INTO report (reference, sent_key, report_group, at, note) VALUES (?, ?, ?, ?, ?)",
        vec![
            Value::Text(reference.clone()),
            Value::Text(new.key.clone()),
            Value::Integer(group),
            Value::moment(at),
            Value::Text(new.note.clone()),
        ],
    )?;
    if let Some((name, key)) = new.photo.as_ref().zip(new.opens.as_ref()) {
        photos::keep(sql, &reference, name, key, sealed, at)?;
    }
    Ok(Ok(Told::Kept(reference)))
}

/// The answer to a report whose key came before.
pub(super) fn before(sql: &Sql, new: &NewReport) -> Result<Option<Answer>, StoreError> {
    let rows = sql.rows(
        "SELECT report.reference, station, kind, note, name FROM report
         JOIN report_group ON report_group.id = report_group
         LEFT JOIN report_photo USING (reference) WHERE sent_key = ?",
        vec![Value::Text(new.key.clone())],
    )?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let is_same = row.integer(1)? == new.station
        && row.text(2)? == new.kind
        && row.text(3)? == new.note
        && row.maybe(4, Row::hash)? == new.photo;
    Ok(Some(match is_same {
        true => Ok(Told::Kept(row.text(0)?)),
        false => Err(Untold::OtherBody),
    }))
}

fn join(
    sql: &Sql,
    station: &Station,
    kind: ReportKind,
    counts: bool,
    at: BeijingTime,
) -> Result<u32, StoreError> {
    let Station { hours, life, .. } = station;
    let until = Value::moment(counts_until(kind, hours, *life, at));
    let shown = shown_until(kind, hours, *life, at).map_or(Value::Nothing, Value::moment);
    let open = sql.rows(
        "SELECT id FROM report_group WHERE station = ? AND kind = ? AND verdict IS NULL
         AND counts_until > ? ORDER BY id DESC LIMIT 1",
        vec![
            Value::Integer(station.id.0),
            Value::Text(kind.code().to_owned()),
            Value::moment(at),
        ],
    )?;
    if let Some(open) = open.first() {
        let id = open.integer(0)?;
        if counts {
            sql.run(
                "UPDATE report_group SET people = people + 1, last_at = ?, counts_until = ?,
                 shown_until = ? WHERE id = ?",
                vec![Value::moment(at), until, shown, Value::Integer(id)],
            )?;
        }
        return Ok(id);
    }
    let rows = sql.rows("SELECT coalesce(max(id), 0) + 1 FROM report_group", vec![])?;
    let id = rows.first().map_or(Ok(1), |row| row.integer(0))?;
    sql.run(
        "INSERT INTO report_group (id, station, kind, first_at, last_at, people, counts_until,
         shown_until) VALUES (?, ?, ?, ?, ?, 1, ?, ?)",
        vec![
            Value::Integer(id),
            Value::Integer(station.id.0),
            Value::Text(kind.code().to_owned()),
            Value::moment(at),
            Value::moment(at),
            until,
            shown,
        ],
    )?;
    Ok(id)
}

fn fresh_reference(sql: &Sql) -> Result<String, StoreError> {
    loop {
        let reference = ReportReference::new(random()).to_string();
        let taken = sql.rows(
            "SELECT 1 FROM report WHERE reference = ?",
            vec![Value::Text(reference.clone())],
        )?;
        if taken.is_empty() {
            return Ok(reference);
        }
    }
}

/// Destroys what is at the end of its time. Called within a transaction.
pub(super) fn forget(sql: &Sql, now: BeijingTime) -> Result<(), StoreError> {
    photos::forget(sql, now)?;
    let oldest = sql.rows("SELECT min(at) FROM report", vec![])?;
    let oldest = oldest.first().map(|row| row.maybe(0, Row::moment));
    let Some(oldest) = oldest.transpose()?.flatten() else {
        return Ok(());
    };
    if kept_until(oldest) > now {
        return Ok(());
    }
    let long_ago = now.plus_minutes(-i64::from(KEPT_DAYS) * 24 * 60);
    sql.run(
        "DELETE FROM report WHERE at <= ?",
        vec![Value::moment(long_ago)],
    )?;
    sql.run(
        "DELETE FROM report_group WHERE NOT EXISTS
         (SELECT 1 FROM report WHERE report_group = report_group.id)",
        vec![],
    )?;
    Ok(())
}

/// What became of a report.
pub(super) fn outcome(
    sql: &Sql,
    heads: &Heads<Station>,
    reference: &str,
) -> Result<Answer, StoreError> {
    let rows = sql.rows(
        "SELECT station, kind, at, verdict, word, decided_at FROM report
         JOIN report_group ON report_group.id = report_group WHERE reference = ?",
        vec![Value::Text(reference.to_owned())],
    )?;
    let Some(row) = rows.first() else {
        return Ok(Err(Untold::NotFound));
    };
    let station = row.integer(0)?;
    let head = heads.get(&station);
    Ok(Ok(Told::Outcome(StoredOutcome {
        station,
        name: head.map(|head| head.entry.name().to_owned()),
        kind: row.text(1)?,
        at: row.integer(2)?,
        verdict: row.maybe(3, Row::text)?,
        word: row.text(4)?,
        decided_at: row.maybe(5, Row::integer)?,
    })))
}

/// Answers staff.
pub(super) fn answer(
    sql: &Sql,
    heads: &mut Heads<Station>,
    sender: &Sender,
    question: &Question,
) -> Result<questions::Answer, StoreError> {
    match question {
        Question::Open => open(sql, heads, sender),
        Question::Group(id) => {
            let Some(group) = seen_group(sql, heads, sender, *id)? else {
                return Ok(Err(Denied::NotFound));
            };
            let reports = reports(sql, *id)?;
            Ok(Ok(Done::Reports(vec![group], reports)))
        }
        Question::Photo { group, reference } => {
            let photo = match seen_group(sql, heads, sender, *group)? {
                Some(group) => photos::find(sql, group.id, reference)?,
                None => None,
            };
            Ok(photo.map(Done::ReportPhoto).ok_or(Denied::NotFound))
        }
        Question::Decide {
            group,
            cells,
            verdict,
            word,
        } => {
            let Some(group) = seen_group(sql, heads, sender, *group)? else {
                return Ok(Err(Denied::NotFound));
            };
            let seen = cells.as_ref();
            decide(sql, heads, sender, &group, seen, verdict, word)
        }
    }
}

fn open(
    sql: &Sql,
    heads: &Heads<Station>,
    sender: &Sender,
) -> Result<questions::Answer, StoreError> {
    let rows = sql.rows(
        &format!("{GROUP} WHERE verdict IS NULL ORDER BY people DESC, last_at DESC LIMIT ?"),
        vec![Value::Integer(MOST_GROUPS)],
    )?;
    let mut groups = Vec::new();
    for row in &rows {
        groups.extend(read(row, heads, sender)?);
    }
    Ok(Ok(Done::Reports(groups, Vec::new())))
}

fn seen_group(
    sql: &Sql,
    heads: &Heads<Station>,
    sender: &Sender,
    id: u32,
) -> Result<Option<StoredGroup>, StoreError> {
    let rows = sql.rows(&format!("{GROUP} WHERE id = ?"), vec![Value::Integer(id)])?;
    match rows.first() {
        Some(row) => read(row, heads, sender),
        None => Ok(None),
    }
}

/// A group, if its station is listed and they may see it.
fn read(
    row: &Row,
    heads: &Heads<Station>,
    sender: &Sender,
) -> Result<Option<StoredGroup>, StoreError> {
    let station = row.integer(1)?;
    let head = heads.get(&station);
    let Some(head) = head.filter(|head| sender.may(Action::SeeHistory, head.entry.desk())) else {
        return Ok(None);
    };
    let account = row.maybe(9, Row::integer)?;
    let name = row.maybe(10, Row::text)?;
    Ok(Some(StoredGroup {
        id: row.integer(0)?,
        station,
        name: head.entry.name().to_owned(),
        desk: head.entry.desk().code(),
        kind: row.text(2)?,
        first_at: row.integer(3)?,
        last_at: row.integer(4)?,
        people: row.integer(5)?,
        verdict: row.maybe(6, Row::text)?,
        word: row.text(7)?,
        decided_at: row.maybe(8, Row::integer)?,
        decided_by: name.map(|name| StoredBy { account, name }),
    }))
}

fn reports(sql: &Sql, group: u32) -> Result<Vec<StoredReport>, StoreError> {
    let rows = sql.rows(
        "SELECT report.reference, at, note, report_photo.id IS NOT NULL FROM report
         LEFT JOIN report_photo USING (reference)
         WHERE report_group = ? ORDER BY at DESC, report.reference LIMIT 200",
        vec![Value::Integer(group)],
    )?;
    let report = |row: &Row| {
        Ok(StoredReport {
            reference: row.text(0)?,
            at: row.integer(1)?,
            note: row.text(2)?,
            has_photo: row.integer(3)? == 1,
        })
    };
    rows.iter().map(report).collect()
}
