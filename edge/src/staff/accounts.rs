//! Making accounts, changing them, and links for their set-up.

use super::questions::{Account, AccountChange, Answer, Denied, Done, Invited, Member, NewAccount};
use super::sessions;
use super::store;
use super::token::Token;
use super::trouble::Trouble;
use crate::sql::{Sql, SqlError, Value};
use domain::staff::log::{Actor, Deed};
use domain::staff::{AccountName, Action, SET_UP_MINUTES, StaffId, may};
use domain::time::BeijingTime;

/// Who makes an account.
pub(super) enum Maker<'m> {
    /// Whoever bears the operator's token: the first administrator is made so.
    Operator,
    /// A member of staff.
    Staff(&'m Member),
}

/// The accounts that `member` may see, by name.
pub(super) fn list(sql: &Sql, member: &Member) -> Result<Answer, Trouble> {
    let staff = store::staff(&member.account)?;
    let mut accounts = Vec::new();
    for account in store::all(sql)? {
        if may(staff, Action::MakeAccount, store::staff(&account)?.desk) {
            accounts.push(account);
        }
    }
    Ok(Ok(Done::Accounts(accounts)))
}

/// Makes an account without a password, and a link for its set-up. Called within a transaction.
pub(super) fn make(
    sql: &Sql,
    by: &Maker<'_>,
    new: &NewAccount,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let name = AccountName::parse(&new.name).map_err(|_| Trouble::Record("a new name"))?;
    let account = Account {
        id: store::next_id(sql)?,
        name: name.as_str().to_owned(),
        person: new.person.clone(),
        role: new.role.clone(),
        desk: new.desk.clone(),
        active: true,
        is_set_up: false,
        codes: false,
    };
    let place = store::staff(&account)?.desk;
    let actor = match by {
        Maker::Operator => Actor::Operator,
        Maker::Staff(member) => {
            let staff = store::staff(&member.account)?;
            if !may(staff, Action::MakeAccount, place) {
                return Ok(Err(Denied::Forbidden));
            }
            Actor::Staff(staff.id)
        }
    };
    if store::by_name(sql, &name)?.is_some() {
        return Ok(Err(Denied::NameTaken));
    }
    store::keep(sql, &account)?;
    store::log(sql, now, actor, Deed::Made, &account)?;
    let token = link(sql, account.id, now)?;
    Ok(Ok(Done::Invited(Invited { account, token })))
}

/// Changes an account that `member` may change, to what they might also have made. Whoever gets
/// another role or place, or is stopped, is signed out. Called within a transaction.
pub(super) fn change(
    sql: &Sql,
    member: &Member,
    id: u32,
    change: &AccountChange,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let before = match changeable(sql, member, id)? {
        Ok(account) => account,
        Err(denied) => return Ok(Err(denied)),
    };
    let mut account = before.clone();
    let set = |value: &mut String, change: &Option<String>| {
        if let Some(change) = change {
            value.clone_from(change);
        }
    };
    set(&mut account.person, &change.person);
    set(&mut account.role, &change.role);
    set(&mut account.desk, &change.desk);
    account.active = change.active.unwrap_or(before.active);
    let by = store::staff(&member.account)?;
    if !may(by, Action::MakeAccount, store::staff(&account)?.desk) {
        return Ok(Err(Denied::Forbidden));
    }
    let is_elsewhere = (&account.role, &account.desk) != (&before.role, &before.desk);
    store::keep(sql, &account)?;
    let what = match (before.active, account.active) {
        (true, false) => Deed::Stopped,
        (false, true) => Deed::Resumed,
        _ => Deed::Changed,
    };
    let actor = Actor::Staff(by.id);
    store::log(sql, now, actor, what, &account)?;
    if is_elsewhere || !account.active {
        sessions::end_all(sql, &account, None, actor, now)?;
    }
    Ok(Ok(Done::Account(account)))
}

/// A new link for the set-up of an account; the one before opens nothing any more. Called within a
/// transaction.
pub(super) fn invite(
    sql: &Sql,
    member: &Member,
    id: u32,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let account = match changeable(sql, member, id)? {
        Ok(account) => account,
        Err(denied) => return Ok(Err(denied)),
    };
    let token = link(sql, id, now)?;
    let actor = Actor::Staff(StaffId(member.account.id));
    store::log(sql, now, actor, Deed::Invited, &account)?;
    Ok(Ok(Done::Invited(Invited { account, token })))
}

fn changeable(sql: &Sql, member: &Member, id: u32) -> Result<Result<Account, Denied>, Trouble> {
    let by = store::staff(&member.account)?;
    let Some(account) = store::by_id(sql, id)? else {
        return Ok(Err(Denied::NotFound));
    };
    let of = store::staff(&account)?;
    Ok(match () {
        () if may(by, Action::ChangeAccount { of: of.id }, of.desk) => Ok(account),
        // Whoever may not see an account is not told that there is one.
        () if may(by, Action::MakeAccount, of.desk) => Err(Denied::Forbidden),
        () => Err(Denied::NotFound),
    })
}

fn link(sql: &Sql, account: u32, now: BeijingTime) -> Result<Token, SqlError> {
    let token = Token::new();
    sql.run(
        "INSERT OR REPLACE INTO set_up (account, token, until) VALUES (?, ?, ?)",
        vec![
            Value::Integer(account),
            Value::Bytes(token.hash().to_vec()),
            Value::moment(now.plus_minutes(SET_UP_MINUTES)),
        ],
    )?;
    Ok(token)
}
