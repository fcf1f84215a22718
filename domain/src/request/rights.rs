//! Who may do which move.

use super::life::MoveKind;
use crate::staff::{Role, RoleSet, Staff};
use crate::union::Desk;

/// Who makes a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// The worker: whoever showed the secret of this very request.
    Worker,
    /// A member of staff who is signed in.
    Staff(Staff),
    /// The alarm of the deadline.
    Clock,
}

/// Whose move it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Party {
    Worker,
    Staff(RoleSet),
    WorkerAndStaff(RoleSet),
    Clock,
}

const SUPERVISE: RoleSet = RoleSet::EMPTY.with(Role::Supervisor);
const HANDLE: RoleSet = SUPERVISE.with(Role::RequestHandler);
const SEE: RoleSet = HANDLE.with(Role::Auditor);

const fn party(kind: MoveKind) -> Party {
    match kind {
        MoveKind::Withdraw | MoveKind::Solved | MoveKind::NotSolved => Party::Worker,
        MoveKind::Write => Party::WorkerAndStaff(HANDLE),
        MoveKind::Take | MoveKind::Return | MoveKind::Ask | MoveKind::Answer | MoveKind::Reveal => {
            Party::Staff(HANDLE)
        }
        MoveKind::Dispatch | MoveKind::Join | MoveKind::ReferOut => Party::Staff(SUPERVISE),
        MoveKind::Warn | MoveKind::Escalate | MoveKind::Overdue => Party::Clock,
    }
}

/// Whether `actor` may make a move of this kind with a request that `desk` has. Staff act at their
/// own desk alone: a district that wants to deal with what a street has waits for it to be
/// returned or escalated, so that there is always one desk to answer.
pub fn may(actor: Actor, kind: MoveKind, desk: Desk) -> bool {
    match (party(kind), actor) {
        (Party::Worker | Party::WorkerAndStaff(_), Actor::Worker) => true,
        (Party::Staff(roles) | Party::WorkerAndStaff(roles), Actor::Staff(staff)) => {
            staff.desk == desk && roles.contains(staff.role)
        }
        (Party::Clock, Actor::Clock) => true,
        _ => false,
    }
}

/// Whether `staff` may see, with the personal data masked, a request that `desk` has: at their own
/// desk and at those below.
pub fn may_see(staff: Staff, desk: Desk) -> bool {
    SEE.contains(staff.role) && (staff.desk == desk || staff.desk.is_above(desk))
}

/// Whether `staff` may read the audit chain of the object that keeps the requests of `keeper`.
pub fn may_audit(staff: Staff, keeper: Desk) -> bool {
    staff.role == Role::Auditor && (staff.desk == keeper || staff.desk.is_above(keeper))
}

#[cfg(test)]
mod tests;
