//! Accounts in their table, and what happened to them in the log, which is a chain.

use super::questions::Account;
use super::trouble::Trouble;
use crate::chain::Chain;
use crate::sql::{Row, Sql, SqlError, Value};
use domain::staff::log::{Actor, Deed, Entry};
use domain::staff::{AccountName, Role, Staff, StaffId};
use domain::time::BeijingTime;
use domain::union::Desk;
use records::AccountRow;

const COLUMNS: &str = "SELECT id, name, person, role, desk, active,
    EXISTS (SELECT 1 FROM password WHERE account = id),
    EXISTS (SELECT 1 FROM totp WHERE account = id AND confirmed = 1) FROM account";

/// The account of that number.
pub(super) fn by_id(sql: &Sql, id: u32) -> Result<Option<Account>, SqlError> {
    let rows = sql.rows(&format!("{COLUMNS} WHERE id = ?"), vec![Value::Integer(id)])?;
    rows.first().map(read).transpose()
}

/// The account of that name.
pub(super) fn by_name(sql: &Sql, name: &AccountName) -> Result<Option<Account>, SqlError> {
    let name = Value::Text(name.as_str().to_owned());
    let rows = sql.rows(&format!("{COLUMNS} WHERE name = ?"), vec![name])?;
    rows.first().map(read).transpose()
}

/// Every account, by name.
pub(super) fn all(sql: &Sql) -> Result<Vec<Account>, SqlError> {
    let rows = sql.rows(&format!("{COLUMNS} ORDER BY name"), vec![])?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Account, SqlError> {
    Ok(Account {
        id: row.integer(0)?,
        name: row.text(1)?,
        person: row.text(2)?,
        role: row.text(3)?,
        desk: row.text(4)?,
        active: row.integer(5)? == 1,
        is_set_up: row.integer(6)? == 1,
        codes: row.integer(7)? == 1,
    })
}

/// Keeps an account that is new or changed.
pub(super) fn keep(sql: &Sql, account: &Account) -> Result<(), SqlError> {
    sql.run(
        "INSERT INTO account (id, name, person, role, desk, active) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET person = excluded.person, role = excluded.role,
             desk = excluded.desk, active = excluded.active",
        vec![
            Value::Integer(account.id),
            Value::Text(account.name.clone()),
            Value::Text(account.person.clone()),
            Value::Text(account.role.clone()),
            Value::Text(account.desk.clone()),
            Value::Integer(account.active.into()),
        ],
    )
}

/// A number that no account has had.
pub(super) fn next_id(sql: &Sql) -> Result<u32, SqlError> {
    let rows = sql.rows("SELECT coalesce(max(id), 0) + 1 FROM account", vec![])?;
    rows.first().map_or(Ok(1), |row| row.integer(0))
}

/// Adds to the log.
pub(super) fn log(
    sql: &Sql,
    at: BeijingTime,
    actor: Actor,
    what: Deed,
    account: &Account,
) -> Result<(), Trouble> {
    let of = staff(account)?;
    let entry = Entry {
        at,
        actor,
        what,
        of,
    };
    Ok(Chain::<AccountRow>::open(sql)?.add(entry)?)
}

/// Whose account it is, at work.
pub(super) fn staff(account: &Account) -> Result<Staff, Trouble> {
    account.staff().ok_or(Trouble::Record("an account"))
}

impl Account {
    /// Whose it is, at work. `None` if what is kept stands for no role or desk.
    pub(crate) fn staff(&self) -> Option<Staff> {
        Some(Staff {
            id: StaffId(self.id),
            role: Role::from_code(&self.role)?,
            desk: Desk::from_code(&self.desk)?,
        })
    }

    /// Whether its role demands one-time codes that are not set up.
    pub(crate) fn lacks_codes(&self) -> bool {
        !self.codes && Role::from_code(&self.role).is_none_or(Role::needs_code)
    }
}
