//! The way of a request between desks and levels.

use super::*;

#[test]
fn it_goes_from_the_worker_to_the_workers_last_word() {
    let mut request = filed(Category::Station, district());
    for (what, stage) in [
        (Move::Dispatch { to: street() }, StageKind::Dispatched),
        (Move::Take, StageKind::InHand),
        (Move::Answer { cites: None }, StageKind::Answered),
        (Move::NotSolved(Survey::default()), StageKind::Reopened),
        (Move::Take, StageKind::InHand),
        (Move::Answer { cites: None }, StageKind::Answered),
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
        request = play(request, &[Move::Take, Move::Answer { cites: None }]);
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
        &[Move::Take, Move::Answer { cites: None }, no],
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
    play(twice, &[Move::Take, Move::Answer { cites: None }]);
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
