//! What the statements say of a year. Their order carries little meaning, contradictions much:
//! a text that gives a day twice, or a season less than its sister, is refused.

use super::items::{Days, Subject};
use super::statements::{Rule, Statements, Value};
use crate::hours::day::Day;
use crate::hours::schedule::{HolidayRule, Schedule};
use crate::hours::season::{Season, Week};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The longest stretch of dates that is read, as in `opening_hours`.
const MAX_DATES: usize = 366;

pub(super) fn schedule(said: &Statements) -> Option<Schedule> {
    let paused: Vec<bool> = hours(&said.rules).map(|rule| rule.pause).collect();
    if paused.contains(&true) && paused.contains(&false) {
        return None;
    }
    if said.no_pause && hours(&said.rules).any(has_gap) {
        return None;
    }
    let seasons = seasons(said)?;
    let mut days = seasons.iter().flat_map(|season| &season.week);
    if said.never_closed && days.any(Day::is_closed) {
        return None;
    }
    Schedule::new(seasons, holidays(said)?, exceptions(&said.rules)?).ok()
}

fn hours(rules: &[Rule]) -> impl Iterator<Item = &Rule> {
    rules.iter().filter(|rule| rule.is_hours())
}

fn has_gap(rule: &Rule) -> bool {
    matches!(&rule.value, Value::Hours(day) if day.intervals().len() > 1)
}

fn seasons(said: &Statements) -> Option<Vec<Season>> {
    let weekly = |rule: &&Rule| !matches!(rule.subject, Some(Subject::Dates(..)));
    let rules: Vec<&Rule> = said.rules.iter().filter(weekly).collect();
    if said.seasons.is_empty() {
        return Some(vec![Season::all_year(week(&rules, said.default_days)?)]);
    }
    // 周一闭馆 in one season only: nobody can tell whether the others keep it too.
    let closes_days = |season| {
        let closes =
            |rule: &&Rule| rule.value == Value::Closed && rule.days().is_some_and(names_weekday);
        rules
            .iter()
            .filter(|rule| rule.season == Some(season))
            .any(closes)
    };
    let closing = (0..said.seasons.len())
        .filter(|season| closes_days(*season))
        .count();
    let outside = rules
        .iter()
        .any(|rule| rule.season.is_none() && (rule.is_hours() || rule.subject.is_none()));
    if outside || (closing != 0 && closing != said.seasons.len()) {
        return None;
    }
    let season = |(index, span)| {
        let holds = |rule: &&Rule| rule.season.is_none_or(|season| season == index);
        let rules: Vec<&Rule> = rules.iter().copied().filter(holds).collect();
        let week = week(&rules, said.default_days)?;
        Some(Season { span, week })
    };
    said.seasons
        .iter()
        .copied()
        .enumerate()
        .map(season)
        .collect()
}

fn names_weekday(days: &Days) -> bool {
    days.weekdays.contains(&true)
}

/// The week that `rules` make. Days that are named outdo times without days, and only those.
fn week(rules: &[&Rule], default_days: Option<Days>) -> Option<Week> {
    let mut base: Option<(&Day, [bool; 7])> = None;
    let mut named: [Option<&Day>; 7] = [None; 7];
    let mut closed = [false; 7];
    for rule in rules {
        let every = rule.days().is_none_or(|days| days.every);
        match &rule.value {
            Value::Hours(day) if every => {
                let after_named = rule.days().is_none() && named.iter().any(Option::is_some);
                if base.is_some() || after_named {
                    return None;
                }
                let of_default = default_days.filter(|_| rule.days().is_none());
                base = Some((day, of_default.map_or([true; 7], |days| days.weekdays)));
            }
            Value::Hours(day) => {
                for index in indices(rule.days()?) {
                    named[index].is_none().then(|| named[index] = Some(day))?;
                }
            }
            Value::Closed if rule.subject.is_none() => {
                return (rules.len() == 1).then(Week::default);
            }
            Value::Closed if every => return None,
            Value::Closed => indices(rule.days()?).for_each(|index| closed[index] = true),
            Value::AsUsual | Value::Later => {}
        }
    }
    let usual = |index: usize| base.filter(|(_, days)| days[index]).map(|(day, _)| day);
    for rule in rules
        .iter()
        .filter(|rule| matches!(rule.value, Value::AsUsual | Value::Later))
    {
        // 周末照常: there must be usual hours, and nothing else said of the day.
        let usual = |index| usual(index).is_some() && named[index].is_none() && !closed[index];
        let as_usual = rule.value == Value::AsUsual && indices(rule.days()?).all(usual);
        (as_usual || !names_weekday(rule.days()?)).then_some(())?;
    }
    let mut week = Week::default();
    for (index, day) in week.iter_mut().enumerate() {
        if closed[index] && named[index].is_some() {
            return None;
        }
        if let Some(hours) = named[index].or(usual(index)).filter(|_| !closed[index]) {
            day.clone_from(hours);
        }
    }
    (!week.iter().all(Day::is_closed)).then_some(week)
}

fn indices(days: &Days) -> impl Iterator<Item = usize> {
    let weekdays = days.weekdays;
    (0..7).filter(move |index| weekdays[*index])
}

/// What is said of statutory days off; else what the names of the days imply.
fn holidays(said: &Statements) -> Option<HolidayRule> {
    let mut stated: Option<HolidayRule> = None;
    for rule in said
        .rules
        .iter()
        .filter(|rule| rule.days().is_some_and(|days| days.holidays))
    {
        let rule = match &rule.value {
            Value::Hours(_) if rule.season.is_some() => return None,
            Value::Hours(day) => HolidayRule::Own(day.clone()),
            Value::Closed => HolidayRule::Closed,
            Value::AsUsual => HolidayRule::AsUsual,
            Value::Later => HolidayRule::NotStated,
        };
        if stated.is_some_and(|stated| stated != rule) {
            return None;
        }
        stated = Some(rule);
    }
    if said.default_days.is_some_and(|days| days.holidays) {
        return None;
    }
    stated.or_else(|| implied(said))
}

fn implied(said: &Statements) -> Option<HolidayRule> {
    let named = || {
        hours(&said.rules)
            .filter_map(Rule::days)
            .chain(&said.default_days)
    };
    let every = said.never_closed || named().any(|days| days.every);
    let workdays = named().any(|days| days.workdays);
    // 工作日9:00-18:00、周末10:00-16:00 leaves open which of the two a holiday is.
    let weekend = hours(&said.rules).any(|rule| match rule.days().or(said.default_days.as_ref()) {
        Some(days) => days.weekdays[5] || days.weekdays[6],
        None => true,
    });
    let always_closed =
        matches!(&said.rules[..], [rule] if rule.subject.is_none() && rule.value == Value::Closed);
    match (every, workdays) {
        (true, true) => None,
        (true, false) => Some(HolidayRule::AsUsual),
        (false, true) if !weekend => Some(HolidayRule::Closed),
        (false, false) if always_closed => Some(HolidayRule::AsUsual),
        (false, _) => Some(HolidayRule::NotStated),
    }
}

fn exceptions(rules: &[Rule]) -> Option<BTreeMap<NaiveDate, Day>> {
    let mut exceptions = BTreeMap::new();
    for rule in rules {
        let Some(Subject::Dates(first, last)) = rule.subject else {
            continue;
        };
        let day = match &rule.value {
            Value::Hours(day) => day.clone(),
            Value::Closed => Day::CLOSED,
            Value::AsUsual | Value::Later => return None,
        };
        let dates: Vec<_> = first
            .iter_days()
            .take(MAX_DATES + 1)
            .take_while(|date| *date <= last)
            .collect();
        if dates.len() > MAX_DATES {
            return None;
        }
        for date in dates {
            if exceptions.insert(date, day.clone()).is_some() {
                return None;
            }
        }
    }
    Some(exceptions)
}
