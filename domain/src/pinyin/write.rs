//! The readings of any characters. Only whoever writes a snapshot links this table.

use super::{Readings, Syllable};
use pinyin::ToPinyinMulti;
use std::collections::BTreeSet;

/// Readings that only live in names of Beijing: 大栅栏 is Dashilan.
const LOCAL: &[(char, &str)] = &[('栅', "shi")];

impl Readings {
    /// All that the dictionary has, and the local ones.
    pub fn of_characters(characters: &BTreeSet<char>) -> Self {
        let known = characters.iter().flat_map(|character| {
            let readings = character.to_pinyin_multi().into_iter().flatten();
            readings.map(|reading| (*character, reading.plain()))
        });
        let local = LOCAL
            .iter()
            .filter(|(character, _)| characters.contains(character));
        known
            .chain(local.copied())
            .filter_map(|(character, plain)| Some((character, Syllable::parse(plain)?)))
            .collect()
    }
}
