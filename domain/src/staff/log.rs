//! What stands in the log of the accounts: who did what to which, and who signed in.
//!
//! A name that nobody has is never written down, and neither is a password, a code or an address.

use super::{Staff, StaffId};
use crate::chain::{self, Bytes};
use crate::coded::coded;
use crate::time::BeijingTime;

/// Names what the bytes are and how they are laid out.
const FORMAT: &[u8] = b"nuanyi accounts 1";

coded! {
    /// What happened to an account.
    Deed,
    /// Several of them.
    DeedSet,
    Made = "made" / "开了账号",
    Changed = "changed" / "改了账号",
    Stopped = "stopped" / "停了账号",
    Resumed = "resumed" / "恢复账号",
    Invited = "invited" / "发了设置链接",
    SetUp = "set_up" / "设置好账号",
    PasswordChanged = "password_changed" / "改了密码",
    CodesOn = "codes_on" / "打开验证码",
    CodesOff = "codes_off" / "验证码作废",
    RecoveryRenewed = "recovery_renewed" / "换了备用码",
    RecoveryUsed = "recovery_used" / "用了备用码",
    SignedIn = "signed_in" / "登录",
    SignInRefused = "sign_in_refused" / "登录没成",
    SignedOut = "signed_out" / "退出登录",
    SessionEnded = "session_ended" / "结束一处登录",
    SessionsEnded = "sessions_ended" / "其他登录都结束了",
}

/// Who did something to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Whoever bears the operator's token.
    Operator,
    /// Somebody who has shown nothing that fits, or only a link.
    Nobody,
    /// A member of staff.
    Staff(StaffId),
}

/// Who did what to which account. It holds nothing personal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: BeijingTime,
    /// Who.
    pub actor: Actor,
    /// What.
    pub what: Deed,
    /// Whose account it is, with role and desk after that.
    pub of: Staff,
}

/// An entry in its place in the chain.
pub type Record = chain::Record<Entry>;

impl Actor {
    /// Its code, without which member of staff it is.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Nobody => "nobody",
            Self::Staff(_) => "staff",
        }
    }

    /// The number of their account.
    pub const fn account(self) -> Option<u32> {
        match self {
            Self::Staff(StaffId(id)) => Some(id),
            Self::Operator | Self::Nobody => None,
        }
    }

    /// The one with that code, and of staff the one with that account.
    pub fn from_code(code: &str, account: Option<u32>) -> Option<Self> {
        match (code, account) {
            ("operator", None) => Some(Self::Operator),
            ("nobody", None) => Some(Self::Nobody),
            ("staff", Some(id)) => Some(Self::Staff(StaffId(id))),
            _ => None,
        }
    }
}

impl chain::Entry for Entry {
    fn at(&self) -> BeijingTime {
        self.at
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Bytes::of(FORMAT);
        bytes.field(&self.at.unix_seconds().to_be_bytes());
        bytes.field(self.actor.code().as_bytes());
        let account = self.actor.account().map(u32::to_be_bytes);
        bytes.field(account.as_ref().map_or(&[], |account| account));
        bytes.field(self.what.code().as_bytes());
        bytes.field(&self.of.id.0.to_be_bytes());
        bytes.field(self.of.role.code().as_bytes());
        bytes.field(self.of.desk.code().as_bytes());
        bytes.all()
    }
}

impl Deed {
    /// What it is called in English.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Made => "account made",
            Self::Changed => "account changed",
            Self::Stopped => "account stopped",
            Self::Resumed => "account resumed",
            Self::Invited => "link for the set-up given",
            Self::SetUp => "account set up",
            Self::PasswordChanged => "password changed",
            Self::CodesOn => "one-time codes on",
            Self::CodesOff => "one-time codes off",
            Self::RecoveryRenewed => "recovery codes renewed",
            Self::RecoveryUsed => "recovery code used",
            Self::SignedIn => "signed in",
            Self::SignInRefused => "sign-in refused",
            Self::SignedOut => "signed out",
            Self::SessionEnded => "a session ended",
            Self::SessionsEnded => "other sessions ended",
        }
    }
}

#[cfg(test)]
mod tests;
