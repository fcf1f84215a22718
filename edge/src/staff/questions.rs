//! What the edge asks about staff and what it is told. JSON between the two, never seen by the
//! public.

use super::token::Token;
use crate::chain::Trailed;
use domain::staff::PasswordProblem;
use records::AccountRow;
use serde::{Deserialize, Serialize};

/// A question, at the moment of the visit that asks it.
#[derive(Serialize, Deserialize)]
pub(super) struct Asked {
    /// Seconds since 1970.
    pub(super) at: i64,
    pub(super) question: Question,
}

/// What the object is asked.
#[derive(Serialize, Deserialize)]
pub(super) enum Question {
    /// To begin a session.
    SignIn(Credentials),
    /// Who is signed in with that token.
    Who(Token),
    /// To end the session of that token.
    SignOut(Token),
    /// To choose the first password with the token of a set-up link, or a new one.
    SetUp { token: Token, password: String },
    /// To choose another password.
    ChangePassword {
        token: Token,
        old: String,
        new: String,
    },
    /// A secret for one-time codes.
    BeginCodes(Token),
    /// To show a code of it, and have codes asked from then on.
    ConfirmCodes { token: Token, code: String },
    /// New recovery codes.
    RenewRecovery { token: Token, code: String },
    /// What sessions somebody has.
    Sessions(Token),
    /// To end one of them.
    EndSession { token: Token, id: u32 },
    /// Which accounts somebody may change.
    Accounts(Token),
    /// To make an account.
    MakeAccount { by: By, account: NewAccount },
    /// To change one.
    ChangeAccount {
        token: Token,
        id: u32,
        change: AccountChange,
    },
    /// To give one a new link for its set-up.
    Invite { token: Token, id: u32 },
    /// Some records of the log.
    Trail { token: Token, wanted: Trailed },
    /// A page of the whole log.
    Audit { token: Token, from: u32, most: u32 },
}

/// What somebody signs in with.
#[derive(Serialize, Deserialize)]
pub(crate) struct Credentials {
    pub(crate) name: String,
    pub(crate) password: String,
    /// A one-time code or a recovery code; empty where none was typed.
    pub(crate) code: String,
    /// What the browser was given when somebody signed in there before.
    pub(crate) device: Option<Token>,
    /// The session that the browser had until now.
    pub(crate) ends: Option<Token>,
}

/// Who makes an account.
#[derive(Serialize, Deserialize)]
pub(super) enum By {
    /// Whoever bears the operator's token.
    Operator,
    /// A member of staff who is signed in.
    Staff(Token),
}

/// An account that is to be made, as it was read.
#[derive(Serialize, Deserialize)]
pub(crate) struct NewAccount {
    pub(crate) name: String,
    pub(crate) person: String,
    /// Code of the role.
    pub(crate) role: String,
    /// Code of the desk.
    pub(crate) desk: String,
}

/// What is to change; nothing else does.
#[derive(Serialize, Deserialize, Default)]
pub(crate) struct AccountChange {
    pub(crate) person: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) desk: Option<String>,
    pub(crate) active: Option<bool>,
}

/// An account, as administrators and its owner see it.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Account {
    pub(crate) id: u32,
    pub(crate) name: String,
    pub(crate) person: String,
    pub(crate) role: String,
    pub(crate) desk: String,
    pub(crate) active: bool,
    /// Whether it has a password.
    pub(crate) is_set_up: bool,
    /// Whether one-time codes are asked of it.
    pub(crate) codes: bool,
}

/// Whoever is signed in.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Member {
    pub(crate) account: Account,
    /// The number of the session.
    pub(crate) session: u32,
}

/// A session, as its owner sees it.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) id: u32,
    /// Seconds since 1970.
    pub(crate) began: i64,
    pub(crate) seen: i64,
    /// Whether it is the one that asks.
    pub(crate) current: bool,
}

/// A session that has just begun.
#[derive(Serialize, Deserialize)]
pub(crate) struct Entrance {
    pub(crate) token: Token,
    /// What the browser shows the next time.
    pub(crate) device: Token,
    pub(crate) member: Member,
}

/// What an authenticator app is told, shown this once.
#[derive(Serialize, Deserialize)]
pub(crate) struct Secret {
    /// In base 32, to be typed.
    pub(crate) text: String,
    /// For a QR code.
    pub(crate) uri: String,
}

/// The recovery codes, shown this once.
#[derive(Serialize, Deserialize)]
pub(crate) struct Codes {
    pub(crate) recovery: Vec<String>,
    /// The session's new token, where it has one.
    pub(crate) token: Option<Token>,
}

/// An account with the token of its set-up link.
#[derive(Serialize, Deserialize)]
pub(crate) struct Invited {
    pub(crate) account: Account,
    pub(crate) token: Token,
}

impl Invited {
    /// Where the account is set up. Browsers send nobody what stands behind the #.
    pub(crate) fn link(&self) -> String {
        format!("/staff/set-up#{}", self.token.text())
    }
}

/// What the object answers.
pub(super) type Answer = Result<Done, Denied>;

/// What it has done or knows.
#[derive(Serialize, Deserialize)]
pub(super) enum Done {
    Entered(Box<Entrance>),
    Who(Member),
    Ended,
    Sessions(Vec<Session>),
    Accounts(Vec<Account>),
    Account(Account),
    Invited(Invited),
    Secret(Secret),
    Codes(Codes),
    Trail {
        rows: Vec<AccountRow>,
        /// Before which number to go on.
        next: Option<u32>,
    },
    Audited(Vec<AccountRow>),
}

/// Why it has not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Denied {
    /// No such account, not that password, no such link: the same for all of them.
    Wrong,
    /// Nobody is signed in with that token, or not any more.
    NotSignedIn,
    /// Somebody is, who may not do that.
    Forbidden,
    /// Somebody is, whose role demands one-time codes that are not set up.
    CodesMissing,
    /// One-time codes are asked of the account already.
    CodesOn,
    /// More was tried than may be; after so many seconds there is one again.
    TooMany(u32),
    /// There is nothing of that number.
    NotFound,
    /// Another account has that name.
    NameTaken,
    /// The password is not taken.
    Password(#[serde(with = "password_problem")] PasswordProblem),
    /// The object cannot be reached.
    Unavailable,
    /// A fault of ours, logged where it was found.
    Broken,
}

/// A problem by its code.
mod password_problem {
    use domain::staff::PasswordProblem;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(
        problem: &PasswordProblem,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(problem.code())
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(
        deserializer: D,
    ) -> Result<PasswordProblem, D::Error> {
        let code = String::deserialize(deserializer)?;
        PasswordProblem::from_code(&code).ok_or_else(|| D::Error::custom("an unknown problem"))
    }
}
