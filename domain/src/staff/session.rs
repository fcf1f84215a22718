//! How long somebody stays signed in.

use crate::time::BeijingTime;

/// After so many minutes without a request a session has ended.
pub const IDLE_MINUTES: i64 = 30;

/// After so many minutes it has ended in any case: a working day with room.
pub const LONGEST_MINUTES: i64 = 12 * 60;

/// So many minutes a link for the set-up of an account opens it.
pub const SET_UP_MINUTES: i64 = 24 * 60;

/// When a session began, and when somebody was last there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionTimes {
    /// Signed in.
    pub began: BeijingTime,
    /// Last seen.
    pub seen: BeijingTime,
}

impl SessionTimes {
    /// Whether it goes on at `now`. A clock that was set back ends nothing.
    pub fn is_live(self, now: BeijingTime) -> bool {
        now < self.ends_at()
    }

    /// When it ends if nobody comes any more.
    pub fn ends_at(self) -> BeijingTime {
        let idle = self.seen.plus_minutes(IDLE_MINUTES);
        idle.min(self.began.plus_minutes(LONGEST_MINUTES))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> BeijingTime {
        let morning = BeijingTime::from_rfc3339("2026-11-20T08:00:00+08:00").unwrap();
        morning.plus_minutes(minutes)
    }

    #[track_caller]
    fn check(seen: i64, now: i64, live: bool) {
        let times = SessionTimes {
            began: at(0),
            seen: at(seen),
        };
        assert_eq!(times.is_live(at(now)), live, "seen {seen}, now {now}");
    }

    #[test]
    fn a_session_ends_half_an_hour_after_the_last_request() {
        check(0, 29, true);
        check(0, 30, false);
        check(100, 129, true);
        check(100, 130, false);
    }

    #[test]
    fn a_session_ends_after_twelve_hours_however_busy() {
        check(719, 719, true);
        check(719, 720, false);
    }

    #[test]
    fn a_clock_set_back_ends_nothing() {
        check(100, 50, true);
    }
}
