//! Every stage against every move, and the rules that span several moves.

mod alarm;
mod way;

use super::*;
use crate::places::District;
use crate::request::{Class, Limits};
use crate::staff::{Role, Staff, StaffId};
use MoveKind as Kind;

fn at(minutes: i64) -> BeijingTime {
    // A Monday morning with no day off for weeks.
    BeijingTime::from_rfc3339("2026-11-02T09:00:00+08:00")
        .unwrap()
        .plus_minutes(minutes)
}

fn district() -> Desk {
    Desk::District(District::all()[0])
}

fn street() -> Desk {
    Desk::Street(District::all()[0].streets()[0])
}

fn other_street() -> Desk {
    Desk::Street(District::all()[0].streets()[1])
}

fn reference(number: u8) -> Reference {
    Reference::new(Desk::City, [number; 8])
}

fn filed(category: Category, desk: Desk) -> Request {
    Request::file(Filed {
        reference: reference(1),
        category,
        desk,
        limit: Limits::NOT_FROM_SOURCES.of(Class::Week),
        at: at(0),
    })
}

fn staff(desk: Desk, id: u32) -> Actor {
    let role = Role::Supervisor;
    Actor::Staff(Staff {
        id: StaffId(id),
        role,
        desk,
    })
}

fn said() -> Note {
    Note::Said("说明".into())
}

/// A move a minute after the last, by the one whose move it is.
fn next(request: &Request, what: Move) -> Event {
    let actor = match what.kind() {
        Kind::Withdraw | Kind::Solved | Kind::NotSolved => Actor::Worker,
        Kind::Warn | Kind::Escalate | Kind::Overdue => Actor::Clock,
        Kind::Destroy => Actor::Operator,
        _ => staff(request.desk(), 1),
    };
    Event {
        actor,
        at: request.last_at().plus_minutes(1),
        note: said(),
        what,
    }
}

#[track_caller]
fn play(mut request: Request, moves: &[Move]) -> Request {
    for what in moves {
        let event = next(&request, *what);
        assert_eq!(
            request.apply(&event),
            Ok(()),
            "{what:?} at {:?}",
            request.stage()
        );
    }
    request
}

#[track_caller]
fn refused(request: &Request, event: &Event, refusal: Refusal) {
    let mut tried = request.clone();
    assert_eq!(
        tried.apply(event),
        Err(refusal),
        "{:?} at {:?}",
        event.what,
        request.stage()
    );
    assert_eq!(&tried, request, "a refused move changed something");
}

/// A request at `desk` in every stage it can be in there without the alarm.
fn stages(desk: Desk) -> Vec<Request> {
    let plain = || filed(Category::Station, desk);
    let hold = [Move::Take];
    let no = Move::NotSolved(Survey::default());
    let mut stages = vec![plain(), play(plain(), &hold)];
    for last in [Move::Ask, Move::Answer { cites: None }] {
        stages.push(play(plain(), &[Move::Take, last]));
    }
    stages.push(play(plain(), &[Move::Join { to: reference(2) }]));
    stages.push(play(plain(), &[Move::ReferOut]));
    stages.push(play(
        plain(),
        &[
            Move::Take,
            Move::Answer { cites: None },
            Move::Solved(Survey::default()),
        ],
    ));
    stages.push(play(plain(), &[Move::Withdraw]));
    stages.push(play(
        filed(Category::Station, street()),
        &[Move::Take, Move::Answer { cites: None }, no],
    ));
    stages
}

/// What can be done at a stage by whoever has the right, apart from the alarm.
fn legal(stage: StageKind) -> &'static [Kind] {
    use StageKind as At;
    match stage {
        At::Received | At::Dispatched | At::Returned | At::Reopened | At::Escalated => &[
            Kind::Dispatch,
            Kind::Take,
            Kind::Return,
            Kind::Write,
            Kind::Join,
            Kind::ReferOut,
            Kind::Withdraw,
            Kind::Reveal,
        ],
        At::InHand => &[
            Kind::Dispatch,
            Kind::Return,
            Kind::Ask,
            Kind::Write,
            Kind::Answer,
            Kind::Join,
            Kind::ReferOut,
            Kind::Withdraw,
            Kind::Reveal,
        ],
        At::Asked => &[
            Kind::Dispatch,
            Kind::Return,
            Kind::Write,
            Kind::Answer,
            Kind::Join,
            Kind::ReferOut,
            Kind::Withdraw,
            Kind::Reveal,
        ],
        At::Answered | At::Joined | At::ReferredOut => {
            const LEFT: &[Kind] = &[
                Kind::Write,
                Kind::Solved,
                Kind::NotSolved,
                Kind::Reveal,
                Kind::Destroy,
            ];
            LEFT
        }
        At::Solved | At::Withdrawn => &[Kind::Reveal, Kind::Destroy],
    }
}

#[test]
fn every_stage_takes_the_moves_that_are_written_and_no_others() {
    let moves = [
        Move::Dispatch { to: other_street() },
        Move::Take,
        Move::Return,
        Move::Ask,
        Move::Write,
        Move::Answer { cites: None },
        Move::Join { to: reference(2) },
        Move::AnswerTogether {
            with: reference(2),
            cites: None,
        },
        Move::ReferOut,
        Move::Withdraw,
        Move::Solved(Survey::default()),
        Move::NotSolved(Survey::default()),
        Move::Reveal,
        Move::Warn,
        Move::Escalate,
        Move::Overdue,
        Move::Destroy,
    ];
    assert_eq!(moves.map(Move::kind).as_slice(), Kind::ALL);
    let mut seen = StageKindSet::EMPTY;
    for request in stages(district()) {
        let stage = request.stage().kind();
        seen = seen.with(stage);
        for what in moves {
            let event = next(&request, what);
            let mut tried = request.clone();
            let taken = tried.apply(&event);
            // What was reopened here comes down no more.
            let down = stage == StageKind::Reopened && what.kind() == Kind::Dispatch;
            let expected = legal(stage).contains(&what.kind()) && !down;
            assert_eq!(taken.is_ok(), expected, "{what:?} at {stage:?}: {taken:?}");
            assert!(
                taken.is_ok() || tried == request,
                "a refused move changed something"
            );
        }
    }
    assert_eq!(seen.iter().count(), 9);
}

#[test]
fn only_the_one_who_has_it_in_hand_asks_and_answers() {
    let request = play(filed(Category::Station, district()), &[Move::Take]);
    for what in [Move::Ask, Move::Answer { cites: None }] {
        let event = Event {
            actor: staff(district(), 2),
            ..next(&request, what)
        };
        refused(&request, &event, Refusal::NotTheHolder);
        let waiting = filed(Category::Station, district());
        refused(&waiting, &next(&waiting, what), Refusal::NotInHand);
    }
    refused(&request, &next(&request, Move::Take), Refusal::AlreadyTaken);
    let mut request = play(request, &[Move::Ask]);
    let takes_over = Event {
        actor: staff(district(), 2),
        ..next(&request, Move::Take)
    };
    assert_eq!(request.apply(&takes_over), Ok(()));
    assert_eq!(
        request.stage(),
        Stage::InHand {
            by: StaffId(2),
            asked: true
        }
    );
    assert!(!request.clock().is_running());
}

#[test]
fn what_says_nothing_without_a_note_needs_one() {
    let request = play(filed(Category::Station, district()), &[Move::Take]);
    for what in [
        Move::Return,
        Move::Ask,
        Move::Write,
        Move::Answer { cites: None },
        Move::ReferOut,
        Move::Reveal,
    ] {
        for note in [Note::None, Note::Said(" \n".into())] {
            refused(
                &request,
                &Event {
                    note,
                    ..next(&request, what)
                },
                Refusal::NoteMissing,
            );
        }
        let destroyed = Event {
            note: Note::Destroyed,
            ..next(&request, what)
        };
        assert_eq!(request.clone().apply(&destroyed), Ok(()));
    }
}

#[test]
fn private_matters_are_never_joined_and_none_to_itself() {
    let request = filed(Category::Pay, district());
    refused(
        &request,
        &next(&request, Move::Join { to: reference(2) }),
        Refusal::Private,
    );
    let request = filed(Category::Station, district());
    refused(
        &request,
        &next(&request, Move::Join { to: reference(1) }),
        Refusal::JoinedToItself,
    );
}

#[test]
fn the_worker_joins_while_filing_and_not_later() {
    let request = filed(Category::Station, street());
    let join = |request: &Request, minutes| Event {
        actor: Actor::Worker,
        at: request.last_at().plus_minutes(minutes),
        note: Note::None,
        what: Move::Join { to: reference(2) },
    };
    let mut joined = request.clone();
    assert_eq!(joined.apply(&join(&request, 0)), Ok(()));
    assert_eq!(joined.stage(), Stage::Joined { to: reference(2) });
    assert_eq!((joined.due(), joined.next_alarm()), (None, None));
    refused(&request, &join(&request, 1), Refusal::OnlyWhileFiling);
    let written = Event {
        what: Move::Write,
        note: said(),
        ..join(&request, 0)
    };
    let mut request = request;
    assert_eq!(request.apply(&written), Ok(()));
    refused(&request, &join(&request, 0), Refusal::OnlyWhileFiling);
    let private = filed(Category::Pay, street());
    refused(&private, &join(&private, 0), Refusal::Private);
}

#[test]
fn an_outline_does_not_tell_that_the_other_worker_is_asked() {
    let asked = play(filed(Category::Station, street()), &[Move::Take, Move::Ask]);
    let beginning = Filed {
        reference: reference(1),
        category: Category::Station,
        desk: street(),
        limit: asked.clock().limit(),
        at: asked.last_at(),
    };
    let outline = Outline::new(&beginning, &asked);
    assert_eq!(outline.stage, StageKind::InHand);
    assert_eq!((outline.desk, outline.due), (street(), None));
    assert_eq!(outline.filed_at, asked.last_at());
}

#[test]
fn what_answers_the_other_answers_those_that_are_joined_to_it() {
    let no = Move::NotSolved(Survey::default());
    let joined = play(
        filed(Category::Station, street()),
        &[Move::Join { to: reference(2) }],
    );
    let above = |what| Event {
        actor: staff(district(), 1),
        ..next(&joined, what)
    };
    let answer = above(Move::Answer { cites: None });
    let mut answered = joined.clone();
    let event = answered.answer_together(reference(2), &answer);
    let with = Move::AnswerTogether {
        with: reference(2),
        cites: None,
    };
    assert_eq!(event.as_ref().map(|event| event.what), Ok(with));
    assert_eq!(event.as_ref().map(|event| &event.note), Ok(&answer.note));
    assert_eq!(answered.stage(), Stage::Answered);
    assert_eq!(answered.desk(), district());
    assert_eq!(play(answered.clone(), &[no]).desk(), Desk::City);
    assert_eq!(
        answered.answer_together(reference(2), &answer),
        Err(Refusal::NotJoined),
        "once"
    );

    let tried = |other, event: &Event| joined.clone().answer_together(other, event).err();
    assert_eq!(tried(reference(3), &answer), Some(Refusal::NotJoined));
    assert_eq!(
        tried(reference(2), &above(Move::Ask)),
        Some(Refusal::NotAnswered)
    );
    let nothing = Event {
        note: Note::None,
        ..answer.clone()
    };
    assert_eq!(tried(reference(2), &nothing), Some(Refusal::NoteMissing));
    refused(&joined, &above(with), Refusal::NotAllowed);
    let below = Event {
        actor: staff(other_street(), 1),
        ..answer
    };
    let mut answered = joined.clone();
    assert!(answered.answer_together(reference(2), &below).is_ok());
    assert_eq!(answered.desk(), street(), "it does not come down");
}

#[test]
fn staff_of_another_desk_are_refused() {
    let request = filed(Category::Station, street());
    for desk in [other_street(), district(), Desk::City] {
        let event = Event {
            actor: staff(desk, 1),
            ..next(&request, Move::Take)
        };
        refused(&request, &event, Refusal::NotAllowed);
    }
}
