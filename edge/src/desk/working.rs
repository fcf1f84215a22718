//! What staff do with a request: open it, make their moves, and look at the personal data for a
//! reason that the worker can read.

use super::chain::Chain;
use super::event::{self, StoredEvent};
use super::filed::StoredFiled;
use super::photos;
use super::questions::{Answer, Denied, Done, StaffsWish, StoredOpened};
use super::refusal;
use super::seen::StoredSeen;
use super::store::{self, Kept, Notes};
use super::trouble::Trouble;
use super::vault;
use crate::keys::Keys;
use crate::sql::Sql;
use domain::request::{Actor, Deed, Entry, Event, MoveKind, Note, Reference, Refusal, mask};
use domain::staff::{Action, Staff, may};
use domain::time::BeijingTime;

/// Whether `staff` may see the request.
pub(super) fn sees(sql: &Sql, staff: Staff, reference: &str) -> Result<Answer, Trouble> {
    Ok(find(sql, staff, reference, Notes::Sealed)?.map(|_| Done::Sees))
}

/// The request as `staff` may see it. That they did is on record.
pub(super) fn open(
    sql: &Sql,
    keys: &Keys,
    staff: Staff,
    reference: &str,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let kept = match find(sql, staff, reference, Notes::Open(keys))? {
        Ok(kept) => kept,
        Err(denied) => return Ok(Err(denied)),
    };
    note_in_chain(sql, staff, &kept, Deed::Opened, now)?;
    opened(sql, keys, staff, &kept, false)
}

/// The photo of that number. That `staff` looked at it is on record, as if they had opened the
/// request: it is part of what the worker tells.
pub(super) fn photo(
    sql: &Sql,
    keys: &Keys,
    staff: Staff,
    reference: &str,
    number: u32,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let kept = match find(sql, staff, reference, Notes::Sealed)? {
        Ok(kept) => kept,
        Err(denied) => return Ok(Err(denied)),
    };
    let Some(bytes) = photos::open(sql, keys, kept.request.reference(), number)? else {
        return Ok(Err(Denied::NotFound));
    };
    note_in_chain(sql, staff, &kept, Deed::Opened, now)?;
    Ok(Ok(Done::Photo { bytes }))
}

/// Makes a move and gives the request as it stands then. What a reveal shows is in this answer
/// alone. The alarms that were due have rung. Called within a transaction.
pub(super) fn make_move(
    sql: &Sql,
    keys: &Keys,
    staff: Staff,
    reference: &str,
    wish: &StaffsWish,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let Some(mut kept) = load(sql, reference, Notes::Open(keys))? else {
        return Ok(Err(Denied::NotFound));
    };
    let of = kept.request.reference();
    let note = wish.note.clone().map_or(Note::None, Note::Said);
    // A clock that was set back does not undo the order of things.
    let at = now.max(kept.request.last_at());
    let wished = Event {
        actor: Actor::Staff(staff),
        ..event::read(&wish.what, at, note)?
    };
    let key = wish.idempotency_key.as_deref().map(vault::idempotency_hash);
    let before = key.map(|key| store::event_of(sql, of, key)).transpose()?;
    let is_retry = match before.flatten() {
        Some(number) => Some(kept.is_event(number, &wished)?),
        None => None,
    };
    match is_retry {
        // Told the same also where the move took it out of their sight.
        Some(true) => return opened(sql, keys, staff, &kept, false),
        _ if !may(staff, Action::SeeRequest, kept.request.desk()) => {
            return Ok(Err(Denied::NotFound));
        }
        Some(false) => return Ok(Err(Denied::OtherBody)),
        None => {}
    }
    let kind = wished.what.kind();
    if !kept.request.may(wished.actor, kind) {
        return Ok(Err(Denied::NotAllowed));
    }
    if wish
        .seen
        .is_some_and(|seen| seen as usize != kept.events.len())
    {
        return Ok(Err(Denied::Changed));
    }
    match kept.request.apply(&wished) {
        Ok(()) => {}
        Err(Refusal::NotAllowed) => return Ok(Err(Denied::NotAllowed)),
        Err(refused) => return Ok(Err(Denied::Refused(refusal::code(refused).to_owned()))),
    }
    store::append_one(sql, keys, &mut kept, wished, key)?;
    opened(sql, keys, staff, &kept, kind == MoveKind::Reveal)
}

/// The request, if there is one that `staff` may see: what one may not see is not there.
fn find(
    sql: &Sql,
    staff: Staff,
    reference: &str,
    notes: Notes,
) -> Result<Result<Kept, Denied>, Trouble> {
    let kept = load(sql, reference, notes)?;
    let seen = kept.filter(|kept| may(staff, Action::SeeRequest, kept.request.desk()));
    Ok(seen.ok_or(Denied::NotFound))
}

fn load(sql: &Sql, reference: &str, notes: Notes) -> Result<Option<Kept>, Trouble> {
    match Reference::parse(reference) {
        Ok(reference) => store::load(sql, reference, notes),
        Err(_) => Ok(None),
    }
}

/// What was done with a request without a move.
pub(super) fn note_in_chain(
    sql: &Sql,
    staff: Staff,
    kept: &Kept,
    what: Deed,
    now: BeijingTime,
) -> Result<(), Trouble> {
    Ok(Chain::open(sql)?.add(Entry {
        at: now,
        actor: Actor::Staff(staff),
        reference: kept.request.reference(),
        what,
        desk: kept.request.desk(),
        content: None,
    })?)
}

fn opened(
    sql: &Sql,
    keys: &Keys,
    staff: Staff,
    kept: &Kept,
    revealed: bool,
) -> Result<Answer, Trouble> {
    let level = staff.desk.level();
    let submission = store::submission(sql, kept.request.reference(), keys)?;
    let seen = submission.map(|submission| match revealed {
        true => submission.revealed_to(level),
        false => submission.masked_for(level),
    });
    let event = |event: &Event| match (&event.note, revealed) {
        (Note::Said(text), false) => StoredEvent::new(&Event {
            note: Note::Said(mask(text)),
            ..event.clone()
        }),
        _ => StoredEvent::new(event),
    };
    Ok(Ok(Done::Opened(Box::new(StoredOpened {
        filed: StoredFiled::new(kept.filed),
        events: kept.events.iter().map(event).collect(),
        seen: seen.map(StoredSeen::new),
        revealed,
    }))))
}
