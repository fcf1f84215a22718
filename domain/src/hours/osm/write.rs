//! Writes a schedule in one canonical form: seasons, then holidays, then single dates, because
//! in this language a later rule outdoes an earlier one.

use super::{MAX_DATES, MONTHS, WEEKDAYS};
use crate::hours::day::{DAY_MINUTES, Day, Interval};
use crate::hours::schedule::{HolidayRule, Schedule, gaps};
use crate::hours::season::{MonthDay, Season, Span, Week};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

pub(in crate::hours) fn write(schedule: &Schedule) -> String {
    let mut rules = Vec::new();
    for season in schedule.seasons() {
        write_season(season, schedule.holidays(), &mut rules);
    }
    for gap in gaps(schedule.seasons()) {
        rules.push(format!("{}unknown", prefix(gap)));
    }
    match schedule.holidays() {
        HolidayRule::AsUsual => {}
        HolidayRule::Closed => rules.push("PH off".to_owned()),
        HolidayRule::NotStated => rules.push("PH unknown".to_owned()),
        HolidayRule::Own(day) => rules.push(format!("PH {}", times(day))),
    }
    write_exceptions(schedule.exceptions(), &mut rules);
    rules.join("; ")
}

fn write_season(season: &Season, holidays: &HolidayRule, rules: &mut Vec<String>) {
    let prefix = prefix(season.span);
    let days = &season.week;
    if days.iter().all(Day::is_closed) {
        rules.push(format!("{prefix}off"));
    } else if season.span == Span::YEAR
        && *holidays == HolidayRule::AsUsual
        && days.iter().all(Day::is_around_the_clock)
    {
        rules.push("24/7".to_owned());
    } else {
        for first in (0..7).filter(|day| !days[*day].is_closed()) {
            if !days[..first].contains(&days[first]) {
                let times = times(&days[first]);
                rules.push(format!("{prefix}{} {times}", weekdays(days, &days[first])));
            }
        }
    }
}

/// The days of `week` that are as `hours`: `Mo-We,Fr`.
fn weekdays(week: &Week, hours: &Day) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for day in (0..7).filter(|day| week[*day] == *hours) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let run = |(first, last): (usize, usize)| match last - first {
        0 => WEEKDAYS[first].to_owned(),
        1 => format!("{},{}", WEEKDAYS[first], WEEKDAYS[last]),
        _ => format!("{}-{}", WEEKDAYS[first], WEEKDAYS[last]),
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(",")
}

fn times(day: &Day) -> String {
    if day.is_closed() {
        return "off".to_owned();
    }
    let interval = |interval: &Interval| {
        // "08:00-08:00" could be nothing or a whole day: such a long one is written past 24:00.
        let wraps = interval.closes > DAY_MINUTES && interval.closes - DAY_MINUTES < interval.opens;
        let closes = interval.closes - if wraps { DAY_MINUTES } else { 0 };
        format!("{}-{}", time(interval.opens), time(closes))
    };
    let intervals: Vec<_> = day.intervals().iter().map(interval).collect();
    intervals.join(",")
}

fn time(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn prefix(span: Span) -> String {
    let day = |day: MonthDay| format!("{} {:02}", month(day.month().into()), day.day());
    if span == Span::YEAR {
        String::new()
    } else if span.from() == span.to() {
        format!("{}: ", day(span.from()))
    } else {
        format!("{}-{}: ", day(span.from()), day(span.to()))
    }
}

fn month(number: u32) -> &'static str {
    MONTHS[number as usize - 1]
}

/// Neighbouring dates with the same hours share a rule.
fn write_exceptions(exceptions: &BTreeMap<NaiveDate, Day>, rules: &mut Vec<String>) {
    let mut runs: Vec<(NaiveDate, NaiveDate, &Day)> = Vec::new();
    for (date, day) in exceptions {
        match runs.last_mut() {
            Some((first, last, hours))
                if last.succ_opt() == Some(*date)
                    && *hours == day
                    && first.iter_days().take(MAX_DATES).any(|near| near == *date) =>
            {
                *last = *date;
            }
            _ => runs.push((*date, *date, day)),
        }
    }
    for (first, last, hours) in runs {
        let date = |date: NaiveDate| {
            format!(
                "{:04} {} {:02}",
                date.year(),
                month(date.month()),
                date.day()
            )
        };
        let dates = if first == last {
            date(first)
        } else {
            format!("{}-{}", date(first), date(last))
        };
        rules.push(format!("{dates} {}", times(hours)));
    }
}
