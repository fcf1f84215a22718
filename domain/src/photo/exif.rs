//! The orientation of a photo: what is read of EXIF, and the EXIF that says it and nothing else.

/// The tag of the orientation, and its type: a whole number of two bytes.
const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;

/// How a picture must be turned to stand upright: 2 to 8 as EXIF counts; 1 is not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turned(u8);

impl Turned {
    /// What an EXIF says, from its TIFF header on; `None` if nothing, or that it stands upright.
    pub(super) fn read(tiff: &[u8]) -> Option<Self> {
        let big_endian = match tiff.get(..4)? {
            b"MM\0*" => true,
            b"II*\0" => false,
            _ => return None,
        };
        let short = |at: usize| {
            let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
            Some(match big_endian {
                true => u16::from_be_bytes(bytes),
                false => u16::from_le_bytes(bytes),
            })
        };
        let directory = {
            let bytes = tiff.get(4..8)?.try_into().ok()?;
            let at = match big_endian {
                true => u32::from_be_bytes(bytes),
                false => u32::from_le_bytes(bytes),
            };
            usize::try_from(at).ok()?
        };
        let count = usize::from(short(directory)?);
        let mut entries = (0..count).map_while(|entry| directory.checked_add(2 + 12 * entry));
        let entry = entries.find(|at| short(*at) == Some(ORIENTATION))?;
        let is_short = short(entry + 2) == Some(SHORT);
        let turned = short(entry + 8).and_then(|turned| u8::try_from(turned).ok());
        let turned = turned.filter(|turned| is_short && (2..=8).contains(turned));
        turned.map(Self)
    }

    /// An EXIF of this alone, from its TIFF header on: one directory with one entry.
    pub(super) fn write(self) -> [u8; 26] {
        let mut tiff = *b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0";
        tiff[18] = self.0;
        tiff
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for turned in 2..=8 {
            let turned = Turned(turned);
            assert_eq!(Turned::read(&turned.write()), Some(turned));
        }
    }

    #[test]
    fn both_byte_orders_are_read_and_upright_is_nothing() {
        let big = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        assert_eq!(Turned::read(big), Some(Turned(6)));
        for nothing in [0, 1, 9, 255] {
            assert_eq!(Turned::read(&Turned(nothing).write()), None);
        }
    }

    #[test]
    fn an_exif_that_leads_nowhere_says_nothing() {
        let whole = Turned(6).write();
        for cut in 0..20 {
            assert_eq!(Turned::read(&whole[..cut]), None, "{cut}");
        }
        let mut far = whole;
        far[4..8].fill(0xff);
        assert_eq!(Turned::read(&far), None);
    }
}
