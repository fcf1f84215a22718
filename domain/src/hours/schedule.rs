//! Hours that were understood.

use super::day::Day;
use super::season::{MonthDay, Season, Span};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Hours that were understood and do not contradict themselves, in one canonical form: two
/// schedules that say the same in the same detail are equal.
///
/// A night belongs to the day on which it began. Where it runs into a day with hours of another
/// season, a holiday or an exception, the place stays open as long as either says so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Schedule {
    seasons: Vec<Season>,
    holidays: HolidayRule,
    exceptions: BTreeMap<NaiveDate, Day>,
}

/// What happens on statutory days off.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum HolidayRule {
    /// As on the same weekday of any other week.
    AsUsual,
    /// Closed.
    Closed,
    /// Hours of their own.
    Own(Day),
    /// Nobody has said: unknown wherever it would matter.
    NotStated,
}

/// Why something is not a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScheduleError {
    /// There is no season at all.
    NoSeason,
    /// Two seasons share a day.
    SeasonsOverlap,
    /// A night runs into the opening hours of the next morning.
    NightMeetsMorning,
    /// The year of an exception does not have four digits.
    YearOutOfRange,
}

impl Schedule {
    /// Seasons come in any order and need not cover the year: nothing is known of the rest.
    /// `exceptions` are the hours of single dates, stronger than everything else.
    pub fn new(
        seasons: Vec<Season>,
        holidays: HolidayRule,
        exceptions: BTreeMap<NaiveDate, Day>,
    ) -> Result<Self, ScheduleError> {
        if seasons.is_empty() {
            return Err(ScheduleError::NoSeason);
        }
        if seasons.iter().any(Season::contradicts_itself) {
            return Err(ScheduleError::NightMeetsMorning);
        }
        let mut years = exceptions.keys().map(|date| date.year());
        if !years.all(|year| (1000..=9999).contains(&year)) {
            return Err(ScheduleError::YearOutOfRange);
        }
        let seasons = in_order(seasons)?;
        Ok(Self {
            holidays: simplest(holidays, &seasons),
            seasons,
            exceptions,
        })
    }

    /// By their first day, without overlap; neighbours differ in their week.
    pub fn seasons(&self) -> &[Season] {
        &self.seasons
    }

    /// The season in which `date` lies, if anything was said of it.
    pub fn season(&self, date: NaiveDate) -> Option<&Season> {
        let day = MonthDay::of(date);
        self.seasons.iter().find(|season| season.span.contains(day))
    }

    /// What happens on statutory days off.
    pub fn holidays(&self) -> &HolidayRule {
        &self.holidays
    }

    /// Hours of single dates, stronger than everything else.
    pub fn exceptions(&self) -> &BTreeMap<NaiveDate, Day> {
        &self.exceptions
    }

    /// Whether it opens on no day whatever.
    pub fn never_opens(&self) -> bool {
        let weeks = self.seasons.iter().flat_map(|season| &season.week);
        let covered = self.seasons.len() == 1 && self.seasons[0].span == Span::YEAR;
        covered
            && weeks.chain(self.exceptions.values()).all(Day::is_closed)
            && !matches!(self.holidays, HolidayRule::Own(_))
    }

    /// Whether every ordinary day of the year is open without a break between those minutes.
    pub(super) fn is_open_daily(&self, opens: u16, closes: u16) -> bool {
        let daily = |season: &Season| season.is_open_daily(opens, closes);
        gaps(&self.seasons).next().is_none() && self.seasons.iter().all(daily)
    }
}

/// The parts of the year that no season covers.
pub(super) fn gaps(seasons: &[Season]) -> impl Iterator<Item = Span> {
    let next = seasons.iter().cycle().skip(1);
    seasons.iter().zip(next).filter_map(|(season, next)| {
        let (span, next) = (season.span, next.span);
        (!span.meets(next)).then(|| Span::new(span.to().next(), next.from().previous()))
    })
}

/// Sorts the seasons and joins neighbours that keep the same week.
fn in_order(mut seasons: Vec<Season>) -> Result<Vec<Season>, ScheduleError> {
    seasons.sort_by_key(|season| season.span);
    let mut ordered: Vec<Season> = Vec::with_capacity(seasons.len());
    for season in seasons {
        if ordered.iter().any(|other| other.span.overlaps(season.span)) {
            return Err(ScheduleError::SeasonsOverlap);
        }
        match ordered.last_mut() {
            Some(last) if last.week == season.week && last.span.meets(season.span) => {
                last.span = Span::new(last.span.from(), season.span.to());
            }
            _ => ordered.push(season),
        }
    }
    if let [first, .., last] = &mut ordered[..]
        && first.week == last.week
        && last.span.meets(first.span)
    {
        last.span = Span::new(last.span.from(), first.span.to());
        ordered.remove(0);
    }
    Ok(ordered)
}

/// Hours of their own that are no hours are closed, and those of every other day are the usual.
fn simplest(holidays: HolidayRule, seasons: &[Season]) -> HolidayRule {
    match holidays {
        HolidayRule::Own(day) if day.is_closed() => HolidayRule::Closed,
        HolidayRule::Own(day) if gaps(seasons).next().is_none() => {
            let mut days = seasons.iter().flat_map(|season| &season.week);
            if days.all(|other| *other == day) {
                HolidayRule::AsUsual
            } else {
                HolidayRule::Own(day)
            }
        }
        other => other,
    }
}
