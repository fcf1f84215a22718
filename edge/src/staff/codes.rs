//! One-time codes of an account, and the recovery codes beside them. The secret is sealed; of a
//! recovery code the hash is kept.

use super::base32;
use super::bucket::{self, Whose};
use super::questions::{Account, Answer, Codes, Denied, Done, Member, Secret as ShownSecret};
use super::sessions;
use super::store;
use super::totp::Secret;
use super::trouble::Trouble;
use crate::keys::Keys;
use crate::seal::{RecordKey, random};
use crate::sql::{Sql, SqlError, Value};
use domain::staff::StaffId;
use domain::staff::log::{Actor, Deed};
use domain::throttle::TooMany;
use domain::time::BeijingTime;
use sha2::{Digest, Sha256};

/// How many recovery codes there are.
const RECOVERY_CODES: usize = 10;

/// The secret of an account.
struct Kept {
    secret: Secret,
    /// Whether a code of it was shown, so that one is asked at each sign-in.
    confirmed: bool,
    /// The step of the last code that counted.
    used: u32,
}

/// The secret that `member` tells an app: a new one, until a code of it was shown.
pub(super) fn begin(sql: &Sql, keys: &Keys, member: &Member) -> Result<Answer, Trouble> {
    let account = &member.account;
    let secret = match read(sql, keys, account.id)? {
        Some(kept) if kept.confirmed => return Ok(Err(Denied::CodesOn)),
        Some(kept) => kept.secret,
        None => keep(sql, keys, account.id)?,
    };
    Ok(Ok(Done::Secret(ShownSecret {
        text: secret.text(),
        uri: secret.uri(&account.name),
    })))
}

/// Shows a code of that secret; from then on codes are asked. The session goes on under another
/// token, for it may do more than before.
pub(super) fn confirm(
    sql: &Sql,
    keys: &Keys,
    member: &Member,
    typed: &str,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let account = &member.account;
    if let Err(denied) = try_code(sql, keys, account, typed, now)? {
        return Ok(Err(denied));
    }
    sql.run(
        "UPDATE totp SET confirmed = 1 WHERE account = ?",
        vec![Value::Integer(account.id)],
    )?;
    let actor = Actor::Staff(StaffId(account.id));
    store::log(sql, now, actor, Deed::CodesOn, account)?;
    let token = sessions::rotate(sql, member.session)?;
    let recovery = renew_recovery(sql, account.id)?;
    Ok(Ok(Done::Codes(Codes {
        recovery,
        token: Some(token),
    })))
}

/// Ten new recovery codes, for a code of the app.
pub(super) fn renew(
    sql: &Sql,
    keys: &Keys,
    member: &Member,
    typed: &str,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let account = &member.account;
    if let Err(denied) = try_code(sql, keys, account, typed, now)? {
        return Ok(Err(denied));
    }
    let recovery = renew_recovery(sql, account.id)?;
    let actor = Actor::Staff(StaffId(account.id));
    store::log(sql, now, actor, Deed::RecoveryRenewed, account)?;
    Ok(Ok(Done::Codes(Codes {
        recovery,
        token: None,
    })))
}

/// Whether what was typed at a sign-in fits: nothing where no codes are asked, a code of the app, or
/// a recovery code. What fitted does not fit again.
pub(super) fn fits(
    sql: &Sql,
    keys: Option<&Keys>,
    account: &Account,
    typed: &str,
    now: BeijingTime,
) -> Result<bool, Trouble> {
    if !account.codes {
        return Ok(true);
    }
    let keys = keys.ok_or(Trouble::NotReady)?;
    if use_code(sql, keys, account.id, typed, now)? {
        return Ok(true);
    }
    let used = sql.rows(
        "DELETE FROM recovery WHERE hash = ? RETURNING account",
        vec![Value::Bytes(hash(account.id, typed).to_vec())],
    )?;
    if used.is_empty() {
        return Ok(false);
    }
    let actor = Actor::Staff(StaffId(account.id));
    store::log(sql, now, actor, Deed::RecoveryUsed, account)?;
    Ok(true)
}

/// Forgets the codes of an account that is set up anew.
pub(super) fn forget(sql: &Sql, account: u32) -> Result<(), SqlError> {
    for statement in [
        "DELETE FROM totp WHERE account = ?",
        "DELETE FROM recovery WHERE account = ?",
    ] {
        sql.run(statement, vec![Value::Integer(account)])?;
    }
    Ok(())
}

/// Tries a code of somebody who is signed in, as often as may be.
fn try_code(
    sql: &Sql,
    keys: &Keys,
    account: &Account,
    typed: &str,
    now: BeijingTime,
) -> Result<Result<(), Denied>, Trouble> {
    if let Err(TooMany { seconds }) = bucket::take(sql, &[Whose::Member(account.id)], now)? {
        return Ok(Err(Denied::TooMany(seconds)));
    }
    Ok(match use_code(sql, keys, account.id, typed, now)? {
        true => Ok(()),
        false => Err(Denied::Wrong),
    })
}

fn use_code(
    sql: &Sql,
    keys: &Keys,
    account: u32,
    typed: &str,
    now: BeijingTime,
) -> Result<bool, Trouble> {
    let Some(kept) = read(sql, keys, account)? else {
        return Ok(false);
    };
    let Some(step) = kept.secret.step(typed, now, kept.used) else {
        return Ok(false);
    };
    sql.run(
        "UPDATE totp SET used = ? WHERE account = ?",
        vec![Value::Integer(step), Value::Integer(account)],
    )?;
    Ok(true)
}

fn read(sql: &Sql, keys: &Keys, account: u32) -> Result<Option<Kept>, Trouble> {
    let rows = sql.rows(
        "SELECT data_key, wrapped, sealed, confirmed, used FROM totp WHERE account = ?",
        vec![Value::Integer(account)],
    )?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let key = keys.find(&row.text(0)?).ok_or(Trouble::NotReady)?;
    let key = RecordKey::unwrap(&row.bytes(1)?, key, &place(account))?;
    let secret = Secret::from_bytes(&key.open(&place(account), &row.bytes(2)?)?);
    Ok(Some(Kept {
        secret: secret.ok_or(Trouble::Record("a secret"))?,
        confirmed: row.integer(3)? == 1,
        used: row.integer(4)?,
    }))
}

fn keep(sql: &Sql, keys: &Keys, account: u32) -> Result<Secret, Trouble> {
    let (secret, key) = (Secret::new(), RecordKey::new());
    sql.run(
        "INSERT INTO totp (account, data_key, wrapped, sealed, confirmed, used)
         VALUES (?, ?, ?, ?, 0, 0)",
        vec![
            Value::Integer(account),
            Value::Text(keys.first().id().to_owned()),
            Value::Bytes(key.wrap(keys.first(), &place(account))),
            Value::Bytes(key.seal(&place(account), secret.bytes())),
        ],
    )?;
    Ok(secret)
}

/// The name to which a seal is bound; it never changes.
fn place(account: u32) -> String {
    format!("staff/{account}/totp")
}

fn renew_recovery(sql: &Sql, account: u32) -> Result<Vec<String>, SqlError> {
    sql.run(
        "DELETE FROM recovery WHERE account = ?",
        vec![Value::Integer(account)],
    )?;
    let mut codes = Vec::new();
    for _ in 0..RECOVERY_CODES {
        let code = grouped(&base32::encode(&random::<10>()));
        sql.run(
            "INSERT INTO recovery (hash, account) VALUES (?, ?)",
            vec![
                Value::Bytes(hash(account, &code).to_vec()),
                Value::Integer(account),
            ],
        )?;
        codes.push(code);
    }
    Ok(codes)
}

/// Four and four, to be read and typed.
fn grouped(code: &str) -> String {
    let letters: Vec<_> = code.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}

/// What is kept of a recovery code: 80 random bits need no salt. Case, spaces and hyphens do not
/// matter.
fn hash(account: u32, typed: &str) -> [u8; 32] {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric);
    let code: String = letters.map(|letter| letter.to_ascii_uppercase()).collect();
    Sha256::new()
        .chain_update(account.to_be_bytes())
        .chain_update(code)
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_code_is_found_however_it_is_typed() {
        let code = grouped(&base32::encode(b"0123456789"));
        assert_eq!(code, "GAYT-EMZU-GU3D-OOBZ");
        for typed in ["gaytemzugu3doobz", " GAYT EMZU GU3D OOBZ ", &*code] {
            assert_eq!(hash(7, typed), hash(7, &code), "{typed}");
        }
        assert_ne!(hash(7, "GAYT-EMZU-GU3D-OOBA"), hash(7, &code));
        assert_ne!(hash(8, &code), hash(7, &code));
    }
}
