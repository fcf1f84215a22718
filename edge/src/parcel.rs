//! What goes between the edge and its objects: words as JSON, and behind them the bytes of a file, which
//! JSON would make a third larger and copy several times.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// How long the words are stands in front of them, in this many bytes.
const LENGTH: usize = 4;

/// Packs both.
pub(crate) fn write(words: &impl Serialize, bytes: &[u8]) -> Vec<u8> {
    let words = serde_json::to_vec(words).expect("plain data serialises");
    let length = u32::try_from(words.len()).expect("words are bounded where they come in");
    [&length.to_le_bytes(), &*words, bytes].concat()
}

/// Unpacks both.
pub(crate) fn read<T: DeserializeOwned>(parcel: &[u8]) -> Option<(T, &[u8])> {
    let (length, rest) = parcel.split_first_chunk::<LENGTH>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (words, bytes) = rest.split_at_checked(length)?;
    Some((serde_json::from_slice(words).ok()?, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked_whole_or_not_at_all() {
        let parcel = write(&"字", b"\0\xff");
        let unpacked: Option<(String, &[u8])> = read(&parcel);
        assert_eq!(unpacked, Some(("字".to_owned(), &b"\0\xff"[..])));
        for cut in 0..parcel.len() - 2 {
            assert_eq!(read::<String>(&parcel[..cut]), None, "{cut}");
        }
        assert_eq!(read::<u32>(&parcel), None);
    }
}
