//! How a request stands, and the worker's own moves, for whoever shows its secret.

use super::alike;
use super::event::StoredEvent;
use super::filed::StoredFiled;
use super::outline::StoredOutline;
use super::photos;
use super::questions::{Answer, Denied, Done, Shown, Wish};
use super::refusal;
use super::store::{self, Kept, Notes};
use super::trouble::{Trouble, known};
use super::vault;
use crate::keys::Keys;
use crate::same::same;
use crate::sql::{Sql, Value};
use domain::request::{Actor, Event, Move, MoveKind, Note, Reference};
use domain::throttle::TooMany;
use domain::time::BeijingTime;

/// Tells how a request stands.
pub(super) fn follow(sql: &Sql, keys: &Keys, shown: &Shown) -> Result<Answer, Trouble> {
    match open(sql, keys, shown)? {
        Ok(kept) => standing(sql, &kept),
        Err(denied) => Ok(Err(denied)),
    }
}

/// Shows the photo of that number.
pub(super) fn photo(sql: &Sql, keys: &Keys, shown: &Shown, number: u32) -> Result<Answer, Trouble> {
    let kept = match open(sql, keys, shown)? {
        Ok(kept) => kept,
        Err(denied) => return Ok(Err(denied)),
    };
    let photo = photos::open(sql, keys, kept.request.reference(), number)?;
    let photo = photo.map(|bytes| Done::Photo { bytes });
    Ok(photo.ok_or(Denied::NotFound))
}

/// Makes a move of the worker's, for which `room` is taken, and tells how the request stands then.
/// The alarms that were due have rung. Called within a transaction.
pub(super) fn make_move(
    sql: &Sql,
    keys: &Keys,
    shown: &Shown,
    wish: &Wish,
    now: BeijingTime,
    room: impl Fn() -> Result<(), TooMany>,
) -> Result<Answer, Trouble> {
    let mut kept = match open(sql, keys, shown)? {
        Ok(kept) => kept,
        Err(denied) => return Ok(Err(denied)),
    };
    let wished = Event {
        actor: Actor::Worker,
        // A clock that was set back does not undo the order of things.
        at: now.max(kept.request.last_at()),
        note: wish.note.clone().map_or(Note::None, Note::Said),
        what: wished(wish)?,
    };
    let key = wish.idempotency_key.as_deref().map(vault::idempotency_hash);
    let before = key.map(|key| store::event_of(sql, kept.request.reference(), key));
    if let Some(number) = before.transpose()?.flatten() {
        return match kept.is_event(number, &wished)? {
            true => standing(sql, &kept),
            false => Ok(Err(Denied::OtherBody)),
        };
    }
    if let Err(refused) = kept.request.apply(&wished) {
        let code = refusal::code(refused).to_owned();
        return Ok(Err(Denied::Refused(code)));
    }
    if let Err(too_many) = room() {
        return Ok(Err(too_many.into()));
    }
    store::append_one(sql, keys, &mut kept, wished, key)?;
    standing(sql, &kept)
}

/// The request, if the secret is its own. A reference that nobody has takes the same steps as a
/// wrong secret and gives the same answer: the hash is compared with one that nothing hashes to.
fn open(sql: &Sql, keys: &Keys, shown: &Shown) -> Result<Result<Kept, Denied>, Trouble> {
    let presented = vault::secret_hash(&shown.secret());
    let reference = Reference::parse(&shown.reference);
    let rows = match reference {
        Ok(reference) => sql.rows(
            "SELECT secret FROM request WHERE reference = ?",
            vec![Value::Text(reference.to_string())],
        )?,
        Err(_) => Vec::new(),
    };
    let expected = rows.first().map(|row| row.bytes(0)).transpose()?;
    let fits = same(&expected.unwrap_or_else(|| vec![0; 32]), &presented);
    match reference {
        Ok(reference) if fits => {
            let kept = store::load(sql, reference, Notes::Open(keys))?;
            Ok(kept.ok_or(Denied::NotFound))
        }
        _ => Ok(Err(Denied::NotFound)),
    }
}

fn standing(sql: &Sql, kept: &Kept) -> Result<Answer, Trouble> {
    let other = alike::joined_to(sql, kept.request.stage())?;
    Ok(Ok(Done::Standing {
        filed: StoredFiled::new(kept.filed),
        events: kept.events.iter().map(StoredEvent::new).collect(),
        photos: photos::count(sql, kept.request.reference())?,
        other: other.map(StoredOutline::new),
    }))
}

fn wished(wish: &Wish) -> Result<Move, Trouble> {
    let kind = known("move", &wish.what, MoveKind::from_code)?;
    Move::of_worker(kind, wish.survey()).ok_or(Trouble::Record("a worker's move"))
}
