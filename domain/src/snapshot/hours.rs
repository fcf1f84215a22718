//! The table of distinct hours, as their structure: exact, and the phone needs no reader of text.

use super::SnapshotError;
use super::bytes::{Reader, put_count, put_number, put_text};
use super::{date_number, number_date};
use crate::hours::{Day, HolidayRule, Hours, Interval, MonthDay, Schedule, Season, Span, Week};
use std::collections::BTreeMap;

pub(super) fn put(out: &mut Vec<u8>, hours: &Hours) {
    match hours {
        Hours::Unstated => out.push(0),
        Hours::Unread(text) => {
            out.push(1);
            put_text(out, text);
        }
        Hours::Known(schedule) => {
            out.push(2);
            put_schedule(out, schedule);
        }
    }
}

pub(super) fn read(reader: &mut Reader) -> Result<Hours, SnapshotError> {
    match reader.byte()? {
        0 => Ok(Hours::Unstated),
        1 => Ok(Hours::Unread(reader.text()?.to_owned())),
        2 => Ok(Hours::Known(read_schedule(reader)?)),
        _ => Err(SnapshotError::Malformed),
    }
}

fn put_schedule(out: &mut Vec<u8>, schedule: &Schedule) {
    put_count(out, schedule.seasons().len());
    for season in schedule.seasons() {
        let (from, to) = (season.span.from(), season.span.to());
        out.extend([from.month(), from.day(), to.month(), to.day()]);
        season.week.iter().for_each(|day| put_day(out, day));
    }
    match schedule.holidays() {
        HolidayRule::AsUsual => out.push(0),
        HolidayRule::Closed => out.push(1),
        HolidayRule::Own(day) => {
            out.push(2);
            put_day(out, day);
        }
        HolidayRule::NotStated => out.push(3),
    }
    put_count(out, schedule.exceptions().len());
    for (date, day) in schedule.exceptions() {
        put_number(out, date_number(*date));
        put_day(out, day);
    }
}

fn read_schedule(reader: &mut Reader) -> Result<Schedule, SnapshotError> {
    let mut seasons = Vec::new();
    for _ in 0..reader.count()? {
        seasons.push(read_season(reader)?);
    }
    let holidays = match reader.byte()? {
        0 => HolidayRule::AsUsual,
        1 => HolidayRule::Closed,
        2 => HolidayRule::Own(read_day(reader)?),
        3 => HolidayRule::NotStated,
        _ => return Err(SnapshotError::Malformed),
    };
    let mut exceptions = BTreeMap::new();
    for _ in 0..reader.count()? {
        let date = number_date(reader.number()?).ok_or(SnapshotError::Malformed)?;
        exceptions.insert(date, read_day(reader)?);
    }
    Schedule::new(seasons, holidays, exceptions).map_err(|_| SnapshotError::Malformed)
}

fn read_season(reader: &mut Reader) -> Result<Season, SnapshotError> {
    let [month, day, to_month, to_day] = reader.array()?;
    let from = MonthDay::new(month, day).ok_or(SnapshotError::Malformed)?;
    let to = MonthDay::new(to_month, to_day).ok_or(SnapshotError::Malformed)?;
    let mut week = Week::default();
    for day in &mut week {
        *day = read_day(reader)?;
    }
    Ok(Season {
        span: Span::new(from, to),
        week,
    })
}

fn put_day(out: &mut Vec<u8>, day: &Day) {
    put_count(out, day.intervals().len());
    for interval in day.intervals() {
        put_number(out, interval.opens.into());
        put_number(out, interval.closes.into());
    }
}

fn read_day(reader: &mut Reader) -> Result<Day, SnapshotError> {
    let minute = |number: u32| u16::try_from(number).map_err(|_| SnapshotError::Malformed);
    let mut intervals = Vec::new();
    for _ in 0..reader.count()? {
        intervals.push(Interval {
            opens: minute(reader.number()?)?,
            closes: minute(reader.number()?)?,
        });
    }
    Day::new(intervals).ok_or(SnapshotError::Malformed)
}
