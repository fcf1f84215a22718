//! Who may make which move: the worker, the alarm, or staff as [`crate::staff::may`] has it.

use super::life::MoveKind;
use crate::staff::{Action, Staff, may as staff_may};
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
    /// Whoever runs the site.
    Operator,
}

/// Whether `actor` may make a move of this kind with a request that `desk` has.
pub fn may(actor: Actor, kind: MoveKind, desk: Desk) -> bool {
    match actor {
        Actor::Worker => matches!(
            kind,
            MoveKind::Write
                | MoveKind::Join
                | MoveKind::Withdraw
                | MoveKind::Solved
                | MoveKind::NotSolved
        ),
        Actor::Staff(staff) => staff_may(staff, Action::Move(kind), desk),
        Actor::Clock => matches!(
            kind,
            MoveKind::Warn | MoveKind::Escalate | MoveKind::Overdue
        ),
        Actor::Operator => kind == MoveKind::Destroy,
    }
}

#[cfg(test)]
mod tests;
