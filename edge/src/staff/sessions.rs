//! Who is signed in, and for how long.

use super::questions::{Account, Answer, Denied, Done, Entrance, Member, Session};
use super::store;
use super::token::Token;
use super::trouble::Trouble;
use crate::sql::{Row, Sql, SqlError, Value};
use domain::staff::log::{Actor, Deed};
use domain::staff::{LONGEST_MINUTES, SessionTimes, StaffId};
use domain::time::BeijingTime;

/// When somebody was last there is written down to the minute, and not with every request.
const SEEN_SECONDS: i64 = 60;

/// So long a browser is known after somebody last signed in there.
const DEVICE_MINUTES: i64 = 180 * 24 * 60;

/// Begins a session of that account, and remembers the browser.
pub(super) fn begin(
    sql: &Sql,
    account: Account,
    device: Option<Token>,
    now: BeijingTime,
) -> Result<Entrance, Trouble> {
    sql.run(
        "DELETE FROM session WHERE began <= ?",
        vec![Value::moment(now.plus_minutes(-LONGEST_MINUTES))],
    )?;
    sql.run(
        "DELETE FROM device WHERE seen <= ?",
        vec![Value::moment(now.plus_minutes(-DEVICE_MINUTES))],
    )?;
    let (token, device) = (Token::new(), device.unwrap_or_else(Token::new));
    sql.run(
        "INSERT OR REPLACE INTO device (token, account, seen) VALUES (?, ?, ?)",
        vec![
            Value::Bytes(device.hash().to_vec()),
            Value::Integer(account.id),
            Value::moment(now),
        ],
    )?;
    let rows = sql.rows(
        "INSERT INTO session (token, account, began, seen) VALUES (?, ?, ?, ?) RETURNING id",
        vec![
            Value::Bytes(token.hash().to_vec()),
            Value::Integer(account.id),
            Value::moment(now),
            Value::moment(now),
        ],
    )?;
    let session = rows.first().ok_or(Trouble::Record("a new session"))?;
    let session = session.integer(0)?;
    store::log(
        sql,
        now,
        Actor::Staff(StaffId(account.id)),
        Deed::SignedIn,
        &account,
    )?;
    Ok(Entrance {
        token,
        device,
        member: Member { account, session },
    })
}

/// Whether somebody signed in to that account in that browser before.
pub(super) fn is_known(sql: &Sql, device: Token, account: u32) -> Result<bool, SqlError> {
    let rows = sql.rows(
        "SELECT 1 FROM device WHERE token = ? AND account = ?",
        vec![
            Value::Bytes(device.hash().to_vec()),
            Value::Integer(account),
        ],
    )?;
    Ok(!rows.is_empty())
}

/// Whoever is signed in with that token. Their session goes on from now.
pub(super) fn who(
    sql: &Sql,
    token: Token,
    now: BeijingTime,
) -> Result<Result<Member, Denied>, Trouble> {
    let rows = sql.rows(
        "SELECT id, account, began, seen FROM session WHERE token = ?",
        vec![Value::Bytes(token.hash().to_vec())],
    )?;
    let Some(row) = rows.first() else {
        return Ok(Err(Denied::NotSignedIn));
    };
    let (session, times) = (row.integer(0)?, times(row)?);
    let account = store::by_id(sql, row.integer(1)?)?;
    let account = account.ok_or(Trouble::Record("the account of a session"))?;
    if !times.is_live(now) || !account.active {
        end(sql, session)?;
        return Ok(Err(Denied::NotSignedIn));
    }
    if now.unix_seconds() - times.seen.unix_seconds() >= SEEN_SECONDS {
        sql.run(
            "UPDATE session SET seen = ? WHERE id = ?",
            vec![Value::moment(now), Value::Integer(session)],
        )?;
    }
    Ok(Ok(Member { account, session }))
}

/// Gives a session another token; the one before opens nothing any more.
pub(super) fn rotate(sql: &Sql, session: u32) -> Result<Token, SqlError> {
    let token = Token::new();
    sql.run(
        "UPDATE session SET token = ? WHERE id = ?",
        vec![Value::Bytes(token.hash().to_vec()), Value::Integer(session)],
    )?;
    Ok(token)
}

/// Ends the session of that token, if there is one.
pub(super) fn sign_out(sql: &Sql, token: Token, now: BeijingTime) -> Result<(), Trouble> {
    if let Ok(Member { account, session }) = who(sql, token, now)? {
        end(sql, session)?;
        let actor = Actor::Staff(StaffId(account.id));
        store::log(sql, now, actor, Deed::SignedOut, &account)?;
    }
    Ok(())
}

/// The sessions of `member` that go on.
pub(super) fn list(sql: &Sql, member: &Member, now: BeijingTime) -> Result<Answer, Trouble> {
    let rows = sql.rows(
        "SELECT id, account, began, seen FROM session WHERE account = ? ORDER BY seen DESC, id DESC",
        vec![Value::Integer(member.account.id)],
    )?;
    let mut sessions = Vec::new();
    for row in &rows {
        let (id, times) = (row.integer(0)?, times(row)?);
        if times.is_live(now) {
            sessions.push(Session {
                id,
                began: times.began.unix_seconds(),
                seen: times.seen.unix_seconds(),
                current: id == member.session,
            });
        }
    }
    Ok(Ok(Done::Sessions(sessions)))
}

/// Ends one of the sessions of `member`.
pub(super) fn end_own(
    sql: &Sql,
    member: &Member,
    id: u32,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let rows = sql.rows(
        "DELETE FROM session WHERE id = ? AND account = ? RETURNING id",
        vec![Value::Integer(id), Value::Integer(member.account.id)],
    )?;
    if rows.is_empty() {
        return Ok(Err(Denied::NotFound));
    }
    let actor = Actor::Staff(StaffId(member.account.id));
    store::log(sql, now, actor, Deed::SessionEnded, &member.account)?;
    Ok(Ok(Done::Ended))
}

/// Ends every session of an account, but for one, because `actor` did something to it.
pub(super) fn end_all(
    sql: &Sql,
    account: &Account,
    but: Option<u32>,
    actor: Actor,
    now: BeijingTime,
) -> Result<(), Trouble> {
    let ended = sql.rows(
        "DELETE FROM session WHERE account = ? AND id <> ? RETURNING id",
        vec![Value::Integer(account.id), Value::Integer(but.unwrap_or(0))],
    )?;
    match ended.is_empty() {
        true => Ok(()),
        false => store::log(sql, now, actor, Deed::SessionsEnded, account),
    }
}

fn end(sql: &Sql, session: u32) -> Result<(), SqlError> {
    sql.run(
        "DELETE FROM session WHERE id = ?",
        vec![Value::Integer(session)],
    )
}

fn times(row: &Row) -> Result<SessionTimes, SqlError> {
    Ok(SessionTimes {
        began: row.moment(2)?,
        seen: row.moment(3)?,
    })
}
