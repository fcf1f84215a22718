//! What a desk takes in a while, whoever sends it.
//!
//! It is counted in the object's memory, of which there is one in the world: to count on disk would
//! cost what the limit saves. An object that starts anew takes its burst again and no more.

use crate::limits::{Limit, Limits};
use domain::throttle::{Bucket, TooMany};
use domain::time::BeijingTime;
use std::cell::Cell;

/// The buckets of a desk's object.
pub(super) struct Room {
    filing: Cell<Bucket>,
    moves: Cell<Bucket>,
    claims: Cell<Bucket>,
}

/// What takes room.
#[derive(Clone, Copy)]
pub(super) enum Takes {
    /// A new request.
    Filing,
    /// A move of a worker's.
    Move,
    /// A new key in the city.
    Claim,
}

impl Room {
    /// Room for everything.
    pub(super) const fn new() -> Self {
        Self {
            filing: Cell::new(Bucket::FULL),
            moves: Cell::new(Bucket::FULL),
            claims: Cell::new(Bucket::FULL),
        }
    }

    /// Takes room for one more. Called when nothing else stands against it.
    pub(super) fn take(
        &self,
        what: Takes,
        limits: &Limits,
        now: BeijingTime,
    ) -> Result<(), TooMany> {
        let (held, limit) = match what {
            Takes::Filing => (&self.filing, Limit::DeskFiling),
            Takes::Move => (&self.moves, Limit::DeskMoves),
            Takes::Claim => (&self.claims, Limit::CityFiling),
        };
        let mut bucket = held.get();
        let taken = bucket.take(limits.of(limit), now);
        held.set(bucket);
        taken
    }
}
