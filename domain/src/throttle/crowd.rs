//! A bucket for each of many, in bounded memory.

use super::{Bucket, Rate, TooMany};
use crate::time::BeijingTime;
use std::collections::BTreeMap;

/// Buckets by what tells one from another. Those that are full again are not kept. Where more are
/// in use than there is room for, the one that is full soonest is forgotten: whoever comes under
/// ever new names forgets themselves first, and nobody is refused for want of room.
#[derive(Debug)]
pub struct Crowd<K> {
    held: BTreeMap<K, Bucket>,
    most: usize,
}

impl<K: Ord + Copy> Crowd<K> {
    /// Room for `most`.
    pub const fn new(most: usize) -> Self {
        Self {
            held: BTreeMap::new(),
            most,
        }
    }

    /// Takes one out of the bucket of `whose`. If there is none, nothing changes.
    pub fn take(&mut self, whose: K, rate: Rate, now: BeijingTime) -> Result<(), TooMany> {
        let mut bucket = self.held.get(&whose).copied().unwrap_or(Bucket::FULL);
        bucket.take(rate, now)?;
        if !self.held.contains_key(&whose) {
            self.make_room(now);
        }
        self.held.insert(whose, bucket);
        Ok(())
    }

    /// How many are held.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.held.len()
    }

    fn make_room(&mut self, now: BeijingTime) {
        if self.held.len() < self.most {
            return;
        }
        self.held.retain(|_, bucket| !bucket.is_full(now));
        if self.held.len() < self.most {
            return;
        }
        let soonest = self.held.iter().min_by_key(|(_, bucket)| bucket.full_at);
        if let Some(soonest) = soonest.map(|(whose, _)| *whose) {
            self.held.remove(&soonest);
        }
    }
}
