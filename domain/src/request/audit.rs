//! The audit chain of a desk: who did what with which request, each entry sealed with the hash of
//! all before it.
//!
//! An entry that was changed, removed from the middle, added in the middle or moved breaks the
//! chain where it stands. Entries cut off at the end do not: whoever keeps the last hash elsewhere
//! compares it with the one that [`verify`] gives.

mod bytes;

use super::{Actor, MoveKind, Reference};
use crate::time::BeijingTime;
use crate::union::Desk;
use core::fmt;
use sha2::{Digest, Sha256};

/// A SHA-256 hash.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What stands before the first entry.
    pub const START: Self = Self([0; 32]);
}

/// Who did what with which request. It holds nothing personal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: BeijingTime,
    /// Who.
    pub actor: Actor,
    /// Which request.
    pub reference: Reference,
    /// What was done.
    pub what: Deed,
    /// The desk that has it after that.
    pub desk: Desk,
    /// The hash of what is stored with it, as it is stored, encrypted; so nothing can be guessed
    /// from it. `None` if nothing is.
    pub content: Option<Hash>,
}

/// What was done with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It was filed.
    Filed,
    /// A move was made.
    Moved(MoveKind),
    /// Staff opened it and saw the text, with the personal data masked.
    Opened,
    /// Staff found it by the number or by words of the worker's, which they knew already.
    Found,
}

/// An entry in its place in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its number, from 0.
    pub number: u64,
    /// What it says.
    pub entry: Entry,
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

impl Deed {
    /// Its code: that of a move, or one that no move has.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Filed => "filed",
            Self::Moved(kind) => kind.code(),
            Self::Opened => "opened",
            Self::Found => "found",
        }
    }

    /// The deed with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "filed" => Some(Self::Filed),
            "opened" => Some(Self::Opened),
            "found" => Some(Self::Found),
            _ => MoveKind::from_code(code).map(Self::Moved),
        }
    }
}

impl Record {
    /// The record that follows `last` in a desk's chain; `None` is the first.
    pub fn after(last: Option<&Self>, entry: Entry) -> Self {
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
pub fn verify<'r>(records: impl IntoIterator<Item = &'r Record>) -> Result<Hash, FirstBroken> {
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

fn seal(before: Hash, number: u64, entry: &Entry) -> Hash {
    let mut digest = Sha256::new();
    digest.update(before.0);
    digest.update(number.to_be_bytes());
    digest.update(bytes::of(entry));
    Hash(digest.finalize().into())
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

#[cfg(test)]
mod tests;
