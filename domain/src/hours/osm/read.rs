//! Reads `opening_hours`: first its rules one by one, then what they mean together.

use super::tokens::{Cursor, Token, tokens};
use super::{MAX_DATES, MONTHS, WEEKDAYS};
use crate::hours::day::{DAY_MINUTES, Day, Interval};
use crate::hours::schedule::{HolidayRule, Schedule};
use crate::hours::season::{MonthDay, Season, Span, Week};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// `text` is in lower case.
pub(in crate::hours) fn read(text: &str) -> Option<Schedule> {
    let tokens = tokens(text)?;
    let rules: Option<Vec<Rule>> = tokens
        .split(|token| *token == Token::Sign(b';'))
        .filter(|rule| !rule.is_empty())
        .map(|tokens| rule(Cursor(tokens)))
        .collect();
    schedule(&rules?)
}

/// What one rule is about.
enum Subject {
    /// Weekdays of a part of the year. `holidays` is set where `PH` is among them.
    Days {
        span: Span,
        weekdays: [bool; 7],
        holidays: bool,
    },
    /// Single dates, first and last.
    Dates(NaiveDate, NaiveDate),
}

#[derive(Clone, PartialEq)]
enum Value {
    Hours(Day),
    Unknown,
}

struct Rule {
    subject: Subject,
    value: Value,
}

fn rule(mut cursor: Cursor<'_>) -> Option<Rule> {
    let subject = if let Some((first, last)) = cursor.attempt(dates) {
        cursor.sign(b':');
        Subject::Dates(first, last)
    } else {
        let span = cursor.attempt(span);
        if span.is_some() {
            cursor.sign(b':');
        }
        let days = cursor.attempt(weekdays);
        let (weekdays, holidays) = days.unwrap_or(([true; 7], false));
        // Bare times are no rule of this language alone: people write them in any.
        if span.is_none()
            && days.is_none()
            && matches!(cursor.0, [Token::Number { .. }, Token::Sign(b':'), ..])
        {
            return None;
        }
        Subject::Days {
            span: span.unwrap_or(Span::YEAR),
            weekdays,
            holidays,
        }
    };
    let value = value(&mut cursor)?;
    cursor.0.is_empty().then_some(Rule { subject, value })
}

/// `2026 Nov 20`, `2026 Nov 20-25`, `2026 Nov 20-Dec 2`, `2026 Nov 20-2027 Jan 2`.
fn dates(cursor: &mut Cursor<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let year = year(cursor)?;
    let month = cursor.one_of(&MONTHS)? as u32 + 1;
    let day = day_number(cursor)?;
    let first = NaiveDate::from_ymd_opt(year.into(), month, day)?;
    if !cursor.sign(b'-') {
        return Some((first, first));
    }
    let last_year = cursor.attempt(self::year).unwrap_or(year);
    let last_month = cursor
        .one_of(&MONTHS)
        .map_or(month, |index| index as u32 + 1);
    let last = NaiveDate::from_ymd_opt(last_year.into(), last_month, day_number(cursor)?)?;
    (first <= last).then_some((first, last))
}

fn year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let (year, digits) = cursor.number()?;
    (digits == 4 && year >= 1000).then_some(year)
}

/// A day of the month, which is not the hour of a time.
fn day_number(cursor: &mut Cursor<'_>) -> Option<u32> {
    let (day, digits) = cursor.number()?;
    let is_hour = matches!(
        cursor.0,
        [
            Token::Sign(b':'),
            Token::Number { digits: 2, .. },
            Token::Sign(b'-'),
            ..
        ]
    );
    (digits <= 2 && !is_hour).then_some(day.into())
}

/// `May`, `May-Sep`, `May 01`, `May 01-15`, `May 01-Sep 30`.
fn span(cursor: &mut Cursor<'_>) -> Option<Span> {
    let month = |cursor: &mut Cursor<'_>| u8::try_from(cursor.one_of(&MONTHS)? + 1).ok();
    let day = |cursor: &mut Cursor<'_>| u8::try_from(day_number(cursor)?).ok();
    let first_month = month(cursor)?;
    let first_day = cursor.attempt(day);
    let first = MonthDay::new(first_month, first_day.unwrap_or(1))?;
    let last = if !cursor.sign(b'-') {
        match first_day {
            Some(_) => first,
            None => MonthDay::last_of(first_month)?,
        }
    } else if let Some(last_month) = cursor.attempt(month) {
        match first_day {
            Some(_) => MonthDay::new(last_month, day(cursor)?)?,
            None => MonthDay::last_of(last_month)?,
        }
    } else {
        MonthDay::new(first_month, day(cursor)?)
            .filter(|last| first_day.is_some() && first <= *last)?
    };
    Some(Span::new(first, last))
}

/// `Mo-Fr,Su,PH`.
fn weekdays(cursor: &mut Cursor<'_>) -> Option<([bool; 7], bool)> {
    let mut days = ([false; 7], false);
    loop {
        if cursor.eat(Token::Word("ph")) {
            days.1 = true;
        } else {
            let mut day = cursor.one_of(&WEEKDAYS)?;
            let last = if cursor.sign(b'-') {
                cursor.one_of(&WEEKDAYS)?
            } else {
                day
            };
            days.0[day] = true;
            while day != last {
                day = (day + 1) % 7;
                days.0[day] = true;
            }
        }
        if !cursor.sign(b',') {
            return Some(days);
        }
    }
}

fn value(cursor: &mut Cursor<'_>) -> Option<Value> {
    if let Some(index) = cursor.one_of(&["off", "closed", "unknown"]) {
        return Some(if index == 2 {
            Value::Unknown
        } else {
            Value::Hours(Day::CLOSED)
        });
    }
    let always = [(24, 2), (7, 1)].map(|(value, digits)| Token::Number { value, digits });
    if cursor.0 == [always[0], Token::Sign(b'/'), always[1]] {
        cursor.0 = &[];
        return Some(Value::Hours(Day::around_the_clock()));
    }
    let mut intervals = vec![interval(cursor)?];
    while cursor.sign(b',') {
        intervals.push(interval(cursor)?);
    }
    Day::new(intervals).map(Value::Hours)
}

fn interval(cursor: &mut Cursor<'_>) -> Option<Interval> {
    let opens = time(cursor)?;
    if !cursor.sign(b'-') {
        return None;
    }
    let closes = time(cursor)?;
    let next_day = if closes < opens { DAY_MINUTES } else { 0 };
    Some(Interval {
        opens,
        closes: closes + next_day,
    })
}

/// Up to 48:00: what lies above 24:00 is on the next day.
fn time(cursor: &mut Cursor<'_>) -> Option<u16> {
    let (hour, hour_digits) = cursor.number()?;
    let colon = cursor.sign(b':');
    let (minute, minute_digits) = cursor.number()?;
    let is_time = colon && hour_digits <= 2 && minute_digits == 2 && minute < 60;
    let time = hour.checked_mul(60)?.checked_add(minute)?;
    (is_time && time <= 2 * DAY_MINUTES).then_some(time)
}

fn schedule(rules: &[Rule]) -> Option<Schedule> {
    in_safe_order(rules).then_some(())?;
    Schedule::new(seasons(rules)?, holidays(rules)?, exceptions(rules)?).ok()
}

/// A later rule outdoes an earlier one, also where its writer forgot: weekdays after `PH off`
/// would open on holidays again. Such texts are not taken at their word, only those in which
/// weekdays come first (or say the same), then holidays, then dates.
fn in_safe_order(rules: &[Rule]) -> bool {
    let mut holiday_value = None;
    let mut dates_seen = false;
    rules.iter().all(|rule| match &rule.subject {
        Subject::Dates(..) => {
            dates_seen = true;
            true
        }
        Subject::Days {
            weekdays, holidays, ..
        } => {
            if *holidays {
                holiday_value = Some(&rule.value);
            }
            let names_weekdays = weekdays.contains(&true);
            let outdone = holiday_value.is_some_and(|value| *value != rule.value);
            !(dates_seen || names_weekdays && outdone)
        }
    })
}

/// Cuts the year where a span begins or ends; between two cuts every day has the same rules.
fn seasons(rules: &[Rule]) -> Option<Vec<Season>> {
    let mut cuts: Vec<MonthDay> = Vec::new();
    for rule in rules {
        if let Subject::Days { span, .. } = rule.subject
            && span != Span::YEAR
        {
            cuts.extend([span.from(), span.to().next()]);
        }
    }
    if cuts.is_empty() {
        cuts.push(Span::YEAR.from());
    }
    cuts.sort_unstable();
    cuts.dedup();
    let ends = cuts.iter().cycle().skip(1).map(|cut| cut.previous());
    let mut seasons = Vec::new();
    for (from, to) in cuts.iter().zip(ends) {
        let span = Span::new(*from, to);
        if let Some(week) = week(rules, span)? {
            seasons.push(Season { span, week });
        }
    }
    Some(seasons)
}

/// The week of a part of the year that no span divides: outer `None` if it cannot be said,
/// inner `None` if nothing is known.
fn week(rules: &[Rule], part: Span) -> Option<Option<Week>> {
    let mut known = Some(Week::default());
    for rule in rules {
        let Subject::Days { span, weekdays, .. } = &rule.subject else {
            continue;
        };
        if !span.contains(part.from()) || !weekdays.contains(&true) {
            continue;
        }
        match (&rule.value, weekdays.contains(&false)) {
            (Value::Unknown, true) => return None,
            (Value::Unknown, false) => known = None,
            (Value::Hours(day), partly) => {
                if known.is_none() && partly {
                    return None;
                }
                let week = known.get_or_insert_default();
                for index in (0..7).filter(|index| weekdays[*index]) {
                    week[index].clone_from(day);
                }
            }
        }
    }
    Some(known)
}

fn holidays(rules: &[Rule]) -> Option<HolidayRule> {
    let mut stated = HolidayRule::AsUsual;
    for rule in rules {
        if let Subject::Days {
            span,
            holidays: true,
            ..
        } = rule.subject
        {
            stated = match &rule.value {
                _ if span != Span::YEAR => return None,
                Value::Unknown => HolidayRule::NotStated,
                Value::Hours(day) if day.is_closed() => HolidayRule::Closed,
                Value::Hours(day) => HolidayRule::Own(day.clone()),
            };
        }
    }
    Some(stated)
}

fn exceptions(rules: &[Rule]) -> Option<BTreeMap<NaiveDate, Day>> {
    let mut exceptions = BTreeMap::new();
    for rule in rules {
        if let Subject::Dates(first, last) = rule.subject {
            let Value::Hours(day) = &rule.value else {
                return None;
            };
            let dates = first.iter_days().take_while(|date| *date <= last);
            if dates.clone().nth(MAX_DATES).is_some() {
                return None;
            }
            exceptions.extend(dates.map(|date| (date, day.clone())));
        }
    }
    Some(exceptions)
}
