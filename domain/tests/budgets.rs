//! The snapshot of a whole city fits a cheap phone's patience: bytes in brotli 11.

use brotli::enc::BrotliEncoderParams;
use domain::city::City;
use domain::{demonstration, snapshot};

/// Points, kinds, amenities and hours of 9,065 stations.
const CITY_BYTES: usize = 40_000;
/// Names and addresses, over all districts.
const TEXT_BYTES_A_STATION: usize = 25;

fn brotli_bytes(mut bytes: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let best = BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes, &mut compressed, &best).expect("memory does not fail");
    compressed.len()
}

#[test]
fn demonstration_city_keeps_the_budgets() {
    let stations = demonstration::stations();
    let snapshot = snapshot::encode(&stations, true);
    let city = brotli_bytes(&snapshot.city);
    assert!(city <= CITY_BYTES, "the city file has {city} bytes");
    let texts = snapshot.texts.iter();
    let texts: usize = texts.map(|file| brotli_bytes(&file.bytes)).sum();
    assert!(
        texts <= TEXT_BYTES_A_STATION * stations.len(),
        "the text files have {texts} bytes"
    );
}

#[test]
fn demonstration_city_is_read_back() {
    let stations = demonstration::stations();
    let city = City::from_stations(&stations, true);
    assert_eq!(city.places().len(), stations.len());
    for station in &stations {
        let place = city.place(station.id).unwrap();
        assert_eq!(city.hours(place), &station.hours);
        assert_eq!(city.text(place), Some(&station.text));
        assert_eq!(place.position, station.position);
        assert_eq!(place.amenities, station.amenities);
        assert_eq!(place.life, station.life);
    }
}
