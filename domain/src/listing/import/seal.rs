//! What a plan would write, as one number: whoever looked at it and whoever applies it mean the same.

use super::super::entry::{Cells, Entry};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Takes everything that a row would write, or a plan by the seals of its rows, in their order.
pub struct Seal(Sha256);

impl Seal {
    /// Of a plan of `subject`'s entries.
    #[expect(clippy::new_without_default, reason = "nobody wants one by default")]
    pub fn new() -> Self {
        Self(Sha256::new())
    }

    /// An entry that would be written over `version` of it, or as a new one.
    pub fn writes<E: Entry>(&mut self, entry: &E, version: Option<u32>) {
        self.begin(1, entry.number(), version);
        for (column, text) in Cells::of(entry).iter() {
            self.field(column.help().code);
            self.field(text);
        }
    }

    /// An entry that would be taken away, as it is in that version.
    pub fn takes_away(&mut self, number: u32, version: u32) {
        self.begin(2, number, Some(version));
    }

    /// A row whose own seal this is.
    pub fn includes(&mut self, digits: &str) {
        self.0.update([3]);
        self.field(digits);
    }

    /// The number, in 64 hexadecimal digits.
    pub fn digits(self) -> String {
        let mut digits = String::with_capacity(64);
        for byte in self.0.finalize() {
            write!(digits, "{byte:02x}").expect("a text takes every digit");
        }
        digits
    }

    fn begin(&mut self, kind: u8, number: u32, version: Option<u32>) {
        self.0.update([kind]);
        self.0.update(number.to_be_bytes());
        self.0.update([u8::from(version.is_some())]);
        self.0.update(version.unwrap_or_default().to_be_bytes());
    }

    /// With its length before it, so that no two lists of texts are one.
    fn field(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_be_bytes());
        self.0.update(text);
    }
}
