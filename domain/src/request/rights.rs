//! Who may do which move.

use super::desk::Desk;
use super::life::MoveKind;
use crate::coded::coded;

/// A member of staff, by the number of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StaffId(pub u32);

coded! {
    /// What somebody does at a desk; each may also do what the ones before it may.
    Role,
    /// Several roles.
    RoleSet,
    Reader = "reader" / "查阅",
    Handler = "handler" / "办理",
    Dispatcher = "dispatcher" / "派单",
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
    Staff(Role),
    WorkerAndStaff(Role),
    /// At any desk: their right to it is that to the request with which it goes.
    StaffAnywhere(Role),
    Clock,
}

const fn party(kind: MoveKind) -> Party {
    match kind {
        MoveKind::Withdraw | MoveKind::Solved | MoveKind::NotSolved => Party::Worker,
        MoveKind::Write => Party::WorkerAndStaff(Role::Handler),
        MoveKind::Join => Party::WorkerAndStaff(Role::Dispatcher),
        MoveKind::Take | MoveKind::Return | MoveKind::Ask | MoveKind::Answer | MoveKind::Reveal => {
            Party::Staff(Role::Handler)
        }
        MoveKind::AnswerTogether => Party::StaffAnywhere(Role::Handler),
        MoveKind::Dispatch | MoveKind::ReferOut => Party::Staff(Role::Dispatcher),
        MoveKind::Warn | MoveKind::Escalate | MoveKind::Overdue => Party::Clock,
    }
}

/// Whether `actor` may make a move of this kind with a request that `desk` has. Staff act at their
/// own desk alone: a district that wants to deal with what a street has waits for it to be
/// returned or escalated, so that there is always one desk to answer.
pub fn may(actor: Actor, kind: MoveKind, desk: Desk) -> bool {
    let staff_may = |staff: Staff, role| staff.desk == desk && staff.role >= role;
    match (party(kind), actor) {
        (Party::Worker | Party::WorkerAndStaff(_), Actor::Worker) => true,
        (Party::Staff(role) | Party::WorkerAndStaff(role), Actor::Staff(staff)) => {
            staff_may(staff, role)
        }
        (Party::StaffAnywhere(role), Actor::Staff(staff)) => staff.role >= role,
        (Party::Clock, Actor::Clock) => true,
        _ => false,
    }
}

/// Whether `staff` may see, with the personal data masked, a request that `desk` has: at their own
/// desk and at those below.
pub fn may_see(staff: Staff, desk: Desk) -> bool {
    staff.desk == desk || staff.desk.is_above(desk)
}

#[cfg(test)]
mod tests;
