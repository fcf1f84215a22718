//! The audit chain of a desk.

use crate::chain;
use domain::chain::Hash;
use records::AuditRow;
use sha2::{Digest, Sha256};

/// The end of it.
pub(super) type Chain<'s> = chain::Chain<'s, AuditRow>;

/// The hash of what is stored with an entry, as it is stored.
pub(super) fn content(sealed: &[u8]) -> Hash {
    Hash(Sha256::digest(sealed).into())
}
