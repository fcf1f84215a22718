//! The pages of staff: what was typed, and what each shows.

mod accounts;
mod own;

pub(crate) use accounts::wishes as account_wishes;
pub use accounts::{
    AccountDraft, AccountProblem, AccountRow, AccountWish, Accounts, Invited, OneAccount, wanted,
};
pub(crate) use own::wishes as own_wishes;
pub use own::{OneTimeCodes, OwnAccount, OwnWish, SessionRow, Told};

use domain::staff::{PasswordProblem, Staff, Waits};
use domain::union::Desk;

/// `/staff/sign-in`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SignIn {
    /// Where to go on.
    pub next: String,
    /// The name that was typed.
    pub name: String,
    /// Why nobody was signed in.
    pub problem: Option<EntryProblem>,
}

/// What is sent to `/staff/sign-in`.
#[derive(Default)]
pub struct SignInForm {
    /// The name of the account.
    pub name: String,
    /// The password, which is never shown again.
    pub password: String,
    /// A one-time code or a recovery code, if one was typed.
    pub code: String,
    /// Where to go on.
    pub next: String,
}

/// Why nobody was signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryProblem {
    /// Something of what was typed does not fit; nobody is told what.
    Wrong,
    /// Too much was tried.
    TooMany {
        /// After so many seconds it may be tried again.
        seconds: u32,
    },
}

/// `/staff/set-up`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SetUp {
    /// The code of the link, as it was typed.
    pub token: String,
    /// Why the account is not set up.
    pub problem: Option<SetUpProblem>,
}

/// Why an account is not set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetUpProblem {
    /// The link opens nothing, or nothing any more.
    Link,
    /// The password is not taken.
    Password(PasswordProblem),
}

/// Whoever is signed in, on each of their pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The name of the account.
    pub name: String,
    /// The person's name.
    pub person: String,
    /// What they do, and where.
    pub staff: Staff,
    /// What every form of this session carries along.
    pub form_token: String,
}

/// `/staff`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// Who looks.
    pub who: Who,
    /// How much of each waits for them; `None` where what counts it did not answer.
    pub waiting: Vec<(Waits, Option<u32>)>,
    /// The desks whose requests could not be reached, and are not counted.
    pub unreached: Vec<Desk>,
}

/// The names of the inputs.
pub(crate) mod names {
    /// The name of the account.
    pub(crate) const NAME: &str = "name";
    /// The password.
    pub(crate) const PASSWORD: &str = "password";
    /// A one-time code.
    pub(crate) const CODE: &str = "code";
    /// Where to go on.
    pub(crate) const NEXT: &str = "next";
    /// The code of a set-up link.
    pub(crate) const TOKEN: &str = "token";
    /// What somebody wants done.
    pub(crate) const WISH: &str = "do";
    /// The number of what it is done to.
    pub(crate) const ID: &str = "id";
    /// The password until now.
    pub(crate) const OLD: &str = "old";
    /// A person's own name.
    pub(crate) const PERSON: &str = "person";
    /// The code of a role.
    pub(crate) const ROLE: &str = "role";
    /// The code of a desk.
    pub(crate) const DESK: &str = "desk";
    /// What is looked for.
    pub(crate) const WANTED: &str = "q";
    /// What every form of a session carries along.
    pub(crate) const FORM_TOKEN: &str = "form_token";
}

impl SignInForm {
    /// Reads a query, or a body of bounded length.
    pub fn read(sent: &[u8]) -> Self {
        Self {
            name: value(sent, names::NAME),
            password: value(sent, names::PASSWORD),
            code: value(sent, names::CODE),
            next: value(sent, names::NEXT),
        }
    }
}

impl SetUp {
    /// Code and password of a body of bounded length.
    pub fn read(sent: &[u8]) -> (String, String) {
        (value(sent, names::TOKEN), value(sent, names::PASSWORD))
    }
}

/// What came with a form, to show that it is ours.
pub fn form_token(sent: &[u8]) -> String {
    value(sent, names::FORM_TOKEN)
}

/// The value of an input; empty if it was not sent.
pub(crate) fn value(sent: &[u8], name: &str) -> String {
    let mut inputs = form_urlencoded::parse(sent);
    let found = inputs.find(|(input, _)| input == name);
    found.map_or_else(String::new, |(_, value)| value.into_owned())
}
