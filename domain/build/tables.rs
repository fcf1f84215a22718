//! Streets and outlines of districts, from the tables in `data/`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Special zones that the union counts as districts: the zone's street code, its district code.
/// See `District::DEVELOPMENT_AREA`.
const ZONES: [(&str, &str); 1] = [("110115403", "110171")];

/// The Rust tables of streets.
pub(crate) fn streets() -> String {
    grouped(&rows("streets.tsv"))
}

/// The Rust table of outlines.
pub(crate) fn outlines() -> String {
    rings(&rows("outlines.tsv"))
}

/// One slice of codes and one of names a district, in the order of the district codes.
fn grouped(rows: &[(String, String)]) -> String {
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

/// One row a ring: the district's code and the points as (longitude, latitude), in ten-thousandths
/// of a degree: half of what they weigh as floating point.
fn rings(rows: &[(String, String)]) -> String {
    let whole = |degrees: &str| {
        let degrees: f64 = degrees.parse().expect("a point is two numbers");
        (degrees * 1e4).round()
    };
    let point = |point: &str| {
        let (lng, lat) = point.split_once(',').expect("a point is two numbers");
        format!("({},{})", whole(lng), whole(lat))
    };
    let ring = |(code, points): &(String, String)| {
        let points: Vec<_> = points.split(' ').map(point).collect();
        format!("    ({code}, &[{}]),\n", points.join(", "))
    };
    let rings: String = rows.iter().map(ring).collect();
    format!(
        "static RINGS: [(u32, &[(i32, i32)]); {}] = [\n{rings}];\n",
        rows.len()
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
