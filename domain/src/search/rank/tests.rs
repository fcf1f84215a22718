//! Both sides of every threshold.

use super::*;
use crate::places::District;
use crate::station::{Amenities, KindSet, Life};
use crate::status::Reason;
use chrono::{Days, NaiveDate};

fn noon() -> BeijingTime {
    BeijingTime::at_minute(NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(), 12 * 60)
}

/// An open door ten minutes away, confirmed today: the place that the others are measured by.
#[derive(Clone, Copy)]
struct Door {
    id: u32,
    state: State,
    /// Minutes after noon.
    until: Option<i64>,
    hit: Hit,
    journey: Option<Journey>,
    access: Access,
    verified_days_ago: Option<u64>,
}

const DOOR: Door = Door {
    id: 1,
    state: State::Open,
    until: Some(300),
    hit: Hit::Name,
    journey: away(10),
    access: Access::Public,
    verified_days_ago: Some(0),
};

const fn away(minutes: u16) -> Option<Journey> {
    Some(Journey {
        distance_m: minutes as u32 * 50,
        minutes,
    })
}

impl Door {
    fn rank(self) -> Rank {
        let today = noon().date();
        let place = Place {
            id: StationId(self.id),
            kinds: KindSet::EMPTY,
            district: District::DEVELOPMENT_AREA,
            street: None,
            position: None,
            hours: 0,
            amenities: Amenities::default(),
            access: self.access,
            verified_on: self.verified_days_ago.map(|days| today - Days::new(days)),
            life: Life::Active,
        };
        let on_arrival = Status {
            state: self.state,
            until: self.until.map(|minutes| noon().plus_minutes(minutes)),
            then: match self.state {
                State::Open | State::ClosingSoon => Truth::Closed,
                _ => Truth::Open,
            },
            reason: Reason::WeekdayHours,
        };
        Rank::new(&place, self.hit, true, self.journey, &on_arrival, noon())
    }
}

/// Each stands before the next.
#[track_caller]
fn check_order(doors: &[Door]) {
    for (index, pair) in doors.windows(2).enumerate() {
        let (before, after) = (pair[0].rank(), pair[1].rank());
        assert!(before < after, "{index}: {before:?} before {after:?}");
    }
}

#[test]
fn groups_come_before_everything() {
    let far = away(90);
    check_order(&[
        Door {
            journey: far,
            verified_days_ago: None,
            ..DOOR
        },
        Door {
            state: State::ClosingSoon,
            until: Some(15),
            ..DOOR
        },
        Door {
            state: State::Unknown,
            until: None,
            ..DOOR
        },
        Door {
            state: State::Closed,
            until: Some(60),
            journey: away(1),
            ..DOOR
        },
        Door {
            state: State::TemporarilyClosed,
            until: Some(60),
            journey: away(1),
            ..DOOR
        },
    ]);
}

#[test]
fn stay_of_ten_minutes_is_worth_the_way() {
    let closing = |until| Door {
        state: State::ClosingSoon,
        until: Some(until),
        ..DOOR
    };
    assert_eq!(closing(20).rank().group, Group::Usable);
    assert_eq!(closing(19).rank().group, Group::ShortStay);
    assert_eq!(
        Door {
            until: None,
            ..DOOR
        }
        .rank()
        .group,
        Group::Usable
    );
}

#[test]
fn waiting_counts_as_travelling() {
    let opening = |until| Door {
        state: State::OpeningSoon,
        until: Some(until),
        ..DOOR
    };
    assert_eq!(opening(25).rank().minutes, 25);
    check_order(&[
        Door {
            journey: away(24),
            ..DOOR
        },
        opening(25),
        Door {
            journey: away(26),
            ..DOOR
        },
    ]);
}

#[test]
fn words_come_before_minutes() {
    check_order(&[
        Door {
            hit: Hit::Name,
            journey: away(30),
            ..DOOR
        },
        Door {
            hit: Hit::KindOrArea,
            journey: away(20),
            ..DOOR
        },
        Door {
            hit: Hit::Address,
            ..DOOR
        },
    ]);
}

#[test]
fn doubt_grows_after_sixty_days_by_the_month_to_a_limit() {
    let minutes = |days| {
        Door {
            verified_days_ago: days,
            ..DOOR
        }
        .rank()
        .minutes
            - 10
    };
    let expected = [
        (0, 0),
        (60, 0),
        (61, 1),
        (90, 1),
        (91, 2),
        (660, 20),
        (661, 20),
        (9000, 20),
    ];
    for (days, doubt) in expected {
        assert_eq!(minutes(Some(days)), doubt, "after {days} days");
    }
    assert_eq!(minutes(None), 25);
}

#[test]
fn welcome_is_worth_a_few_minutes() {
    let minutes = |access| Door { access, ..DOOR }.rank().minutes;
    assert_eq!(minutes(Access::Public), 10);
    assert_eq!(minutes(Access::Members), 12);
    assert_eq!(minutes(Access::UnitOnly), 15);
    assert_eq!(minutes(Access::Unknown), 15);
}

#[test]
fn closed_by_next_opening_then_distance_whatever_the_doubt() {
    let closed = |until, minutes| Door {
        state: State::Closed,
        until,
        journey: away(minutes),
        ..DOOR
    };
    check_order(&[
        Door {
            verified_days_ago: None,
            access: Access::Unknown,
            ..closed(Some(60), 5)
        },
        closed(Some(60), 6),
        closed(Some(61), 1),
        closed(None, 1),
        closed(None, 2),
    ]);
}

#[test]
fn place_without_a_position_is_behind_its_group() {
    check_order(&[
        Door {
            until: None,
            journey: away(300),
            verified_days_ago: None,
            ..DOOR
        },
        Door {
            until: None,
            journey: None,
            ..DOOR
        },
        Door {
            state: State::ClosingSoon,
            until: Some(15),
            ..DOOR
        },
    ]);
}

#[test]
fn ties_are_broken_by_distance_then_id() {
    let nearer = Journey {
        distance_m: 499,
        minutes: 10,
    };
    check_order(&[
        Door {
            id: 9,
            journey: Some(nearer),
            ..DOOR
        },
        Door { id: 1, ..DOOR },
        Door { id: 2, ..DOOR },
    ]);
}
