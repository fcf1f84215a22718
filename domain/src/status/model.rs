//! A second reading of the rules, minute by minute and by brute force: every way in which the two
//! days that matter could turn out is tried. Slow and plain on purpose; shares nothing with
//! [`Outlook`] but the schedule and the calendar.

use super::tests::moment;
use super::*;
use crate::calendar::{DayKind, day_kind};
use crate::hours::strategy::{dates, schedules};
use crate::hours::{Day, HolidayRule, Schedule};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

/// What is true at `minute` of `date`.
fn truth(schedule: &Schedule, date: NaiveDate, minute: u16) -> Truth {
    let open = |day: &Day, minute: u16| {
        let mut intervals = day.intervals().iter();
        intervals.any(|span| (span.opens..span.closes).contains(&minute))
    };
    let yesterday = date.pred_opt().unwrap();
    let Some(today) = worlds(schedule, date) else {
        // Only last night can be known of a day of which nothing is said.
        let nights = worlds(schedule, yesterday).unwrap_or_default();
        let surely = !nights.is_empty() && nights.iter().all(|night| open(night, minute + 1440));
        return if surely { Truth::Open } else { Truth::Unknown };
    };
    let nights = worlds(schedule, yesterday).unwrap_or(vec![Day::CLOSED]);
    let mut outcomes = Vec::new();
    for day in &today {
        for night in &nights {
            outcomes.push(open(day, minute) || open(night, minute + 1440));
        }
    }
    match (outcomes.contains(&true), outcomes.contains(&false)) {
        (true, false) => Truth::Open,
        (false, true) => Truth::Closed,
        _ => Truth::Unknown,
    }
}

/// The hours that `date` could have; `None` if nothing is said.
fn worlds(schedule: &Schedule, date: NaiveDate) -> Option<Vec<Day>> {
    if let Some(day) = schedule.exceptions().get(&date) {
        return Some(vec![day.clone()]);
    }
    let weekday = date.weekday().num_days_from_monday() as usize;
    let kinds = match day_kind(date) {
        DayKind::Unknown if weekday >= 5 => {
            vec![DayKind::Ordinary, DayKind::Holiday, DayKind::MakeUp]
        }
        DayKind::Unknown => vec![DayKind::Ordinary, DayKind::Holiday],
        kind => vec![kind],
    };
    let week = schedule.season(date).map(|season| &season.week);
    let mut worlds = Vec::new();
    for kind in kinds {
        match (kind, schedule.holidays()) {
            (DayKind::Holiday, HolidayRule::Closed) => worlds.push(Day::CLOSED),
            (DayKind::Holiday, HolidayRule::Own(day)) => worlds.push(day.clone()),
            (DayKind::Holiday, HolidayRule::NotStated) => {
                worlds.extend([Day::CLOSED, week?[weekday].clone()]);
            }
            (DayKind::MakeUp, _) => {
                let alike = (1..5).all(|day| week.is_some_and(|week| week[day] == week[0]));
                worlds.extend_from_slice(&week?[..5]);
                if !alike {
                    worlds.push(week?[weekday].clone());
                }
            }
            _ => worlds.push(week?[weekday].clone()),
        }
    }
    Some(worlds)
}

fn shown(status: Status) -> Truth {
    match status.state {
        State::Open | State::ClosingSoon => Truth::Open,
        State::Closed | State::OpeningSoon | State::TemporarilyClosed => Truth::Closed,
        State::Unknown => Truth::Unknown,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn status_agrees_with_the_model_minute_by_minute(schedule in schedules(), first in dates()) {
        let truths: Vec<Truth> = (0..5 * 1440_u16)
            .map(|minute| truth(&schedule, first + chrono::Days::new(u64::from(minute / 1440)), minute % 1440))
            .collect();
        let outlook = Outlook::new(&Hours::Known(schedule), moment(first, 0));
        for (minute, truth) in truths.iter().enumerate() {
            let at = moment(first, minute as u16);
            let status = outlook.at(Life::Active, at);
            prop_assert_eq!(shown(status), *truth, "{:?} {:?}", at, status);
            if status.reason == Reason::TemporaryClosure {
                continue;
            }
            match truths[minute..].iter().position(|next| next != truth) {
                Some(later) => {
                    prop_assert_eq!(status.until, Some(at.plus_minutes(later as i64)), "{:?}", at);
                    prop_assert_eq!(status.then, truths[minute + later]);
                }
                None => {
                    let end = moment(first, 5 * 1440);
                    prop_assert!(status.until.is_none_or(|until| until >= end), "{:?} {:?}", at, status);
                }
            }
        }
    }
}
