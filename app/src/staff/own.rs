//! Somebody's own account: what they wish for, and what the page shows.

use super::{Who, names, value};
use domain::staff::PasswordProblem;
use domain::time::BeijingTime;

/// `/staff/account`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAccount {
    /// Whose it is.
    pub who: Who,
    /// The sessions that go on, the last seen first.
    pub sessions: Vec<SessionRow>,
    /// How it stands with one-time codes.
    pub codes: OneTimeCodes,
    /// What came of a wish.
    pub told: Option<Told>,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Its number.
    pub id: u32,
    /// Signed in.
    pub began: BeijingTime,
    /// Last seen, to the minute.
    pub seen: BeijingTime,
    /// Whether it is the one that looks at the page.
    pub current: bool,
}

/// How an account stands with one-time codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OneTimeCodes {
    /// None are asked; the role may demand them, and then nothing else can be done.
    Off {
        /// Whether it does.
        demanded: bool,
    },
    /// A secret was made, and none of its codes shown yet.
    Begun {
        /// To be typed into an app.
        secret: String,
        /// To be scanned.
        uri: String,
        /// Whether the role demands codes.
        demanded: bool,
    },
    /// They are asked.
    On,
    /// They are, and these are the recovery codes, shown this once.
    Recovery(Vec<String>),
}

/// What came of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A session was ended.
    SessionEnded,
    /// The password is another.
    PasswordChanged,
    /// That was not the code of now, or it was used.
    WrongCode,
    /// That was not the password.
    WrongPassword,
    /// The new password is not taken.
    Password(PasswordProblem),
    /// Too much was tried.
    TooMany,
}

/// What is sent to `/staff/account`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnWish {
    /// To end a session.
    End(u32),
    /// To begin with one-time codes.
    BeginCodes,
    /// To show the first code.
    ConfirmCodes(String),
    /// To have new recovery codes.
    RenewRecovery(String),
    /// To have another password.
    Password {
        /// The one until now.
        old: String,
        /// The one from now on.
        new: String,
    },
}

/// The values of the input that names a wish.
pub(crate) mod wishes {
    /// To end a session.
    pub(crate) const END: &str = "end";
    /// To begin with one-time codes.
    pub(crate) const BEGIN: &str = "begin_codes";
    /// To show the first code.
    pub(crate) const CONFIRM: &str = "confirm_codes";
    /// To have new recovery codes.
    pub(crate) const RENEW: &str = "renew_recovery";
    /// To have another password.
    pub(crate) const PASSWORD: &str = "password";
}

impl OwnWish {
    /// Reads a body of bounded length; `None` if it wishes for nothing.
    pub fn read(sent: &[u8]) -> Option<Self> {
        let code = || value(sent, names::CODE);
        match &*value(sent, names::WISH) {
            wishes::END => value(sent, names::ID).parse().ok().map(Self::End),
            wishes::BEGIN => Some(Self::BeginCodes),
            wishes::CONFIRM => Some(Self::ConfirmCodes(code())),
            wishes::RENEW => Some(Self::RenewRecovery(code())),
            wishes::PASSWORD => Some(Self::Password {
                old: value(sent, names::OLD),
                new: value(sent, names::PASSWORD),
            }),
            _ => None,
        }
    }
}
