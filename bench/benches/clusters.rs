//! How long it takes to gather a map's places: `cargo bench -p bench --bench clusters`.

use criterion::{Criterion, criterion_group, criterion_main};
use domain::city::City;
use domain::demonstration;
use domain::geo::Wgs84;
use domain::map::clusters::{Cells, Pin, clusters};
use domain::map::{TileDatum, View, World, Zoom, dots};
use domain::search::{Search, each_fit};
use domain::time::BeijingTime;
use std::hint::black_box;

/// A phone, and the map of a desk.
const VIEWS: [(&str, (u32, u32)); 2] = [("phone", (360, 520)), ("desk", (1280, 900))];

/// The whole city, a district, a street.
const ZOOMS: [u8; 3] = [9, 12, 16];

/// As many as the nation had at the end of 2024.
const NATION: usize = 186_000;

fn now() -> BeijingTime {
    BeijingTime::from_rfc3339("2026-11-20T12:00:00+08:00").expect("a moment")
}

fn pins(city: &City, datum: TileDatum) -> Vec<Pin> {
    let mut pins = Vec::new();
    each_fit(city, &Search::default(), now(), |place, status| {
        pins.extend(place.position.map(|position| Pin {
            id: place.id,
            at: World::of(position, datum),
            state: status.state,
            district: place.district,
            street: place.street,
        }));
    });
    pins
}

/// The city again and again, each time a city's width further west or south.
fn nation(city: &[Pin]) -> Vec<Pin> {
    let copies = (0_u32..).flat_map(|copy| {
        let (west, south) = ((copy % 5) << 25, (copy / 5) << 25);
        city.iter().map(move |pin| Pin {
            at: World {
                x: pin.at.x - west,
                y: pin.at.y + south,
            },
            ..*pin
        })
    });
    copies.take(NATION).collect()
}

fn gathering(criterion: &mut Criterion) {
    let city = City::from_stations(&demonstration::stations(), true);
    let city_pins = pins(&city, TileDatum::Wgs84);
    let middle = World::of(
        Wgs84::new(39.914, 116.404).expect("a position"),
        TileDatum::Wgs84,
    );
    for (name, pins) in [("city", &city_pins), ("nation", &nation(&city_pins))] {
        for (screen, pixels) in VIEWS {
            for level in ZOOMS {
                let zoom = Zoom::new(level).expect("a zoom");
                let half = |pixels: u32| (pixels / 2) << (24 - level);
                let corner = World {
                    x: middle.x - half(pixels.0),
                    y: middle.y - half(pixels.1),
                };
                let view = View {
                    corner,
                    zoom,
                    pixels,
                };
                let label = format!("clusters/{name} of {}/{screen}/zoom {level}", pins.len());
                criterion.bench_function(&label, |bench| {
                    bench.iter(|| clusters(black_box(pins), Cells::under(view)));
                });
                let label = format!("dots/{name} of {}/{screen}/zoom {level}", pins.len());
                criterion.bench_function(&label, |bench| {
                    bench.iter(|| dots(black_box(pins), view));
                });
            }
        }
    }
}

fn pinning(criterion: &mut Criterion) {
    let city = City::from_stations(&demonstration::stations(), true);
    for (name, datum) in [("WGS-84", TileDatum::Wgs84), ("GCJ-02", TileDatum::Gcj02)] {
        criterion.bench_function(&format!("pins of the city/{name}"), |bench| {
            bench.iter(|| pins(black_box(&city), datum));
        });
    }
}

criterion_group!(benches, gathering, pinning);
criterion_main!(benches);
