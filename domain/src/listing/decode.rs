//! From bytes to text, in the encodings that spreadsheets save.

use super::Failure;
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// UTF-8, UTF-16 or GB18030, by the byte order mark or else by what the bytes allow.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Failure> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((unmarked(bytes), 0));
    encoding
        .decode_without_bom_handling_and_without_replacement(&bytes[mark..])
        .ok_or(Failure::Undecodable)
}

/// Text in UTF-8 or GB18030 has no zero byte; in UTF-16 every comma and line end has one.
fn unmarked(bytes: &[u8]) -> &'static Encoding {
    let zeros = |offset: usize| {
        bytes
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    match (zeros(0), zeros(1)) {
        (0, 0) if std::str::from_utf8(bytes).is_ok() => UTF_8,
        (0, 0) => GB18030,
        (high_first, low_first) if high_first > low_first => UTF_16BE,
        _ => UTF_16LE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "名称,类型\n安定门,暖心驿站\n";

    fn utf16(unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(unit).collect()
    }

    #[track_caller]
    fn check(bytes: &[u8]) {
        assert_eq!(decode(bytes).unwrap(), TEXT);
    }

    #[test]
    fn every_encoding_is_read_with_and_without_its_mark() {
        check(TEXT.as_bytes());
        check(&[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat());
        check(&utf16(u16::to_le_bytes));
        check(&utf16(u16::to_be_bytes));
        check(&[vec![0xFF, 0xFE], utf16(u16::to_le_bytes)].concat());
        check(&[vec![0xFE, 0xFF], utf16(u16::to_be_bytes)].concat());
        check(&GB18030.encode(TEXT).0);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(
            decode(b"\x89PNG\r\n\x1A\n\xFF\xFF"),
            Err(Failure::Undecodable)
        );
        assert_eq!(decode(b"\xFF\xFEa\0b"), Err(Failure::Undecodable));
    }
}
