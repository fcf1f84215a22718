//! Tokens: 256 random bits, of which only the hash is kept.

use crate::seal::random;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What opens a session, a set-up, or tells a device.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Token([u8; 32]);

impl Token {
    /// A fresh one.
    pub(crate) fn new() -> Self {
        Self(random())
    }

    /// Reads 64 hexadecimal digits.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().as_bytes();
        if text.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
            let digit = |digit: u8| char::from(digit).to_digit(16);
            let value = digit(pair[0])? << 4 | digit(pair[1])?;
            *byte = u8::try_from(value).ok()?;
        }
        Some(Self(bytes))
    }

    /// What is kept of it.
    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// A value for one purpose that only this token gives, and from which it cannot be found.
    pub(crate) fn derived(&self, purpose: &str) -> Self {
        let digest = Sha256::new()
            .chain_update(self.0)
            .chain_update(purpose.as_bytes());
        Self(digest.finalize().into())
    }

    /// Its 64 digits.
    pub(crate) fn text(&self) -> String {
        hex(&self.0)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes everything");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_as_it_was_written() {
        let token = Token(core::array::from_fn(|place| place as u8 * 7));
        assert_eq!(Token::parse(&token.text()).unwrap().0, token.0);
        let padded = format!(" {}\n", token.text().to_uppercase());
        assert_eq!(Token::parse(&padded).unwrap().0, token.0);
        for text in ["", "00", &"0".repeat(63), &"g".repeat(64), &"é".repeat(32)] {
            assert!(Token::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn what_is_derived_depends_on_token_and_purpose() {
        let [one, other] = [Token([1; 32]), Token([2; 32])];
        assert_ne!(one.derived("form").0, other.derived("form").0);
        assert_ne!(one.derived("form").0, one.derived("else").0);
        assert_ne!(one.derived("form").0, one.hash());
    }
}
