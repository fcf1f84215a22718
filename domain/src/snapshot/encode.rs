//! Writing a snapshot. The browser client never calls this, so it may be as large as it likes.

use super::bytes::{put_count, put_number, put_planes, zigzag};
use super::{Snapshot, TextFile, date_number, grid, hex, hours, seal, texts};
use crate::places::{District, Street};
use crate::station::{Life, Station};
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
    let column = |value: &dyn Fn(&Station) -> u64| -> Vec<u64> {
        rows.iter().map(|row| value(row.station)).collect()
    };

    put_planes::<7>(out, &differences(rows.iter().map(|row| row.point)));
    put_planes::<4>(out, &id_steps(rows));
    put_planes::<2>(out, &column(&|s| s.kinds.bits().into()));
    put_planes::<2>(out, &column(&|s| s.amenities.present().bits().into()));
    put_planes::<2>(out, &column(&|s| s.amenities.absent().bits().into()));
    put_planes::<1>(out, &column(&|s| s.access as u64));
    put_planes::<4>(
        out,
        &column(&|s| s.verified_on.map_or(0, date_number).into()),
    );
    put_hours(out, rows);
    put_lives(out, rows);
}

fn id_steps(rows: &[Row]) -> Vec<u64> {
    let mut previous = 0;
    let step = |row: &Row| {
        let id = row.station.id.0;
        zigzag(id.wrapping_sub(core::mem::replace(&mut previous, id))).into()
    };
    rows.iter().map(step).collect()
}

/// Each value less the one before; where it is smaller, it wraps.
fn differences(values: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut previous = 0;
    values
        .map(|value| value.wrapping_sub(core::mem::replace(&mut previous, value)))
        .collect()
}

/// The distinct hours, the most frequent first, then which of them each place has.
fn put_hours(out: &mut Vec<u8>, rows: &[Row]) {
    let written: Vec<Vec<u8>> = rows
        .iter()
        .map(|row| {
            let mut bytes = Vec::new();
            hours::put(&mut bytes, &row.station.hours);
            bytes
        })
        .collect();
    let mut counts = BTreeMap::<&[u8], usize>::new();
    for bytes in &written {
        *counts.entry(bytes).or_default() += 1;
    }
    let mut distinct: Vec<_> = counts.into_iter().collect();
    distinct.sort_by_key(|(_, count)| core::cmp::Reverse(*count));

    put_count(out, distinct.len());
    for (bytes, _) in &distinct {
        out.extend_from_slice(bytes);
    }
    let numbers: BTreeMap<&[u8], u64> = (0..)
        .zip(&distinct)
        .map(|(number, (bytes, _))| (*bytes, number))
        .collect();
    let column: Vec<u64> = written.iter().map(|bytes| numbers[&bytes[..]]).collect();
    put_planes::<3>(out, &column);
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
