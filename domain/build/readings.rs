//! Readings of Chinese characters, from a dictionary.

use pinyin::ToPinyinMulti;
use std::collections::BTreeSet;

/// Every spelling, and every reading as its character and its spelling's number. Taken from the
/// dictionary that the crate `pinyin` carries (MIT licence), without tones and only of the
/// characters that an office can type: those of GBK. The crate's own tables weigh four times as
/// much.
pub(crate) fn readings() -> String {
    const ZERO: char = '〇';
    let characters = [ZERO].into_iter().chain('\u{4e00}'..='\u{9fff}');
    let readings: BTreeSet<(char, &str)> = characters
        .flat_map(|character| {
            let readings = character.to_pinyin_multi().into_iter().flatten();
            readings.map(move |reading| (character, reading.plain()))
        })
        .collect();
    let spellings: BTreeSet<&str> = readings.iter().map(|(_, plain)| *plain).collect();
    let spellings: Vec<&str> = spellings.into_iter().collect();
    let rows: String = readings
        .iter()
        .map(|(character, plain)| {
            let spelling = spellings.binary_search(plain);
            let spelling = spelling.expect("it is one of the readings");
            format!("    ({:#x}, {spelling}),\n", u32::from(*character))
        })
        .collect();
    format!(
        "static SPELLINGS: [&str; {}] = {spellings:?};\n\
         static READINGS: [(u16, u16); {}] = [\n{rows}];\n",
        spellings.len(),
        readings.len()
    )
}
