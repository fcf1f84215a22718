//! What staff may do: one function, by role and place.

use super::{Role, RoleSet, Staff, StaffId};
use crate::request::MoveKind;
use crate::union::Desk;

/// Something that a member of staff would do. Where it is done is told beside it: the desk that
/// has a request, the place of a station or of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// To see a request, with what is personal masked.
    SeeRequest,
    /// To make a move with a request.
    Move(MoveKind),
    /// To see the history of a station or class, and what was proposed for it.
    SeeHistory,
    /// To make or edit a station or a class, or close it for a time.
    EditListing,
    /// To propose a step that needs a second person: to close a station for good, to move its pin
    /// far, to import with an alarm.
    ProposeSensitive,
    /// To be that second person.
    ApproveSensitive {
        /// Who proposed it.
        proposed_by: StaffId,
    },
    /// To plan and apply an import of that place's listing.
    Import,
    /// To see the accounts, and to make one.
    MakeAccount,
    /// To change or stop an account, or to give it a new link for its set-up.
    ChangeAccount {
        /// Whose it is.
        of: StaffId,
    },
    /// To read, export and verify what was done with requests and listings.
    Audit,
    /// To read, export and verify what was done to accounts.
    AuditAccounts,
    /// To see the overviews.
    SeeOverview,
}

/// Where somebody may do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// At their own desk alone.
    Own,
    /// There and at the desks below.
    OwnAndBelow,
}

const NOBODY: RoleSet = RoleSet::EMPTY;
const AUDIT: RoleSet = NOBODY.with(Role::Auditor);
const SUPERVISE: RoleSet = NOBODY.with(Role::Supervisor);
const HANDLE: RoleSet = SUPERVISE.with(Role::RequestHandler);
const EDIT: RoleSet = SUPERVISE.with(Role::ListingEditor);
const ADMINISTER: RoleSet = NOBODY.with(Role::Administrator);

const fn move_by(kind: MoveKind) -> RoleSet {
    match kind {
        MoveKind::Take
        | MoveKind::Return
        | MoveKind::Ask
        | MoveKind::Write
        | MoveKind::Answer
        | MoveKind::Reveal => HANDLE,
        MoveKind::Dispatch | MoveKind::Join | MoveKind::ReferOut => SUPERVISE,
        MoveKind::AnswerTogether
        | MoveKind::Withdraw
        | MoveKind::Solved
        | MoveKind::NotSolved
        | MoveKind::Warn
        | MoveKind::Escalate
        | MoveKind::Overdue
        | MoveKind::Destroy => NOBODY,
    }
}

const fn who_and_where(action: Action) -> (RoleSet, Reach) {
    use Reach::{Own, OwnAndBelow};
    match action {
        Action::SeeRequest => (HANDLE.with(Role::Auditor), OwnAndBelow),
        // A district that wants to deal with what a street has waits for it to be returned or
        // escalated, so that there is always one desk to answer.
        Action::Move(kind) => (move_by(kind), Own),
        Action::SeeHistory => (EDIT.with(Role::Auditor), OwnAndBelow),
        Action::EditListing
        | Action::ProposeSensitive
        | Action::ApproveSensitive { .. }
        | Action::Import => (EDIT, OwnAndBelow),
        Action::MakeAccount | Action::ChangeAccount { .. } => (ADMINISTER, OwnAndBelow),
        Action::Audit => (AUDIT, OwnAndBelow),
        Action::AuditAccounts => (ADMINISTER.with(Role::Auditor), OwnAndBelow),
        Action::SeeOverview => (SUPERVISE.with(Role::Auditor), OwnAndBelow),
    }
}

/// Whether `staff` may do that at `desk`. Nobody is their own second person, and nobody changes
/// their own account: an administrator who stopped it would leave none.
pub fn may(staff: Staff, action: Action, desk: Desk) -> bool {
    let (roles, reach) = who_and_where(action);
    let is_near = match reach {
        Reach::Own => staff.desk == desk,
        Reach::OwnAndBelow => staff.desk == desk || staff.desk.is_above(desk),
    };
    let is_own = match action {
        Action::ApproveSensitive { proposed_by: id } | Action::ChangeAccount { of: id } => {
            id == staff.id
        }
        _ => false,
    };
    roles.contains(staff.role) && is_near && !is_own
}

#[cfg(test)]
mod tests;
