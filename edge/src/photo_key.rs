//! What opens a photo: a key of its own, and the name for which it is sealed.
//!
//! A photo is sealed once, where it comes in. From then on only this goes from hand to hand, wrapped
//! with a key from the environment while the photo waits, sealed with the key of a record once it
//! belongs to one. What is large is only copied.

use crate::keys::Key;
use crate::purpose::Purpose;
use crate::seal::{NotOurs, RecordKey};
use domain::request::PhotoName;
use sha2::{Digest, Sha256};

/// What opens one photo.
pub(crate) struct PhotoKey {
    key: RecordKey,
    name: PhotoName,
}

impl PhotoKey {
    /// A fresh one for a photo of that name.
    pub(crate) fn new(name: PhotoName) -> Self {
        let key = RecordKey::new();
        Self { key, name }
    }

    /// Seals the photo.
    pub(crate) fn seal(&self, photo: &[u8]) -> Vec<u8> {
        self.key.seal(&place(&self.name), photo)
    }

    /// The photo.
    pub(crate) fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, NotOurs> {
        self.key.open(&place(&self.name), sealed)
    }

    /// Wraps the key; the name is not in it.
    pub(crate) fn wrap(&self, key: &Key) -> Vec<u8> {
        self.key.wrap(key, &place(&self.name))
    }

    /// What was wrapped for a photo of that name.
    pub(crate) fn unwrap(wrapped: &[u8], key: &Key, name: PhotoName) -> Result<Self, NotOurs> {
        let key = RecordKey::unwrap(wrapped, key, &place(&name))?;
        Ok(Self { key, name })
    }

    /// Key and name, to be sealed with the key of a record.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        [*self.key.bytes(), *self.name.bytes()].concat()
    }

    /// What those bytes are.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, NotOurs> {
        let (key, name) = bytes.split_first_chunk().ok_or(NotOurs)?;
        let name = name.try_into().map_err(|_| NotOurs)?;
        Ok(Self {
            key: RecordKey::of(*key),
            name: PhotoName::new(name),
        })
    }
}

/// The name of a photo: the same for the same photo, so that whoever sends it again on a bad
/// connection has it kept once, and its request filed once. Keyed: whoever has the photo learns from
/// no name whether somebody else has sent it.
pub(crate) fn name(key: &Key, photo: &[u8]) -> PhotoName {
    PhotoName::new(key.hash(Purpose::Photo, &[photo]))
}

/// What is kept of the name: whoever reads the tables learns no name with which to file a photo.
pub(crate) fn name_hash(name: &PhotoName) -> [u8; 32] {
    Sha256::digest(name.bytes()).into()
}

/// What a photo of that name is sealed for; it never changes.
fn place(name: &PhotoName) -> String {
    format!("photo/{name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Keys;

    #[test]
    fn it_opens_its_own_photo_however_it_was_handed_on() {
        let keys = "one:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
        let keys = Keys::parse(keys).unwrap();
        let named = |photo| name(keys.first(), photo);
        assert_eq!(named(b"a").bytes(), named(b"a").bytes());
        let key = PhotoKey::new(named(b"a"));
        let sealed = key.seal(b"a");
        let wrapped = key.wrap(keys.first());
        let unwrapped = PhotoKey::unwrap(&wrapped, keys.first(), named(b"a")).unwrap();
        let read = PhotoKey::read(&unwrapped.bytes()).unwrap();
        assert_eq!(read.open(&sealed).unwrap(), b"a");
        assert!(PhotoKey::unwrap(&wrapped, keys.first(), named(b"b")).is_err());
        assert!(PhotoKey::new(named(b"a")).open(&sealed).is_err());
        assert!(PhotoKey::read(&read.bytes()[1..]).is_err());
    }
}
