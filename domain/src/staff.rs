//! The union's staff: who they are, what they may do, and how they sign in.

mod account;
pub mod log;
mod password;
mod rights;
mod session;
mod waits;

pub use account::{AccountName, NameProblem, PersonName, bounds};
pub use password::{PasswordProblem, PasswordProblems, check_password};
pub use rights::{Action, may};
pub use session::{IDLE_MINUTES, LONGEST_MINUTES, SET_UP_MINUTES, SessionTimes};
pub use waits::{Waits, WaitsSet};

use crate::coded::coded;
use crate::union::Desk;

/// A member of staff, by the number of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StaffId(pub u32);

coded! {
    /// What somebody does at a desk.
    Role,
    /// Several roles.
    RoleSet,
    Auditor = "auditor" / "审计",
    ListingEditor = "listing_editor" / "站点维护",
    RequestHandler = "request_handler" / "诉求办理",
    Supervisor = "supervisor" / "主管",
    Administrator = "administrator" / "管理员",
}

/// A member of staff at work: role, and the desk that gives level and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Staff {
    /// Who it is.
    pub id: StaffId,
    /// What they do there.
    pub role: Role,
    /// Where.
    pub desk: Desk,
}

impl Role {
    /// What it is called in English.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Auditor => "auditor",
            Self::ListingEditor => "listing editor",
            Self::RequestHandler => "request handler",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
        }
    }

    /// Whether somebody with this role signs in with a one-time code as well: who decides about
    /// others, or about accounts.
    pub const fn needs_code(self) -> bool {
        matches!(self, Self::Supervisor | Self::Administrator)
    }
}
