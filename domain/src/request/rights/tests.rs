//! The moves of the worker and of the alarm; those of staff are tested where they are written.

use super::*;
use crate::places::District;
use crate::staff::{Role, StaffId};
use MoveKind::*;

const WORKER: &[MoveKind] = &[Write, Join, Withdraw, Solved, NotSolved];
const CLOCK: &[MoveKind] = &[Warn, Escalate, Overdue];
const OPERATOR: &[MoveKind] = &[Destroy];

fn desks() -> [Desk; 3] {
    let district = District::all()[0];
    let street = district.streets()[0];
    [Desk::Street(street), Desk::District(district), Desk::City]
}

#[test]
fn the_worker_and_the_alarm_may_what_is_written_at_every_desk() {
    for desk in desks() {
        for kind in MoveKind::ALL {
            assert_eq!(may(Actor::Worker, *kind, desk), WORKER.contains(kind));
            assert_eq!(may(Actor::Clock, *kind, desk), CLOCK.contains(kind));
            assert_eq!(may(Actor::Operator, *kind, desk), OPERATOR.contains(kind));
        }
    }
}

#[test]
fn every_move_is_somebodys_but_the_one_that_follows_from_another() {
    let staff = Actor::Staff(Staff {
        id: StaffId(1),
        role: Role::Supervisor,
        desk: Desk::City,
    });
    for kind in MoveKind::ALL {
        let makers = [Actor::Worker, Actor::Clock, Actor::Operator, staff];
        let is_somebodys = makers.iter().any(|actor| may(*actor, *kind, Desk::City));
        assert_eq!(is_somebodys, *kind != AnswerTogether, "{kind:?}");
    }
}

#[test]
fn solved_is_the_workers_word_and_answered_the_staffs() {
    for desk in desks() {
        for role in Role::ALL {
            let staff = Actor::Staff(Staff {
                id: StaffId(1),
                role: *role,
                desk,
            });
            assert!(!may(staff, Solved, desk) && !may(staff, NotSolved, desk));
        }
        assert!(!may(Actor::Worker, Answer, desk) && !may(Actor::Clock, Answer, desk));
    }
}
