//! The words that stand in the cells of a listing of classes.

use super::super::vocabulary::{self, Words, coded, find, key, narrow};
use crate::class::{Daily, Grades, Mode};
use chrono::NaiveDate;

const MODES: Words<Mode> = &[
    (
        Mode::Employer,
        &["单位办", "单位自办", "单位", "本单位", "单位内部"],
    ),
    (
        Mode::Area,
        &[
            "街道办",
            "社区办",
            "街道社区办",
            "楼宇办",
            "街道",
            "社区",
            "楼宇",
            "联合工会",
        ],
    ),
    (Mode::Joint, &["合办", "联合办", "联合开办", "联办", "联合"]),
];

/// What says that a fee is not stated.
const NOT_STATED: &[&str] = &["未说明", "未定", "待定", "不详", "未知", "unknown"];
const FREE: &[&str] = &["免费", "不收费", "公益", "free"];
const MOST_YUAN: u32 = 1_000_000;
const MOST_PLACES: u32 = 100_000;

/// What stands between two ends.
const TO: [char; 5] = ['至', '到', '~', '—', '–'];

pub(super) fn mode(word: &str) -> Option<Mode> {
    coded(Mode::ALL, Mode::code, Mode::name_zh, word).or_else(|| find(MODES, word))
}

/// 1-4, 一至四年级, 3.
pub(super) fn grades(text: &str) -> Option<Grades> {
    let text = key_with_dash(text).replace("年级", "").replace("小学", "");
    let mut ends = text.split(|c| TO.contains(&c) || c == '-');
    let first = grade(ends.next()?)?;
    let last = match ends.next() {
        Some(last) => grade(last)?,
        None => first,
    };
    ends.next().is_none().then(|| Grades::new(first, last))?
}

fn grade(text: &str) -> Option<u8> {
    const DIGITS: &str = "零一二三四五六七八九";
    let mut signs = text.chars();
    match (signs.next(), signs.next()) {
        (Some(sign), None) if !sign.is_ascii_digit() => {
            let place = DIGITS.chars().position(|digit| digit == sign)?;
            u8::try_from(place).ok()
        }
        _ => text.parse().ok(),
    }
}

/// The sessions of a list as people write it; dates may have strokes in them.
pub(super) fn sessions(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(['、', '，', ',', '；', ';', '|', '｜', '\n']);
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// 2027-07-12至2027-08-06.
pub(super) fn days(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let text = narrow(text);
    let (first, last) = text.split_once(TO)?;
    Some((vocabulary::date(first)?, vocabulary::date(last)?))
}

/// 8:30-17:30.
pub(super) fn daily(text: &str) -> Option<Daily> {
    let text = key_with_dash(text);
    let (from, until) = text.split_once(|c| TO.contains(&c) || c == '-')?;
    Daily::new(minute(from)?, minute(until)?)
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
}

/// 30, 30人.
pub(super) fn places(text: &str) -> Option<u32> {
    let places = key(text)
        .trim_end_matches(['人', '名', '个'])
        .parse()
        .ok()?;
    (1..=MOST_PLACES).contains(&places).then_some(places)
}

/// Whole yuan, 0 for free; `Some(None)` is an answer too: it is not stated.
pub(super) fn fee(text: &str) -> Option<Option<u32>> {
    let wanted = key(text);
    if NOT_STATED.contains(&&*wanted) {
        return Some(None);
    }
    if FREE.contains(&&*wanted) {
        return Some(Some(0));
    }
    let yuan = wanted.trim_end_matches("元").parse().ok()?;
    (yuan <= MOST_YUAN).then_some(Some(yuan))
}

/// The form in which words are compared, with the dashes and colons between numbers.
fn key_with_dash(text: &str) -> String {
    narrow(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}
