//! Every actor, every move, every relation of desks.

use super::*;
use crate::places::District;
use MoveKind::*;

/// A street, another of the same district, one of another district, both districts, the city.
fn desks() -> [Desk; 6] {
    let [one, other] = [District::all()[0], District::all()[1]];
    [
        Desk::Street(one.streets()[0]),
        Desk::Street(one.streets()[1]),
        Desk::Street(other.streets()[0]),
        Desk::District(one),
        Desk::District(other),
        Desk::City,
    ]
}

const WORKER: &[MoveKind] = &[Write, Join, Withdraw, Solved, NotSolved];
const CLOCK: &[MoveKind] = &[Warn, Escalate, Overdue];
const ANYWHERE: &[MoveKind] = &[AnswerTogether];
const HANDLER: &[MoveKind] = &[Take, Return, Ask, Write, Answer, AnswerTogether, Reveal];
const DISPATCHER: &[MoveKind] = &[
    Take,
    Return,
    Ask,
    Write,
    Answer,
    AnswerTogether,
    Reveal,
    Dispatch,
    Join,
    ReferOut,
];

fn written(actor: Actor, desk: Desk) -> &'static [MoveKind] {
    match actor {
        Actor::Worker => WORKER,
        Actor::Clock => CLOCK,
        Actor::Staff(staff) if staff.desk != desk => match staff.role {
            Role::Reader => &[],
            Role::Handler | Role::Dispatcher => ANYWHERE,
        },
        Actor::Staff(staff) => match staff.role {
            Role::Reader => &[],
            Role::Handler => HANDLER,
            Role::Dispatcher => DISPATCHER,
        },
    }
}

#[test]
fn everyone_may_what_is_written_and_nothing_else() {
    let mut checked = 0;
    for desk in desks() {
        let staff = |desk, role| {
            Actor::Staff(Staff {
                id: StaffId(1),
                role,
                desk,
            })
        };
        let staff = desks()
            .into_iter()
            .flat_map(|desk| Role::ALL.iter().map(move |role| staff(desk, *role)));
        for actor in staff.chain([Actor::Worker, Actor::Clock]) {
            for kind in MoveKind::ALL {
                let expected = written(actor, desk).contains(kind);
                assert_eq!(
                    may(actor, *kind, desk),
                    expected,
                    "{actor:?} {kind:?} {desk:?}"
                );
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 6 * (6 * 3 + 2) * 16);
}

#[test]
fn every_move_is_somebodys() {
    for kind in MoveKind::ALL {
        let lists = [WORKER, CLOCK, DISPATCHER];
        assert!(lists.iter().any(|list| list.contains(kind)), "{kind:?}");
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

#[test]
fn staff_see_their_own_desk_and_those_below() {
    let [street, neighbour, far, district, other, city] = desks();
    let sees = |staff, desk| {
        may_see(
            Staff {
                id: StaffId(1),
                role: Role::Reader,
                desk: staff,
            },
            desk,
        )
    };
    assert!(sees(street, street) && !sees(street, neighbour) && !sees(street, district));
    assert!(sees(district, street) && sees(district, neighbour) && !sees(district, far));
    assert!(!sees(district, other) && !sees(district, city));
    assert!(desks().into_iter().all(|desk| sees(city, desk)));
}
