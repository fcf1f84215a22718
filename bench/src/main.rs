//! A listing as long as the nation's: `cargo run --release -p bench -- FOLDER` writes its snapshot
//! and, for those who read points, its GeoJSON.
//!
//! It is the demonstration city again and again, each copy a little further: the snapshot knows the
//! districts of one city, and a map has as much to do.

use domain::demonstration;
use domain::geo::Wgs84;
use domain::snapshot::encode;
use domain::station::{Station, StationId};
use std::path::Path;
use std::{env, fs, io};

/// As many places of this kind as the nation had at the end of 2024.
const COUNT: usize = 186_000;

/// How far the copies lie from each other, in degrees to the north and to the east.
const APART: (f64, f64) = (0.009, 0.011);

/// Copies beside each other.
const COPIES_A_ROW: usize = 5;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| ".".into());
    let folder = Path::new(&folder);
    let nation = nation();
    let snapshot = encode(&nation, true);
    fs::write(folder.join("city.bin"), &snapshot.city)?;
    for texts in &snapshot.texts {
        let name = format!("{}.bin", texts.district.code());
        fs::write(folder.join(name), &texts.bytes)?;
    }
    fs::write(folder.join("stations.geojson"), points(&nation))
}

fn nation() -> Vec<Station> {
    let city = demonstration::stations();
    let places = city.iter().filter(|station| station.position.is_some());
    let places = places.cycle().take(COUNT).zip(1..);
    places
        .map(|(station, id)| {
            let copy = (id as usize - 1) / city.len();
            Station {
                id: StationId(id),
                position: station.position.and_then(|at| moved(at, copy)),
                ..station.clone()
            }
        })
        .collect()
}

fn moved(at: Wgs84, copy: usize) -> Option<Wgs84> {
    let (row, column) = ((copy / COPIES_A_ROW) as f64, (copy % COPIES_A_ROW) as f64);
    Wgs84::new(at.lat() + row * APART.0, at.lng() + column * APART.1)
}

fn points(stations: &[Station]) -> String {
    let positions = stations.iter().filter_map(|station| station.position);
    let features: Vec<_> = positions
        .map(|at| {
            let (lat, lng) = (at.lat(), at.lng());
            format!(
                r#"{{"type":"Feature","properties":{{}},"geometry":{{"type":"Point","coordinates":[{lng:.5},{lat:.5}]}}}}"#
            )
        })
        .collect();
    format!(
        r#"{{"type":"FeatureCollection","features":[{}]}}"#,
        features.join(",")
    )
}
