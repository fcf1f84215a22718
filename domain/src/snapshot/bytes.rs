//! The parts of a snapshot file. Reading is bounded by the input and cannot panic on any.

use super::SnapshotError;

/// What is left to read.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], SnapshotError> {
        let (head, rest) = self
            .0
            .split_at_checked(length)
            .ok_or(SnapshotError::Malformed)?;
        self.0 = rest;
        Ok(head)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], SnapshotError> {
        self.take(N)?
            .try_into()
            .map_err(|_| SnapshotError::Malformed)
    }

    pub(super) fn byte(&mut self) -> Result<u8, SnapshotError> {
        Ok(self.array::<1>()?[0])
    }

    pub(super) fn number(&mut self) -> Result<u32, SnapshotError> {
        let mut value = 0_u64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(value).map_err(|_| SnapshotError::Malformed);
            }
        }
        Err(SnapshotError::Malformed)
    }

    /// How many things of at least one byte each follow: never more than there are bytes left.
    pub(super) fn count(&mut self) -> Result<usize, SnapshotError> {
        let count = self.number()? as usize;
        if count > self.0.len() {
            return Err(SnapshotError::Malformed);
        }
        Ok(count)
    }

    pub(super) fn planes<const WIDTH: usize>(
        &mut self,
        count: usize,
    ) -> Result<Planes<'a, WIDTH>, SnapshotError> {
        let length = count.checked_mul(WIDTH).ok_or(SnapshotError::Malformed)?;
        Ok(Planes {
            bytes: self.take(length)?,
            count,
        })
    }

    /// The text up to the next line feed.
    pub(super) fn line(&mut self) -> Result<&'a str, SnapshotError> {
        let end = self.0.iter().position(|byte| *byte == b'\n');
        let line = self.take(end.ok_or(SnapshotError::Malformed)?)?;
        self.byte()?;
        core::str::from_utf8(line).map_err(|_| SnapshotError::Malformed)
    }

    pub(super) fn text(&mut self) -> Result<&'a str, SnapshotError> {
        let length = self.count()?;
        core::str::from_utf8(self.take(length)?).map_err(|_| SnapshotError::Malformed)
    }

    pub(super) fn finish(self) -> Result<(), SnapshotError> {
        match self.0 {
            [] => Ok(()),
            _ => Err(SnapshotError::Malformed),
        }
    }
}

/// A column of numbers, its lowest bytes first, then all the next ones, up to `WIDTH`.
///
/// What is random in a column then stands apart from what is not, and brotli gives each plane
/// its own code: it is within a few percent of the entropy, where mixed bytes lose a fifth.
#[derive(Clone, Copy)]
pub(super) struct Planes<'a, const WIDTH: usize> {
    bytes: &'a [u8],
    count: usize,
}

impl<const WIDTH: usize> Planes<'_, WIDTH> {
    pub(super) fn get(&self, index: usize) -> u64 {
        (0..WIDTH).rev().fold(0, |value, plane| {
            value << 8 | u64::from(self.bytes[plane * self.count + index])
        })
    }

    pub(super) fn get_u32(&self, index: usize) -> u32 {
        self.get(index) as u32
    }
}

pub(super) fn put_planes<const WIDTH: usize>(out: &mut Vec<u8>, values: &[u64]) {
    for plane in 0..WIDTH {
        out.extend(values.iter().map(|value| (value >> (8 * plane)) as u8));
    }
}

pub(super) fn put_number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

pub(super) fn put_count(out: &mut Vec<u8>, count: usize) {
    put_number(
        out,
        u32::try_from(count).expect("a listing is far below four thousand million"),
    );
}

pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_count(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

/// Small differences of either sign as small numbers: 0, -1, 1, -2, 2 …
pub(super) fn zigzag(difference: u32) -> u32 {
    (difference << 1) ^ ((difference as i32 >> 31) as u32)
}

/// The inverse of [`zigzag`].
pub(super) fn unzigzag(value: u32) -> u32 {
    (value >> 1) ^ (value & 1).wrapping_neg()
}
