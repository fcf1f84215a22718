//! The clock: when it stops, when the alarm rings, and what it does.

use super::*;

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
    let mut request = play(request, &[Move::Take, Move::Answer { cites: None }]);
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
fn time_does_not_run_backwards() {
    let request = play(filed(Category::Station, street()), &[Move::Take]);
    let last = request.last_at();
    let event = Event {
        at: last.plus_minutes(-1),
        ..next(&request, Move::Answer { cites: None })
    };
    refused(&request, &event, Refusal::BeforeLast { last });
    let event = Event { at: last, ..event };
    assert_eq!(request.clone().apply(&event), Ok(()));
}
