//! Open requests like one another, and those that are dealt with together.
//!
//! What is open at a station is opened and compared: it is a handful. A sketch beside each text
//! would say something of the text to whoever holds the files, and the key for it is the same.

use super::outline::StoredOutline;
use super::questions::{Answer, Done};
use super::store::{self, Kept, Notes};
use super::submission::Stored;
use super::trouble::Trouble;
use crate::keys::Keys;
use crate::sql::{Row, Sql, Value};
use domain::request::{Actor, Event, Move, Note, Outline, Reference, Stage, Submission};
use domain::time::BeijingTime;

/// How many are opened to be compared, the earliest first.
const MOST_COMPARED: u32 = 20;

/// Tells how one stands that is open and like this, and nothing else of it.
pub(super) fn like(sql: &Sql, keys: &Keys, submission: &Stored) -> Result<Answer, Trouble> {
    let found = find(sql, keys, &submission.clone().read()?)?;
    let outline = found.map(|kept| StoredOutline::new(outline(&kept)));
    Ok(Ok(Done::Like(outline)))
}

/// The earliest request that is open and like this.
pub(super) fn find(
    sql: &Sql,
    keys: &Keys,
    submission: &Submission,
) -> Result<Option<Kept>, Trouble> {
    let Some(station) = submission.shared_at() else {
        return Ok(None);
    };
    let rows = sql.rows(
        "SELECT reference FROM request WHERE station = ? AND category = ?
             AND stage NOT IN ('answered', 'joined', 'referred_out', 'solved', 'withdrawn')
         ORDER BY filed_at, reference LIMIT ?",
        vec![
            Value::Integer(station.0),
            Value::Text(submission.category.code().to_owned()),
            Value::Integer(MOST_COMPARED),
        ],
    )?;
    for of in references(&rows)? {
        let other = store::submission(sql, of, keys)?;
        if other.is_some_and(|other| submission.is_like(&other)) {
            return store::load(sql, of, Notes::Sealed);
        }
    }
    Ok(None)
}

/// Joins a request that is being filed to `other`. Called within the transaction that files it.
pub(super) fn join(
    sql: &Sql,
    keys: &Keys,
    of: Reference,
    other: Reference,
    now: BeijingTime,
) -> Result<(), Trouble> {
    let kept = store::load(sql, of, Notes::Sealed)?;
    let mut kept = kept.ok_or(Trouble::Record("a request"))?;
    let event = Event {
        actor: Actor::Worker,
        at: now,
        note: Note::None,
        what: Move::Join { to: other },
    };
    let joined = kept.request.apply(&event);
    joined.map_err(|_| Trouble::Record("a request to join"))?;
    let events = [(event, kept.request.desk())];
    store::append(sql, Some(keys), &kept.request, 0, &events)
}

/// Whether the worker joined it to another while filing.
pub(super) fn is_joined(sql: &Sql, of: Reference) -> Result<bool, Trouble> {
    let kept = store::load(sql, of, Notes::Sealed)?;
    Ok(kept.is_some_and(|kept| {
        let first = kept.events.first();
        first.is_some_and(|first| {
            first.actor == Actor::Worker && matches!(first.what, Move::Join { .. })
        })
    }))
}

/// How the one stands to which a request is joined, if the same object keeps it.
pub(super) fn joined_to(sql: &Sql, stage: Stage) -> Result<Option<Outline>, Trouble> {
    let Stage::Joined { to } = stage else {
        return Ok(None);
    };
    let kept = store::load(sql, to, Notes::Sealed)?;
    Ok(kept.map(|kept| outline(&kept)))
}

/// Answers whatever is joined to `of` with what was answered to it. Called within the transaction
/// that keeps the answer, so that nobody who joined waits for one that was given.
pub(super) fn answer_together(
    sql: &Sql,
    keys: Option<&Keys>,
    of: Reference,
    answer: &Event,
) -> Result<(), Trouble> {
    let rows = sql.rows(
        "SELECT reference FROM request WHERE joined = ?",
        vec![Value::Text(of.to_string())],
    )?;
    for joined in references(&rows)? {
        let kept = store::load(sql, joined, Notes::Sealed)?;
        let mut kept = kept.ok_or(Trouble::Record("a request"))?;
        if kept.request.destroyed_at().is_some() {
            continue;
        }
        let event = kept.request.answer_together(of, answer);
        let event = event.map_err(|_| Trouble::Record("a joined request"))?;
        let events = [(event, kept.request.desk())];
        store::append(sql, keys, &kept.request, kept.events.len(), &events)?;
    }
    Ok(())
}

fn outline(kept: &Kept) -> Outline {
    Outline::new(&kept.filed, &kept.request)
}

fn references(rows: &[Row]) -> Result<Vec<Reference>, Trouble> {
    rows.iter()
        .map(|row| super::filed::reference(&row.text(0)?))
        .collect()
}
