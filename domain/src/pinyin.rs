//! Finding Chinese words by their sound: 暖心驿站 by nuanxinyizhan, nuanxin驿站 or nxyz.
//!
//! The readings come with the texts of a listing: only of the characters that occur in it. A
//! character with several readings is found by any of them.
//!
//! What this does not do: choose the right reading by context, or tell tones apart.

mod syllable;
#[cfg(test)]
mod tests;
mod write;

pub use syllable::Syllable;

/// The readings of some characters: pairs in the order of the characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings(Vec<(char, Syllable)>);

impl Readings {
    /// Every pair.
    pub fn pairs(&self) -> &[(char, Syllable)] {
        &self.0
    }

    /// Those of `character`.
    pub fn of(&self, character: char) -> impl Iterator<Item = Syllable> {
        let first = self.0.partition_point(|(other, _)| *other < character);
        self.0[first..]
            .iter()
            .take_while(move |(other, _)| *other == character)
            .map(|(_, syllable)| *syllable)
    }

    /// With those of another district.
    pub fn add(&mut self, others: Self) {
        self.0.extend(others.0);
        self.0.sort_unstable();
        self.0.dedup();
    }
}

impl FromIterator<(char, Syllable)> for Readings {
    fn from_iter<I: IntoIterator<Item = (char, Syllable)>>(pairs: I) -> Self {
        let mut readings = Self::default();
        readings.add(Self(pairs.into_iter().collect()));
        readings
    }
}

/// A word to look for.
///
/// ```
/// # use domain::pinyin::{Needle, Readings};
/// let readings = Readings::of_characters(&"暖心驿站".chars().collect());
/// for word in ["心驿", "nuanxinyizhan", "xinyi", "nxyz", "nuanx", "nuanxin驿站", "ＮＸＹＺ"] {
///     assert!(Needle::new(word, &readings).is_in("暖心驿站", &readings), "{word}");
/// }
/// assert!(!Needle::new("nxzy", &readings).is_in("暖心驿站", &readings));
/// ```
#[derive(Clone, Debug)]
pub struct Needle {
    /// At most 63, folded.
    characters: Vec<char>,
    /// Which characters, as written, can begin a find, by the lowest bits of their code: a hint
    /// that keeps the scan of a listing from looking up every character.
    beginnings: [u64; 64],
}

impl Needle {
    /// Signs between syllables are left out: xi'an is xian.
    pub fn new(word: &str, readings: &Readings) -> Self {
        let characters: Vec<char> = word
            .chars()
            .map(fold)
            .filter(|character| !matches!(character, '\'' | '’' | '-' | ' '))
            .take(63) // offsets into it are bits of a u64, the last one its end
            .collect();
        let mut needle = Self {
            characters,
            beginnings: [0; 64],
        };
        if let Some(&first) = needle.characters.first() {
            unfold(first).for_each(|written| needle.mark(written));
            for (character, syllable) in readings.pairs() {
                if syllable.letters().next() == Some(first) {
                    needle.mark(*character);
                }
            }
        }
        needle
    }

    /// Whether it is nothing at all, and so in everything.
    pub fn is_empty(&self) -> bool {
        self.characters.is_empty()
    }

    /// Whether it is written or heard anywhere in `text`.
    pub fn is_in(&self, text: &str, readings: &Readings) -> bool {
        let end = 1 << self.characters.len();
        // Bit n: the characters just read may be the first n of the word.
        let mut offsets = 0_u64;
        for character in text.chars() {
            offsets |= u64::from(self.may_begin(character));
            if offsets == 0 {
                continue;
            }
            offsets = self.step(offsets, fold(character), readings);
            if offsets & end != 0 {
                return true;
            }
        }
        self.is_empty()
    }

    /// From where the word has been followed to how far `character` can follow it.
    fn step(&self, offsets: u64, character: char, readings: &Readings) -> u64 {
        let mut next = 0;
        let mut by_sound = false;
        for offset in bits(offsets) {
            by_sound |= self.characters[offset].is_ascii_lowercase();
            if self.characters[offset] == character {
                next |= 2 << offset;
            }
        }
        if by_sound && !character.is_ascii() {
            for syllable in readings.of(character) {
                for offset in bits(offsets) {
                    next |= self.hear(offset, syllable);
                }
            }
        }
        next
    }

    /// A syllable follows by all of its letters, by its first, or by as many as the word still has.
    fn hear(&self, offset: usize, syllable: Syllable) -> u64 {
        let rest = &self.characters[offset..];
        let mut heard = 0;
        let mut follows_on = true;
        for letter in syllable.letters() {
            if rest.get(heard) != Some(&letter) {
                follows_on = heard == rest.len();
                break;
            }
            heard += 1;
        }
        u64::from(heard > 0) << (offset + 1) | u64::from(follows_on) << (offset + heard)
    }

    fn mark(&mut self, character: char) {
        let (word, bit) = hint(character);
        self.beginnings[word] |= bit;
    }

    fn may_begin(&self, character: char) -> bool {
        let (word, bit) = hint(character);
        self.beginnings[word] & bit != 0
    }
}

/// The numbers of the bits that are set, from the lowest.
fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let lowest = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(lowest)
    })
}

fn hint(character: char) -> (usize, u64) {
    let code = character as usize;
    (code >> 6 & 63, 1 << (code & 63))
}

/// Full-width letters and signs as plain ones, capitals as small ones.
fn fold(character: char) -> char {
    let plain = match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        _ => character,
    };
    plain.to_ascii_lowercase()
}

/// Everything that folds to `plain`.
fn unfold(plain: char) -> impl Iterator<Item = char> {
    let wide = |plain: char| char::from_u32(plain as u32 + 0xfee0).filter(|_| plain.is_ascii());
    let cases = [plain, plain.to_ascii_uppercase()];
    cases.into_iter().chain(cases.into_iter().filter_map(wide))
}
