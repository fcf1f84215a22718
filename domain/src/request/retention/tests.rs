//! Both sides of every end, and what puts it off.

use super::*;
use crate::request::{Actor, Class, Event, Filed, Limits, Move, Note, Reference, Refusal, Survey};
use crate::staff::{Role, Staff, StaffId};
use crate::union::Desk;

fn at(text: &str) -> BeijingTime {
    BeijingTime::from_rfc3339(text).unwrap()
}

fn staff() -> Actor {
    Actor::Staff(Staff {
        id: StaffId(1),
        role: Role::Supervisor,
        desk: Desk::City,
    })
}

/// A request of the city's of that category, and each move with who made it and when.
#[track_caller]
fn play(category: Category, moves: &[(Actor, Move, &str)]) -> Request {
    let mut request = Request::file(Filed {
        reference: Reference::new(Desk::City, [1; 8]),
        category,
        desk: Desk::City,
        limit: Limits::NOT_FROM_SOURCES.of(Class::Fortnight),
        at: at("2026-01-30T09:00:00+08:00"),
    });
    for (actor, what, time) in moves {
        let event = Event {
            actor: *actor,
            at: at(time),
            note: Note::Said("说明".into()),
            what: *what,
        };
        assert_eq!(request.apply(&event), Ok(()), "{what:?}");
    }
    request
}

#[track_caller]
fn due_from(request: &Request, moment: &str) {
    let due = |now| Retention::NOT_FROM_SOURCES.is_due(request, now);
    assert!(due(at(moment)), "{:?} is not due", request.stage());
    let before = BeijingTime::from_unix_seconds(at(moment).unix_seconds() - 1).unwrap();
    assert!(!due(before), "{:?} is due too early", request.stage());
}

const TAKEN: (Actor, Move, &str) = (
    Actor::Staff(Staff {
        id: StaffId(1),
        role: Role::Supervisor,
        desk: Desk::City,
    }),
    Move::Take,
    "2026-01-30T10:00:00+08:00",
);

#[test]
fn the_workers_last_word_is_the_end() {
    let withdrawn = [(Actor::Worker, Move::Withdraw, "2026-01-31T12:00:00+08:00")];
    due_from(
        &play(Category::Station, &withdrawn),
        "2026-07-31T12:00:00+08:00",
    );
    due_from(
        &play(Category::Pay, &withdrawn),
        "2029-01-31T12:00:00+08:00",
    );
    let answered = (
        staff(),
        Move::Answer { cites: None },
        "2026-01-30T11:00:00+08:00",
    );
    let solved = (
        Actor::Worker,
        Move::Solved(Survey::default()),
        "2026-02-01T12:00:00+08:00",
    );
    let request = play(Category::Station, &[TAKEN, answered, solved]);
    due_from(&request, "2026-08-01T12:00:00+08:00");
}

#[test]
fn where_the_worker_says_nothing_silence_is_the_end() {
    let answered = (
        staff(),
        Move::Answer { cites: None },
        "2026-02-01T12:00:00+08:00",
    );
    let request = play(Category::Station, &[TAKEN, answered]);
    due_from(&request, "2026-11-01T12:00:00+08:00");
    let referred = (staff(), Move::ReferOut, "2026-02-01T12:00:00+08:00");
    due_from(
        &play(Category::Other, &[referred]),
        "2027-05-01T12:00:00+08:00",
    );
    let joined = Move::Join {
        to: Reference::new(Desk::City, [2; 8]),
    };
    due_from(
        &play(
            Category::Station,
            &[(staff(), joined, "2026-02-01T12:00:00+08:00")],
        ),
        "2026-11-01T12:00:00+08:00",
    );
}

#[test]
fn a_word_puts_the_end_off_and_a_look_does_not() {
    let answered = (
        staff(),
        Move::Answer { cites: None },
        "2026-02-01T12:00:00+08:00",
    );
    let wrote = (Actor::Worker, Move::Write, "2026-03-01T12:00:00+08:00");
    let looked = (staff(), Move::Reveal, "2026-04-01T12:00:00+08:00");
    let request = play(Category::Station, &[TAKEN, answered, wrote, looked]);
    due_from(&request, "2026-12-01T12:00:00+08:00");
}

#[test]
fn what_a_desk_still_owes_an_answer_for_is_never_due() {
    let far = at("2099-01-01T00:00:00+08:00");
    for request in [
        play(Category::Station, &[]),
        play(Category::Station, &[TAKEN]),
        play(
            Category::Station,
            &[TAKEN, (staff(), Move::Ask, "2026-01-30T11:00:00+08:00")],
        ),
    ] {
        assert!(!Retention::NOT_FROM_SOURCES.is_due(&request, far));
        assert_eq!(request.at_rest_since(), None);
    }
}

#[test]
fn what_is_destroyed_is_not_due_again_and_nothing_more_comes() {
    let answered = (
        staff(),
        Move::Answer { cites: None },
        "2026-02-01T12:00:00+08:00",
    );
    let destroyed = "2026-11-01T12:00:00+08:00";
    let destroy = (Actor::Operator, Move::Destroy, destroyed);
    let mut request = play(Category::Station, &[TAKEN, answered, destroy]);
    assert_eq!(request.destroyed_at(), Some(at(destroyed)));
    assert_eq!(request.stage().kind(), StageKind::Answered);
    let far = at("2099-01-01T00:00:00+08:00");
    assert!(!Retention::NOT_FROM_SOURCES.is_due(&request, far));
    for (actor, what) in [
        (Actor::Worker, Move::Write),
        (Actor::Worker, Move::NotSolved(Survey::default())),
        (staff(), Move::Reveal),
        (Actor::Operator, Move::Destroy),
    ] {
        let event = Event {
            actor,
            at: far,
            note: Note::Said("说明".into()),
            what,
        };
        assert_eq!(request.apply(&event), Err(Refusal::Destroyed), "{what:?}");
    }
}
