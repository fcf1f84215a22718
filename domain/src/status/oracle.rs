//! An independent reading of what we write: the crate `opening-hours`, given our string and our
//! holidays, must say of every minute of 2025 and 2026 what we say.
//!
//! Left out is what that language or that crate cannot say:
//! - make-up working days;
//! - the part of a night that runs into a day under another rule: there the crate ends it at
//!   midnight, we let it run on.
//!
//! On holidays of which nothing is stated it knows nothing of the whole day; we know that a place
//! is closed when it is closed either way.

use super::claims::Claims;
use super::tests::{date, moment};
use super::*;
use crate::calendar::{DayKind, day_kind};
use crate::hours::strategy::schedules;
use crate::hours::{Day, HolidayRule, Schedule};
use chrono::NaiveDate;
use opening_hours::{Context, ContextHolidays, OpeningHours, RuleKind};
use proptest::prelude::*;
use std::sync::Arc;

const TABLE: &[&str] = &[
    "24/7",
    "off",
    "Mo-Su 00:00-24:00; PH unknown",
    "Mo-Fr 08:30-17:30",
    "Mo-Fr 08:30-12:00,13:00-17:30; PH off",
    "Mo-Fr 08:30-12:00,13:00-17:30; PH unknown",
    "Tu-Su 09:00-17:00; PH 10:00-16:00",
    "Mo,We,Fr 14:00-16:00; Sa 09:00-12:00; PH off",
    "Mo-Su 20:00-02:00; PH off",
    "Mo-Th 18:00-26:00; Fr,Sa 18:00-28:00; PH 18:00-23:00",
    "Mo-Su 08:00-32:00",
    "May 01-Sep 30: Mo-Fr 08:00-18:00; Oct 01-Apr 30: Mo-Fr 08:30-17:30; PH off",
    "Jul 01-Aug 31: off; Sep 01-Jun 30: Mo-Sa 09:00-17:00; PH unknown",
    "May 01-Sep 30: Mo-Su 08:00-20:00; Oct 01-Apr 30: unknown",
    "Mo-Su 08:00-20:00; PH off; 2026 Nov 20 off; 2026 Oct 01-2026 Oct 03 10:00-12:00",
];

/// Of the 1,051,200 minutes of two years so many are compared at least.
const MINUTES_AT_LEAST: usize = 950_000;

#[test]
fn every_minute_of_two_years_is_as_the_oracle_says() {
    for osm in TABLE {
        let hours = Hours::read(osm);
        let first = date("2025-01-02");
        let compared = compare(hours.schedule().unwrap(), first, date("2026-12-31"));
        assert!(compared >= MINUTES_AT_LEAST, "{osm}: {compared}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn random_hours_are_as_the_oracle_says(schedule in schedules()) {
        compare(&schedule, date("2026-01-02"), date("2026-12-31"));
    }
}

/// Compares each minute and returns how many were compared.
fn compare(schedule: &Schedule, first: NaiveDate, last: NaiveDate) -> usize {
    let hours = Hours::Known(schedule.clone());
    let osm = hours.to_osm().unwrap();
    let oracle: OpeningHours = osm.parse().unwrap();
    let oracle = oracle.with_context(Context::default().with_holidays(holidays()));
    let mut compared = 0;
    for date in first.iter_days().take_while(|date| *date <= last) {
        let kind = day_kind(date);
        if kind == DayKind::MakeUp {
            continue;
        }
        let unstated = kind == DayKind::Holiday
            && *schedule.holidays() == HolidayRule::NotStated
            && !schedule.exceptions().contains_key(&date);
        let mut theirs = [Truth::Closed; 1440];
        for range in oracle.schedule_at(date) {
            let [start, end] = [range.range.start, range.range.end]
                .map(|time| usize::from(time.mins_from_midnight()));
            theirs[start..end].fill(match range.kind {
                RuleKind::Open => Truth::Open,
                RuleKind::Closed => Truth::Closed,
                RuleKind::Unknown => Truth::Unknown,
            });
        }
        let outlook = Outlook::new(&hours, moment(date, 0));
        for minute in night_before(schedule, date)..1440 {
            let status = outlook.at(Life::Active, moment(date, minute));
            let ours = match status.state {
                State::Open | State::ClosingSoon => Truth::Open,
                State::Unknown => Truth::Unknown,
                State::Closed | State::OpeningSoon | State::TemporarilyClosed => Truth::Closed,
            };
            let theirs = theirs[usize::from(minute)];
            let agree =
                ours == theirs || unstated && ours == Truth::Closed && theirs == Truth::Unknown;
            assert!(
                agree,
                "{osm}: {date} minute {minute}: {ours:?}, oracle {theirs:?}"
            );
            compared += 1;
        }
    }
    compared
}

fn holidays() -> ContextHolidays {
    let mut days = ContextHolidays::default().get_public().clone();
    let years = date("2025-01-01").iter_days().take(730);
    for day in years.filter(|day| day_kind(*day) == DayKind::Holiday) {
        days.insert(day);
    }
    ContextHolidays::new(Arc::new(days), Arc::default())
}

/// The minute at which last night ends, if it began under another rule than today's.
fn night_before(schedule: &Schedule, date: NaiveDate) -> u16 {
    let yesterday = date.pred_opt().unwrap();
    let rule = |date| {
        let exception = schedule.exceptions().contains_key(&date);
        let season = schedule.season(date).map(|season| season.span);
        (
            Claims::new(schedule, date).days,
            day_kind(date),
            season,
            exception,
        )
    };
    let (days, kind, season, exception) = rule(yesterday);
    if rule(date) == (days.clone(), kind, season, exception) && !exception {
        return 0;
    }
    // The oracle lets the night of a rule run on that did not hold yesterday: the usual week's
    // where we kept a make-up day, the holiday's where there was an exception.
    let usual = schedule.season(yesterday).map(|season| &season.week);
    let holiday = match schedule.holidays() {
        HolidayRule::Own(day) => Some(day),
        _ => None,
    };
    let nights = days
        .into_iter()
        .chain(usual.into_iter().flatten())
        .chain(holiday);
    nights.map(Day::minutes_past_midnight).max().unwrap_or(0)
}
