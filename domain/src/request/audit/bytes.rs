//! The bytes of an entry that are hashed. They never change: old chains must stay verifiable.

use super::Entry;
use crate::chain::Bytes;
use crate::request::Actor;

/// Names what the bytes are and how they are laid out.
const FORMAT: &[u8] = b"nuanyi audit 1";

pub(super) fn of(entry: &Entry) -> Vec<u8> {
    let mut bytes = Bytes::of(FORMAT);
    let mut field = |value: &[u8]| bytes.field(value);
    field(&entry.at.unix_seconds().to_be_bytes());
    match entry.actor {
        Actor::Worker => field(b"worker"),
        Actor::Clock => field(b"clock"),
        Actor::Operator => field(b"operator"),
        Actor::Staff(staff) => {
            field(b"staff");
            field(&staff.id.0.to_be_bytes());
            field(staff.role.code().as_bytes());
            field(staff.desk.code().as_bytes());
        }
    }
    field(entry.reference.to_string().as_bytes());
    field(entry.what.code().as_bytes());
    field(entry.desk.code().as_bytes());
    field(entry.content.as_ref().map_or(&[], |hash| &hash.0));
    bytes.all()
}
