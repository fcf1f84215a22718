//! The pages of staff: what was typed, and what each shows.

use domain::staff::{PasswordProblem, Staff};

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

/// `/staff`: what somebody can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The name of the account.
    pub name: String,
    /// The person's name.
    pub person: String,
    /// Who it is.
    pub staff: Staff,
    /// What every form of this session carries along.
    pub form_token: String,
}

/// The names of the inputs.
pub(crate) mod names {
    /// The name of the account.
    pub(crate) const NAME: &str = "name";
    /// The password.
    pub(crate) const PASSWORD: &str = "password";
    /// Where to go on.
    pub(crate) const NEXT: &str = "next";
    /// The code of a set-up link.
    pub(crate) const TOKEN: &str = "token";
    /// What every form of a session carries along.
    pub(crate) const FORM_TOKEN: &str = "form_token";
}

impl SignInForm {
    /// Reads a query, or a body of bounded length.
    pub fn read(sent: &[u8]) -> Self {
        Self {
            name: value(sent, names::NAME),
            password: value(sent, names::PASSWORD),
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
fn value(sent: &[u8], name: &str) -> String {
    let mut inputs = form_urlencoded::parse(sent);
    let found = inputs.find(|(input, _)| input == name);
    found.map_or_else(String::new, |(_, value)| value.into_owned())
}
