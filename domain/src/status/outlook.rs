//! The status of many places at many moments, from hours worked out once.

use super::timeline::Timeline;
use super::{Reason, SOON_MINUTES, State, Status, Truth};
use crate::hours::Hours;
use crate::station::Life;
use crate::time::BeijingTime;
use chrono::NaiveDate;

/// What is known of the days ahead of some hours, worked out once and asked many times.
///
/// To ask is a binary search among a dozen stretches for moments from the day of `from` to the
/// day after the next. Other moments are right as well, but worked out anew each time.
#[derive(Clone, Debug)]
pub struct Outlook {
    hours: Hours,
    timeline: Option<Timeline>,
}

impl Outlook {
    /// Works out what `hours` mean from the day of `from` on.
    pub fn new(hours: &Hours, from: BeijingTime) -> Self {
        let open_at_all = hours.schedule().filter(|schedule| !schedule.never_opens());
        Self {
            hours: hours.clone(),
            timeline: open_at_all.map(|schedule| Timeline::new(schedule, from.date())),
        }
    }

    /// The status at `at` of a place with that life.
    pub fn at(&self, life: Life, at: BeijingTime) -> Status {
        let closure = Closure::of(life);
        match closure {
            Some(closure) if closure.contains(at) => self.during(closure),
            Some(closure) if closure.start.is_some_and(|start| at < start) => {
                self.before(closure, self.plainly(at)).with_soon(at)
            }
            _ => self.plainly(at).with_soon(at),
        }
    }

    /// By the hours alone, without "soon".
    fn plainly(&self, at: BeijingTime) -> Status {
        let always = |state, reason| Status {
            state,
            until: None,
            then: Truth::Unknown,
            reason,
        };
        let Some(timeline) = &self.timeline else {
            return match self.hours {
                Hours::Unstated => always(State::Unknown, Reason::HoursUnstated),
                Hours::Unread(_) => always(State::Unknown, Reason::HoursUnread),
                Hours::Known(_) => always(State::TemporarilyClosed, Reason::TemporaryClosure),
            };
        };
        let begin = timeline.begin();
        let minute = if at < begin {
            -1
        } else {
            at.minutes_since(begin)
        };
        let Some(stretch) = timeline.at(minute) else {
            return Self::new(&self.hours, at).plainly(at);
        };
        let (until, then) = stretch.change.unzip();
        Status {
            state: match stretch.truth {
                Truth::Open => State::Open,
                Truth::Closed => State::Closed,
                Truth::Unknown => State::Unknown,
            },
            until: until.map(|minute| begin.plus_minutes(minute.into())),
            then: then.unwrap_or(Truth::Unknown),
            reason: stretch.reason,
        }
    }

    /// The status while closed for a time or for good.
    fn during(&self, closure: Closure) -> Status {
        let (state, reason) = match closure.kind {
            ClosureKind::Temporary => (State::TemporarilyClosed, Reason::TemporaryClosure),
            ClosureKind::ForGood => (State::Closed, Reason::ClosedForGood),
        };
        let until = self.reopening(closure);
        Status {
            state,
            until,
            then: after(closure, until),
            reason,
        }
    }

    /// `status` in the light of a closure ahead.
    fn before(&self, closure: Closure, status: Status) -> Status {
        if status
            .until
            .is_some_and(|until| Some(until) < closure.start)
        {
            return status;
        }
        if matches!(status.state, State::Open | State::Unknown) {
            return Status {
                until: closure.start,
                then: Truth::Closed,
                ..status
            };
        }
        // Closed, and not open again before the closure.
        let until = self.reopening(closure);
        Status {
            until,
            then: after(closure, until),
            reason: match closure.kind {
                ClosureKind::ForGood => Reason::ClosedForGood,
                ClosureKind::Temporary => status.reason,
            },
            ..status
        }
    }

    /// The first opening after `closure`, if it is known.
    fn reopening(&self, closure: Closure) -> Option<BeijingTime> {
        let end = closure.end?;
        let status = self.plainly(end);
        match (status.state, status.then) {
            (State::Open, _) => Some(end),
            (State::Closed, Truth::Open) => status.until,
            _ => None,
        }
    }
}

impl Status {
    /// With "soon" where the next change is near and certain.
    fn with_soon(self, at: BeijingTime) -> Self {
        let near = self
            .until
            .is_some_and(|until| until <= at.plus_minutes(SOON_MINUTES));
        let state = match (self.state, self.then) {
            (State::Open, Truth::Closed) if near => State::ClosingSoon,
            (State::Closed, Truth::Open) if near => State::OpeningSoon,
            (other, _) => other,
        };
        Self { state, ..self }
    }
}

/// When a station's life keeps it closed: from `start` (`None` is since ever) to `end`, excluded
/// (`None` is for ever).
#[derive(Clone, Copy)]
struct Closure {
    kind: ClosureKind,
    start: Option<BeijingTime>,
    end: Option<BeijingTime>,
}

#[derive(Clone, Copy, PartialEq)]
enum ClosureKind {
    Temporary,
    ForGood,
}

impl Closure {
    fn of(life: Life) -> Option<Self> {
        let midnight = |date: NaiveDate| BeijingTime::at_minute(date, 0);
        match life {
            Life::Active => None,
            Life::TemporarilyClosed { from, until } => Some(Self {
                kind: ClosureKind::Temporary,
                start: from.map(midnight),
                end: until.and_then(|last| last.succ_opt()).map(midnight),
            }),
            Life::Closed { from, .. } => Some(Self {
                kind: ClosureKind::ForGood,
                start: from.map(midnight),
                end: None,
            }),
        }
        .filter(|closure| match (closure.start, closure.end) {
            (Some(start), Some(end)) => start < end,
            _ => true,
        })
    }

    fn contains(self, at: BeijingTime) -> bool {
        self.start.is_none_or(|start| start <= at) && self.end.is_none_or(|end| at < end)
    }
}

fn after(closure: Closure, until: Option<BeijingTime>) -> Truth {
    match (closure.kind, until) {
        (ClosureKind::ForGood, _) => Truth::Closed,
        (ClosureKind::Temporary, Some(_)) => Truth::Open,
        (ClosureKind::Temporary, None) => Truth::Unknown,
    }
}
