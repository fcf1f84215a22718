//! Chains of what was done: each entry sealed with the hash of all before it.
//!
//! An entry that was changed, removed from the middle, added in the middle or moved breaks the
//! chain where it stands. Entries cut off at the end do not: whoever keeps the last hash elsewhere
//! compares it with the one that [`verify`] gives.

use crate::time::BeijingTime;
use core::fmt;
use sha2::{Digest, Sha256};

/// A SHA-256 hash.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What stands before the first entry.
    pub const START: Self = Self([0; 32]);
}

/// What is written into a chain. It holds nothing personal.
pub trait Entry {
    /// When it was done.
    fn at(&self) -> BeijingTime;

    /// The bytes that are hashed. They never change: old chains must stay verifiable.
    fn bytes(&self) -> Vec<u8>;
}

/// An entry in its place in a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<E> {
    /// Its number, from 0.
    pub number: u64,
    /// What it says.
    pub entry: E,
    /// The hash of the one before, of the number and of the entry.
    pub hash: Hash,
}

/// The first record at which a chain is broken. Everything before it is as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstBroken {
    /// Its place in the chain, from 0.
    pub place: u64,
    /// What is wrong there.
    pub broken: Broken,
}

/// What is wrong with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Its number is another: one is missing, twice there, or elsewhere.
    Number {
        /// The number it has.
        found: u64,
    },
    /// Its hash does not fit it and those before it.
    Hash,
}

impl<E: Entry> Record<E> {
    /// The record that follows `last` in a chain; `None` is the first.
    pub fn after(last: Option<&Self>, entry: E) -> Self {
        let number = last.map_or(0, |last| last.number + 1);
        let hash = seal(last.map_or(Hash::START, |last| last.hash), number, &entry);
        Self {
            number,
            entry,
            hash,
        }
    }
}

/// The hash of the last record, [`Hash::START`] if there is none; or where the chain is broken.
pub fn verify<'r, E: Entry + 'r>(
    records: impl IntoIterator<Item = &'r Record<E>>,
) -> Result<Hash, FirstBroken> {
    let mut before = Hash::START;
    for (place, record) in (0..).zip(records) {
        let found = record.number;
        if found != place {
            let broken = Broken::Number { found };
            return Err(FirstBroken { place, broken });
        }
        if record.hash != seal(before, place, &record.entry) {
            let broken = Broken::Hash;
            return Err(FirstBroken { place, broken });
        }
        before = record.hash;
    }
    Ok(before)
}

fn seal(before: Hash, number: u64, entry: &impl Entry) -> Hash {
    let mut digest = Sha256::new();
    digest.update(before.0);
    digest.update(number.to_be_bytes());
    digest.update(entry.bytes());
    Hash(digest.finalize().into())
}

/// The bytes of an entry: the name of the format, and fields in order, each with its length before
/// it, so that no two entries have the same.
pub(crate) struct Bytes(Vec<u8>);

impl Bytes {
    /// Of the format of that name.
    pub(crate) fn of(format: &[u8]) -> Self {
        Self(format.to_vec())
    }

    /// Adds a field.
    pub(crate) fn field(&mut self, value: &[u8]) {
        let length = u32::try_from(value.len()).expect("a field has a few bytes");
        self.0.extend(length.to_be_bytes());
        self.0.extend(value);
    }

    /// All of them.
    pub(crate) fn all(self) -> Vec<u8> {
        self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}
