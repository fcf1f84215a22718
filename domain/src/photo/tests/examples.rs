//! Photos as small as they get: right in every part that is looked at, of data that is none.

use super::super::crc::crc;

/// What no clean photo holds.
pub(super) const SECRET: &[u8] = b"GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro";

/// Segments of a JPEG that tell more than the picture.
pub(super) const TELLING: [(u8, &[u8]); 6] = [
    (
        0xe1,
        b"Exif\0\0MM\0*\0\0\0\x08\0\0GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro",
    ),
    (
        0xe1,
        b"http://ns.adobe.com/xap/1.0/\0GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro",
    ),
    (0xe2, b"MPF\0GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro"),
    (
        0xed,
        b"Photoshop 3.0\0GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro",
    ),
    (0xfe, b"GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro"),
    (0xf0, b"GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro"),
];

/// Chunks of a PNG that do.
pub(super) const PNG_TELLING: [(&[u8; 4], &[u8]); 6] = [
    (b"tEXt", b"GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro"),
    (
        b"iTXt",
        b"XML:com.adobe.xmp\0GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro",
    ),
    (b"zTXt", b"GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro"),
    (
        b"eXIf",
        b"MM\0*\0\0\0\x08\0\0GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro",
    ),
    (b"tIME", b"GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro"),
    (b"prVt", b"GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro"),
];

/// Chunks of a WebP that do.
pub(super) const WEBP_TELLING: [(&[u8; 4], &[u8]); 3] = [
    (
        b"EXIF",
        b"MM\0*\0\0\0\x08\0\0GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro",
    ),
    (b"XMP ", b"GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro"),
    (b"what", b"GPS 39.914N 116.404E 2026:11:21 Phone 12 Pro"),
];

/// An EXIF that says how the photo is turned, and where it was taken.
pub(super) fn exif(turned: u8) -> Vec<u8> {
    let head = b"MM\0*\0\0\0\x08\0\x02\x01\x0e\0\x02\0\0\0\x2c\0\0\0\x26";
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0];
    [&head[..], &entry, &[0; 4], SECRET].concat()
}

/// A JPEG with these segments before its own.
pub(super) fn jpeg(more: &[(u8, &[u8])]) -> Vec<u8> {
    jpeg_of(0, (8, 8), more, 1)
}

/// The same, of that coding, width and height, and number of scans.
pub(super) fn jpeg_of(
    coding: u8,
    (width, height): (u16, u16),
    more: &[(u8, &[u8])],
    scans: usize,
) -> Vec<u8> {
    let mut jpeg = b"\xff\xd8".to_vec();
    let mut segment = |marker: u8, content: &[u8]| {
        jpeg.extend([0xff, marker]);
        jpeg.extend((content.len() as u16 + 2).to_be_bytes());
        jpeg.extend(content);
    };
    more.iter()
        .for_each(|(marker, content)| segment(*marker, content));
    let [w1, w0] = width.to_be_bytes();
    let [h1, h0] = height.to_be_bytes();
    segment(0xdb, &[1; 65]);
    segment(
        0xc0 + coding,
        &[8, h1, h0, w1, w0, 3, 1, 17, 0, 2, 17, 0, 3, 17, 0],
    );
    segment(0xc4, &[0; 20]);
    for _ in 0..scans {
        jpeg.extend(b"\xff\xda\0\x08\x01\x01\0\0\x3f\0");
        jpeg.extend(b"data\xff\0more\xff\xd0data");
    }
    jpeg.extend(b"\xff\xd9");
    jpeg
}

/// A PNG with these chunks before its data.
pub(super) fn png(more: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    png_of((8, 8), more)
}

pub(super) fn png_of((width, height): (u16, u16), more: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |name: &[u8; 4], content: &[u8]| {
        png.extend((content.len() as u32).to_be_bytes());
        png.extend(name);
        png.extend(content);
        png.extend(crc(&[name, content]).to_be_bytes());
    };
    let sides = [
        u32::from(width).to_be_bytes(),
        u32::from(height).to_be_bytes(),
    ];
    chunk(b"IHDR", &[&sides.concat()[..], &[8, 2, 0, 0, 0]].concat());
    more.iter().for_each(|(name, content)| chunk(name, content));
    chunk(b"IDAT", b"data");
    chunk(b"IEND", b"");
    png
}

/// A WebP of more than the picture, with these chunks.
pub(super) fn webp(more: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    webp_of((8, 8), more)
}

pub(super) fn webp_of((width, height): (u16, u16), more: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let side = |side: u16| (u32::from(side) - 1).to_le_bytes();
    let flags = if more.is_empty() { 0 } else { 0x3c };
    let head = [&[flags, 0, 0, 0], &side(width)[..3], &side(height)[..3]].concat();
    let (early, late): (Vec<_>, Vec<_>) =
        more.iter().copied().partition(|(name, _)| *name != b"EXIF");
    let mut chunks = vec![(b"VP8X", head.as_slice())];
    chunks.extend(early);
    let data = frame(width, height);
    chunks.push((b"VP8 ", &data));
    chunks.extend(late);
    riff(&chunks)
}

/// A WebP that is the picture alone.
pub(super) fn plain_webp((width, height): (u16, u16)) -> Vec<u8> {
    riff(&[(b"VP8 ", &frame(width, height))])
}

fn frame(width: u16, height: u16) -> Vec<u8> {
    let sides = [width.to_le_bytes(), height.to_le_bytes()].concat();
    [b"\x10\0\0\x9d\x01\x2a", &sides[..], b"data!"].concat()
}

fn riff(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut content = b"WEBP".to_vec();
    for (name, data) in chunks {
        content.extend(*name);
        content.extend((data.len() as u32).to_le_bytes());
        content.extend(*data);
        content.resize(content.len().next_multiple_of(2), 0);
    }
    [b"RIFF", &(content.len() as u32).to_le_bytes()[..], &content].concat()
}
