//! Keeping a new request: once, however often it is sent.

use super::alike;
use super::chain::{self, Chain};
use super::claiming::denied;
use super::filed::StoredFiled;
use super::photos;
use super::questions::{Answer, Denied, Done, Filing};
use super::trouble::Trouble;
use super::vault::{self, Part};
use super::{shelf, store};
use crate::keys::{Key, Keys};
use crate::same::same;
use crate::seal::{RecordKey, random};
use crate::sql::{Sql, Value};
use domain::request::{
    Actor, Contact, Deed, Entry, Filed, Limits, Place, Reference, Request, Secret, Submission,
};
use domain::throttle::TooMany;
use domain::time::BeijingTime;
use domain::union::Desk;
use records::seconds;

/// How often a drawn reference may turn out to be taken: of 23^7, twice in a row is a fault.
const MOST_DRAWS: usize = 4;

/// Keeps a request, for which `room` is taken, or finds the one that came with the same key and body
/// before, for which none is. Called within a transaction: all of it is written or nothing.
pub(super) fn file(
    sql: &Sql,
    keys: &Keys,
    limits: &Limits,
    filing: &Filing,
    now: BeijingTime,
    room: impl Fn() -> Result<(), TooMany>,
) -> Result<Answer, Trouble> {
    if let Some(known) = kept_before(sql, keys, filing)? {
        return Ok(known);
    }
    let submission = filing.submission.clone().read()?;
    let desk = submission.category.first_desk(submission.place);
    if keeper(desk).code() != filing.keeper {
        // The key was claimed for another desk's request, which was never written.
        return Ok(Err(Denied::OtherBody));
    }
    // Whoever must wait anyway is told so before any photo is carried here.
    if filing.wait.is_none() && !photos::all_wait(sql, &submission.photos)? {
        return Ok(Err(Denied::PhotoGone));
    }
    if let Err(denied) = denied(filing.wait, room) {
        return Ok(Err(denied));
    }
    let like = match filing.joins {
        true => alike::find(sql, keys, &submission)?,
        false => None,
    };
    let filed = Filed {
        reference: fresh(sql, desk)?,
        category: submission.category,
        desk,
        limit: limits.of(submission.category.profile().class),
        at: now,
    };
    let record_key = RecordKey::new();
    let secret = vault::secret(&record_key, filed.reference, &filing.idempotency_key);
    insert(sql, &record_key, filing, filed, submission.place, &secret)?;
    let sealed = insert_sealed(
        sql,
        keys.first(),
        &record_key,
        filing,
        filed.reference,
        &submission,
    )?;
    photos::file(sql, keys, filed.reference, &record_key, &submission.photos)?;
    Chain::open(sql)?.add(Entry {
        at: now,
        actor: Actor::Worker,
        reference: filed.reference,
        what: Deed::Filed,
        desk,
        content: Some(chain::content(&sealed)),
    })?;
    if let Some(other) = &like {
        let other = other.filed.reference;
        alike::join(sql, keys, filed.reference, other, now)?;
    }
    Ok(Ok(receipt(filed, &secret, like.is_some())))
}

/// The desk whose object keeps a request that `desk` gets first.
pub(super) fn keeper(desk: Desk) -> Desk {
    match desk {
        Desk::Street(street) => Desk::District(street.district()),
        Desk::District(_) | Desk::City => desk,
    }
}

/// What a sender is told whose key came before.
fn kept_before(sql: &Sql, keys: &Keys, filing: &Filing) -> Result<Option<Answer>, Trouble> {
    let hash = vault::idempotency_hash(&filing.idempotency_key);
    let columns = ", fingerprint";
    let row = store::filed_row(sql, columns, "idempotency", Value::Bytes(hash.to_vec()))?;
    let Some(row) = row else {
        return Ok(None);
    };
    let filed = store::read_filed(&row)?;
    let Some(key) = store::record_key(sql, filed.reference, keys)? else {
        return Ok(Some(Err(Denied::Destroyed)));
    };
    let fingerprint = row.bytes(store::FILED_COLUMNS)?;
    Ok(Some(
        match same(&fingerprint, &vault::fingerprint(&key, &filing.typed)) {
            true => {
                let secret = vault::secret(&key, filed.reference, &filing.idempotency_key);
                let joined = alike::is_joined(sql, filed.reference)?;
                Ok(receipt(filed, &secret, joined))
            }
            false => Err(Denied::OtherBody),
        },
    ))
}

fn receipt(filed: Filed, secret: &Secret, joined: bool) -> Done {
    Done::Filed {
        filed: StoredFiled::new(filed),
        secret: *secret.bytes(),
        joined,
    }
}

/// A reference that no request has.
fn fresh(sql: &Sql, desk: Desk) -> Result<Reference, Trouble> {
    for _ in 0..MOST_DRAWS {
        let reference = Reference::new(desk, random());
        let taken = sql.rows(
            "SELECT 1 FROM request WHERE reference = ?",
            vec![Value::Text(reference.to_string())],
        )?;
        if taken.is_empty() {
            return Ok(reference);
        }
    }
    Err(Trouble::Record("a drawn reference"))
}

fn insert(
    sql: &Sql,
    record_key: &RecordKey,
    filing: &Filing,
    filed: Filed,
    place: Place,
    secret: &Secret,
) -> Result<(), Trouble> {
    let stored = StoredFiled::new(filed);
    let request = Request::file(filed);
    let station = match place {
        Place::Station { id, .. } => Some(id.0),
        Place::Street(_) | Place::District(_) | Place::NotSure => None,
    };
    sql.run(
        "INSERT INTO request (reference, category, first_desk, rhythm, minutes, warn_minutes,
             filed_at, place, station, idempotency, fingerprint, secret, stage, desk, alarm)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        vec![
            Value::Text(stored.reference),
            Value::Text(stored.category),
            Value::Text(stored.desk.clone()),
            Value::Text(stored.rhythm),
            Value::Integer(stored.minutes),
            Value::Integer(stored.warn_minutes),
            Value::Integer(seconds(filed.at)),
            Value::Text(place.desk().code()),
            Value::maybe_integer(station),
            Value::Bytes(vault::idempotency_hash(&filing.idempotency_key).to_vec()),
            Value::Bytes(vault::fingerprint(record_key, &filing.typed).to_vec()),
            Value::Bytes(vault::secret_hash(secret).to_vec()),
            Value::Text(request.stage().kind().code().to_owned()),
            Value::Text(stored.desk),
            shelf::alarm(&request),
        ],
    )?;
    shelf::put(sql, &request)
}

/// Seals what is personal with the record's own key; gives the sealed submission. That names the
/// photos after what they show, so its hash in the audit chain is theirs as well.
fn insert_sealed(
    sql: &Sql,
    key: &Key,
    record_key: &RecordKey,
    filing: &Filing,
    of: Reference,
    submission: &Submission,
) -> Result<Vec<u8>, Trouble> {
    let json = serde_json::to_vec(&filing.submission).expect("plain data serialises");
    let sealed = record_key.seal(&Part::Submission.of(of), &json);
    let phone = match &submission.contact {
        Contact::Phone { phone, .. } => Some(vault::phone_hash(key, phone)),
        Contact::Reference { .. } | Contact::Anonymous => None,
    };
    sql.run(
        "INSERT INTO sealed (reference, data_key, wrapped, submission, phone) VALUES (?, ?, ?, ?, ?)",
        vec![
            Value::Text(of.to_string()),
            Value::Text(key.stored_id()),
            Value::Bytes(record_key.wrap(key, &of.to_string())),
            Value::Bytes(sealed.clone()),
            Value::maybe_bytes(phone.as_ref().map(<[u8; 32]>::as_slice)),
        ],
    )?;
    Ok(sealed)
}
