//! What the registry does with the keys: the photo of a report opens with a key of the report's own.

use crate::keys::{self, Keys};
use crate::photo_key::PhotoKey;
use crate::seal::{NotOurs, RecordKey};
use serde::{Deserialize, Serialize};

/// What opens the photo of a report, sealed.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct SealedKey {
    /// The id of the key that wraps the report's own, as it is stored.
    pub(super) data_key: String,
    /// The report's own key.
    pub(super) wrapped: Vec<u8>,
    /// What opens the photo, sealed with that.
    pub(super) opens: Vec<u8>,
}

/// Why it does not open.
#[derive(Debug)]
pub(super) enum Closed {
    /// `DATA_KEYS` lacks the key of that id.
    NoKey(String),
    NotOurs(NotOurs),
}

impl SealedKey {
    /// Seals it for the report that its sender calls `key`.
    pub(super) fn new(keys: &Keys, report: &str, photo: &PhotoKey) -> Self {
        let own = RecordKey::new();
        let first = keys.first();
        Self {
            data_key: first.stored_id(),
            wrapped: own.wrap(first, &record(report)),
            opens: own.seal(&part(report), &photo.bytes()),
        }
    }

    /// What opens the photo.
    pub(super) fn open(&self, keys: &Keys, report: &str) -> Result<PhotoKey, Closed> {
        let opens = self.own(keys, report)?.open(&part(report), &self.opens);
        Ok(PhotoKey::read(&opens?)?)
    }

    /// The same, wrapped with the first of the keys.
    pub(super) fn rewrapped(self, keys: &Keys, report: &str) -> Result<Self, Closed> {
        let own = self.own(keys, report)?;
        let first = keys.first();
        Ok(Self {
            data_key: first.stored_id(),
            wrapped: own.wrap(first, &record(report)),
            ..self
        })
    }

    /// Whether the first of the keys wraps it.
    pub(super) fn is_of_first(&self, keys: &Keys) -> bool {
        keys::id_of(&self.data_key) == keys.first().id()
    }

    fn own(&self, keys: &Keys, report: &str) -> Result<RecordKey, Closed> {
        let id = keys::id_of(&self.data_key);
        let key = keys.find(id).ok_or_else(|| Closed::NoKey(id.to_owned()))?;
        Ok(RecordKey::unwrap(&self.wrapped, key, &record(report))?)
    }
}

/// What the key of a report is wrapped for; it never changes. The sender's name of a report is there
/// before the report has a reference.
fn record(report: &str) -> String {
    format!("report/{report}")
}

/// What is sealed with it.
fn part(report: &str) -> String {
    format!("report/{report}/photo")
}

impl From<NotOurs> for Closed {
    fn from(not_ours: NotOurs) -> Self {
        Self::NotOurs(not_ours)
    }
}

impl std::fmt::Display for Closed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoKey(id) => write!(out, "DATA_KEYS has no key {id:?}"),
            Self::NotOurs(not_ours) => not_ours.fmt(out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo_key;

    const OLD: &str = "old:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    const BOTH: &str = "new:YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=,old:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    const NEW: &str = "new:YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=";

    #[test]
    fn it_opens_for_its_own_report_alone_and_outlives_its_first_key() {
        let [old, both, new] = [OLD, BOTH, NEW].map(|keys| Keys::parse(keys).unwrap());
        let photo = PhotoKey::new(photo_key::name(old.first(), b"a"));
        let sealed = SealedKey::new(&old, "one", &photo);
        let opened = sealed.open(&both, "one").unwrap();
        assert_eq!(opened.bytes(), photo.bytes());
        assert!(matches!(
            sealed.open(&both, "other"),
            Err(Closed::NotOurs(_))
        ));
        assert!(matches!(sealed.open(&new, "one"), Err(Closed::NoKey(id)) if id == "old"));
        assert!(!sealed.is_of_first(&both));
        let rewrapped = sealed.rewrapped(&both, "one").unwrap();
        assert!(rewrapped.is_of_first(&new));
        let opened = rewrapped.open(&new, "one").unwrap();
        assert_eq!(opened.bytes(), photo.bytes());
    }
}
