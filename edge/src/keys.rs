//! The keys that personal data is sealed with, as `DATA_KEYS` gives them.
//!
//! `DATA_KEYS` is a list of `id:base64`, commas between, 32 random bytes each. The first seals;
//! all of them open. To rotate, put a new one in front and keep the old ones.

use crate::purpose::Purpose;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt;

/// Every key of this deployment; at least one.
pub(crate) struct Keys {
    first: Key,
    others: Vec<Key>,
}

/// One key, by its id.
pub(crate) struct Key {
    id: String,
    bytes: [u8; 32],
}

/// An entry of `DATA_KEYS` that cannot be used. It says nothing of the key itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeysError {
    /// It is not `id:base64`, with letters, digits, `-` and `_` for the id.
    Entry(usize),
    /// It is not 32 bytes in base64.
    Length(usize),
    /// Its id stands there twice.
    Twice(usize),
}

impl Keys {
    /// Reads `DATA_KEYS`.
    pub(crate) fn parse(text: &str) -> Result<Self, KeysError> {
        let mut keys: Vec<Key> = Vec::new();
        for (place, entry) in (1..).zip(text.split(',')) {
            let key = Key::parse(entry.trim(), place)?;
            if keys.iter().any(|other| other.id == key.id) {
                return Err(KeysError::Twice(place));
            }
            keys.push(key);
        }
        let first = keys.remove(0); // `split` gives at least one entry
        Ok(Self {
            first,
            others: keys,
        })
    }

    /// The one that seals.
    pub(crate) fn first(&self) -> &Key {
        &self.first
    }

    /// All of them, the one that seals first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Key> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The one with that id.
    pub(crate) fn find(&self, id: &str) -> Option<&Key> {
        self.all().find(|key| key.id == id)
    }

    /// The ids of all, the first first.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.all().map(Key::id)
    }
}

impl Key {
    /// The length of the longest id.
    pub(crate) const MOST_ID_CHARS: usize = 32;

    fn parse(entry: &str, place: usize) -> Result<Self, KeysError> {
        let is_plain = |id: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            (1..=Self::MOST_ID_CHARS).contains(&id.len()) && id.bytes().all(plain)
        };
        let (id, text) = entry.split_once(':').ok_or(KeysError::Entry(place))?;
        if !is_plain(id) {
            return Err(KeysError::Entry(place));
        }
        let bytes = STANDARD.decode(text).ok();
        let bytes = bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        Ok(Self {
            id: id.to_owned(),
            bytes: bytes.ok_or(KeysError::Length(place))?,
        })
    }

    /// Its id, which is stored beside what it sealed.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Its id as it is stored beside a record: as long as the longest, so that another takes its place
    /// where it stands, and no copy of a wrapped key is left behind.
    pub(crate) fn stored_id(&self) -> String {
        format!("{:<1$}", self.id, Self::MOST_ID_CHARS)
    }

    /// What it makes of the parts for one purpose.
    pub(crate) fn hash(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        purpose.hash(&self.bytes, parts)
    }
}

/// The id that is stored so.
pub(crate) fn id_of(stored: &str) -> &str {
    stored.trim_end()
}

impl fmt::Display for KeysError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(place) => write!(out, "entry {place} is not id:base64"),
            Self::Length(place) => write!(out, "entry {place} is not 32 bytes in base64"),
            Self::Twice(place) => write!(out, "the id of entry {place} stands there twice"),
        }
    }
}

#[cfg(test)]
mod tests;
