//! PNG: a signature and chunks, each with its length, its name and a check value.

use super::crc::crc;
use super::exif::Turned;
use super::{Unusable, array, fits, take};

pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What is needed to show the picture: its data, and what colours mean.
const NEEDED: [&[u8; 4]; 8] = [
    b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
];

/// The bit in the first letter of a name that says that the chunk may be left out.
const ANCILLARY: u8 = 0x20;

/// A copy of a PNG with nothing but what is needed to show it, up to its end.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unusable> {
    let mut rest = bytes;
    take(&mut rest, SIGNATURE.len())?;
    let (name, header) = chunk(&mut rest)?;
    size(name, header)?;
    let (mut turned, mut copied) = (None, Vec::with_capacity(bytes.len()));
    let mut has_data = false;
    loop {
        let (name, content) = chunk(&mut rest)?;
        match name {
            b"IEND" => break,
            b"acTL" => return Err(Unusable::Moving),
            b"eXIf" => turned = turned.or(Turned::read(content)),
            _ if NEEDED.contains(&name) => {
                has_data |= name == b"IDAT";
                write(&mut copied, name, content);
            }
            _ if name[0] & ANCILLARY == 0 => return Err(Unusable::Damaged),
            _ => {}
        }
    }
    if !has_data {
        return Err(Unusable::Damaged);
    }
    let mut cleaned = SIGNATURE.to_vec();
    write(&mut cleaned, b"IHDR", header);
    if let Some(turned) = turned {
        write(&mut cleaned, b"eXIf", &turned.write());
    }
    cleaned.extend(copied);
    write(&mut cleaned, b"IEND", &[]);
    Ok(cleaned)
}

/// The next chunk. One whose check value is wrong cannot be shown.
fn chunk<'a>(rest: &mut &'a [u8]) -> Result<(&'a [u8; 4], &'a [u8]), Unusable> {
    let length = u32::from_be_bytes(array(rest)?);
    let name = take(rest, 4)?.first_chunk().ok_or(Unusable::Damaged)?;
    let length = usize::try_from(length).map_err(|_| Unusable::Damaged)?;
    let content = take(rest, length)?;
    match u32::from_be_bytes(array(rest)?) == crc(&[name.as_slice(), content]) {
        true => Ok((name, content)),
        false => Err(Unusable::Damaged),
    }
}

fn size(name: &[u8; 4], header: &[u8]) -> Result<(), Unusable> {
    if name != b"IHDR" || header.len() != 13 {
        return Err(Unusable::Damaged);
    }
    let mut rest = header;
    let width = u32::from_be_bytes(array(&mut rest)?);
    fits(width, u32::from_be_bytes(array(&mut rest)?))
}

fn write(to: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    let length =
        u32::try_from(content.len()).expect("a chunk was read with a length of four bytes");
    to.extend(length.to_be_bytes());
    to.extend(name);
    to.extend(content);
    to.extend(crc(&[name, content]).to_be_bytes());
}
