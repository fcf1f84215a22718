//! Text files: a column for each field, then how the characters are read aloud.

use super::bytes::{Reader, put_count, put_number, put_planes, put_text};
use super::{Hash, SnapshotError, open};
use crate::pinyin::{Readings, Syllable};
use crate::places::Street;
use crate::station::{Kind, Station, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The words of a district.
pub(crate) struct Texts {
    pub(crate) hash: Hash,
    /// In the order of its places.
    pub(crate) texts: Vec<Text>,
    /// The names of its streets that have a place, in the order of their codes. A table of all
    /// streets would weigh on every phone.
    pub(crate) streets: Vec<(Street, String)>,
    /// Of every character in its names and addresses, in the names of its streets and of kinds.
    pub(crate) readings: Readings,
}

/// Only lines this short are told by their number when they come again. A long one is written
/// out, so that no file grows out of proportion when read; brotli finds the copy anyway.
const SHARED_LINE_BYTES: usize = 64;

/// The text file of a district, given its stations in their order.
pub(super) fn encode<'a>(stations: impl Iterator<Item = &'a Station> + Clone) -> Vec<u8> {
    let mut out = Vec::new();
    let fields: [fn(&Text) -> &str; 5] = [
        |text| &text.name,
        |text| &text.address,
        |text| &text.show_at_door,
        |text| &text.phone,
        |text| &text.verified_by,
    ];
    for field in fields {
        put_lines(
            &mut out,
            stations.clone().map(|station| field(&station.text)),
        );
    }
    put_streets(&mut out, stations.clone());
    put_readings(&mut out, &characters(stations));
    out
}

pub(crate) fn decode(file: &[u8], count: usize) -> Result<Texts, SnapshotError> {
    let (hash, mut reader) = open(file)?;
    let mut column = || read_lines(&mut reader, count).map(Vec::into_iter);
    let (mut names, mut addresses) = (column()?, column()?);
    let (mut doors, mut phones, mut verifiers) = (column()?, column()?, column()?);
    let texts = core::iter::from_fn(|| {
        Some(Text {
            name: names.next()?,
            address: addresses.next()?,
            show_at_door: doors.next()?,
            phone: phones.next()?,
            verified_by: verifiers.next()?,
        })
    });
    let texts = texts.collect();
    let streets = read_streets(&mut reader)?;
    let readings = read_readings(&mut reader)?;
    reader.finish()?;
    Ok(Texts {
        hash,
        texts,
        streets,
        readings,
    })
}

/// Which line each station has, then the distinct lines in the order of their first use. 0 is a
/// line not seen before: a column of different lines costs nothing for its numbers.
fn put_lines<'a>(out: &mut Vec<u8>, lines: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeMap::<String, u64>::new();
    let mut distinct = String::new();
    let mut count = 0;
    let numbers: Vec<u64> = lines
        .map(|line| {
            let line = line.replace(['\n', '\r'], " ");
            if let Some(number) = seen.get(&line) {
                return *number;
            }
            distinct.push_str(&line);
            distinct.push('\n');
            count += 1;
            if line.len() <= SHARED_LINE_BYTES {
                seen.insert(line, count);
            }
            0
        })
        .collect();
    put_planes::<3>(out, &numbers);
    out.extend_from_slice(distinct.as_bytes());
}

fn read_lines(reader: &mut Reader, count: usize) -> Result<Vec<String>, SnapshotError> {
    let numbers = reader.planes::<3>(count)?;
    let mut distinct = Vec::new();
    let mut lines = Vec::with_capacity(count);
    for index in 0..count {
        let line = match numbers.get(index).checked_sub(1) {
            None => {
                let line = reader.line()?;
                distinct.push(line);
                line
            }
            Some(seen) => {
                let line = distinct.get(seen as usize).copied();
                line.filter(|line| line.len() <= SHARED_LINE_BYTES)
                    .ok_or(SnapshotError::Malformed)?
            }
        };
        lines.push(line.to_owned());
    }
    Ok(lines)
}

fn put_streets<'a>(out: &mut Vec<u8>, stations: impl Iterator<Item = &'a Station>) {
    let streets: BTreeSet<Street> = stations.filter_map(|station| station.street).collect();
    put_count(out, streets.len());
    for street in streets {
        put_number(out, street.code());
        put_text(out, street.name_zh());
    }
}

fn read_streets(reader: &mut Reader) -> Result<Vec<(Street, String)>, SnapshotError> {
    let mut streets = Vec::new();
    for _ in 0..reader.count()? {
        let street = Street::from_code(reader.number()?).ok_or(SnapshotError::Malformed)?;
        streets.push((street, reader.text()?.to_owned()));
    }
    Ok(streets)
}

/// Everything of a district that a person may search for by its sound.
fn characters<'a>(stations: impl Iterator<Item = &'a Station>) -> BTreeSet<char> {
    let mut all: BTreeSet<char> = Kind::ALL
        .iter()
        .flat_map(|kind| kind.name_zh().chars())
        .collect();
    for station in stations {
        all.extend(station.text.name.chars());
        all.extend(station.text.address.chars());
        all.extend(station.district.name_zh().chars());
        all.extend(
            station
                .street
                .iter()
                .flat_map(|street| street.name_zh().chars()),
        );
    }
    all
}

/// Characters as differences, then a syllable each; one with several readings comes again.
fn put_readings(out: &mut Vec<u8>, characters: &BTreeSet<char>) {
    let all = Readings::of_characters(characters);
    put_count(out, all.pairs().len());
    let mut previous = 0;
    for (character, _) in all.pairs() {
        let code = u32::from(*character);
        put_number(out, code - previous);
        previous = code;
    }
    let syllables: Vec<u64> = all
        .pairs()
        .iter()
        .map(|(_, syllable)| u64::from(syllable.0))
        .collect();
    put_planes::<2>(out, &syllables);
}

fn read_readings(reader: &mut Reader) -> Result<Readings, SnapshotError> {
    let count = reader.count()?;
    let mut characters = Vec::with_capacity(count);
    let mut code = 0_u32;
    for _ in 0..count {
        code = code
            .checked_add(reader.number()?)
            .ok_or(SnapshotError::Malformed)?;
        characters.push(char::from_u32(code).ok_or(SnapshotError::Malformed)?);
    }
    let syllables = reader.planes::<2>(count)?;
    let pairs = characters.into_iter().enumerate();
    Ok(pairs
        .map(|(index, character)| (character, Syllable(syllables.get(index) as u16)))
        .collect())
}
