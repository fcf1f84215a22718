//! What is written is read back, and damage is noticed.

use super::*;
use crate::city::City;
use crate::geo::Wgs84;
use crate::hours::Hours;
use crate::hours::strategy::schedules;
use crate::places::Street;
use crate::station::{Access, Amenities, AmenitySet, KindSet, Life, Station, StationId, Text};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

/// A station as the city has it again, once its snapshot was read.
fn read_back(city: &City, station: &Station) -> Option<Station> {
    let place = city.place(station.id)?;
    Some(Station {
        id: place.id,
        kinds: place.kinds,
        district: place.district,
        street: place.street,
        position: place.position,
        hours: city.hours(place).clone(),
        amenities: place.amenities,
        access: place.access,
        verified_on: place.verified_on,
        life: place.life,
        text: city.text(place)?.clone(),
    })
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (2000_i32..2100, 1_u32..366).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap())
}

fn any_hours() -> impl Strategy<Value = Hours> {
    prop_oneof![
        Just(Hours::Unstated),
        "\\PC{0,9}".prop_map(Hours::Unread),
        schedules().prop_map(Hours::Known),
    ]
}

fn any_life() -> impl Strategy<Value = Life> {
    prop_oneof![
        4 => Just(Life::Active),
        1 => (option::of(any_date()), option::of(any_date()))
            .prop_map(|(from, until)| Life::TemporarilyClosed { from, until }),
        1 => (option::of(any_date()), option::of(any::<u32>().prop_map(StationId)))
            .prop_map(|(from, successor)| Life::Closed { from, successor }),
    ]
}

fn any_text() -> impl Strategy<Value = Text> {
    // Few different lines, so that they come again; now and then a long one.
    let line = || prop_oneof![4 => "[暖心站甲乙]{0,2}", 1 => "\\PC{0,99}"];
    (line(), line(), line(), line(), line()).prop_map(|fields| {
        let (name, address, show_at_door, phone, verified_by) = fields;
        Text {
            name,
            address,
            show_at_door,
            phone,
            verified_by,
        }
    })
}

fn any_station() -> impl Strategy<Value = Station> {
    let districts = proptest::sample::select(District::all());
    let area = districts.prop_flat_map(|district| {
        let streets: Vec<Street> = district.streets().to_vec();
        (
            Just(district),
            option::of(proptest::sample::select(streets)),
        )
    });
    let position = (-9_000_000..=9_000_000, -18_000_000..=18_000_000)
        .prop_map(|(lat, lng)| Wgs84::new(f64::from(lat) / 1e5, f64::from(lng) / 1e5).unwrap());
    let amenities = (any::<u32>(), any::<u32>()).prop_map(|(present, absent)| {
        Amenities::new(
            AmenitySet::from_bits(present),
            AmenitySet::from_bits(absent),
        )
    });
    let facts = (
        any::<u32>().prop_map(KindSet::from_bits),
        option::of(position),
        any_hours(),
        amenities,
        proptest::sample::select(Access::ALL),
        option::of(any_date()),
        any_life(),
    );
    (area, facts, any_text()).prop_map(|((district, street), facts, text)| {
        let (kinds, position, hours, amenities, access, verified_on, life) = facts;
        Station {
            id: StationId(0),
            kinds,
            district,
            street,
            position,
            hours,
            amenities,
            access,
            verified_on,
            life,
            text,
        }
    })
}

fn any_stations() -> impl Strategy<Value = Vec<Station>> {
    btree_map(any::<u32>(), any_station(), 0..12).prop_map(|stations| {
        let numbered = stations.into_iter().map(|(id, station)| Station {
            id: StationId(id),
            ..station
        });
        numbered.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_station_is_read_back_exactly(stations in any_stations(), demonstration: bool) {
        let city = City::from_stations(&stations, demonstration);
        prop_assert_eq!(city.demonstration(), demonstration);
        prop_assert_eq!(city.places().len(), stations.len());
        for station in &stations {
            prop_assert_eq!(read_back(&city, station), Some(station.clone()));
        }
    }

    #[test]
    fn order_of_the_stations_does_not_matter(stations in any_stations()) {
        let mut others = stations.clone();
        others.reverse();
        prop_assert_eq!(encode(&stations, false), encode(&others, false));
    }

    #[test]
    fn arbitrary_bytes_are_refused_or_read(mut bytes in vec(any::<u8>(), 0..200)) {
        let _ = decode(&bytes);
        let _ = decode_texts(&bytes, 3);
        if let Some(first) = bytes.first_mut() {
            *first = FORMAT;
        }
        let _ = decode(&bytes);
        let _ = decode_texts(&bytes, 3);
    }

    #[test]
    fn damaged_files_are_refused_or_read(
        stations in any_stations(),
        damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in any::<prop::sample::Index>(),
    ) {
        let snapshot = encode(&stations, false);
        let damaged = |file: &[u8]| {
            let mut file = file.to_vec();
            for (at, byte) in &damage {
                let at = at.index(file.len());
                file[at] = *byte;
            }
            file
        };
        let _ = decode(&damaged(&snapshot.city));
        prop_assert!(decode(&snapshot.city[..cut.index(snapshot.city.len())]).is_err());
        for file in &snapshot.texts {
            let mut city = decode(&snapshot.city).unwrap();
            let _ = city.load_texts(file.district, &damaged(&file.bytes));
        }
    }
}

#[test]
fn version_names_everything() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let stations = vec(any_station(), 3).new_tree(&mut runner).unwrap();
    let stations = proptest::strategy::ValueTree::current(&stations);
    let version = |stations: &[Station], demonstration| encode(stations, demonstration).version;
    let before = version(&stations, false);
    assert_eq!(before.len(), 16);
    assert_ne!(before, version(&stations, true));

    let mut renamed = stations.clone();
    renamed[1].text.phone.push('0');
    assert_ne!(before, version(&renamed, false), "the texts count too");
}

#[test]
fn texts_of_another_version_are_refused() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let stations = vec(any_station(), 1).new_tree(&mut runner).unwrap();
    let stations = proptest::strategy::ValueTree::current(&stations);
    let mut renamed = stations.clone();
    renamed[0].text.name.push('新');
    let mut city = decode(&encode(&stations, false).city).unwrap();
    let other = encode(&renamed, false).texts.remove(0);
    let loaded = city.load_texts(other.district, &other.bytes);
    assert_eq!(loaded, Err(SnapshotError::OtherVersion));
    assert!(!city.has_texts(other.district));
}

#[test]
fn other_formats_are_refused() {
    assert_eq!(decode(&[FORMAT + 1, 0]).err(), Some(SnapshotError::Format));
    assert_eq!(decode(&[]).err(), Some(SnapshotError::Malformed));
}

#[test]
fn line_breaks_in_texts_become_spaces() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let station = any_station().new_tree(&mut runner).unwrap();
    let mut station = proptest::strategy::ValueTree::current(&station);
    station.text.show_at_door = "会员卡\r\n或工牌".to_owned();
    let city = City::from_stations(&[station], false);
    let text = city.text(&city.places()[0]).unwrap();
    assert_eq!(text.show_at_door, "会员卡  或工牌");
}
