//! Times of day: 8:30, 8点半, 下午5点, 早8点-晚9点, 20:00-次日2:00.

use super::tokens::{Cursor, Token};
use super::words::Word;
use crate::hours::day::{DAY_MINUTES, Interval};

/// Part of the day that a time is said to lie in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
}

/// From this hour on somebody who writes no 下午 must mean the clock of 24 hours.
const SURELY_24_HOURS: u16 = 13;

/// Before this hour few places open, and many in the afternoon: 5:00-8:00 alone may be either.
const EARLIEST_BARE_HOUR: u16 = 6;

impl Half {
    /// The hour of the day that `hour` means in it.
    fn hour(self, hour: u16) -> Option<u16> {
        // Hours as they stand, and hours to which 12 is to be added.
        let (plain, later) = match self {
            Self::Dawn => (0..7, 0..0),
            Self::Morning => (4..13, 0..0),
            Self::Noon => (11..15, 1..3),
            Self::Afternoon => (12..20, 1..12),
            Self::Evening => (17..25, 5..13),
        };
        if later.contains(&hour) {
            Some(hour + 12)
        } else {
            plain.contains(&hour).then_some(hour)
        }
    }
}

/// A time as written.
#[derive(Clone, Copy)]
struct Written {
    next_day: bool,
    half: Option<Half>,
    hour: u16,
    minute: u16,
    /// A number that only the company of a time makes one, as the 8 of 8-17点.
    bare: bool,
}

impl Written {
    /// Minutes after midnight, with `half` said of it.
    fn minute_in(self, half: Option<Half>) -> Option<u16> {
        let hour = half.map_or(Some(self.hour), |half| half.hour(self.hour))?;
        let time = hour * 60 + self.minute;
        (time <= DAY_MINUTES).then_some(time)
    }
}

pub(super) fn interval(cursor: &mut Cursor<'_>) -> Option<Interval> {
    let from = written(cursor)?;
    if !cursor.word(Word::To) {
        return None;
    }
    let to = written(cursor)?;
    // 8-17点 borrows its 点 from the end, 早8-晚9 says enough by its halves; 8-17 is no time.
    let bare_end = to.bare && (to.half.is_none() || from.half.is_none() && from.bare);
    if from.next_day || bare_end {
        return None;
    }
    let opens = from.minute_in(from.half)?;
    // 下午1:30-5:30: what is said of the first time holds for the second, unless it is plainly later.
    let inherited = from
        .half
        .filter(|_| to.hour < SURELY_24_HOURS && !to.next_day && to.hour != 0);
    let closes = to.minute_in(to.half.or(inherited))?;
    let bare_range = from.half.is_none() && to.half.is_none() && !to.next_day;
    let early = (60..EARLIEST_BARE_HOUR * 60).contains(&opens) && closes <= 12 * 60;
    if bare_range && early {
        return None;
    }
    // 0:00-23:59 is how a form without 24:00 says all day.
    let closes = if (opens, closes) == (0, DAY_MINUTES - 1) {
        DAY_MINUTES
    } else {
        closes
    };
    let midnight = closes == 0 || closes == DAY_MINUTES;
    let night = opens >= SURELY_24_HOURS * 60 || to.half == Some(Half::Dawn) || midnight;
    let closes = match (to.next_day, closes <= opens) {
        (false, false) => closes,
        // 8:30-5:30 may be meant as the afternoon; only what is surely a night runs past midnight.
        (false, true) if !night || inherited.is_some() => return None,
        _ => closes + DAY_MINUTES,
    };
    Some(Interval { opens, closes })
}

fn written(cursor: &mut Cursor<'_>) -> Option<Written> {
    let next_day = cursor.word(Word::NextDay);
    let half = cursor.attempt(|cursor| match cursor.next()? {
        Token::Word(Word::Half(half)) => Some(half),
        _ => None,
    });
    let hour = cursor
        .attempt(Cursor::number)
        .or_else(|| cursor.attempt(numeral))?;
    let minute = cursor.attempt(minute);
    let written = Written {
        next_day,
        half,
        hour,
        minute: minute.unwrap_or(0),
        bare: minute.is_none(),
    };
    (hour <= 24 && written.minute < 60).then_some(written)
}

/// What follows the hour: `:30`, 点, 点半, 点30分, 时一刻.
fn minute(cursor: &mut Cursor<'_>) -> Option<u16> {
    if cursor.eat(Token::Colon) {
        return match cursor.next()? {
            Token::Number { value, digits: 2 } => Some(value),
            _ => None,
        };
    }
    if !cursor.word(Word::Hour) {
        return None;
    }
    if cursor.word(Word::HalfHour) {
        return Some(30);
    }
    if cursor.word(Word::QuarterHour) {
        return Some(15);
    }
    let minute = cursor.attempt(|cursor| match cursor.next()? {
        Token::Number { value, digits: 2 } => Some(value),
        _ => None,
    });
    if minute.is_some() {
        cursor.word(Word::Minute);
    }
    Some(minute.unwrap_or(0))
}

/// 八, 十, 十二, 二十, 二十二.
fn numeral(cursor: &mut Cursor<'_>) -> Option<u16> {
    let digit = |cursor: &mut Cursor<'_>| match cursor.next()? {
        Token::Word(Word::Numeral(digit)) => Some(digit),
        _ => None,
    };
    let unit = |cursor: &mut Cursor<'_>| digit(cursor).filter(|digit| *digit < 10);
    let tens = cursor.attempt(unit);
    if cursor.word(Word::Numeral(10)) {
        Some(tens.unwrap_or(1) * 10 + cursor.attempt(unit).unwrap_or(0))
    } else {
        tens
    }
}
