//! Writing a snapshot. The browser client never calls this, so it may be as large as it likes.

use super::bytes::{put_count, put_number, put_planes, zigzag};
use super::{Snapshot, TextFile, date_number, grid, hex, hours, seal, texts};
use crate::hours::Hours;
use crate::places::{District, Street};
use crate::station::{Life, Station};
use core::cmp::Reverse;
use std::collections::BTreeMap;

/// Writes the files of a listing. `demonstration` says that its places are made up.
///
/// Positions are rounded to 1e-5 degrees. In texts a line break becomes a space.
pub fn encode(stations: &[Station], demonstration: bool) -> Snapshot {
    let mut rows: Vec<Row> = stations.iter().map(Row::new).collect();
    rows.sort_by_key(|row| {
        let station = row.station;
        (station.district, station.street, row.point, station.id)
    });

    let mut body = vec![u8::from(demonstration)];
    let mut text_files = Vec::new();
    let districts = rows.chunk_by(|a, b| a.station.district == b.station.district);
    put_count(&mut body, districts.clone().count());
    for rows in districts {
        let district = rows[0].station.district;
        let (hash, bytes) = seal(&texts::encode(rows.iter().map(|row| row.station)));
        put_number(&mut body, district.code());
        body.extend(hash);
        put_streets(&mut body, district, rows);
        text_files.push(TextFile {
            district,
            hash: hex(hash),
            bytes,
        });
    }
    put_columns(&mut body, &rows);

    let (hash, city) = seal(&body);
    Snapshot {
        version: hex(hash),
        city,
        texts: text_files,
    }
}

/// A station with its number on the grid, 0 where nobody has said.
#[derive(Clone, Copy)]
struct Row<'a> {
    station: &'a Station,
    point: u64,
}

impl<'a> Row<'a> {
    fn new(station: &'a Station) -> Self {
        Self {
            station,
            point: station.position.map_or(0, |at| grid::number(at) + 1),
        }
    }
}

/// The streets of a district as runs: which, and how many stations.
fn put_streets(out: &mut Vec<u8>, district: District, rows: &[Row]) {
    let runs = rows.chunk_by(|a, b| a.station.street == b.station.street);
    put_count(out, runs.clone().count());
    for run in runs {
        put_number(out, street_number(district, run[0].station.street));
        put_count(out, run.len());
    }
}

/// 0 is no street; the codes of a district's streets mostly begin with the district's own.
fn street_number(district: District, street: Option<Street>) -> u32 {
    street.map_or(0, |street| {
        zigzag(
            street
                .code()
                .wrapping_sub(district.code().wrapping_mul(1000)),
        ) + 1
    })
}

fn put_columns(out: &mut Vec<u8>, rows: &[Row]) {
    put_points(out, rows);
    put_planes::<4>(out, &id_steps(rows));
    let verified = rows.iter().map(|row| row.station.verified_on);
    let verified: Vec<u64> = verified
        .map(|date| date.map_or(0, date_number).into())
        .collect();
    put_planes::<4>(out, &verified);

    let profiles: Vec<Profile> = rows.iter().map(|row| profile(row.station)).collect();
    let profile_numbers = put_profiles(out, &profiles);
    let mut by_profile: Vec<(u64, Row)> = profile_numbers
        .into_iter()
        .zip(rows.iter().copied())
        .collect();
    by_profile.sort_by_key(|(number, _)| *number);
    put_hours(out, by_profile.iter().map(|(_, row)| &row.station.hours));
    put_lives(out, rows);
}

/// The first point of each run of a street, then the steps from one to the next within the runs:
/// small ones, because the points are sorted.
fn put_points(out: &mut Vec<u8>, rows: &[Row]) {
    let area = |row: &Row| (row.station.district, row.station.street);
    let (mut firsts, mut steps) = (Vec::new(), Vec::new());
    for run in rows.chunk_by(|a, b| area(a) == area(b)) {
        firsts.push(run[0].point);
        steps.extend(run.windows(2).map(|pair| pair[1].point - pair[0].point));
    }
    put_planes::<7>(out, &firsts);
    put_planes::<7>(out, &steps);
}

fn id_steps(rows: &[Row]) -> Vec<u64> {
    let mut previous = 0;
    let step = |row: &Row| {
        let id = row.station.id.0;
        zigzag(id.wrapping_sub(core::mem::replace(&mut previous, id))).into()
    };
    rows.iter().map(step).collect()
}

/// What often comes together: kinds, access, amenities present and absent.
type Profile = [u64; 4];

fn profile(station: &Station) -> Profile {
    [
        station.kinds.bits().into(),
        station.access as u64,
        station.amenities.present().bits().into(),
        station.amenities.absent().bits().into(),
    ]
}

/// The distinct profiles in columns, then which of them each place has.
fn put_profiles(out: &mut Vec<u8>, profiles: &[Profile]) -> Vec<u64> {
    let (distinct, numbers) = by_frequency(profiles.iter().copied());
    put_count(out, distinct.len());
    for field in 0..4 {
        let column: Vec<u64> = distinct.iter().map(|profile| profile[field]).collect();
        put_planes::<2>(out, &column);
    }
    put_planes::<3>(out, &numbers);
    numbers
}

/// The distinct hours, then which of them each place has, in the order of the profiles: places of
/// one profile keep few different hours, and brotli adapts to them.
fn put_hours<'a>(out: &mut Vec<u8>, hours: impl Iterator<Item = &'a Hours>) {
    let (distinct, numbers) = by_frequency(hours.map(|hours| {
        let mut bytes = Vec::new();
        hours::put(&mut bytes, hours);
        bytes
    }));
    put_count(out, distinct.len());
    out.extend(distinct.concat());
    put_planes::<3>(out, &numbers);
}

/// The distinct values, the most frequent first, and the number of each value among them.
fn by_frequency<T: Ord + Clone>(values: impl Iterator<Item = T>) -> (Vec<T>, Vec<u64>) {
    let values: Vec<T> = values.collect();
    let mut counts = BTreeMap::<&T, usize>::new();
    for value in &values {
        *counts.entry(value).or_default() += 1;
    }
    let mut distinct: Vec<(&T, usize)> = counts.into_iter().collect();
    distinct.sort_by_key(|(_, count)| Reverse(*count));
    let distinct = distinct.into_iter().map(|(value, _)| value);
    let numbers: BTreeMap<&T, u64> = distinct.clone().zip(0..).collect();
    let column = values.iter().map(|value| numbers[value]).collect();
    (distinct.cloned().collect(), column)
}

/// Only those that are not simply in use: how many places further, then how.
fn put_lives(out: &mut Vec<u8>, rows: &[Row]) {
    let others = || {
        let others = rows.iter().enumerate();
        others.filter(|(_, row)| row.station.life != Life::Active)
    };
    let mut next = 0;
    put_count(out, others().count());
    for (index, row) in others() {
        put_count(out, index - next);
        next = index + 1;
        match row.station.life {
            Life::Active => {}
            Life::TemporarilyClosed { from, until } => {
                out.push(0);
                put_number(out, from.map_or(0, date_number));
                put_number(out, until.map_or(0, date_number));
            }
            Life::Closed {
                from,
                successor: None,
            } => {
                out.push(1);
                put_number(out, from.map_or(0, date_number));
            }
            Life::Closed {
                from,
                successor: Some(successor),
            } => {
                out.push(2);
                put_number(out, from.map_or(0, date_number));
                put_number(out, successor.0);
            }
        }
    }
}
