//! The photos of reports in the registry's tables, sealed.

use super::super::store::StoreError;
use super::super::vault::{Closed, SealedKey};
use crate::desk::upkeep::Rewrapped;
use crate::keys::Keys;
use crate::sql::{self, Row, Sql, SqlError, Value};
use domain::report::{kept_until, photo_kept_until};
use domain::time::BeijingTime;
use serde::{Deserialize, Serialize};

/// How much may be kept in all. Whoever reports has shown nothing of themselves, and no flood of
/// photos may fill the disk.
const MOST_BYTES: u32 = 2 << 30;

/// Photos that are looked at in one turn of rewrapping.
const MOST_REWRAPPED: u32 = 200;

/// The photo of a report, but for its bytes.
#[derive(Serialize, Deserialize)]
pub(in super::super) struct StoredPhoto {
    /// By which its bytes are asked for.
    pub(in super::super) id: u32,
    /// What the sender calls the report.
    pub(in super::super) report: String,
    pub(in super::super) key: SealedKey,
}

/// Whether so many bytes more may be kept.
pub(super) fn is_room(sql: &Sql, size: usize) -> Result<bool, SqlError> {
    let rows = sql.rows("SELECT coalesce(sum(size), 0) FROM report_photo", vec![])?;
    let kept = rows.first().map_or(Ok(0), |row| row.integer(0))?;
    Ok(u32::try_from(size).is_ok_and(|size| kept.saturating_add(size) <= MOST_BYTES))
}

/// Keeps the photo of a report that came just now. Called within a transaction.
pub(super) fn keep(
    sql: &Sql,
    reference: &str,
    name: &[u8; 32],
    key: &SealedKey,
    sealed: &[u8],
    at: BeijingTime,
) -> Result<(), StoreError> {
    let size = u32::try_from(sealed.len()).map_err(|_| StoreError::Question("a photo"))?;
    let rows = sql.rows(
        "INSERT INTO report_photo (reference, until, size, name, data_key, wrapped, opens)
         VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
        vec![
            Value::Text(reference.to_owned()),
            Value::moment(kept_until(at)),
            Value::Integer(size),
            Value::Bytes(name.to_vec()),
            Value::Text(key.data_key.clone()),
            Value::Bytes(key.wrapped.clone()),
            Value::Bytes(key.opens.clone()),
        ],
    )?;
    let id = rows.first().ok_or(StoreError::Question("a photo"))?;
    let id = Value::Integer(id.integer(0)?);
    for (number, piece) in sql::pieces(sealed) {
        sql.run(
            "INSERT INTO report_photo_piece (photo, number, content) VALUES (?, ?, ?)",
            vec![id.clone(), number, piece],
        )?;
    }
    Ok(())
}

/// The photo of a report of that group.
pub(super) fn find(
    sql: &Sql,
    group: u32,
    reference: &str,
) -> Result<Option<StoredPhoto>, StoreError> {
    let rows = sql.rows(
        "SELECT id, sent_key, data_key, wrapped, opens FROM report_photo
         JOIN report USING (reference) WHERE reference = ? AND report_group = ?",
        vec![Value::Text(reference.to_owned()), Value::Integer(group)],
    )?;
    rows.first().map(read).transpose().map_err(StoreError::Sql)
}

fn read(row: &Row) -> Result<StoredPhoto, SqlError> {
    Ok(StoredPhoto {
        id: row.integer(0)?,
        report: row.text(1)?,
        key: SealedKey {
            data_key: row.text(2)?,
            wrapped: row.bytes(3)?,
            opens: row.bytes(4)?,
        },
    })
}

/// The photo of that number, sealed as it is; nothing if there is none.
pub(in super::super) fn sealed(sql: &Sql, id: u32) -> Result<Vec<u8>, StoreError> {
    let pieces = sql.rows(
        "SELECT content FROM report_photo_piece WHERE photo = ? ORDER BY number",
        vec![Value::Integer(id)],
    )?;
    Ok(sql::whole(&pieces)?)
}

/// Lets the photos of a group that was decided go earlier.
pub(super) fn decided(sql: &Sql, group: u32) -> Result<(), StoreError> {
    let rows = sql.rows(
        "SELECT report_photo.id, report.at, decided_at FROM report_photo
         JOIN report USING (reference) JOIN report_group ON report_group.id = report_group
         WHERE report_group = ?",
        vec![Value::Integer(group)],
    )?;
    for row in &rows {
        let until = photo_kept_until(row.moment(1)?, row.moment(2)?);
        sql.run(
            "UPDATE report_photo SET until = ? WHERE id = ?",
            vec![Value::moment(until), Value::Integer(row.integer(0)?)],
        )?;
    }
    Ok(())
}

/// Destroys the photos whose time is over. Called within a transaction.
pub(super) fn forget(sql: &Sql, now: BeijingTime) -> Result<(), SqlError> {
    for statement in [
        // SQLite leaves the bytes of what it deletes: the keys go first, where they stand.
        "UPDATE report_photo SET wrapped = zeroblob(length(wrapped)) WHERE until <= ?",
        "DELETE FROM report_photo_piece
         WHERE photo IN (SELECT id FROM report_photo WHERE until <= ?)",
        "DELETE FROM report_photo WHERE until <= ?",
    ] {
        sql.run(statement, vec![Value::moment(now)])?;
    }
    Ok(())
}

/// When the next is to be destroyed.
pub(in super::super) fn next_to_forget(sql: &Sql) -> Result<Option<BeijingTime>, SqlError> {
    let rows = sql.rows("SELECT min(until) FROM report_photo", vec![])?;
    rows.first()
        .map_or(Ok(None), |row| row.maybe(0, Row::moment))
}

/// Wraps the keys of the next photos with the first of `DATA_KEYS`, from the one behind `after`.
/// Called within a transaction.
pub(in super::super) fn rewrap(
    sql: &Sql,
    keys: &Keys,
    after: u32,
) -> Result<Rewrapped, StoreError> {
    let rows = sql.rows(
        "SELECT id, sent_key, data_key, wrapped, opens FROM report_photo
         JOIN report USING (reference) WHERE id > ? ORDER BY id LIMIT ?",
        vec![Value::Integer(after), Value::Integer(MOST_REWRAPPED)],
    )?;
    let mut done = Rewrapped::default();
    for row in &rows {
        let photo = read(row)?;
        if photo.key.is_of_first(keys) {
            continue;
        }
        match photo.key.rewrapped(keys, &photo.report) {
            Ok(key) => {
                sql.run(
                    "UPDATE report_photo SET data_key = ?, wrapped = ? WHERE id = ?",
                    vec![
                        Value::Text(key.data_key),
                        Value::Bytes(key.wrapped),
                        Value::Integer(photo.id),
                    ],
                )?;
                done.count += 1;
            }
            Err(Closed::NoKey(id)) => *done.unopened.entry(id).or_default() += 1,
            Err(closed) => return Err(StoreError::Closed(closed)),
        }
    }
    if rows.len() == MOST_REWRAPPED as usize {
        done.next = rows.last().map(|row| row.integer(0)).transpose()?;
    }
    Ok(done)
}
