//! What is written is read back, and no input does harm.

use super::super::*;
use crate::geo::Wgs84;
use crate::hours::Hours;
use crate::places::District;
use crate::station::{Access, Amenities, AmenitySet, KindSet, Life, StationId, Text};
use chrono::NaiveDate;
use proptest::prelude::*;

fn words() -> impl Strategy<Value = String> {
    "[-=+@'\"，,;a-z0-9 示例驿站]{0,12}".prop_map(|text| row::tidy(&text))
}

fn date() -> impl Strategy<Value = Option<NaiveDate>> {
    let day = (2020..2030, 1..=366_u32)
        .prop_filter_map("365 days", |(year, day)| NaiveDate::from_yo_opt(year, day));
    proptest::option::of(day)
}

fn life() -> impl Strategy<Value = Life> {
    prop_oneof![
        Just(Life::Active),
        (date(), date()).prop_map(|(from, until)| Life::TemporarilyClosed {
            from: from.min(until.or(from)),
            until,
        }),
        (date(), any::<bool>()).prop_map(|(from, named)| Life::Closed {
            from,
            successor: named.then_some(StationId(1)),
        }),
    ]
}

fn hours() -> impl Strategy<Value = Hours> {
    prop_oneof![
        Just(Hours::Unstated),
        words()
            .prop_filter("blank is unstated", |text| !text.is_empty())
            .prop_map(Hours::Unread)
            .prop_filter("cannot be read", |hours| match hours {
                Hours::Unread(text) => Hours::read(text) == *hours,
                _ => false,
            }),
        Just(Hours::read(
            "周一至周五 8:30-12:00、13:00-17:30；节假日休息"
        )),
        Just(Hours::read("24小时")),
    ]
}

prop_compose! {
    pub(in crate::listing) fn station()(
        kinds in 1..=0x1FF_u32,
        (district, street) in (0..17_usize, proptest::option::of(any::<prop::sample::Index>())),
        position in proptest::option::of((39.4..41.1, 115.4..117.6)),
        hours in hours(),
        (present, absent) in (any::<u32>(), any::<u32>()),
        access in 0..4_usize,
        verified_on in date(),
        life in life(),
        (name, words) in (words(), proptest::array::uniform4(words())),
    ) -> Station {
        let district = District::all()[district];
        let [address, show_at_door, phone, verified_by] = words;
        Station {
            id: StationId(0),
            kinds: KindSet::from_bits(kinds),
            district,
            street: street.map(|index| *index.get(district.streets())),
            position: position.map(|(lat, lng)| Wgs84::new(lat, lng).unwrap().rounded(5)),
            hours,
            amenities: Amenities::new(AmenitySet::from_bits(present), AmenitySet::from_bits(absent)),
            access: Access::ALL[access],
            verified_on,
            life,
            text: Text {
                name: format!("{name}站"),
                address,
                show_at_door,
                phone: vocabulary::narrow(&phone),
                verified_by,
            },
        }
    }
}

/// Numbered from 1; nobody succeeds itself.
fn stations() -> impl Strategy<Value = Vec<Station>> {
    proptest::collection::vec(station(), 1..6).prop_map(|mut stations| {
        for (station, id) in stations.iter_mut().zip(1..) {
            station.id = StationId(id);
        }
        if let Life::Closed { successor, .. } = &mut stations[0].life {
            *successor = None;
        }
        stations
    })
}

proptest! {
    #[test]
    fn csv_gives_back_what_was_written(stations in stations()) {
        let file = write_csv(&stations);
        let listing = read(file.as_bytes(), None).unwrap();
        prop_assert_eq!(read_open_csv(file.as_bytes()), Ok(listing.clone()));
        prop_assert_eq!(listing.stations, stations);
    }

    #[test]
    fn geojson_gives_back_what_was_written(stations in stations()) {
        let listing = read(write_geojson(&stations).as_bytes(), None).unwrap();
        prop_assert_eq!(listing.stations, stations);
    }

    #[test]
    fn arbitrary_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, Some(Datum::Bd09));
    }

    #[test]
    fn arbitrary_cells_do_no_harm(cells in proptest::collection::vec("\\PC{0,12}", 23)) {
        let header: Vec<_> = Subject::Stations.columns().iter().map(|column| column.help().code).collect();
        let _ = read(format!("{}\n{}\n", header.join(","), cells.join(",")).as_bytes(), None);
        for cell in &cells {
            let _ = (vocabulary::date(cell), vocabulary::district(cell), vocabulary::streets(cell, None));
        }
    }

    #[test]
    fn arbitrary_features_do_no_harm(inside in "[\\[\\]{},:\"a-z0-9]{0,40}") {
        let _ = read(format!("{{\"type\":\"FeatureCollection\",\"features\":[{inside}]}}").as_bytes(), None);
    }
}
