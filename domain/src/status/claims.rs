//! What is claimed of one date: the hours it may have.

use super::{Reason, Truth};
use crate::calendar::{DayKind, day_kind};
use crate::hours::{DAY_MINUTES, Day, HolidayRule, Schedule};
use chrono::{Datelike, NaiveDate, Weekday};

static CLOSED: Day = Day::CLOSED;

/// The hours a date may have, and why.
pub(super) struct Claims<'a> {
    /// The usual ones first; empty if nothing whatever is known.
    pub(super) days: Vec<&'a Day>,
    /// The reason where all of them agree.
    pub(super) agreed: Reason,
    /// The reason where they do not.
    pub(super) differ: Reason,
}

impl<'a> Claims<'a> {
    pub(super) fn new(schedule: &'a Schedule, date: NaiveDate) -> Self {
        match schedule.exceptions().get(&date) {
            Some(day) => Self::certain(day, Reason::Exception),
            None => Self::of_kind(schedule, date, day_kind(date)),
        }
    }

    fn certain(day: &'a Day, reason: Reason) -> Self {
        Self {
            days: vec![day],
            agreed: reason,
            differ: reason,
        }
    }

    /// As the week says, for that reason; a place that never closes needs no other.
    fn usual(schedule: &'a Schedule, date: NaiveDate, reason: Reason) -> Self {
        match schedule.season(date) {
            Some(season) => {
                let day = &season.week[date.weekday().num_days_from_monday() as usize];
                let all_day = day.is_around_the_clock();
                Self::certain(day, if all_day { Reason::AllDay } else { reason })
            }
            None => Self {
                days: Vec::new(),
                agreed: Reason::SeasonUnstated,
                differ: Reason::SeasonUnstated,
            },
        }
    }

    fn of_kind(schedule: &'a Schedule, date: NaiveDate, kind: DayKind) -> Self {
        match kind {
            DayKind::Ordinary => Self::usual(schedule, date, Reason::WeekdayHours),
            DayKind::Holiday => match schedule.holidays() {
                HolidayRule::AsUsual => Self::usual(schedule, date, Reason::Holiday),
                HolidayRule::Closed => Self::certain(&CLOSED, Reason::Holiday),
                HolidayRule::Own(day) => Self::certain(day, Reason::Holiday),
                HolidayRule::NotStated => {
                    let closed = Self::certain(&CLOSED, Reason::Holiday);
                    let usual = Self::usual(schedule, date, Reason::WeekdayHours);
                    usual.or(closed, Reason::HolidayUnstated)
                }
            },
            DayKind::MakeUp => Self::make_up(schedule, date),
            DayKind::Unknown => {
                let ordinary = Self::of_kind(schedule, date, DayKind::Ordinary);
                let holiday = Self::of_kind(schedule, date, DayKind::Holiday);
                let either = ordinary.or(holiday, Reason::CalendarUnknown);
                if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
                    let make_up = Self::of_kind(schedule, date, DayKind::MakeUp);
                    either.or(make_up, Reason::CalendarUnknown)
                } else {
                    either
                }
            }
        }
    }

    /// The hours of a working day, if the working days are alike. If not, any of them or the
    /// weekend day's own may be kept.
    fn make_up(schedule: &'a Schedule, date: NaiveDate) -> Self {
        let usual = Self::usual(schedule, date, Reason::MakeUpDay);
        let Some(season) = schedule.season(date) else {
            return usual;
        };
        let (monday, others) = (&season.week[0], &season.week[1..5]);
        if others.iter().all(|day| day == monday) {
            let all_day = monday.is_around_the_clock();
            return Self::certain(
                monday,
                if all_day {
                    Reason::AllDay
                } else {
                    Reason::MakeUpDay
                },
            );
        }
        Self {
            days: usual.days.into_iter().chain(&season.week[..5]).collect(),
            agreed: Reason::MakeUpDay,
            differ: Reason::MakeUpUnstated,
        }
    }

    /// Either this or `other`; `differ` is why nobody can say which.
    fn or(mut self, other: Self, differ: Reason) -> Self {
        if self.days.is_empty() {
            return self;
        }
        if other.days.is_empty() {
            return other;
        }
        self.days.extend(other.days);
        Self { differ, ..self }
    }

    /// Whether it is open at that minute after the date's midnight; above 1440 it is asked how far
    /// the night reaches. A date of which nothing is known claims nothing of the next.
    pub(super) fn truth(&self, minute: u16) -> Truth {
        let is_open = |day: &&&Day| {
            let mut intervals = day.intervals().iter();
            intervals.any(|interval| interval.opens <= minute && minute < interval.closes)
        };
        let open = self.days.iter().filter(is_open).count();
        match open {
            0 if self.days.is_empty() && minute < DAY_MINUTES => Truth::Unknown,
            0 => Truth::Closed,
            _ if open == self.days.len() => Truth::Open,
            _ => Truth::Unknown,
        }
    }

    /// Why it is closed at that minute.
    pub(super) fn why_closed(&self, minute: u16) -> Reason {
        let pauses = self.days.iter().all(|day| {
            let intervals = day.intervals();
            intervals.iter().any(|interval| interval.closes <= minute)
                && intervals.iter().any(|interval| interval.opens > minute)
        });
        match self.agreed {
            Reason::WeekdayHours if pauses => Reason::Break,
            other => other,
        }
    }
}
