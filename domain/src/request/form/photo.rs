//! What a photo is called that was sent ahead of its request.

use core::fmt;

/// The name of a photo that is kept for a while, until the request comes that it belongs to. It is
/// derived from the picture by whoever keeps it, so that the same photo has the same name. It is
/// not to be guessed: who knows it may file the photo.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PhotoName([u8; 32]);

impl PhotoName {
    /// A name of those bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads it as it is written: 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let pairs = text.as_bytes().chunks(2);
        let byte = |pair: &[u8]| match pair {
            [high, low] => Some(16 * digit(*high)? + digit(*low)?),
            _ => None,
        };
        let bytes: Vec<u8> = pairs.map(byte).collect::<Option<_>>()?;
        bytes.try_into().ok().map(Self)
    }
}

impl fmt::Display for PhotoName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for PhotoName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PhotoName(…)")
    }
}
