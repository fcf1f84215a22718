//! What a desk does with the keys: receipts that can be made again, and records that open.

use super::trouble::Trouble;
use crate::keys::{self, Key, Keys};
use crate::purpose::Purpose;
use crate::seal::RecordKey;
use domain::request::{Phone, Reference, Secret};
use sha2::{Digest, Sha256};

/// Where in a record a sealed text belongs.
pub(super) enum Part {
    /// The submission.
    Submission,
    /// The note of the event with that number.
    Note(u32),
    /// What opens the photo of that number, from 1.
    Photo(u32),
}

impl Part {
    /// The name to which the seal is bound; it never changes.
    pub(super) fn of(&self, reference: Reference) -> String {
        match self {
            Self::Submission => format!("{reference}/submission"),
            Self::Note(number) => format!("{reference}/note/{number}"),
            Self::Photo(number) => format!("{reference}/photo/{number}"),
        }
    }
}

/// The secret of a request. It is derived, not drawn: a retry of the same submission must be given
/// the same one, and only its hash is kept. Without the record's key, and so without the key from
/// the environment, it is as good as 160 random bits, whatever else of the database is known; and
/// the database does not hold the idempotency key either, only its hash.
pub(super) fn secret(key: &RecordKey, reference: Reference, idempotency_key: &str) -> Secret {
    let reference = reference.to_string();
    let parts = [reference.as_bytes(), idempotency_key.as_bytes()];
    let hash = key.hash(Purpose::Secret, &parts);
    let (bytes, _) = hash.split_first_chunk().expect("20 of 32 bytes");
    Secret::new(*bytes)
}

/// What is kept of a secret.
pub(super) fn secret_hash(secret: &Secret) -> [u8; 32] {
    Sha256::digest(secret.bytes()).into()
}

/// What is kept of an idempotency key: whoever sends one gets the receipt, so it is not readable.
pub(super) fn idempotency_hash(idempotency_key: &str) -> [u8; 32] {
    Sha256::digest(idempotency_key).into()
}

/// What is kept of a body, to tell it from another. Keyed: a plain hash of a few words and a phone
/// number can be guessed. With the record's own key, so that it dies with it.
pub(super) fn fingerprint(key: &RecordKey, typed: &str) -> [u8; 32] {
    key.hash(Purpose::Fingerprint, &[typed.as_bytes()])
}

/// By what a phone number is looked up.
pub(super) fn phone_hash(key: &Key, phone: &Phone) -> [u8; 32] {
    key.hash(Purpose::Phone, &[phone.digits().as_bytes()])
}

/// The key with that id.
pub(super) fn key<'k>(keys: &'k Keys, id: &str) -> Result<&'k Key, Trouble> {
    keys.find(id).ok_or_else(|| Trouble::NoKey(id.to_owned()))
}

/// The key of a record, unwrapped.
pub(super) fn record_key(
    keys: &Keys,
    id: &str,
    wrapped: &[u8],
    reference: Reference,
) -> Result<RecordKey, Trouble> {
    let key = key(keys, keys::id_of(id))?;
    Ok(RecordKey::unwrap(wrapped, key, &reference.to_string())?)
}
