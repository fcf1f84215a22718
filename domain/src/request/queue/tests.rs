//! Every way a request can stand has its queue and its place there.

use super::*;
use crate::request::{Actor, Category, Class, Event, Filed, Limits, Move, Note, Reference, Survey};
use crate::staff::{Role, Staff, StaffId};
use crate::union::Desk;

fn at(text: &str) -> BeijingTime {
    BeijingTime::from_rfc3339(&format!("2026-11-20T{text}:00+08:00")).unwrap()
}

/// A request of two hours at the city, filed at ten, after these moves at these times.
#[track_caller]
fn after(moves: &[(&str, Move)], now: &str) -> Request {
    let mut request = Request::file(Filed {
        reference: Reference::new(Desk::City, [1; 8]),
        category: Category::Safety,
        desk: Desk::City,
        limit: Limits::NOT_FROM_SOURCES.of(Class::Urgent),
        at: at("10:00"),
    });
    let staff = Actor::Staff(Staff {
        id: StaffId(1),
        role: Role::Supervisor,
        desk: Desk::City,
    });
    for (time, what) in moves {
        request.settle(at(time));
        let actor = match Move::of_worker(what.kind(), Survey::default()) {
            Some(_) if !matches!(what, Move::Write) => Actor::Worker,
            _ => staff,
        };
        let event = Event {
            actor,
            at: at(time),
            note: Note::Said("说明".into()),
            what: *what,
        };
        assert_eq!(request.apply(&event), Ok(()), "{what:?}");
    }
    request.settle(at(now));
    request
}

#[track_caller]
fn check(moves: &[(&str, Move)], now: &str, queue: Queue, turn: &str) {
    let request = after(moves, now);
    assert_eq!(
        (request.queue(), request.turn()),
        (queue, at(turn)),
        "{moves:?}"
    );
}

#[test]
fn each_stage_has_its_queue() {
    let take = ("10:10", Move::Take);
    let ask = ("10:20", Move::Ask);
    let answer = ("10:30", Move::Answer { cites: None });
    let solved = ("10:40", Move::Solved(Survey::default()));
    check(&[], "11:29", Queue::Later, "12:00");
    check(&[], "11:30", Queue::Soon, "12:00");
    check(&[take], "11:59", Queue::Soon, "12:00");
    check(&[take], "12:00", Queue::Overdue, "12:00");
    check(&[take, ask], "23:00", Queue::Asked, "10:20");
    check(&[take, answer], "23:00", Queue::Answered, "10:30");
    check(
        &[("10:10", Move::ReferOut)],
        "23:00",
        Queue::Answered,
        "10:10",
    );
    check(&[take, answer, solved], "23:00", Queue::Ended, "10:40");
    check(&[("10:05", Move::Withdraw)], "23:00", Queue::Ended, "10:05");
    check(
        &[("12:05", Move::Take), ("12:06", Move::Ask)],
        "13:00",
        Queue::Asked,
        "12:06",
    );
}

#[test]
fn the_most_pressing_come_first() {
    assert!(Queue::ALL.is_sorted());
    assert_eq!(Queue::ALL.first(), Some(&Queue::Overdue));
    assert_eq!(Queue::ALL.last(), Some(&Queue::Ended));
}
