//! A zip archive, made of its parts in memory.

use crc32fast::hash;
use miniz_oxide::deflate::compress_to_vec;

/// The best is twice as slow, for a tenth less.
const LEVEL: u8 = 4;

/// Of the format that deflates. Every file is of its first day, 1 January 1980.
const VERSION: u16 = 20;
const DEFLATED: u16 = 8;
const FIRST_DAY: u16 = 0b10_0001;

/// The names are UTF-8.
const UTF_8: u16 = 1 << 11;

/// Parts by name, in this order.
pub(super) fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let packed = compress_to_vec(content.as_bytes(), LEVEL);
        let mut head = Vec::new();
        for word in [VERSION, UTF_8, DEFLATED, 0, FIRST_DAY] {
            head.extend(word.to_le_bytes());
        }
        for long in [
            hash(content.as_bytes()),
            long(packed.len()),
            long(content.len()),
        ] {
            head.extend(long.to_le_bytes());
        }
        for word in [short(name.len()), 0] {
            head.extend(word.to_le_bytes());
        }
        let at = long(archive.len());
        directory.extend(*b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&head);
        // No remark, on the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
        archive.extend(*b"PK\x03\x04");
        archive.extend(&head);
        archive.extend(name.as_bytes());
        archive.extend(packed);
    }
    let at = long(archive.len());
    archive.extend(&directory);
    archive.extend(*b"PK\x05\x06\0\0\0\0");
    for _ in ["on this disk", "in all"] {
        archive.extend(short(parts.len()).to_le_bytes());
    }
    archive.extend(long(directory.len()).to_le_bytes());
    archive.extend(at.to_le_bytes());
    archive.extend([0; 2]);
    archive
}

/// What is written here is below the bounds of the format by far.
fn long(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("a listing is no gigabytes")
}

fn short(count: usize) -> u16 {
    u16::try_from(count).expect("five parts with short names")
}
