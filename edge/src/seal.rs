//! Sealing: AES-256-GCM with a key of its own for every record, itself sealed ("wrapped") with a
//! key from the environment. Whoever destroys a record's wrapped key destroys what it sealed.

use crate::keys::Key;
use crate::purpose::Purpose;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use std::fmt;

const NONCE: usize = 12;

/// The key of one record.
pub(crate) struct RecordKey([u8; 32]);

/// What was sealed was changed, belongs elsewhere, or has another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotOurs;

/// Random bytes, fit for keys, from the runtime.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the runtime has a generator");
    bytes
}

impl RecordKey {
    /// A fresh one.
    pub(crate) fn new() -> Self {
        Self(random())
    }

    /// The key of those bytes.
    pub(crate) const fn of(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes, to be sealed with another.
    pub(crate) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Wraps it for the record of that name.
    pub(crate) fn wrap(&self, key: &Key, record: &str) -> Vec<u8> {
        seal(&wrapping(key), record, &self.0)
    }

    /// The key of the record of that name.
    pub(crate) fn unwrap(wrapped: &[u8], key: &Key, record: &str) -> Result<Self, NotOurs> {
        let bytes = open(&wrapping(key), record, wrapped)?;
        bytes.try_into().map(Self).map_err(|_| NotOurs)
    }

    /// What it makes of the parts for one purpose.
    pub(crate) fn hash(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        purpose.hash(&self.0, parts)
    }

    /// Seals `plain`. `place` says what it is and where it belongs; it opens nowhere else.
    pub(crate) fn seal(&self, place: &str, plain: &[u8]) -> Vec<u8> {
        seal(&self.0, place, plain)
    }

    /// What was sealed for `place`.
    pub(crate) fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, NotOurs> {
        open(&self.0, place, sealed)
    }
}

fn wrapping(key: &Key) -> [u8; 32] {
    key.hash(Purpose::Wrap, &[])
}

/// The nonce, the text, the tag. Random nonces are safe: a record's key seals a few notes, and a
/// wrapping key as many records as a city files in ages (2^32 are the bound).
fn seal(key: &[u8; 32], place: &str, plain: &[u8]) -> Vec<u8> {
    let nonce: [u8; NONCE] = random();
    let payload = Payload {
        msg: plain,
        aad: place.as_bytes(),
    };
    let sealed = Aes256Gcm::new(key.into())
        .encrypt(&Nonce::from(nonce), payload)
        .expect("a record is far below the 64 GiB that GCM takes");
    [nonce.as_slice(), &sealed].concat()
}

fn open(key: &[u8; 32], place: &str, sealed: &[u8]) -> Result<Vec<u8>, NotOurs> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(NotOurs)?;
    let payload = Payload {
        msg: sealed,
        aad: place.as_bytes(),
    };
    Aes256Gcm::new(key.into())
        .decrypt(&Nonce::from(*nonce), payload)
        .map_err(|_| NotOurs)
}

impl fmt::Display for NotOurs {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("what is sealed was changed, belongs elsewhere, or has another key")
    }
}

#[cfg(test)]
mod tests;
