//! Every stage against every move, and the rules that span several moves.

use super::*;
use crate::places::District;
use crate::request::{Class, Limits, Role, Staff, StaffId};
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
    let role = Role::Dispatcher;
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
    for last in [Move::Ask, Move::Answer] {
        stages.push(play(plain(), &[Move::Take, last]));
    }
    stages.push(play(plain(), &[Move::Join { to: reference(2) }]));
    stages.push(play(plain(), &[Move::ReferOut]));
    stages.push(play(
        plain(),
        &[Move::Take, Move::Answer, Move::Solved(Survey::default())],
    ));
    stages.push(play(plain(), &[Move::Withdraw]));
    stages.push(play(
        filed(Category::Station, street()),
        &[Move::Take, Move::Answer, no],
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
            &[Kind::Write, Kind::Solved, Kind::NotSolved, Kind::Reveal]
        }
        At::Solved | At::Withdrawn => &[Kind::Reveal],
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
        Move::Answer,
        Move::Join { to: reference(2) },
        Move::ReferOut,
        Move::Withdraw,
        Move::Solved(Survey::default()),
        Move::NotSolved(Survey::default()),
        Move::Reveal,
        Move::Warn,
        Move::Escalate,
        Move::Overdue,
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
fn it_goes_from_the_worker_to_the_workers_last_word() {
    let mut request = filed(Category::Station, district());
    for (what, stage) in [
        (Move::Dispatch { to: street() }, StageKind::Dispatched),
        (Move::Take, StageKind::InHand),
        (Move::Answer, StageKind::Answered),
        (Move::NotSolved(Survey::default()), StageKind::Reopened),
        (Move::Take, StageKind::InHand),
        (Move::Answer, StageKind::Answered),
        (
            Move::Solved(Survey {
                reached: Some(true),
                satisfied: None,
            }),
            StageKind::Solved,
        ),
    ] {
        request = play(request, &[what]);
        assert_eq!(request.stage().kind(), stage);
    }
    assert_eq!(request.desk(), district());
}

#[test]
fn what_was_not_solved_goes_one_level_up_with_its_whole_time() {
    let no = Move::NotSolved(Survey::default());
    let mut request = filed(Category::Station, street());
    for desk in [district(), Desk::City, Desk::City] {
        request = play(request, &[Move::Take, Move::Answer]);
        assert_eq!((request.due(), request.next_alarm()), (None, None));
        request = play(request, &[no]);
        assert_eq!((request.desk(), request.floor()), (desk, desk.level()));
        assert_eq!(request.clock().minutes_used(request.last_at()), 0);
    }
}

#[test]
fn the_worker_may_contest_what_staff_ended_alone() {
    let no = Move::NotSolved(Survey::default());
    for last in [Move::ReferOut, Move::Join { to: reference(2) }] {
        let request = play(filed(Category::Station, street()), &[last, no]);
        assert_eq!(request.stage(), Stage::Waiting(Arrival::Reopened));
        assert_eq!(request.desk(), district());
    }
}

#[test]
fn what_went_up_comes_down_no_more() {
    let no = Move::NotSolved(Survey::default());
    let request = play(
        filed(Category::Station, street()),
        &[Move::Take, Move::Answer, no],
    );
    let down = next(&request, Move::Dispatch { to: street() });
    refused(
        &request,
        &down,
        Refusal::TooLow {
            floor: Level::District,
        },
    );
}

#[test]
fn after_two_returns_the_district_must_take_it() {
    let down = |to| Move::Dispatch { to };
    let request = filed(Category::Station, district());
    let once = play(request, &[down(street()), Move::Return]);
    assert_eq!(
        (once.desk(), once.stage()),
        (district(), Stage::Waiting(Arrival::Returned))
    );
    let twice = play(once, &[down(other_street()), Move::Take, Move::Return]);
    assert_eq!((twice.desk(), twice.returns()), (district(), 2));
    refused(
        &twice,
        &next(&twice, down(street())),
        Refusal::TooLow {
            floor: Level::District,
        },
    );
    refused(
        &twice,
        &next(&twice, Move::Return),
        Refusal::ReturnedTooOften,
    );
    play(twice, &[Move::Take, Move::Answer]);
}

#[test]
fn after_two_returns_the_city_may_still_give_it_to_a_district() {
    let down = |to| Move::Dispatch { to };
    let request = play(
        filed(Category::Station, street()),
        &[Move::Return, Move::Return],
    );
    assert_eq!(request.desk(), Desk::City);
    refused(
        &request,
        &next(&request, down(street())),
        Refusal::TooLow {
            floor: Level::District,
        },
    );
    let request = play(request, &[down(district())]);
    refused(
        &request,
        &next(&request, Move::Return),
        Refusal::ReturnedTooOften,
    );
}

#[test]
fn the_city_has_nobody_to_return_to() {
    let request = filed(Category::Station, Desk::City);
    refused(
        &request,
        &next(&request, Move::Return),
        Refusal::NothingAbove,
    );
}

#[test]
fn it_is_handed_down_only() {
    let request = filed(Category::Station, district());
    let elsewhere = Desk::Street(District::all()[1].streets()[0]);
    for to in [district(), Desk::City, elsewhere] {
        refused(
            &request,
            &next(&request, Move::Dispatch { to }),
            Refusal::NotBelow,
        );
    }
}

#[test]
fn only_the_one_who_has_it_in_hand_asks_and_answers() {
    let request = play(filed(Category::Station, district()), &[Move::Take]);
    for what in [Move::Ask, Move::Answer] {
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
fn the_clock_stops_while_the_worker_is_asked() {
    let mut request = play(
        filed(Category::Station, district()),
        &[Move::Take, Move::Ask],
    );
    assert_eq!((request.due(), request.next_alarm()), (None, None));
    assert_eq!(request.settle(at(100_000)), []);
    refused(&request, &next(&request, Move::Ask), Refusal::AlreadyAsked);
    let from_staff = next(&request, Move::Write);
    assert_eq!(request.apply(&from_staff), Ok(()));
    assert_eq!(request.stage().kind(), StageKind::Asked);
    // A week later, on a Monday.
    let reply = Event {
        actor: Actor::Worker,
        at: at(7 * 1440),
        note: said(),
        what: Move::Write,
    };
    assert_eq!(request.apply(&reply), Ok(()));
    assert_eq!(request.stage().kind(), StageKind::InHand);
    // Two minutes had passed of seven working days.
    assert_eq!(request.due().unwrap().at, at((7 + 9) * 1440 - 2));
}

#[test]
fn a_question_of_one_who_no_longer_has_it_stops_nothing() {
    for what in [Move::Return, Move::Dispatch { to: street() }] {
        let request = play(
            filed(Category::Station, district()),
            &[Move::Take, Move::Ask, what],
        );
        assert!(request.clock().is_running());
    }
}

#[test]
fn the_alarm_warns_escalates_to_the_top_and_marks_what_is_overdue() {
    let mut request = play(filed(Category::Station, street()), &[Move::Take]);
    let mut rung = Vec::new();
    for _ in 0..6 {
        let alarm = request.next_alarm().unwrap().at;
        let early = alarm.plus_minutes(-1);
        assert_eq!(request.clone().settle(early), []);
        let events = request.settle(alarm);
        assert_eq!(events.len(), 1);
        rung.push((events[0].what, request.desk(), request.stage().kind()));
    }
    let (held, up) = (StageKind::InHand, StageKind::Escalated);
    assert_eq!(
        rung,
        [
            (Move::Warn, street(), held),
            (Move::Escalate, district(), up),
            (Move::Warn, district(), up),
            (Move::Escalate, Desk::City, up),
            (Move::Warn, Desk::City, up),
            (Move::Overdue, Desk::City, up),
        ]
    );
    assert!(request.is_overdue());
    assert_eq!(request.next_alarm(), None);
    let mut request = play(request, &[Move::Take, Move::Answer]);
    let again = next(&request, Move::NotSolved(Survey::default()));
    assert_eq!(request.apply(&again), Ok(()));
    assert!(!request.is_overdue() && request.next_alarm().is_some());
}

#[test]
fn an_alarm_that_was_due_while_nobody_looked_rings_once_and_gives_the_whole_time() {
    let mut request = filed(Category::Station, street());
    let late = at(60 * 1440);
    let rung: Vec<_> = request
        .settle(late)
        .iter()
        .map(|event| event.what)
        .collect();
    assert_eq!(rung, [Move::Escalate]);
    assert_eq!(request.clock().minutes_used(late), 0);
    assert_eq!(request.settle(late), []);
}

#[test]
fn nobody_moves_past_an_alarm_and_no_alarm_rings_before_its_time() {
    let request = filed(Category::Station, street());
    let due = request.due().unwrap().at;
    let warning = request.next_alarm().unwrap().at;
    let take = Event {
        at: warning,
        ..next(&request, Move::Take)
    };
    refused(&request, &take, Refusal::AlarmFirst);
    let ring = |what, at| Event {
        at,
        ..next(&request, what)
    };
    refused(
        &request,
        &ring(Move::Warn, warning.plus_minutes(-1)),
        Refusal::NotDue,
    );
    refused(&request, &ring(Move::Escalate, warning), Refusal::NotDue);
    refused(&request, &ring(Move::Overdue, due), Refusal::NotDue);
    assert_eq!(request.clone().apply(&ring(Move::Warn, warning)), Ok(()));
    assert_eq!(request.clone().apply(&ring(Move::Escalate, due)), Ok(()));
}

#[test]
fn a_record_is_replayed_though_the_calendar_has_changed() {
    let mut request = filed(Category::Station, street());
    let mut events = request.settle(at(60 * 1440));
    let take = next(&request, Move::Take);
    assert_eq!(request.apply(&take), Ok(()));
    events.push(take);
    let filed = Filed {
        reference: reference(1),
        category: Category::Station,
        desk: street(),
        limit: request.clock().limit(),
        at: at(0),
    };
    assert_eq!(Request::replay(filed, &events), Ok(request));
    // By another calendar it would not have been due yet.
    events[0].at = at(10);
    assert!(Request::replay(filed, &events).is_ok());
    // What no calendar allows is refused here too.
    events[0].what = Move::Overdue;
    assert_eq!(Request::replay(filed, &events), Err(Refusal::NotDue));
}

#[test]
fn what_says_nothing_without_a_note_needs_one() {
    let request = play(filed(Category::Station, district()), &[Move::Take]);
    for what in [
        Move::Return,
        Move::Ask,
        Move::Write,
        Move::Answer,
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

#[test]
fn time_does_not_run_backwards() {
    let request = play(filed(Category::Station, street()), &[Move::Take]);
    let last = request.last_at();
    let event = Event {
        at: last.plus_minutes(-1),
        ..next(&request, Move::Answer)
    };
    refused(&request, &event, Refusal::BeforeLast { last });
    let event = Event { at: last, ..event };
    assert_eq!(request.clone().apply(&event), Ok(()));
}
