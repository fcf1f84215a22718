//! How often something may be done: a token bucket, kept as the moment at which it is full again.
//!
//! A full bucket holds as many tokens as [`Rate`] says; whatever is done takes one, and they come
//! back one by one. That moment alone is a bucket's whole state: one that is full need not be kept.
//!
//! ```
//! # use domain::throttle::{Bucket, Rate};
//! # use domain::time::BeijingTime;
//! let now = BeijingTime::from_rfc3339("2026-11-20T12:00:00+08:00").unwrap();
//! let rate = Rate::parse("2/60").unwrap(); // two at once, and two more a minute
//! let mut bucket = Bucket::FULL;
//! assert!(bucket.take(rate, now).is_ok());
//! assert!(bucket.take(rate, now).is_ok());
//! assert_eq!(bucket.take(rate, now).unwrap_err().seconds, 30);
//! ```

mod crowd;

pub use crowd::Crowd;

use crate::time::BeijingTime;
use core::num::NonZeroU32;

/// How many may be done at once, and in how many seconds so many come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    count: NonZeroU32,
    seconds: NonZeroU32,
}

/// What is left of a rate; a value for each of those who are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Milliseconds since 1970.
    full_at: i64,
}

/// Nothing is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// After so many seconds there is one again; at least 1.
    pub seconds: u32,
}

impl Rate {
    /// The most seconds in which a rate's count may come back: a day. What is counted longer should
    /// not be forgotten with the memory it is counted in.
    pub const MOST_SECONDS: u32 = 24 * 60 * 60;

    /// So many in so many seconds. `None` if either is 0, or the seconds are too many.
    pub const fn new(count: u32, seconds: u32) -> Option<Self> {
        match (NonZeroU32::new(count), NonZeroU32::new(seconds)) {
            (Some(count), Some(seconds)) if seconds.get() <= Self::MOST_SECONDS => {
                Some(Self { count, seconds })
            }
            _ => None,
        }
    }

    /// Reads `COUNT/SECONDS`, such as `30/600`.
    pub fn parse(text: &str) -> Option<Self> {
        let (count, seconds) = text.split_once('/')?;
        Self::new(count.parse().ok()?, seconds.parse().ok()?)
    }

    /// Milliseconds in which one comes back. Rounded up: rather a little less than was allowed.
    fn interval(self) -> i64 {
        let seconds = u64::from(self.seconds.get());
        let interval = (seconds * 1000).div_ceil(self.count.get().into());
        i64::try_from(interval).expect("at most a day of milliseconds")
    }

    /// Milliseconds in which an empty bucket is full again.
    fn whole(self) -> i64 {
        self.interval() * i64::from(self.count.get())
    }
}

impl Bucket {
    /// One from which nothing was taken.
    pub const FULL: Self = Self { full_at: i64::MIN };

    /// The bucket that is full again at that second; see [`Self::full_again`].
    pub const fn until(unix_seconds: i64) -> Self {
        Self {
            full_at: unix_seconds.saturating_mul(1000),
        }
    }

    /// The second since 1970 at which it is full again, which is all there is to keep of it.
    /// Rounded up: rather a little later.
    pub fn full_again(&self) -> i64 {
        -((-self.full_at.max(0)).div_euclid(1000))
    }

    /// Takes one out at `now`. If there is none, nothing changes.
    ///
    /// A clock that was set back finds the bucket empty at worst: nobody waits longer than for one
    /// to come back.
    pub fn take(&mut self, rate: Rate, now: BeijingTime) -> Result<(), TooMany> {
        self.look(rate, now)?;
        self.full_at = self.full_at(rate, now) + rate.interval();
        Ok(())
    }

    /// Whether one could be taken out at `now`.
    pub fn look(&self, rate: Rate, now: BeijingTime) -> Result<(), TooMany> {
        let wait = self.full_at(rate, now) + rate.interval() - rate.whole() - milliseconds(now);
        let seconds = wait.max(0).cast_unsigned().div_ceil(1000);
        match u32::try_from(seconds).expect("at most a day") {
            0 => Ok(()),
            seconds => Err(TooMany { seconds }),
        }
    }

    /// Whether it is as if nothing had been taken from it.
    pub fn is_full(&self, now: BeijingTime) -> bool {
        self.full_at <= milliseconds(now)
    }

    /// When it is full again: not in the past, and not later than an empty one.
    fn full_at(&self, rate: Rate, now: BeijingTime) -> i64 {
        let now = milliseconds(now);
        self.full_at.clamp(now, now + rate.whole())
    }
}

fn milliseconds(at: BeijingTime) -> i64 {
    at.unix_seconds() * 1000
}

#[cfg(test)]
mod tests;
