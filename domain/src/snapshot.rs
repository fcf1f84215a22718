//! The whole city in compact, immutable files: what edge and phone search without asking anyone.
//!
//! One *city file* holds everything that decides a search, one *text file* a district holds its
//! words. Each begins with the number of the format and the hash of what follows; the city file
//! also names the hash of every text file, so its own hash, the `version`, covers all of them.
//!
//! Inside stand columns, not rows, in the order of district, street and place on the Z-order
//! curve: what is alike stands together, and brotli does the rest.
//!
//! What this does not do: it is no archive. A reader knows only its own format, and the files are
//! rebuilt from the registry whenever either changes.

mod bytes;
mod decode;
mod encode;
mod grid;
mod hours;
#[cfg(test)]
mod tests;
mod texts;

pub use decode::decode;
pub use encode::encode;
pub(crate) use texts::decode as decode_texts;

use crate::places::District;
use bytes::Reader;
use chrono::{Datelike, NaiveDate};
use sha2::{Digest, Sha256};

/// The format of both kinds of file; a reader refuses every other.
const FORMAT: u8 = 1;

/// The first bytes of a SHA-256, enough to name a file.
pub(crate) type Hash = [u8; 8];

/// The files of one listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Names the listing: the hash of the city file, in 16 hexadecimal digits.
    pub version: String,
    /// The city file.
    pub city: Vec<u8>,
    /// The text files, one for each district that has a station.
    pub texts: Vec<TextFile>,
}

/// The words of a district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// Whose words.
    pub district: District,
    /// Its hash, in 16 hexadecimal digits.
    pub hash: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SnapshotError {
    /// It is of another format; a newer program may read it.
    Format,
    /// It is damaged.
    Malformed,
    /// It is a text file of another version or of no district of this city.
    OtherVersion,
}

/// A name for that content: its hash, in 16 hexadecimal digits.
pub fn fingerprint(content: &[u8]) -> String {
    hex(hash(content))
}

fn hash(content: &[u8]) -> Hash {
    let digest = Sha256::digest(content);
    let mut hash = Hash::default();
    hash.copy_from_slice(&digest[..size_of::<Hash>()]);
    hash
}

/// A file with that content.
fn seal(body: &[u8]) -> (Hash, Vec<u8>) {
    let hash = hash(body);
    let mut file = Vec::with_capacity(1 + hash.len() + body.len());
    file.push(FORMAT);
    file.extend(hash);
    file.extend_from_slice(body);
    (hash, file)
}

/// The hash that a file says it has, and its content. Not compared: that would link SHA-256 into
/// the browser client, and a file that came whole over TLS by its hash is the right one.
fn open(file: &[u8]) -> Result<(Hash, Reader<'_>), SnapshotError> {
    let mut reader = Reader::new(file);
    match reader.byte()? {
        FORMAT => Ok((reader.array()?, reader)),
        _ => Err(SnapshotError::Format),
    }
}

pub(crate) fn hex(hash: Hash) -> String {
    let digits = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]))
        .collect()
}

/// 1 January 2020, from which dates are counted.
const EPOCH_DAYS: i32 = 737_425;

/// A date as a number, small for the years of this program, never 0.
fn date_number(date: NaiveDate) -> u32 {
    bytes::zigzag((date.num_days_from_ce() - EPOCH_DAYS) as u32) + 1
}

fn number_date(number: u32) -> Option<NaiveDate> {
    let days = bytes::unzigzag(number.checked_sub(1)?) as i32;
    NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH_DAYS)?)
}
