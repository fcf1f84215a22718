//! The accounts that an administrator keeps: what was typed, and what the pages show.

use super::{Who, names, value};
use domain::staff::{AccountName, NameProblem, PersonName, Role, Staff};
use domain::union::Desk;

/// `/staff/accounts`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounts {
    /// Who looks.
    pub who: Who,
    /// The accounts that were looked for, by name; at most [`Accounts::MOST`].
    pub accounts: Vec<AccountRow>,
    /// How many there are that were looked for.
    pub total: usize,
    /// What was looked for.
    pub wanted: String,
    /// What was typed for a new one.
    pub draft: AccountDraft,
    /// What is wrong with that.
    pub problems: Vec<AccountProblem>,
    /// The link of an account that was just made.
    pub invited: Option<Invited>,
}

/// `/staff/accounts/{id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneAccount {
    /// Who looks.
    pub who: Who,
    /// The account.
    pub account: AccountRow,
    /// What was typed.
    pub draft: AccountDraft,
    /// What is wrong with that.
    pub problems: Vec<AccountProblem>,
    /// A new link for its set-up.
    pub invited: Option<Invited>,
    /// Whether something was just changed.
    pub saved: bool,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// With what its owner signs in.
    pub name: String,
    /// Whose it is.
    pub person: String,
    /// What they do, and where.
    pub staff: Staff,
    /// Whether it opens anything.
    pub active: bool,
    /// Whether it has a password.
    pub is_set_up: bool,
}

/// A link for the set-up of an account, shown this once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// For whom.
    pub person: String,
    /// The whole link.
    pub link: String,
}

/// An account as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AccountDraft {
    /// With what somebody signs in.
    pub name: String,
    /// Whose it is.
    pub person: String,
    /// The code of a role.
    pub role: String,
    /// The code of a desk.
    pub desk: String,
}

/// What is wrong with an account as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountProblem {
    /// Of the name with which somebody signs in.
    Name(NameProblem),
    /// Somebody has it.
    NameTaken,
    /// Of a person's own name.
    Person(NameProblem),
    /// None was chosen.
    Role,
    /// None was chosen, or not one of this administrator's.
    Desk,
}

/// What is sent to `/staff/accounts/{id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountWish {
    /// To change whose it is, what they do, or where.
    Save(AccountDraft),
    /// To stop it, or to let it work again.
    Active(bool),
    /// To have a new link for its set-up.
    Invite,
}

/// The values of the input that names a wish.
pub(crate) mod wishes {
    /// To change it.
    pub(crate) const SAVE: &str = "save";
    /// To stop it.
    pub(crate) const STOP: &str = "stop";
    /// To let it work again.
    pub(crate) const RESUME: &str = "resume";
    /// To have a new link.
    pub(crate) const INVITE: &str = "invite";
}

impl Accounts {
    /// How many accounts a page shows.
    pub const MOST: usize = 100;
}

impl AccountDraft {
    /// Reads a body of bounded length.
    pub fn read(sent: &[u8]) -> Self {
        Self {
            name: value(sent, names::NAME),
            person: value(sent, names::PERSON),
            role: value(sent, names::ROLE),
            desk: value(sent, names::DESK),
        }
    }

    /// What an account is.
    pub fn of(account: &AccountRow) -> Self {
        Self {
            name: account.name.clone(),
            person: account.person.clone(),
            role: account.staff.role.code().to_owned(),
            desk: account.staff.desk.code(),
        }
    }

    /// Everything that is wrong with it.
    pub fn problems(&self) -> Vec<AccountProblem> {
        let name = AccountName::parse(&self.name);
        let person = PersonName::parse(&self.person);
        let missing = |found: bool, problem| (!found).then_some(problem);
        [
            name.err().map(AccountProblem::Name),
            person.err().map(AccountProblem::Person),
            missing(Role::from_code(&self.role).is_some(), AccountProblem::Role),
            missing(Desk::from_code(&self.desk).is_some(), AccountProblem::Desk),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl AccountWish {
    /// Reads a body of bounded length; `None` if it wishes for nothing.
    pub fn read(sent: &[u8]) -> Option<Self> {
        match &*value(sent, names::WISH) {
            wishes::SAVE => Some(Self::Save(AccountDraft::read(sent))),
            wishes::STOP => Some(Self::Active(false)),
            wishes::RESUME => Some(Self::Active(true)),
            wishes::INVITE => Some(Self::Invite),
            _ => None,
        }
    }
}

/// What is looked for in a list of accounts.
pub fn wanted(query: &str) -> String {
    value(query.as_bytes(), names::WANTED)
}
