//! The demonstration is what it says it is.

use super::*;
use crate::hours::Hours;
use crate::places::may_contain;
use std::collections::{BTreeMap, BTreeSet};

#[track_caller]
fn check_count(stations: &[Station], kind: Kind, expected: usize) {
    let count = stations
        .iter()
        .filter(|station| station.kinds.contains(kind))
        .count();
    assert_eq!(count, expected, "{kind:?}");
}

#[test]
fn the_numbers_are_the_unions() {
    let stations = stations();
    assert_eq!(stations.len(), 9_065);
    check_count(&stations, Kind::ServiceCentre, 17);
    check_count(&stations, Kind::ServiceStation, 367);
    check_count(&stations, Kind::WorkersHome, 381);
    check_count(&stations, Kind::CaringStation, 8_300);
    check_count(&stations, Kind::PsychologicalStation, 390);
    check_count(&stations, Kind::NursingRoom, 1_095);
    check_count(&stations, Kind::TrainingSite, 137);
    check_count(&stations, Kind::DriversHome, 1);
}

#[test]
fn it_is_the_same_every_time() {
    assert_eq!(stations(), stations());
}

#[test]
fn every_place_is_in_its_district_and_on_the_grid() {
    for station in stations() {
        let position = station.position.unwrap();
        assert!(may_contain(station.district, position), "{station:?}");
        assert_eq!(position.rounded(5), position);
    }
}

#[test]
fn every_street_has_its_places() {
    let mut by_street: BTreeMap<Street, usize> = BTreeMap::new();
    for station in stations() {
        if let Some(street) = station.street {
            assert_eq!(street.district(), station.district);
            *by_street.entry(street).or_default() += 1;
        }
    }
    assert_eq!(by_street.len(), 349);
    assert!(
        by_street.values().all(|count| (4..=100).contains(count)),
        "{by_street:?}"
    );
}

#[test]
fn every_district_has_its_centre() {
    let centres: Vec<_> = stations()
        .into_iter()
        .filter(|station| station.kinds.contains(Kind::ServiceCentre))
        .map(|station| station.district)
        .collect();
    assert_eq!(centres, District::all());
}

#[test]
fn the_drivers_home_is_as_the_source_says() {
    let stations = stations();
    let home = stations
        .iter()
        .find(|station| station.kinds.contains(Kind::DriversHome))
        .unwrap();
    assert_eq!(home.district.name_zh(), "顺义区");
    assert!(home.text.address.starts_with("机场东路"));
    assert_eq!(
        home.hours,
        Hours::read("24/7"),
        "open every day of the year, at any hour"
    );
    assert!(home.amenities.present().contains(Amenity::TruckParking));
}

#[test]
fn nothing_is_passed_off_as_real() {
    let stations = stations();
    assert!(
        stations
            .iter()
            .all(|station| station.text.address.contains("示例"))
    );
    assert!(stations.iter().all(|station| station.text.phone.is_empty()));
    let names: BTreeSet<_> = stations.iter().map(|station| &station.text.name).collect();
    assert_eq!(
        names.len(),
        stations.len(),
        "no two places have the same name"
    );
}

#[test]
fn the_hours_are_many_some_unstated_and_some_unreadable() {
    let texts: BTreeSet<_> = hours::texts().map(|(_, text)| text).collect();
    assert!((80..=130).contains(&texts.len()), "{}", texts.len());

    let stations = stations();
    let share = |of: &dyn Fn(&Hours) -> bool| {
        let count = stations.iter().filter(|station| of(&station.hours)).count();
        count * 1000 / stations.len()
    };
    let unreadable = hours::UNREADABLE.map(Hours::read);
    assert!((30..=50).contains(&share(&|hours| *hours == Hours::Unstated)));
    assert!((20..=40).contains(&share(&|hours| unreadable.contains(hours))));
}

#[test]
fn some_places_are_closed_and_name_a_successor_that_is_not() {
    let stations = stations();
    let mut succeeded = 0;
    for station in &stations {
        if let Life::Closed {
            successor: Some(successor),
            ..
        } = station.life
        {
            let next = stations.iter().find(|other| other.id == successor).unwrap();
            assert_eq!((next.life, next.district), (Life::Active, station.district));
            succeeded += 1;
        }
    }
    assert_eq!(succeeded, 4);
}

#[test]
fn ids_follow_districts_and_streets() {
    let stations = stations();
    assert!(stations.iter().map(|station| station.id.0).eq(1..=9_065));
    assert!(stations.is_sorted_by_key(|station| (station.district, station.street)));
    let newest = stations
        .iter()
        .filter_map(|station| station.verified_on)
        .max();
    assert_eq!(newest, NaiveDate::from_ymd_opt(2026, 11, 18));
}
