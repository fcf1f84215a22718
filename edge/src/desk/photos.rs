//! Photos in the tables of a desk: those that wait for their request, and those of requests.
//!
//! A photo is sealed once, where it comes in, with a key of its own. While it waits, that key is
//! wrapped with one from the environment; from then on it is sealed with the key of the record, and
//! destroyed with it. What is large is only copied.

use super::questions::{Answer, Denied, Done, Waiting};
use super::store;
use super::trouble::Trouble;
use super::vault::{self, Part};
use crate::keys::Keys;
use crate::photo_key::{self, PhotoKey};
use crate::seal::RecordKey;
use crate::sql::{self, Row, Sql, Value};
use domain::request::{PhotoName, Reference};
use domain::time::BeijingTime;
use records::seconds;

/// How long a photo waits for its request: time to write the rest and to be interrupted.
const WAITS_SECONDS: u32 = 3600;

/// How much may wait at one desk. Whoever sends photos has shown nothing yet, and no flood of them
/// may fill the disk.
const MOST_WAITING_BYTES: u32 = 512 << 20;

/// Keeps a photo for a while. The same photo once more waits anew. Called within a transaction.
pub(super) fn keep(sql: &Sql, photo: &Waiting, now: BeijingTime) -> Result<Answer, Trouble> {
    let until = seconds(now).saturating_add(WAITS_SECONDS);
    let kept = Ok(Ok(Done::PhotoKept { until }));
    let until = Value::Integer(until);
    let name = hash(&photo.name()?);
    if find(sql, &name)?.is_some() {
        sql.run(
            "UPDATE waiting SET until = ? WHERE name = ?",
            vec![until, name],
        )?;
        return kept;
    }
    let size = u32::try_from(photo.sealed.len()).map_err(|_| Trouble::Record("a photo"))?;
    let rows = sql.rows("SELECT coalesce(sum(size), 0) FROM waiting", vec![])?;
    let waiting = rows.first().map_or(Ok(0), |row| row.integer(0))?;
    if waiting.saturating_add(size) > MOST_WAITING_BYTES {
        return Ok(Err(Denied::NoRoom));
    }
    sql.run(
        "INSERT INTO waiting (name, until, size, data_key, wrapped) VALUES (?, ?, ?, ?, ?)",
        vec![
            name.clone(),
            until,
            Value::Integer(size),
            Value::Text(photo.data_key.clone()),
            Value::Bytes(photo.wrapped.clone()),
        ],
    )?;
    for (number, piece) in sql::pieces(&photo.sealed) {
        sql.run(
            "INSERT INTO waiting_piece (name, number, content) VALUES (?, ?, ?)",
            vec![name.clone(), number, piece],
        )?;
    }
    kept
}

/// A photo that waits, to be carried to another desk.
pub(super) fn take(sql: &Sql, name: &str) -> Result<Answer, Trouble> {
    let photo = PhotoName::parse(name).ok_or(Trouble::Record("the name of a photo"))?;
    let Some(row) = find(sql, &hash(&photo))? else {
        return Ok(Err(Denied::PhotoGone));
    };
    let pieces = sql.rows(
        "SELECT content FROM waiting_piece WHERE name = ? ORDER BY number",
        vec![hash(&photo)],
    )?;
    Ok(Ok(Done::PhotoTaken(Waiting {
        name: name.to_owned(),
        data_key: row.text(0)?,
        wrapped: row.bytes(1)?,
        sealed: sql::whole(&pieces)?,
    })))
}

/// Whether all of them wait.
pub(super) fn all_wait(sql: &Sql, names: &[PhotoName]) -> Result<bool, Trouble> {
    for name in names {
        if find(sql, &hash(name))?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Gives the photos, which wait, to a request. Called within a transaction.
pub(super) fn file(
    sql: &Sql,
    keys: &Keys,
    of: Reference,
    record_key: &RecordKey,
    names: &[PhotoName],
) -> Result<(), Trouble> {
    for (number, name) in (1..).zip(names) {
        let row = find(sql, &hash(name))?.ok_or(Trouble::Record("a photo"))?;
        let key = vault::key(keys, &row.text(0)?)?;
        let opens = PhotoKey::unwrap(&row.bytes(1)?, key, *name)?.bytes();
        sql.run(
            "INSERT INTO photo (reference, number, opens) VALUES (?, ?, ?)",
            vec![
                Value::Text(of.to_string()),
                Value::Integer(number),
                Value::Bytes(record_key.seal(&Part::Photo(number).of(of), &opens)),
            ],
        )?;
        sql.run(
            "INSERT INTO photo_piece (reference, photo, number, content)
             SELECT ?, ?, number, content FROM waiting_piece WHERE name = ?",
            vec![
                Value::Text(of.to_string()),
                Value::Integer(number),
                hash(name),
            ],
        )?;
    }
    Ok(())
}

/// A photo of a request; `None` if it has none of that number, or its key was destroyed.
pub(super) fn open(
    sql: &Sql,
    keys: &Keys,
    of: Reference,
    number: u32,
) -> Result<Option<Vec<u8>>, Trouble> {
    let place = || vec![Value::Text(of.to_string()), Value::Integer(number)];
    let rows = sql.rows(
        "SELECT opens FROM photo WHERE reference = ? AND number = ?",
        place(),
    )?;
    let (Some(row), Some(record_key)) = (rows.first(), store::record_key(sql, of, keys)?) else {
        return Ok(None);
    };
    let opens = record_key.open(&Part::Photo(number).of(of), &row.bytes(0)?)?;
    let pieces = sql.rows(
        "SELECT content FROM photo_piece WHERE reference = ? AND photo = ? ORDER BY number",
        place(),
    )?;
    let sealed = sql::whole(&pieces)?;
    Ok(Some(PhotoKey::read(&opens)?.open(&sealed)?))
}

/// How many photos a request has.
pub(super) fn count(sql: &Sql, of: Reference) -> Result<u32, Trouble> {
    let rows = sql.rows(
        "SELECT count(*) FROM photo WHERE reference = ?",
        vec![Value::Text(of.to_string())],
    )?;
    Ok(rows.first().map_or(Ok(0), |row| row.integer(0))?)
}

/// Forgets the photos that have waited long enough.
pub(super) fn forget(sql: &Sql, now: BeijingTime) -> Result<(), Trouble> {
    let now = || vec![Value::Integer(seconds(now))];
    sql.run(
        "DELETE FROM waiting_piece WHERE name IN (SELECT name FROM waiting WHERE until <= ?)",
        now(),
    )?;
    // SQLite leaves the bytes of what it deletes: the keys go first, where they stand.
    sql.run(
        "UPDATE waiting SET wrapped = zeroblob(length(wrapped)) WHERE until <= ?",
        now(),
    )?;
    sql.run("DELETE FROM waiting WHERE until <= ?", now())?;
    Ok(())
}

/// When the next is to be forgotten, in seconds since 1970.
pub(super) fn next_to_forget(sql: &Sql) -> Result<Option<u32>, Trouble> {
    let rows = sql.rows("SELECT min(until) FROM waiting", vec![])?;
    Ok(rows
        .first()
        .map_or(Ok(None), |row| row.maybe(0, Row::integer))?)
}

/// A waiting photo's key: the id of what it is wrapped with, and the key as it is wrapped.
fn find(sql: &Sql, name: &Value) -> Result<Option<Row>, Trouble> {
    let rows = sql.rows(
        "SELECT data_key, wrapped FROM waiting WHERE name = ?",
        vec![name.clone()],
    )?;
    Ok(rows.into_iter().next())
}

/// Under what a photo waits.
fn hash(name: &PhotoName) -> Value {
    Value::Bytes(photo_key::name_hash(name).to_vec())
}
