//! Requests in the tables of a desk. Whoever writes does it within a transaction.

use super::alike;
use super::chain::{self, Chain};
use super::event;
use super::filed::{StoredFiled, reference};
use super::photos;
use super::shelf;
use super::submission::Stored;
use super::trouble::Trouble;
use super::vault::{self, Part};
use crate::keys::Keys;
use crate::seal::RecordKey;
use crate::sql::{Row, Sql, Value};
use domain::request::{Deed, Entry, Event, Filed, Move, Note, Reference, Request, Submission};
use domain::time::BeijingTime;
use domain::union::Desk;
use records::{moment, seconds};

/// A request with the log of which it is the replay.
pub(super) struct Kept {
    pub(super) filed: Filed,
    pub(super) events: Vec<Event>,
    pub(super) request: Request,
}

impl Kept {
    /// Whether the event of that number is `wished`, which the sender called by the same name.
    pub(super) fn is_event(&self, number: u32, wished: &Event) -> Result<bool, Trouble> {
        let place = (number as usize).checked_sub(1);
        let event = place.and_then(|place| self.events.get(place));
        let event = event.ok_or(Trouble::Record("the log of a request"))?;
        let is_said = event.note == wished.note || event.note == Note::Destroyed;
        Ok(is_said && event.what == wished.what && event.actor == wished.actor)
    }
}

/// What becomes of the notes of a log that is read.
#[derive(Clone, Copy)]
pub(super) enum Notes<'k> {
    /// They are opened.
    Open(&'k Keys),
    /// They stay sealed: that something was said is all that the clock needs to know, and it must
    /// ring without a key. They read as destroyed ones.
    Sealed,
}

/// The columns of a beginning, in the order of [`read_filed`].
const FILED: &str = "reference, category, first_desk, rhythm, minutes, warn_minutes, filed_at";

/// How many they are.
pub(super) const FILED_COLUMNS: u32 = 7;

/// The beginning of a request, from a row of [`filed_row`].
pub(super) fn read_filed(row: &Row) -> Result<Filed, Trouble> {
    let stored = StoredFiled {
        reference: row.text(0)?,
        category: row.text(1)?,
        desk: row.text(2)?,
        rhythm: row.text(3)?,
        minutes: row.integer(4)?,
        warn_minutes: row.integer(5)?,
        at: row.integer(6)?,
    };
    stored.read()
}

/// A row of a request's beginning and `more` columns behind those of [`FILED`].
pub(super) fn filed_row(
    sql: &Sql,
    more: &str,
    condition: &str,
    value: Value,
) -> Result<Option<Row>, Trouble> {
    let statement = format!("SELECT {FILED}{more} FROM request WHERE {condition} = ?");
    Ok(sql.rows(&statement, vec![value])?.into_iter().next())
}

/// The request of that reference as it stands.
pub(super) fn load(sql: &Sql, of: Reference, notes: Notes) -> Result<Option<Kept>, Trouble> {
    let Some(row) = filed_row(sql, "", "reference", Value::Text(of.to_string()))? else {
        return Ok(None);
    };
    let filed = read_filed(&row)?;
    let events = read_events(sql, of, notes)?;
    let request = Request::replay(filed, &events);
    Ok(Some(Kept {
        request: request.map_err(|_| Trouble::Record("the log of a request"))?,
        filed,
        events,
    }))
}

/// The requests whose alarm is due by `now`, the earliest first.
pub(super) fn due(sql: &Sql, now: BeijingTime) -> Result<Vec<Reference>, Trouble> {
    let rows = sql.rows(
        "SELECT reference FROM request WHERE alarm <= ? ORDER BY alarm",
        vec![Value::Integer(seconds(now))],
    )?;
    rows.iter().map(|row| reference(&row.text(0)?)).collect()
}

/// When the next alarm of any request must ring, or a photo has waited long enough.
pub(super) fn next_alarm(sql: &Sql) -> Result<Option<BeijingTime>, Trouble> {
    let rows = sql.rows(
        "SELECT alarm FROM request WHERE alarm IS NOT NULL ORDER BY alarm LIMIT 1",
        vec![],
    )?;
    let first = rows.first().map(|row| row.integer(0)).transpose()?;
    let forget = photos::next_to_forget(sql)?;
    let next = first.into_iter().chain(forget).min();
    Ok(next.map(moment).transpose()?)
}

/// Writes what happened to a request: to its log and to the audit chain. `request` is how it stands
/// after the last of `events`, each with the desk that had it then; they come behind the `before`
/// that are stored. An answer goes to whatever is joined to the request, too.
pub(super) fn append(
    sql: &Sql,
    keys: Option<&Keys>,
    request: &Request,
    before: usize,
    events: &[(Event, Desk)],
) -> Result<(), Trouble> {
    let of = request.reference();
    let mut chain = Chain::open(sql)?;
    for (number, (event, desk)) in (before + 1..).zip(events) {
        let number = u32::try_from(number).map_err(|_| Trouble::Record("the log"))?;
        let note = match (&event.note, keys) {
            (Note::Said(text), Some(keys)) => {
                let key = record_key(sql, of, keys)?.ok_or(Trouble::Record("a key"))?;
                Some(key.seal(&Part::Note(number).of(of), text.as_bytes()))
            }
            (Note::Said(_), None) => return Err(Trouble::Record("a note without a key")),
            (Note::None | Note::Destroyed, _) => None,
        };
        sql.run(
            "INSERT INTO event (reference, number, at, record, note) VALUES (?, ?, ?, ?, ?)",
            vec![
                Value::Text(of.to_string()),
                Value::Integer(number),
                Value::Integer(seconds(event.at)),
                Value::Text(event::write(event)),
                Value::maybe_bytes(note.as_deref()),
            ],
        )?;
        chain.add(Entry {
            at: event.at,
            actor: event.actor,
            reference: of,
            what: Deed::Moved(event.what.kind()),
            desk: *desk,
            content: note.as_deref().map(chain::content),
        })?;
    }
    shelf::put(sql, request)?;
    let is_answer = |event: &&Event| {
        matches!(
            event.what,
            Move::Answer { .. } | Move::AnswerTogether { .. }
        )
    };
    for answer in events.iter().map(|(event, _)| event).filter(is_answer) {
        alike::answer_together(sql, keys, of, answer)?;
    }
    Ok(())
}

/// Writes `event`, which was applied to `kept` already, and what the sender calls it.
pub(super) fn append_one(
    sql: &Sql,
    keys: &Keys,
    kept: &mut Kept,
    event: Event,
    idempotency: Option<[u8; 32]>,
) -> Result<(), Trouble> {
    let events = [(event, kept.request.desk())];
    append(sql, Some(keys), &kept.request, kept.events.len(), &events)?;
    kept.events.extend(events.map(|(event, _)| event));
    match idempotency {
        Some(key) => name_last_event(sql, kept.request.reference(), kept.events.len(), key),
        None => Ok(()),
    }
}

/// Overwrites what is personal, so that no byte of the record's key is left; see `retention`.
pub(super) fn forget(sql: &Sql, of: Reference) -> Result<(), Trouble> {
    for statement in [
        "UPDATE sealed SET wrapped = zeroblob(length(wrapped)),
             submission = zeroblob(length(submission)), phone = zeroblob(length(phone))
         WHERE reference = ?",
        "UPDATE request SET fingerprint = zeroblob(32) WHERE reference = ?",
        "UPDATE event SET note = zeroblob(0) WHERE reference = ? AND note IS NOT NULL",
        // Nobody can open these any more.
        "DELETE FROM photo_piece WHERE reference = ?",
        "DELETE FROM photo WHERE reference = ?",
    ] {
        sql.run(statement, vec![Value::Text(of.to_string())])?;
    }
    Ok(())
}

/// Whether a wrapped key was overwritten: none that was wrapped is nothing but zeros.
pub(super) fn is_destroyed(wrapped: &[u8]) -> bool {
    wrapped.iter().all(|byte| *byte == 0)
}

/// The number of the event that the sender called by the key with that hash.
pub(super) fn event_of(
    sql: &Sql,
    of: Reference,
    idempotency: [u8; 32],
) -> Result<Option<u32>, Trouble> {
    let rows = sql.rows(
        "SELECT number FROM event WHERE reference = ? AND idempotency = ?",
        vec![
            Value::Text(of.to_string()),
            Value::Bytes(idempotency.to_vec()),
        ],
    )?;
    Ok(rows.first().map(|row| row.integer(0)).transpose()?)
}

/// Notes what the sender called the last of `count` events.
fn name_last_event(
    sql: &Sql,
    of: Reference,
    count: usize,
    idempotency: [u8; 32],
) -> Result<(), Trouble> {
    let number = u32::try_from(count).map_err(|_| Trouble::Record("the log"))?;
    sql.run(
        "UPDATE event SET idempotency = ? WHERE reference = ? AND number = ?",
        vec![
            Value::Bytes(idempotency.to_vec()),
            Value::Text(of.to_string()),
            Value::Integer(number),
        ],
    )?;
    Ok(())
}

fn read_events(sql: &Sql, of: Reference, notes: Notes) -> Result<Vec<Event>, Trouble> {
    let rows = sql.rows(
        "SELECT number, at, record, note FROM event WHERE reference = ? ORDER BY number",
        vec![Value::Text(of.to_string())],
    )?;
    let any_note = |row: &Row| row.maybe(3, Row::bytes).is_ok_and(|note| note.is_some());
    let key = match notes {
        Notes::Open(keys) if rows.iter().any(any_note) => record_key(sql, of, keys)?,
        Notes::Open(_) | Notes::Sealed => None,
    };
    let event = |row: &Row| {
        let note = match (row.maybe(3, Row::bytes)?, &key) {
            (None, _) => Note::None,
            (Some(sealed), Some(key)) => {
                let place = Part::Note(row.integer(0)?).of(of);
                let text = String::from_utf8(key.open(&place, &sealed)?);
                Note::Said(text.map_err(|_| Trouble::Record("a note"))?)
            }
            (Some(_), None) => Note::Destroyed,
        };
        event::read(&row.text(2)?, moment(row.integer(1)?)?, note)
    };
    rows.iter().map(event).collect()
}

/// What was filed; `None` once it was destroyed.
pub(super) fn submission(
    sql: &Sql,
    of: Reference,
    keys: &Keys,
) -> Result<Option<Submission>, Trouble> {
    let Some(key) = record_key(sql, of, keys)? else {
        return Ok(None);
    };
    let rows = sql.rows(
        "SELECT submission FROM sealed WHERE reference = ?",
        vec![Value::Text(of.to_string())],
    )?;
    let open = |row: &Row| {
        let json = key.open(&Part::Submission.of(of), &row.bytes(0)?)?;
        let stored: Stored =
            serde_json::from_slice(&json).map_err(|_| Trouble::Record("a submission"))?;
        stored.read()
    };
    rows.first().map(open).transpose()
}

/// The key of a record; `None` once it was destroyed.
pub(super) fn record_key(
    sql: &Sql,
    of: Reference,
    keys: &Keys,
) -> Result<Option<RecordKey>, Trouble> {
    let rows = sql.rows(
        "SELECT data_key, wrapped FROM sealed WHERE reference = ?",
        vec![Value::Text(of.to_string())],
    )?;
    let row = rows.first().ok_or(Trouble::Record("a key"))?;
    let wrapped = row.bytes(1)?;
    match is_destroyed(&wrapped) {
        true => Ok(None),
        false => vault::record_key(keys, &row.text(0)?, &wrapped, of).map(Some),
    }
}
