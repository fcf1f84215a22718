//! The directory of a zip archive: what it holds, before anything of it is unpacked.

use super::Unopened;
use std::collections::HashMap;

/// A workbook with thousands of pictures is still opened.
const MOST_PARTS: usize = 4096;

const END: &[u8] = b"PK\x05\x06";
const END_BYTES: usize = 22;
const MOST_REMARK_BYTES: usize = u16::MAX as usize;
const ENTRY: &[u8] = b"PK\x01\x02";
const ENTRY_BYTES: usize = 46;
const LOCAL: &[u8] = b"PK\x03\x04";
const LOCAL_BYTES: usize = 30;

/// The parts of an archive by name. Case does not matter, nor a slash before it.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    parts: HashMap<String, Part>,
}

#[derive(Clone, Copy)]
struct Part {
    is_deflated: bool,
    packed_bytes: usize,
    local_at: usize,
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unopened> {
        let from = bytes.len().saturating_sub(END_BYTES + MOST_REMARK_BYTES);
        let tail = &bytes[from..];
        let end =
            (tail.windows(END.len()).rposition(|window| window == END)).ok_or(Unopened::Broken)?;
        let end = &tail[end..];
        let count = u16_at(end, 10)? as usize;
        if count > MOST_PARTS {
            return Err(Unopened::TooMuch);
        }
        let mut at = u32_at(end, 16)?;
        let mut parts = HashMap::with_capacity(count);
        for _ in 0..count {
            let entry = bytes.get(at..).ok_or(Unopened::Broken)?;
            if !entry.starts_with(ENTRY) {
                return Err(Unopened::Broken);
            }
            let is_encrypted = u16_at(entry, 8)? & 1 == 1;
            if is_encrypted {
                return Err(Unopened::Locked);
            }
            let part = Part {
                is_deflated: match u16_at(entry, 10)? {
                    0 => false,
                    8 => true,
                    _ => return Err(Unopened::Broken),
                },
                packed_bytes: u32_at(entry, 20)?,
                local_at: u32_at(entry, 42)?,
            };
            let name_bytes = u16_at(entry, 28)? as usize;
            let name = entry
                .get(ENTRY_BYTES..ENTRY_BYTES + name_bytes)
                .ok_or(Unopened::Broken)?;
            if parts
                .insert(key(&String::from_utf8_lossy(name)), part)
                .is_some()
            {
                return Err(Unopened::Broken);
            }
            let more = u16_at(entry, 30)? as usize + u16_at(entry, 32)? as usize;
            at += ENTRY_BYTES + name_bytes + more;
        }
        Ok(Self { bytes, parts })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&key(name))
    }

    /// The packed bytes of a part, and whether they are deflated.
    pub(super) fn part(&self, name: &str) -> Result<(&'a [u8], bool), Unopened> {
        let part = self.parts.get(&key(name)).ok_or(Unopened::Broken)?;
        let local = self.bytes.get(part.local_at..).ok_or(Unopened::Broken)?;
        if !local.starts_with(LOCAL) {
            return Err(Unopened::Broken);
        }
        let from = LOCAL_BYTES + u16_at(local, 26)? as usize + u16_at(local, 28)? as usize;
        let packed = local
            .get(from..)
            .and_then(|rest| rest.get(..part.packed_bytes));
        Ok((packed.ok_or(Unopened::Broken)?, part.is_deflated))
    }
}

fn key(name: &str) -> String {
    name.trim_start_matches('/').to_ascii_lowercase()
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Unopened> {
    let two = bytes.get(at..at + 2).and_then(|two| two.try_into().ok());
    two.map(u16::from_le_bytes).ok_or(Unopened::Broken)
}

fn u32_at(bytes: &[u8], at: usize) -> Result<usize, Unopened> {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    four.map(|four| u32::from_le_bytes(four) as usize)
        .ok_or(Unopened::Broken)
}
