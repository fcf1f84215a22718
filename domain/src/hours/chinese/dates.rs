//! Dates and parts of the year: 2026年10月1日-8日, 2026-10-01, 5月1日-9月30日, 5-9月.

use super::tokens::{Cursor, Token};
use super::words::Word;
use crate::hours::season::{MonthDay, Span};
use chrono::NaiveDate;

/// First and last of some dates with a year.
pub(super) fn dates(cursor: &mut Cursor<'_>) -> Option<(NaiveDate, NaiveDate)> {
    if let Some(date) = cursor.attempt(numeric_date) {
        return Some((date, date));
    }
    let year = year(cursor)?;
    let month = month(cursor)?;
    let first = NaiveDate::from_ymd_opt(year.into(), month.into(), day(cursor)?.into())?;
    if !cursor.word(Word::To) {
        return Some((first, first));
    }
    let last_year = cursor.attempt(self::year).unwrap_or(year);
    let last_month = cursor.attempt(self::month).unwrap_or(month);
    let last = NaiveDate::from_ymd_opt(last_year.into(), last_month.into(), day(cursor)?.into())?;
    (first <= last).then_some((first, last))
}

/// A part of the year. Named, it may be written with points; else 8.30-11.30 may be a time.
pub(super) fn span(cursor: &mut Cursor<'_>, named: bool) -> Option<Span> {
    let month_day = |cursor: &mut Cursor<'_>| {
        let point = named.then(|| cursor.attempt(point_date)).flatten();
        point.or_else(|| month_day(cursor))
    };
    if let Some(span) = cursor.attempt(months) {
        return Some(span);
    }
    let (from_month, from_day) = month_day(cursor)?;
    if !cursor.word(Word::To) {
        return None;
    }
    let next_year = cursor.word(Word::NextYear);
    let (to_month, to_day) = month_day(cursor)?;
    let from = MonthDay::new(from_month, from_day.unwrap_or(1))?;
    let to = match to_day {
        Some(day) => MonthDay::new(to_month, day)?,
        None => MonthDay::last_of(to_month)?,
    };
    (!next_year || to < from).then(|| Span::new(from, to))
}

/// 5-9月.
fn months(cursor: &mut Cursor<'_>) -> Option<Span> {
    let from = small(cursor)?;
    if !cursor.word(Word::To) {
        return None;
    }
    let to = month(cursor)?;
    let whole = !matches!(cursor.peek(), Some(Token::Number { .. }));
    let span = Span::new(MonthDay::new(from, 1)?, MonthDay::last_of(to)?);
    whole.then_some(span)
}

/// 5.1.
fn point_date(cursor: &mut Cursor<'_>) -> Option<(u8, Option<u8>)> {
    let month = small(cursor)?;
    cursor.eat(Token::Point).then_some(())?;
    Some((month, Some(small(cursor)?)))
}

/// 5月1日, 5月.
fn month_day(cursor: &mut Cursor<'_>) -> Option<(u8, Option<u8>)> {
    let month = month(cursor)?;
    Some((month, cursor.attempt(day)))
}

/// 2026-10-01, 2026.10.1, 2026/10/1.
fn numeric_date(cursor: &mut Cursor<'_>) -> Option<NaiveDate> {
    let year = four_digits(cursor)?;
    let between = cursor.next()?;
    let month = small(cursor)?;
    let known = [Token::Word(Word::To), Token::Point, Token::Word(Word::And)].contains(&between);
    (known && cursor.eat(between)).then_some(())?;
    NaiveDate::from_ymd_opt(year.into(), month.into(), small(cursor)?.into())
}

fn year(cursor: &mut Cursor<'_>) -> Option<u16> {
    let year = four_digits(cursor)?;
    cursor.word(Word::Year).then_some(year)
}

fn four_digits(cursor: &mut Cursor<'_>) -> Option<u16> {
    match cursor.next()? {
        Token::Number { value, digits: 4 } if value >= 1000 => Some(value),
        _ => None,
    }
}

fn month(cursor: &mut Cursor<'_>) -> Option<u8> {
    let month = small(cursor)?;
    cursor.word(Word::Month).then_some(month)
}

fn day(cursor: &mut Cursor<'_>) -> Option<u8> {
    let day = small(cursor)?;
    cursor.word(Word::Day).then_some(day)
}

fn small(cursor: &mut Cursor<'_>) -> Option<u8> {
    u8::try_from(cursor.number()?).ok()
}
