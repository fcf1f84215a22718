//! JPEG: segments behind markers, and scans of compressed data between them.

use super::exif::Turned;
use super::{Unusable, array, bounds, fits, take};

const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const APP1: u8 = 0xe1;
const EXIF: &[u8] = b"Exif\0\0";
const ICC: &[u8] = b"ICC_PROFILE\0";

/// The APP0 of JFIF, without the small picture that may stand in it: it says how colours are coded.
const JFIF: &[u8] = b"\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";

/// The start of Adobe's APP14; its last byte says how colours are coded.
const ADOBE: &[u8] = b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0";

/// What a segment is for.
enum Segment<'a> {
    /// It is copied.
    Needed,
    /// The size, in pixels.
    Frame { width: u32, height: u32 },
    /// The start of a scan, which follows it.
    Scan,
    /// The EXIF.
    Exif(&'a [u8]),
    /// That it is JFIF.
    Jfif,
    /// How its colours are coded, as Adobe's programs say it.
    Adobe(u8),
    /// It is left out.
    Other,
}

/// A copy of a JPEG with nothing but what decoding needs, up to its end.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Unusable> {
    let mut rest = bytes;
    take(&mut rest, 2)?;
    let (mut is_jfif, mut adobe, mut turned) = (false, None, None);
    let (mut frames, mut scans) = (0, 0);
    let mut copied = Vec::with_capacity(bytes.len());
    while let Some(marker) = next_marker(&mut rest) {
        if marker == EOI {
            break;
        }
        let length = u16::from_be_bytes(array(&mut rest)?);
        let content = take(&mut rest, usize::from(length).saturating_sub(2))?;
        let segment = read(marker, content)?;
        match segment {
            Segment::Exif(tiff) => turned = turned.or(Turned::read(tiff)),
            Segment::Jfif => is_jfif = true,
            Segment::Adobe(transform) => adobe = adobe.or(Some(transform)),
            Segment::Frame { width, height } => {
                fits(width, height)?;
                frames += 1;
            }
            Segment::Scan => scans += 1,
            Segment::Needed | Segment::Other => {}
        }
        if let Segment::Needed | Segment::Frame { .. } | Segment::Scan = segment {
            copied.extend([0xff, marker]);
            copied.extend(length.to_be_bytes());
            copied.extend(content);
        }
        if let Segment::Scan = segment {
            copied.extend(scan(&mut rest));
        }
    }
    // One frame, and before its scans: what decoders read, and what the bounds are about.
    if frames != 1 || scans == 0 || scans > bounds::SCANS {
        return Err(Unusable::Damaged);
    }
    let mut cleaned = vec![0xff, 0xd8];
    if is_jfif {
        cleaned.extend(JFIF);
    }
    if let Some(turned) = turned {
        let tiff = turned.write();
        cleaned.extend([0xff, APP1, 0, (2 + EXIF.len() + tiff.len()) as u8]);
        cleaned.extend(EXIF);
        cleaned.extend(tiff);
    }
    if let Some(transform) = adobe {
        cleaned.extend(ADOBE);
        cleaned.push(transform);
    }
    cleaned.extend(copied);
    // Some cameras leave it out, and decoders do without.
    cleaned.extend([0xff, EOI]);
    Ok(cleaned)
}

/// The next marker; what stands before it belongs to nothing. `None` at the end of the file.
fn next_marker(rest: &mut &[u8]) -> Option<u8> {
    loop {
        let at = rest.iter().position(|byte| *byte == 0xff)?;
        *rest = &rest[at..];
        let after = rest.iter().position(|byte| *byte != 0xff)?;
        let marker = rest[after];
        *rest = &rest[after + 1..];
        // Without a marker's number, or of a scan that has ended.
        if marker != 0 && !(0xd0..=0xd7).contains(&marker) {
            return Some(marker);
        }
    }
}

fn read(marker: u8, content: &[u8]) -> Result<Segment<'_>, Unusable> {
    Ok(match (marker, content) {
        // Baseline, extended and progressive: what browsers decode.
        (0xc0..=0xc2, [8, y1, y0, x1, x0, components, each @ ..])
            if (1..=4).contains(components) && each.len() == 3 * usize::from(*components) =>
        {
            Segment::Frame {
                width: u16::from_be_bytes([*x1, *x0]).into(),
                height: u16::from_be_bytes([*y1, *y0]).into(),
            }
        }
        // Tables, and after how many blocks a scan starts anew.
        (0xc4 | 0xdb | 0xdd, _) => Segment::Needed,
        (SOS, [components, each @ ..]) if each.len() == 2 * usize::from(*components) + 3 => {
            Segment::Scan
        }
        // Any other coding, and a file that begins or says its height a second time.
        (0xc0..=0xcf | SOS | 0xd8 | 0xdc | 0xde | 0xdf, _) => return Err(Unusable::Damaged),
        (0xe0, _) if content.starts_with(b"JFIF\0") => Segment::Jfif,
        (APP1, _) if content.starts_with(EXIF) => Segment::Exif(&content[EXIF.len()..]),
        (0xe2, _) if content.starts_with(ICC) => Segment::Needed,
        (
            0xee,
            [
                b'A',
                b'd',
                b'o',
                b'b',
                b'e',
                _,
                _,
                _,
                _,
                _,
                _,
                transform,
                ..,
            ],
        ) => Segment::Adobe(*transform),
        _ => Segment::Other,
    })
}

/// The compressed data of a scan, up to the next marker that is none of its own.
fn scan<'a>(rest: &mut &'a [u8]) -> &'a [u8] {
    let whole = *rest;
    let is_own = |byte: &u8| *byte == 0 || (0xd0..=0xd7).contains(byte);
    let mut at = 0;
    while let Some(found) = whole[at..].iter().position(|byte| *byte == 0xff) {
        at += found;
        match whole.get(at + 1) {
            Some(next) if is_own(next) => at += 2,
            _ => {
                *rest = &whole[at..];
                return &whole[..at];
            }
        }
    }
    *rest = &[];
    whole
}
