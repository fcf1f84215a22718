//! What a key makes apart from sealing: for each purpose something else, so that none tells
//! anything of another.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

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
    /// To name a photo after what it shows.
    Photo,
    /// To sign the code at a station's door.
    Door,
    /// To sign a link that confirms what is listed.
    Confirm,
}

impl Purpose {
    /// HMAC-SHA-256 of the parts, each with its length before it.
    pub(crate) fn hash(self, key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
        mac.update(self.label());
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// All of one length, and never changed: what was sealed must open.
    const fn label(self) -> &'static [u8; 16] {
        match self {
            Self::Wrap => b"nuanyi 1: wrap  ",
            Self::Phone => b"nuanyi 1: phone ",
            Self::Secret => b"nuanyi 1: secret",
            Self::Fingerprint => b"nuanyi 1: body  ",
            Self::Photo => b"nuanyi 1: photo ",
            Self::Door => b"nuanyi 1: door  ",
            Self::Confirm => b"nuanyi 1: confrm",
        }
    }
}
