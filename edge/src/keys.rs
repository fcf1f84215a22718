//! The keys that personal data is sealed with, as `DATA_KEYS` gives them.
//!
//! `DATA_KEYS` is a list of `id:base64`, commas between, 32 random bytes each. The first seals;
//! all of them open. To rotate, put a new one in front and keep the old ones.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
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

/// What a key is used for. Each use has keys of its own, so that none tells anything of another.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    /// To wrap the keys of records.
    Wrap,
    /// To look a phone number up.
    Phone,
    /// To make the secret of a request again for a retry.
    Secret,
    /// To recognise a body that came before.
    Fingerprint,
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
}

impl Key {
    fn parse(entry: &str, place: usize) -> Result<Self, KeysError> {
        let is_plain = |id: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            (1..=32).contains(&id.len()) && id.bytes().all(plain)
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

    /// HMAC-SHA-256 of the parts, each with its length before it, for one purpose.
    pub(crate) fn hash(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.bytes).expect("HMAC takes a key of any length");
        mac.update(purpose.label());
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl Purpose {
    /// All of one length, and never changed: what was sealed must open.
    const fn label(self) -> &'static [u8; 16] {
        match self {
            Self::Wrap => b"nuanyi 1: wrap  ",
            Self::Phone => b"nuanyi 1: phone ",
            Self::Secret => b"nuanyi 1: secret",
            Self::Fingerprint => b"nuanyi 1: body  ",
        }
    }
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
