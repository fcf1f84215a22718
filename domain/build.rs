//! Turns the tables in `data/` and a dictionary into Rust tables, so that nothing is parsed at run time and the
//! linker drops what a program does not use.

use pinyin::ToPinyinMulti;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// Special zones that the union counts as districts: the zone's street code, its district code.
/// See `District::DEVELOPMENT_AREA`.
const ZONES: [(&str, &str); 1] = [("110115403", "110171")];

fn main() {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    write(&out, "streets.rs", &streets(&rows("streets.tsv")));
    write(&out, "outlines.rs", &outlines(&rows("outlines.tsv")));
    write(&out, "readings.rs", &readings());
    println!("cargo::rerun-if-changed=build.rs");
}

/// One slice of codes and one of names a district, in the order of the district codes.
fn streets(rows: &[(String, String)]) -> String {
    let mut districts: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (code, name) in rows {
        let zone = ZONES.iter().find(|(street, _)| street == code);
        let district = zone.map_or(&code[..6], |(_, district)| district);
        districts.entry(district).or_default().push((code, name));
    }
    let (mut codes, mut names) = (String::new(), String::new());
    for rows in districts.values() {
        let list: Vec<_> = rows
            .iter()
            .map(|(code, _)| format!("Street({code})"))
            .collect();
        writeln!(codes, "    &[{}],", list.join(", ")).expect("a String takes everything");
        let list: Vec<_> = rows.iter().map(|(_, name)| *name).collect();
        writeln!(names, "    &{list:?},").expect("a String takes everything");
    }
    let count = districts.len();
    format!(
        "static CODES: [&[Street]; {count}] = [\n{codes}];\n\
         static NAMES: [&[&str]; {count}] = [\n{names}];\n"
    )
}

/// One row a ring: the district's code and the points as (longitude, latitude).
fn outlines(rows: &[(String, String)]) -> String {
    let rings: String = rows
        .iter()
        .map(|(code, points)| format!("    ({code}, &[({})]),\n", points.replace(' ', "), (")))
        .collect();
    format!(
        "static RINGS: [(u32, &[(f64, f64)]); {}] = [\n{rings}];\n",
        rows.len()
    )
}

/// Every spelling, and every reading as its character and its spelling's number. Taken from the
/// dictionary that the crate `pinyin` carries (MIT licence), without tones and only of the
/// characters that an office can type: those of GBK. The crate's own tables weigh four times as
/// much.
fn readings() -> String {
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

/// The rows of a table in `data/`: two columns, a tab between them, `#` before remarks.
fn rows(name: &str) -> Vec<(String, String)> {
    let path = Path::new("data").join(name);
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(&path).expect("the table is part of the repository");
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').expect("a row has two columns"))
        .map(|(first, second)| (first.to_owned(), second.to_owned()))
        .collect()
}

fn write(out: &str, name: &str, text: &str) {
    fs::write(Path::new(out).join(name), text).expect("cargo made OUT_DIR for us");
}
