//! Demonstration holiday classes: as many as in 2018, their days around a given one.
//!
//! 150 classes is the union's figure for the summer of 2018 (source 000). Hosts, addresses, days
//! and terms are invented, and every host and address says 示例.

use super::dice::Dice;
use super::ground;
use crate::class::{ClassId, Daily, Enrolment, Grades, HolidayClass, Mode, Period};
use crate::places::District;
use chrono::{Days, NaiveDate};

/// How many there are.
const COUNT: u32 = 150;

/// Away from the dice of streets and stations.
const SEED: u32 = 0x7061_0000;

/// Who runs a class, and how often such a host is met.
const HOSTS: [(Mode, &str, u32); 9] = [
    (Mode::Employer, "出行公司工会", 4),
    (Mode::Employer, "快递公司工会", 5),
    (Mode::Employer, "医院工会", 4),
    (Mode::Employer, "公交场站工会", 3),
    (Mode::Area, "总工会", 10),
    (Mode::Area, "社区联合工会", 8),
    (Mode::Area, "楼宇联合工会", 4),
    (Mode::Joint, "产业园与小学联办", 3),
    (Mode::Joint, "三家企业工会联办", 2),
];

/// Which grades, and how often; nothing is said by some.
const GRADES: [(Option<(u8, u8)>, u32); 5] = [
    (Some((1, 6)), 8),
    (Some((1, 3)), 4),
    (Some((1, 4)), 3),
    (Some((4, 6)), 2),
    (None, 2),
];

/// So many days from today to the first day of the first session, and the weeks of the sessions.
/// The first of these is mostly over, the second runs; the third begins soon and is closed.
const STARTS: [(i64, u32); 7] = [
    (-50, 1),
    (-9, 2),
    (2, 2),
    (12, 4),
    (26, 6),
    (40, 4),
    (61, 3),
];

/// The demonstration classes as they are on `day`: on every day some can be enrolled in, some
/// open soon, some run and some are over. The same on every machine.
pub fn classes(day: NaiveDate) -> Vec<HolidayClass> {
    let districts = District::all();
    let centres: Vec<_> = districts
        .iter()
        .map(|each| ground::street_centres(*each))
        .collect();
    (1..=COUNT)
        .map(|id| {
            let mut dice = Dice::new(SEED + id);
            let place = dice.index(districts.len());
            class(id, districts[place], &centres[place], day, &mut dice)
        })
        .collect()
}

fn class(
    id: u32,
    district: District,
    centres: &[ground::Point],
    day: NaiveDate,
    dice: &mut Dice,
) -> HolidayClass {
    let (mode, host, _) = *dice.pick(&HOSTS, |(_, _, weight)| *weight);
    let nth = dice.index(district.streets().len());
    let street = district.streets()[nth];
    let named = street.name_zh();
    let host = match mode {
        Mode::Area => format!("{named}{host}（示例）"),
        Mode::Employer | Mode::Joint => format!("示例{host}（{named}）"),
    };
    let (from_today, _) = *dice.pick(&STARTS, |(_, weight)| *weight);
    let first = plus(day, from_today + i64::from(dice.below(7)));
    let stated = |dice: &mut Dice| dice.below(8) > 0;
    let (grades, _) = *dice.pick(&GRADES, |(_, weight)| *weight);
    HolidayClass {
        id: ClassId(id),
        host,
        mode,
        district,
        street: Some(street),
        address: format!("{named}示例路{}号", dice.below(60) + 1),
        position: Some(ground::point_near(dice, street, centres[nth]).wgs84()),
        grades: grades.and_then(|(first, last)| Grades::new(first, last)),
        sessions: sessions(first, dice),
        daily: stated(dice)
            .then(|| Daily::new(480 + 30 * (id % 3) as u16, 1_020 + 30 * (id % 3) as u16))
            .flatten(),
        enrolment: enrolment(first, dice),
        places: stated(dice).then(|| 20 + 5 * dice.below(7)),
        fee_yuan: (dice.below(3) > 0).then(|| match dice.below(3) {
            0 => 200 * (1 + dice.below(4)),
            _ => 0,
        }),
        contact: String::new(),
        verified_on: stated(dice).then(|| plus(day, -i64::from(dice.below(30)))),
        verified_by: String::new(),
    }
}

/// Four to seven weeks, some in two sessions with a weekend between them.
fn sessions(first: NaiveDate, dice: &mut Dice) -> Vec<Period> {
    let weeks = 4 + dice.below(4);
    let session = |from: NaiveDate, weeks: u32| {
        let last = plus(from, i64::from(weeks) * 7 - 3);
        Period::new(from, last)
    };
    let sessions = match dice.below(4) {
        0 => {
            let half = weeks / 2;
            let then = plus(first, i64::from(half) * 7);
            [session(first, half), session(then, weeks - half)]
        }
        _ => [session(first, weeks), None],
    };
    sessions.into_iter().flatten().collect()
}

/// Two weeks, ending a good week before the class begins; some hosts leave a day out.
fn enrolment(first: NaiveDate, dice: &mut Dice) -> Enrolment {
    let closes = plus(first, -8);
    let opens = plus(closes, -13);
    let stated = match dice.below(12) {
        0 => (None, None),
        1 => (None, Some(closes)),
        2 => (Some(opens), None),
        _ => (Some(opens), Some(closes)),
    };
    Enrolment::new(stated.0, stated.1).unwrap_or_default()
}

/// The day so many days later, or the same at the ends of the calendar.
fn plus(day: NaiveDate, days: i64) -> NaiveDate {
    let distance = Days::new(days.unsigned_abs());
    let moved = match days < 0 {
        true => day.checked_sub_days(distance),
        false => day.checked_add_days(distance),
    };
    moved.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::State;
    use crate::listing::classes::{read_open_csv, write_csv};
    use crate::places::may_contain;
    use std::collections::BTreeSet;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn on_every_day_there_are_classes_in_every_state() {
        for offset in 0..400 {
            let day = day("2026-11-20") + Days::new(offset);
            let classes = classes(day);
            let states: BTreeSet<_> = classes.iter().map(|each| each.state(day).code()).collect();
            assert_eq!(states.len(), 6, "{day}: {states:?}");
            let open = |class: &&HolidayClass| matches!(class.state(day), State::Open { .. });
            assert!(classes.iter().filter(open).count() >= 10, "{day}");
        }
    }

    #[test]
    fn they_are_the_same_every_time_and_a_listing_can_hold_them() {
        let classes = classes(day("2026-11-20"));
        assert_eq!(classes, super::classes(day("2026-11-20")));
        let listing = read_open_csv(write_csv(&classes).as_bytes()).unwrap();
        assert_eq!(listing.report.problems, []);
        assert_eq!(listing.classes, classes);
    }

    #[test]
    fn nothing_is_passed_off_as_real() {
        for class in classes(day("2026-11-20")) {
            assert!(class.host.contains("示例"), "{}", class.host);
            assert!(class.address.contains("示例"), "{}", class.address);
            assert!(class.contact.is_empty());
        }
    }

    #[test]
    fn they_are_as_the_source_says() {
        let classes = classes(day("2026-11-20"));
        assert_eq!(classes.len(), 150);
        for class in &classes {
            let weeks: u32 = class.sessions.iter().map(|session| session.weeks()).sum();
            assert!((4..=7).contains(&weeks), "{weeks} weeks");
            let primary = |grades: Grades| grades.last() <= 6;
            assert!(class.grades.is_none_or(primary));
            assert!(may_contain(class.district, class.position.unwrap()));
        }
        let modes: BTreeSet<_> = classes.iter().map(|class| class.mode).collect();
        assert_eq!(modes.len(), 3);
    }

    #[test]
    fn the_ends_of_the_calendar_do_no_harm() {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            assert_eq!(classes(day).len(), 150);
        }
    }
}
