//! The countdown to a deadline. It can stop, and run on.

use super::Limit;
use crate::time::BeijingTime;

/// The time that a request has, and how much of it has passed. Counted in whole minutes: the
/// seconds of a beginning and of an end are dropped, so no worker waits a minute longer for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    limit: Limit,
    /// Minutes that had passed before it last began to run.
    used: u32,
    /// Since when it runs; `None` while it is stopped.
    since: Option<BeijingTime>,
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The moment.
    pub at: BeijingTime,
    /// Whether days on the way are of a year whose table is not loaded and were taken by their
    /// weekday: whoever shows the moment says so.
    pub assumed: bool,
}

impl Countdown {
    /// Begins to run at `at` with the whole limit.
    pub fn start(limit: Limit, at: BeijingTime) -> Self {
        Self {
            limit,
            used: 0,
            since: Some(to_the_minute(at)),
        }
    }

    /// The limit it began with.
    pub fn limit(&self) -> Limit {
        self.limit
    }

    /// Whether it runs.
    pub fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// Stops at `at`; nothing changes if it is stopped already.
    pub fn stop(&mut self, at: BeijingTime) {
        self.used = self.minutes_used(at);
        self.since = None;
    }

    /// Runs on from `at`; nothing changes if it runs already.
    pub fn resume(&mut self, at: BeijingTime) {
        self.since.get_or_insert(to_the_minute(at));
    }

    /// Minutes of its rhythm that have passed by `now`.
    pub fn minutes_used(&self, now: BeijingTime) -> u32 {
        let running = |since| {
            let rhythm = self.limit.rhythm();
            rhythm.minutes_between(since, to_the_minute(now))
        };
        self.used.saturating_add(self.since.map_or(0, running))
    }

    /// When the answer is due; `None` while it is stopped.
    pub fn due(&self) -> Option<Due> {
        self.when(self.limit.minutes())
    }

    /// When the warning comes; `None` while it is stopped.
    pub fn warning(&self) -> Option<Due> {
        self.when(self.limit.minutes() - self.limit.warn_minutes())
    }

    fn when(&self, minutes: u32) -> Option<Due> {
        let left = minutes.saturating_sub(self.used);
        let counted = self.limit.rhythm().after(self.since?, left);
        Some(Due {
            at: counted.value,
            assumed: counted.assumed,
        })
    }
}

fn to_the_minute(at: BeijingTime) -> BeijingTime {
    BeijingTime::at_minute(at.date(), at.minute_of_day())
}
