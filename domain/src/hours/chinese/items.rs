//! Groups words into days, times and dates, in the order in which they are written.

use super::tokens::{Cursor, Token};
use super::words::Word;
use super::{clock, dates};
use crate::hours::day::{DAY_MINUTES, Interval};
use crate::hours::season::Span;
use chrono::NaiveDate;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    /// What follows holds in this part of the year.
    Season(Span),
    /// What follows is about these days.
    Subject(Subject),
    /// Days in brackets behind the times they belong to.
    Behind(Days),
    Hours(Vec<Interval>),
    Pause(Interval),
    NoPause,
    Closed,
    Except,
    AsUsual,
    Later,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Subject {
    Days(Days),
    /// First and last.
    Dates(NaiveDate, NaiveDate),
}

/// A list of days.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct Days {
    /// Monday first.
    pub(super) weekdays: [bool; 7],
    pub(super) holidays: bool,
    /// Said as 工作日.
    pub(super) workdays: bool,
    /// Said as 每天.
    pub(super) every: bool,
    /// There is a range or 每天 in it, which ends a list unless it goes on with 和 or 、.
    whole: bool,
    /// Something follows the range all the same.
    pub(super) mixed: bool,
}

impl Days {
    pub(super) const HOLIDAYS: Self = Self {
        weekdays: [false; 7],
        holidays: true,
        workdays: false,
        every: false,
        whole: false,
        mixed: false,
    };

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            weekdays: std::array::from_fn(|day| self.weekdays[day] || other.weekdays[day]),
            holidays: self.holidays || other.holidays,
            workdays: self.workdays || other.workdays,
            every: self.every || other.every,
            whole: self.whole || other.whole,
            mixed: self.whole || self.mixed || other.mixed,
        }
    }

    fn range(first: usize, last: usize) -> Self {
        let length = (last + 7 - first) % 7;
        Self {
            weekdays: std::array::from_fn(|day| (day + 7 - first) % 7 <= length),
            whole: first != last,
            ..Self::default()
        }
    }
}

pub(super) fn items(tokens: &[Token]) -> Option<Vec<Item>> {
    let mut cursor = Cursor(tokens);
    let mut items = Vec::new();
    while let Some(token) = cursor.peek() {
        let behind_hours = matches!(items.last(), Some(Item::Hours(_)));
        if behind_hours && let Some(days) = cursor.attempt(days_in_brackets) {
            items.push(Item::Behind(days));
        } else if is_stop(token) {
            cursor.next();
        } else {
            item(&mut cursor, &mut items)?;
        }
    }
    Some(items)
}

fn is_stop(token: Token) -> bool {
    match token {
        Token::Comma | Token::Semicolon | Token::Colon | Token::Open | Token::Close => true,
        Token::Word(word) => matches!(word, Word::Filler | Word::And),
        Token::Number { .. } | Token::Point => false,
    }
}

fn item(cursor: &mut Cursor<'_>, items: &mut Vec<Item>) -> Option<()> {
    if let Some((first, last)) = cursor.attempt(dates::dates) {
        items.push(Item::Subject(Subject::Dates(first, last)));
    } else if let Some(span) = cursor.attempt(season) {
        items.push(Item::Season(span));
    } else if let Some(interval) = cursor.attempt(clock::interval) {
        if cursor.word(Word::Pause) || cursor.word(Word::Closed) {
            items.push(Item::Pause(interval));
        } else {
            push_hours(interval, items);
        }
    } else if let Some(days) = cursor.attempt(days) {
        items.push(Item::Subject(Subject::Days(days)));
    } else {
        let Token::Word(word) = cursor.next()? else {
            return None;
        };
        match word {
            Word::Besides => {
                let days = days(cursor)?;
                cursor.word(Word::Except).then_some(())?;
                items.extend([Item::Subject(Subject::Days(days)), Item::Except]);
            }
            Word::HolidaysToo => {
                items.extend([Item::Subject(Subject::Days(Days::HOLIDAYS)), Item::AsUsual]);
            }
            Word::Always => {
                items.push(Item::Subject(Subject::Days(every_day())));
                push_hours(ALL_DAY, items);
            }
            Word::AroundTheClock => push_hours(ALL_DAY, items),
            Word::Pause => {
                while cursor.peek().is_some_and(is_stop) {
                    cursor.next();
                }
                items.push(Item::Pause(clock::interval(cursor)?));
            }
            Word::NoPause => items.push(Item::NoPause),
            Word::Closed => items.push(Item::Closed),
            Word::Except => items.push(Item::Except),
            Word::AsUsual => items.push(Item::AsUsual),
            Word::Later => items.push(Item::Later),
            _ => return None,
        }
    }
    Some(())
}

const ALL_DAY: Interval = Interval {
    opens: 0,
    closes: DAY_MINUTES,
};

/// Times in a row are one list; all day said twice (全天24小时) is said once.
fn push_hours(interval: Interval, items: &mut Vec<Item>) {
    match items.last_mut() {
        Some(Item::Hours(hours)) if interval == ALL_DAY && *hours == [ALL_DAY] => {}
        Some(Item::Hours(hours)) => hours.push(interval),
        _ => items.push(Item::Hours(vec![interval])),
    }
}

/// 夏季(5月1日-9月30日), 5月1日-9月30日(夏季), or only the dates.
fn season(cursor: &mut Cursor<'_>) -> Option<Span> {
    if cursor.word(Word::Season) {
        while cursor.peek().is_some_and(is_stop) {
            cursor.next();
        }
        return dates::span(cursor, true);
    }
    let span = dates::span(cursor, false)?;
    let named = |cursor: &mut Cursor<'_>| {
        cursor.eat(Token::Open);
        cursor.word(Word::Season).then_some(())
    };
    cursor.attempt(named);
    Some(span)
}

fn days_in_brackets(cursor: &mut Cursor<'_>) -> Option<Days> {
    cursor.eat(Token::Open).then_some(())?;
    let days = days(cursor)?;
    cursor.eat(Token::Close).then_some(days)
}

fn days(cursor: &mut Cursor<'_>) -> Option<Days> {
    let mut days = day(cursor)?;
    loop {
        let next = cursor.attempt(|cursor| {
            if !cursor.word(Word::And) {
                cursor.eat(Token::Comma);
                (!days.whole).then_some(())?;
            }
            day(cursor)
        });
        match next {
            Some(next) => days = days.and(next),
            None => return Some(days),
        }
    }
}

fn day(cursor: &mut Cursor<'_>) -> Option<Days> {
    let Token::Word(word) = cursor.next()? else {
        return None;
    };
    match word {
        Word::Week => weekdays(cursor),
        Word::Weekend => Some(Days {
            whole: false,
            ..Days::range(5, 6)
        }),
        Word::Workdays => Some(Days {
            workdays: true,
            ..Days::range(0, 4)
        }),
        Word::EveryDay => Some(every_day()),
        Word::Holidays => Some(Days::HOLIDAYS),
        _ => None,
    }
}

fn every_day() -> Days {
    Days {
        every: true,
        ..Days::range(0, 6)
    }
}

/// What follows 周: 一, 一至五, 一至周五, 一三五, 一、三、五, 六日.
fn weekdays(cursor: &mut Cursor<'_>) -> Option<Days> {
    let first = weekday(cursor)?;
    let last = cursor.attempt(|cursor| {
        cursor.word(Word::To).then_some(())?;
        cursor.word(Word::Week);
        weekday(cursor)
    });
    if let Some(last) = last {
        return Some(Days::range(first, last));
    }
    let mut days = Days::range(first, first);
    let more = |cursor: &mut Cursor<'_>| {
        cursor.word(Word::And);
        let numeral = matches!(cursor.peek()?, Token::Word(_));
        let day = weekday(cursor)?;
        // 周六五点: the numeral is an hour.
        let hour = matches!(
            cursor.peek(),
            Some(Token::Word(Word::Hour | Word::Numeral(10) | Word::To))
        );
        (numeral && !hour).then_some(day)
    };
    while let Some(day) = cursor.attempt(more) {
        days = days.and(Days::range(day, day));
    }
    Some(days)
}

fn weekday(cursor: &mut Cursor<'_>) -> Option<usize> {
    let number = match cursor.next()? {
        Token::Word(Word::Numeral(number))
        | Token::Number {
            value: number,
            digits: 1,
        } => number,
        Token::Word(Word::Day) => 7,
        _ => return None,
    };
    (1..=7).contains(&number).then(|| usize::from(number) - 1)
}
