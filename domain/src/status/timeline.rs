//! The stretches of open, closed and unknown in the days ahead.

use super::claims::Claims;
use super::{Reason, Truth};
use crate::hours::{DAY_MINUTES, Schedule};
use crate::time::BeijingTime;
use chrono::{Days, NaiveDate};

/// Whole days for which a timeline answers, from its first day on.
const REACH_DAYS: u16 = 3;

/// How many days ahead the next change is looked for. The longest holiday is 9 days.
const HORIZON_DAYS: u16 = 40;

/// What is true from a minute on, and what follows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// Minutes after the first day's midnight.
    start: u16,
    pub(super) truth: Truth,
    pub(super) reason: Reason,
    /// The next minute at which the truth is another, and which.
    pub(super) change: Option<(u16, Truth)>,
}

/// Some days of a schedule.
#[derive(Clone, Debug)]
pub(super) struct Timeline {
    /// When its first day begins.
    begin: BeijingTime,
    /// In order, the first at 0.
    stretches: Vec<Stretch>,
}

impl Timeline {
    /// Goes on past its reach until the truth changes once more, or to the horizon.
    pub(super) fn new(schedule: &Schedule, first_day: NaiveDate) -> Self {
        let mut stretches: Vec<Stretch> = Vec::new();
        let day_before = first_day.pred_opt().unwrap_or(first_day);
        let mut yesterday = Claims::new(schedule, day_before);
        for offset in 0..=HORIZON_DAYS {
            let Some(date) = first_day.checked_add_days(Days::new(offset.into())) else {
                break;
            };
            let today = Claims::new(schedule, date);
            let begin = stretches.len();
            push_day(&yesterday, &today, offset * DAY_MINUTES, &mut stretches);
            let before = stretches[begin.saturating_sub(1)].truth;
            if offset >= REACH_DAYS && stretches[begin..].iter().any(|next| next.truth != before) {
                break;
            }
            yesterday = today;
        }
        let mut change = None;
        for index in (1..stretches.len()).rev() {
            let (before, here) = (stretches[index - 1], stretches[index]);
            stretches[index].change = change;
            if before.truth != here.truth {
                change = Some((here.start, here.truth));
            }
        }
        if let Some(first) = stretches.first_mut() {
            first.change = change;
        }
        Self {
            begin: BeijingTime::at_minute(first_day, 0),
            stretches,
        }
    }

    /// The first midnight, from which its minutes are counted.
    pub(super) fn begin(&self) -> BeijingTime {
        self.begin
    }

    /// The stretch at that minute after the first day's midnight; `None` beyond its reach.
    pub(super) fn at(&self, minute: i64) -> Option<&Stretch> {
        let minute = u16::try_from(minute).ok()?;
        let within = minute < REACH_DAYS * DAY_MINUTES;
        let next = self
            .stretches
            .partition_point(|stretch| stretch.start <= minute);
        self.stretches[..next].last().filter(|_| within)
    }
}

/// Adds the stretches of `today`, whose midnight is at `midnight`.
fn push_day(
    yesterday: &Claims<'_>,
    today: &Claims<'_>,
    midnight: u16,
    stretches: &mut Vec<Stretch>,
) {
    let ends = |claims: &Claims<'_>| -> Vec<u16> {
        let intervals = claims.days.iter().flat_map(|day| day.intervals());
        intervals
            .flat_map(|interval| [interval.opens, interval.closes])
            .collect()
    };
    let nights = ends(yesterday)
        .into_iter()
        .filter_map(|end| end.checked_sub(DAY_MINUTES));
    let mut starts: Vec<u16> = ends(today).into_iter().chain(nights).chain([0]).collect();
    starts.retain(|start| *start < DAY_MINUTES);
    starts.sort_unstable();
    starts.dedup();
    for start in starts {
        let (truth, reason) = truth_of(yesterday, today, start);
        match stretches.last() {
            Some(last) if (last.truth, last.reason) == (truth, reason) => {}
            _ => stretches.push(Stretch {
                start: midnight + start,
                truth,
                reason,
                change: None,
            }),
        }
    }
}

/// Open if today or last night says so, closed if both do, else unknown.
fn truth_of(yesterday: &Claims<'_>, today: &Claims<'_>, minute: u16) -> (Truth, Reason) {
    match (today.truth(minute), yesterday.truth(minute + DAY_MINUTES)) {
        (Truth::Open, _) => (Truth::Open, today.agreed),
        (_, Truth::Open) => (Truth::Open, yesterday.agreed),
        (Truth::Unknown, _) => (Truth::Unknown, today.differ),
        (_, Truth::Unknown) => (Truth::Unknown, yesterday.differ),
        (Truth::Closed, Truth::Closed) => (Truth::Closed, today.why_closed(minute)),
    }
}
