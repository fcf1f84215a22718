//! Photos: which kind they are, and a copy that tells nothing but the picture.
//!
//! A phone writes into a photo where and when it was taken, with which device, and often a small
//! second picture of what was cut away. [`clean`] copies what is needed to show the picture and
//! leaves out everything else: whatever is not known is not copied. Of EXIF the orientation stays,
//! in an EXIF of our own that holds nothing beside it, so that no photo ends up sideways and no
//! pixel is touched. Colour profiles stay, because without them colours are others.
//!
//! The walk is our own: `img-parts` 0.4 takes containers apart, but which part may stay, the scans
//! of a JPEG, what stands behind its end, and every bound here would be left to us all the same.

mod crc;
mod exif;
mod jpeg;
mod png;
mod webp;

/// How much a photo may be.
pub mod bounds {
    /// Bytes: what a phone's camera makes of twelve megapixels, with room to spare. The page on the
    /// phone sends less, this is for phones where it does not run.
    pub const BYTES: usize = 8 << 20;
    /// Pixels a side.
    pub const SIDE: u32 = 12_000;
    /// Pixels: a camera of fifty megapixels. Shown, each takes four bytes, however few were sent.
    pub const PIXELS: u64 = 8192 * 6144;
    /// Times that a JPEG goes over the whole picture. Encoders write about ten; each is work for
    /// whoever looks at it.
    pub const SCANS: usize = 100;
}

/// A kind of file that a photo may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JPEG
    Jpeg,
    /// PNG
    Png,
    /// WebP
    Webp,
}

/// A photo that tells nothing but the picture.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its kind.
    pub kind: Kind,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Why a file is no photo that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unusable {
    /// It is neither JPEG nor PNG nor WebP.
    UnknownKind,
    /// It is one of these, but not as it must be.
    Damaged,
    /// It holds several pictures that follow each other.
    Moving,
    /// It has more than [`bounds::BYTES`].
    TooLarge,
    /// It has more pixels than [`bounds::PIXELS`], or than [`bounds::SIDE`] a side.
    TooManyPixels,
}

impl Kind {
    /// The kind of a file, by its first bytes. Its name says nothing.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            _ if bytes.starts_with(png::SIGNATURE) => Some(Self::Png),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::Webp),
            _ => None,
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// How the name of such a file ends.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

/// A copy of the photo that tells nothing but the picture. Cleaning it again changes nothing.
pub fn clean(bytes: &[u8]) -> Result<Photo, Unusable> {
    if bytes.len() > bounds::BYTES {
        return Err(Unusable::TooLarge);
    }
    let kind = Kind::of(bytes).ok_or(Unusable::UnknownKind)?;
    let bytes = match kind {
        Kind::Jpeg => jpeg::clean(bytes),
        Kind::Png => png::clean(bytes),
        Kind::Webp => webp::clean(bytes),
    }?;
    Ok(Photo { kind, bytes })
}

/// Whether a picture of that size may be shown.
fn fits(width: u32, height: u32) -> Result<(), Unusable> {
    if width == 0 || height == 0 {
        return Err(Unusable::Damaged);
    }
    let pixels = u64::from(width) * u64::from(height);
    match width.max(height) <= bounds::SIDE && pixels <= bounds::PIXELS {
        true => Ok(()),
        false => Err(Unusable::TooManyPixels),
    }
}

/// Takes the next `length` bytes off `rest`.
fn take<'a>(rest: &mut &'a [u8], length: usize) -> Result<&'a [u8], Unusable> {
    let (head, tail) = rest.split_at_checked(length).ok_or(Unusable::Damaged)?;
    *rest = tail;
    Ok(head)
}

/// The same, as many as an array holds.
fn array<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], Unusable> {
    take(rest, N)?.try_into().map_err(|_| Unusable::Damaged)
}

#[cfg(test)]
mod tests;
