//! Signing in, the set-up of an account, and another password.

use super::bucket::{self, Whose};
use super::codes;
use super::hashing::Hashed;
use super::questions::{Account, Answer, Credentials, Denied, Done, Member};
use super::sessions;
use super::store;
use super::token::Token;
use super::trouble::Trouble;
use crate::keys::Keys;
use crate::sql::{Sql, Value};
use domain::staff::log::{Actor, Deed};
use domain::staff::{AccountName, StaffId, check_password};
use domain::throttle::TooMany;
use domain::time::BeijingTime;

/// Begins a session for whoever knows name and password, and a code where codes are asked. The throttle comes before the work, and a
/// name that nobody has makes the same work and gets the same answer as a wrong password. Called
/// within a transaction.
pub(super) fn sign_in(
    sql: &Sql,
    keys: Option<&Keys>,
    shown: &Credentials,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let name = AccountName::parse(&shown.name).ok();
    let account = name.as_ref().map(|name| store::by_name(sql, name));
    let account = account.transpose()?.flatten();
    let device = known_device(sql, shown, account.as_ref())?;
    let hash = device.map(|device| device.hash());
    let typed = shown.name.trim().to_ascii_lowercase();
    let tried = match &hash {
        Some(device) => bucket::take(sql, &[Whose::Device(device)], now)?,
        None => bucket::take(sql, &[Whose::Name(&typed), Whose::Strangers], now)?,
    };
    if let Err(TooMany { seconds }) = tried {
        return Ok(Err(Denied::TooMany(seconds)));
    }
    let hashed = account.as_ref().map(|account| Hashed::of(sql, account.id));
    let hashed = hashed.transpose()?.flatten();
    let fits = hashed
        .unwrap_or_else(Hashed::nobodys)
        .fits(&shown.password)?;
    let fits = match &account {
        Some(account) if fits => {
            account.active && codes::fits(sql, keys, account, &shown.code, now)?
        }
        _ => false,
    };
    match account {
        Some(account) if fits => {
            if let Some(token) = shown.ends {
                sessions::sign_out(sql, token, now)?;
            }
            let entrance = sessions::begin(sql, account, device, now)?;
            Ok(Ok(Done::Entered(Box::new(entrance))))
        }
        account => {
            if let Some(account) = account {
                store::log(sql, now, Actor::Nobody, Deed::SignInRefused, &account)?;
            }
            Ok(Err(Denied::Wrong))
        }
    }
}

/// The browser, if somebody signed in to that account in it before.
fn known_device(
    sql: &Sql,
    shown: &Credentials,
    account: Option<&Account>,
) -> Result<Option<Token>, Trouble> {
    let (Some(device), Some(account)) = (shown.device, account) else {
        return Ok(None);
    };
    let known = sessions::is_known(sql, device, account.id)?;
    Ok(known.then_some(device))
}

/// Chooses the password of an account with the token of its link, which opens it once, and signs
/// in. Every session it had ends, and its one-time codes are to be set up anew. Called within a transaction.
pub(super) fn set_up(
    sql: &Sql,
    token: Token,
    password: &str,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let rows = sql.rows(
        "SELECT account, until FROM set_up WHERE token = ?",
        vec![Value::Bytes(token.hash().to_vec())],
    )?;
    let Some(row) = rows.first() else {
        return Ok(Err(Denied::Wrong));
    };
    let account = store::by_id(sql, row.integer(0)?)?;
    let mut account = account.ok_or(Trouble::Record("the account of a link"))?;
    if row.moment(1)? <= now || !account.active {
        return Ok(Err(Denied::Wrong));
    }
    if let Err(denied) = check(&account, password)? {
        return Ok(Err(denied));
    }
    Hashed::new(password)?.keep(sql, account.id)?;
    codes::forget(sql, account.id)?;
    let had_codes = account.codes;
    (account.is_set_up, account.codes) = (true, false);
    sql.run(
        "DELETE FROM set_up WHERE account = ?",
        vec![Value::Integer(account.id)],
    )?;
    store::log(sql, now, Actor::Nobody, Deed::SetUp, &account)?;
    if had_codes {
        store::log(sql, now, Actor::Nobody, Deed::CodesOff, &account)?;
    }
    sessions::end_all(sql, &account, None, Actor::Nobody, now)?;
    let entrance = sessions::begin(sql, account, None, now)?;
    Ok(Ok(Done::Entered(Box::new(entrance))))
}

/// Chooses another password; the other sessions of the account end. Called within a transaction.
pub(super) fn change_password(
    sql: &Sql,
    member: &Member,
    old: &str,
    new: &str,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let account = &member.account;
    let tried = bucket::take(sql, &[Whose::Member(account.id)], now)?;
    if let Err(TooMany { seconds }) = tried {
        return Ok(Err(Denied::TooMany(seconds)));
    }
    let hashed = Hashed::of(sql, account.id)?.unwrap_or_else(Hashed::nobodys);
    if !hashed.fits(old)? {
        return Ok(Err(Denied::Wrong));
    }
    if let Err(denied) = check(account, new)? {
        return Ok(Err(denied));
    }
    Hashed::new(new)?.keep(sql, account.id)?;
    let actor = Actor::Staff(StaffId(account.id));
    store::log(sql, now, actor, Deed::PasswordChanged, account)?;
    sessions::end_all(sql, account, Some(member.session), actor, now)?;
    Ok(Ok(Done::Account(account.clone())))
}

fn check(account: &Account, password: &str) -> Result<Result<(), Denied>, Trouble> {
    let name = AccountName::parse(&account.name);
    let name = name.map_err(|_| Trouble::Record("the name of an account"))?;
    let checked = check_password(password, &name);
    Ok(checked.map_err(Denied::Password))
}
