//! A syllable of pinyin without its tone, in two bytes.

/// An initial and a final, as spelt: `zh` + `an`. `ü` is `v` after l and n, as people type it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Syllable(pub(crate) u16);

/// Two letters before one, so that the first that fits is the longest.
const INITIALS: [&str; 24] = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
    "z", "c", "s", "y", "w", "",
];

const FINALS: [&str; 36] = [
    "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "i", "ia", "ie", "iao",
    "iu", "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang",
    "ue", "v", "ve", "er", "n", "ng",
];

/// Finals have the low six bits.
const FINAL_BITS: u16 = 6;

impl Syllable {
    /// Reads one syllable without a tone, like `zhan`.
    pub fn parse(plain: &str) -> Option<Self> {
        let plain = plain.replace('ü', "v");
        INITIALS.iter().zip(0..).find_map(|(initial, first)| {
            let rest = plain.strip_prefix(initial)?;
            let last = FINALS.iter().position(|each| *each == rest)?;
            Some(Self(first << FINAL_BITS | last as u16))
        })
    }

    /// Its letters; none if it came from a damaged file.
    pub fn letters(self) -> impl Iterator<Item = char> {
        let part = |table: &'static [&str], index: u16| {
            table.get(usize::from(index)).copied().unwrap_or_default()
        };
        let initial = part(&INITIALS, self.0 >> FINAL_BITS);
        let last = part(&FINALS, self.0 & ((1 << FINAL_BITS) - 1));
        initial.bytes().chain(last.bytes()).map(char::from)
    }
}
