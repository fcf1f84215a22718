//! Writing new versions: the only way in which what is listed changes.

use super::entries::{Head, Heads, Stored};
use super::store::StoreError;
use crate::sql::{Sql, Value};
use domain::listing::entry::Cause;
use domain::time::BeijingTime;
use domain::union::Desk;

/// Somebody who changed a listing.
#[derive(Clone, Debug)]
pub(super) struct By {
    /// The number of their account; `None` has none: the operator, or somebody with a link.
    pub(super) account: Option<u32>,
    /// Their name, as it was then.
    pub(super) name: String,
}

impl By {
    /// Whoever runs the site.
    pub(super) fn operator() -> Self {
        Self {
            account: None,
            name: String::new(),
        }
    }
}

/// What was done, by whom and why.
pub(super) struct Deed {
    pub(super) at: BeijingTime,
    pub(super) cause: Cause,
    pub(super) by: By,
    /// The second person, where one was needed.
    pub(super) second: Option<By>,
    /// In their own words; may be empty.
    pub(super) why: String,
    /// The batch that it takes back.
    pub(super) undoes: Option<u32>,
}

/// What becomes of the entry of that number; `None` is not listed any more.
pub(super) type Write<S> = (u32, Option<S>);

/// Writes a batch: a new version of every entry that it names. The caller has checked that it may be
/// so, and stands in a transaction; if that fails, `heads` is to be forgotten.
pub(super) fn commit<S: Stored>(
    sql: &Sql,
    heads: &mut Heads<S>,
    deed: &Deed,
    writes: Vec<Write<S>>,
) -> Result<u32, StoreError> {
    let batch = begin(sql, heads, deed, &writes)?;
    let is_blank = next_number::<S>(sql)? == 1;
    for (number, entry) in writes {
        let version = match is_blank {
            true => 1,
            false => 1 + latest::<S>(sql, heads, number)?,
        };
        let record = entry.as_ref().map(S::write);
        sql.run(
            "INSERT INTO version (subject, entry, number, batch, record) VALUES (?, ?, ?, ?, ?)",
            vec![
                Value::Text(S::SUBJECT_CODE.to_owned()),
                Value::Integer(number),
                Value::Integer(version),
                Value::Integer(batch),
                record.clone().map_or(Value::Nothing, Value::Text),
            ],
        )?;
        match (entry, record) {
            (Some(entry), Some(record)) => {
                let values = vec![
                    Value::Integer(number),
                    Value::Text(record),
                    Value::Integer(version),
                ];
                sql.run(S::PUT, values)?;
                heads.insert(number, Head { version, entry });
            }
            _ => {
                sql.run(S::DROP, vec![Value::Integer(number)])?;
                heads.remove(&number);
            }
        }
    }
    Ok(batch)
}

/// The number of the latest version of an entry; 0 if there never was one.
pub(super) fn latest<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    number: u32,
) -> Result<u32, StoreError> {
    if let Some(head) = heads.get(&number) {
        return Ok(head.version);
    }
    let rows = sql.rows(
        "SELECT coalesce(max(number), 0) FROM version WHERE subject = ? AND entry = ?",
        vec![
            Value::Text(S::SUBJECT_CODE.to_owned()),
            Value::Integer(number),
        ],
    )?;
    rows.first().map_or(Ok(0), |row| Ok(row.integer(0)?))
}

/// The number of the latest batch; 0 if there is none.
fn last(sql: &Sql) -> Result<u32, StoreError> {
    let rows = sql.rows("SELECT coalesce(max(id), 0) FROM batch", vec![])?;
    rows.first().map_or(Ok(0), |row| Ok(row.integer(0)?))
}

/// A number that nothing of this kind ever had.
pub(super) fn next_number<S: Stored>(sql: &Sql) -> Result<u32, StoreError> {
    let rows = sql.rows(
        "SELECT coalesce(max(entry), 0) + 1 FROM version WHERE subject = ?",
        vec![Value::Text(S::SUBJECT_CODE.to_owned())],
    )?;
    rows.first().map_or(Ok(1), |row| Ok(row.integer(0)?))
}

/// Writes what was done; gives the number of the batch.
fn begin<S: Stored>(
    sql: &Sql,
    heads: &Heads<S>,
    deed: &Deed,
    writes: &[Write<S>],
) -> Result<u32, StoreError> {
    let batch = last(sql)? + 1;
    let desks = writes.iter().flat_map(|(number, entry)| {
        let before = heads.get(number).map(|head| head.entry.desk());
        before.into_iter().chain(entry.as_ref().map(S::desk))
    });
    let desk = desks.reduce(Desk::over).unwrap_or(Desk::City);
    let second = deed.second.as_ref();
    sql.run(
        "INSERT INTO batch (id, subject, at, cause, account, name, second_account, second_name, desk, why, undoes)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        vec![
            Value::Integer(batch),
            Value::Text(S::SUBJECT_CODE.to_owned()),
            Value::moment(deed.at),
            Value::Text(deed.cause.code().to_owned()),
            Value::maybe_integer(deed.by.account),
            Value::Text(deed.by.name.clone()),
            Value::maybe_integer(second.and_then(|second| second.account)),
            second.map_or(Value::Nothing, |second| Value::Text(second.name.clone())),
            Value::Text(desk.code()),
            Value::Text(deed.why.clone()),
            Value::maybe_integer(deed.undoes),
        ],
    )?;
    Ok(batch)
}
