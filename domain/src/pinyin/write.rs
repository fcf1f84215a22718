//! The readings of any characters. Only whoever writes a snapshot links this table.

use super::{Readings, Syllable};
use std::collections::BTreeSet;

include!(concat!(env!("OUT_DIR"), "/readings.rs"));

/// Readings that only live in names of Beijing: 大栅栏 is Dashilan.
const LOCAL: &[(char, &str)] = &[('栅', "shi")];

impl Readings {
    /// All that the dictionary has, and the local ones.
    pub fn of_characters(characters: &BTreeSet<char>) -> Self {
        let known = characters
            .iter()
            .flat_map(|character| spellings(*character).map(|plain| (*character, plain)));
        let local = LOCAL
            .iter()
            .filter(|(character, _)| characters.contains(character));
        known
            .chain(local.copied())
            .filter_map(|(character, plain)| Some((character, Syllable::parse(plain)?)))
            .collect()
    }
}

/// As the dictionary spells its readings, without tones.
pub(super) fn spellings(character: char) -> impl Iterator<Item = &'static str> {
    // No character beyond the table's can have the code that stands for them.
    let code = u16::try_from(u32::from(character)).unwrap_or(u16::MAX);
    let first = READINGS.partition_point(|(other, _)| *other < code);
    READINGS[first..]
        .iter()
        .take_while(move |(other, _)| *other == code)
        .map(|(_, spelling)| SPELLINGS[usize::from(*spelling)])
}
