//! The secret with which a worker follows a request: shown once, kept nowhere.

use super::typed::characters;
use core::fmt;

/// Crockford's base 32: no I, L, O and U. Five bits a character.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES: usize = 20;
const LENGTH: usize = 32;
const GROUP: usize = 4;

/// 160 random bits. It has no `Display` and hides in `Debug`, so that it is never written by
/// accident, and no `==`: the edge keeps a hash and compares hashes.
#[derive(Clone, Copy)]
pub struct Secret([u8; BYTES]);

/// Why something typed is no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretProblem {
    /// It has so many characters instead of 32, not counting spaces and hyphens.
    Length(usize),
    /// It has a character that no secret has.
    Character(char),
}

impl Secret {
    /// Of 20 random bytes, from a generator fit for keys.
    pub const fn new(random: [u8; BYTES]) -> Self {
        Self(random)
    }

    /// Its bytes, to be hashed.
    pub const fn bytes(&self) -> &[u8; BYTES] {
        &self.0
    }

    /// 32 characters, for a link and a QR code.
    pub fn text(&self) -> String {
        let mut bits = 0_u32;
        let mut count = 0;
        let mut text = String::with_capacity(LENGTH);
        for byte in self.0 {
            bits = bits << 8 | u32::from(byte);
            count += 8;
            while count >= 5 {
                count -= 5;
                text.push(char::from(ALPHABET[(bits >> count & 31) as usize]));
            }
        }
        text
    }

    /// The same in groups of four with hyphens between, for the eye.
    pub fn grouped(&self) -> String {
        let mut grouped = String::with_capacity(LENGTH + LENGTH / GROUP);
        for (index, character) in self.text().chars().enumerate() {
            if index > 0 && index % GROUP == 0 {
                grouped.push('-');
            }
            grouped.push(character);
        }
        grouped
    }

    /// Reads it as people type it: any case, any spaces and hyphens, full width, O as 0, I and L
    /// as 1, U as V.
    pub fn parse(text: &str) -> Result<Self, SecretProblem> {
        let (mut bits, mut count, mut length) = (0_u32, 0, 0);
        let mut bytes = [0; BYTES];
        let mut places = bytes.iter_mut();
        for typed in characters(text) {
            bits = bits << 5 | value(typed).ok_or(SecretProblem::Character(typed))?;
            count += 5;
            length += 1;
            if count >= 8 {
                count -= 8;
                if let Some(place) = places.next() {
                    *place = (bits >> count & 0xff) as u8;
                }
            }
        }
        match length {
            LENGTH => Ok(Self(bytes)),
            _ => Err(SecretProblem::Length(length)),
        }
    }
}

fn value(typed: char) -> Option<u32> {
    let meant = match typed {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        _ => typed,
    };
    let mut values = (0..).zip(ALPHABET);
    values.find_map(|(value, character)| (char::from(*character) == meant).then_some(value))
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests;
