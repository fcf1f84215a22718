//! WebP: a RIFF file of chunks; the first says whether there is more than the picture.

use super::exif::Turned;
use super::{Unusable, array, fits, take};

/// The flags of `VP8X`, for the parts that may stay.
const PROFILE: u8 = 0x20;
const ALPHA: u8 = 0x10;
const EXIF: u8 = 0x08;
const MOVING: u8 = 0x02;

/// The parts of a file that may stay.
#[derive(Default)]
struct Parts<'a> {
    /// Width and height that `VP8X` says.
    canvas: Option<(u32, u32)>,
    profile: Option<&'a [u8]>,
    alpha: Option<&'a [u8]>,
    turned: Option<Turned>,
    /// The picture, with the name of its chunk.
    picture: Option<(&'a [u8; 4], &'a [u8])>,
}

/// A copy of a WebP with nothing but the picture, its transparency and its colour profile.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unusable> {
    let parts = read(bytes)?;
    let (name, picture) = parts.picture.ok_or(Unusable::Damaged)?;
    let (width, height) = size(name, picture)?;
    fits(width, height)?;
    let mut chunks = Vec::with_capacity(bytes.len());
    if let Some(canvas) = parts.canvas {
        if canvas != (width, height) {
            return Err(Unusable::Damaged);
        }
        let turned = parts.turned.map(Turned::write);
        let flags = flag(PROFILE, parts.profile.is_some())
            | flag(ALPHA, parts.alpha.is_some() || has_alpha(name, picture))
            | flag(EXIF, turned.is_some());
        let mut head = vec![flags, 0, 0, 0];
        head.extend(&(width - 1).to_le_bytes()[..3]);
        head.extend(&(height - 1).to_le_bytes()[..3]);
        write(&mut chunks, b"VP8X", &head);
        let ways = [(b"ICCP", parts.profile), (b"ALPH", parts.alpha)];
        for (name, content) in ways {
            content
                .into_iter()
                .for_each(|content| write(&mut chunks, name, content));
        }
        write(&mut chunks, name, picture);
        turned
            .into_iter()
            .for_each(|tiff| write(&mut chunks, b"EXIF", &tiff));
    } else {
        write(&mut chunks, name, picture);
    }
    let mut cleaned = b"RIFF".to_vec();
    cleaned.extend(length(4 + chunks.len()));
    cleaned.extend(b"WEBP");
    cleaned.extend(chunks);
    Ok(cleaned)
}

fn read(bytes: &[u8]) -> Result<Parts<'_>, Unusable> {
    let mut rest = bytes;
    take(&mut rest, 4)?;
    let size = u32::from_le_bytes(array(&mut rest)?);
    let size = usize::try_from(size).map_err(|_| Unusable::Damaged)?;
    // What stands behind the file's own end is no part of it.
    let mut rest = take(&mut rest, size)?;
    take(&mut rest, 4)?;
    let mut parts = Parts::default();
    while !rest.is_empty() {
        let name: &[u8; 4] = take(&mut rest, 4)?
            .try_into()
            .map_err(|_| Unusable::Damaged)?;
        let length = u32::from_le_bytes(array(&mut rest)?);
        let length = usize::try_from(length).map_err(|_| Unusable::Damaged)?;
        let content = take(&mut rest, length)?;
        // Chunks begin at even places; some writers forget it at the end.
        if length % 2 == 1 && !rest.is_empty() {
            take(&mut rest, 1)?;
        }
        match name {
            b"VP8X" => parts.canvas = Some(canvas(content)?),
            b"ANIM" | b"ANMF" => return Err(Unusable::Moving),
            b"ICCP" => parts.profile = parts.profile.or(Some(content)),
            b"ALPH" => parts.alpha = parts.alpha.or(Some(content)),
            b"EXIF" => parts.turned = parts.turned.or(turned(content)),
            b"VP8 " | b"VP8L" if parts.picture.is_some() => return Err(Unusable::Damaged),
            b"VP8 " | b"VP8L" => parts.picture = Some((name, content)),
            _ => {}
        }
    }
    Ok(parts)
}

/// Some writers put a JPEG's words before the EXIF.
fn turned(exif: &[u8]) -> Option<Turned> {
    Turned::read(exif.strip_prefix(b"Exif\0\0").unwrap_or(exif))
}

fn canvas(head: &[u8]) -> Result<(u32, u32), Unusable> {
    let [flags, _, _, _, w0, w1, w2, h0, h1, h2] = head else {
        return Err(Unusable::Damaged);
    };
    match flags & MOVING {
        0 => Ok((
            u32::from_le_bytes([*w0, *w1, *w2, 0]) + 1,
            u32::from_le_bytes([*h0, *h1, *h2, 0]) + 1,
        )),
        _ => Err(Unusable::Moving),
    }
}

/// Width and height, as the picture's own data says.
fn size(name: &[u8; 4], picture: &[u8]) -> Result<(u32, u32), Unusable> {
    match (name, picture) {
        // The lowest bit of a key frame is 0; the highest two of each side are how it is scaled.
        (b"VP8 ", [tag, _, _, 0x9d, 0x01, 0x2a, w0, w1, h0, h1, ..]) if tag & 1 == 0 => {
            let side = |low: &u8, high: &u8| u32::from(u16::from_le_bytes([*low, *high]) & 0x3fff);
            Ok((side(w0, w1), side(h0, h1)))
        }
        (b"VP8L", [0x2f, bits @ ..]) => {
            let bits = u32::from_le_bytes(array(&mut &*bits)?);
            Ok(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        _ => Err(Unusable::Damaged),
    }
}

/// Whether the data of a picture without loss has transparency of its own.
fn has_alpha(name: &[u8; 4], picture: &[u8]) -> bool {
    name == b"VP8L" && picture.get(4).is_some_and(|byte| byte & 0x10 != 0)
}

const fn flag(bit: u8, set: bool) -> u8 {
    if set { bit } else { 0 }
}

fn length(bytes: usize) -> [u8; 4] {
    let length = u32::try_from(bytes).expect("a photo is bounded far below four gigabytes");
    length.to_le_bytes()
}

fn write(to: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    to.extend(name);
    to.extend(length(content.len()));
    to.extend(content);
    if content.len() % 2 == 1 {
        to.push(0);
    }
}
