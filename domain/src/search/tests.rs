//! The search against its meaning.

use super::*;
use crate::hours::Hours;
use crate::station::{Access, Amenities, Amenity, Kind, Life, Station, Text};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeSet;

mod properties;

/// A Wednesday in no holiday.
fn at(hour: u16) -> BeijingTime {
    BeijingTime::at_minute(NaiveDate::from_ymd_opt(2026, 11, 18).unwrap(), hour * 60)
}

fn daily(opens: u16, closes: u16) -> Hours {
    let hours = Hours::read(&format!("{opens:02}:00-{:02}:00", closes % 24));
    match opens {
        0 if closes == 24 => Hours::read("24/7"),
        _ => hours,
    }
}

/// A caring station by the south gate of the Forbidden City, `north_m` metres north of it.
fn station(id: u32, name: &str, north_m: i32, hours: Hours) -> Station {
    let lat = 39.9 + f64::from(north_m) / 111_195.0;
    Station {
        id: StationId(id),
        kinds: KindSet::EMPTY.with(Kind::CaringStation),
        district: District::all()[0],
        street: None,
        position: Wgs84::new(lat, 116.4),
        hours,
        amenities: Amenities::default(),
        access: Access::Public,
        verified_on: Some(at(0).date()),
        life: Life::Active,
        text: Text {
            name: name.to_owned(),
            ..Text::default()
        },
    }
}

fn near() -> Search {
    Search {
        near: Wgs84::new(39.9, 116.4),
        ..Search::default()
    }
}

fn words(words: &str) -> Search {
    Search {
        words: words.to_owned(),
        ..Search::default()
    }
}

/// Searching at noon finds these, in this order.
#[track_caller]
fn check(stations: &[Station], wanted: &Search, ids: &[u32]) {
    let city = City::from_stations(stations, false);
    let answer = search(&city, wanted, at(12), 50);
    let found: Vec<u32> = answer.found.iter().map(|found| found.id.0).collect();
    assert_eq!(found, ids);
    assert_eq!(answer.total, ids.len());
}

#[test]
fn open_on_arrival_counts_not_open_now() {
    // 2,990 m are 52 minutes on foot and 16 by e-bike.
    let closes_at_half_past = Hours::read("08:00-12:30");
    let stations = [
        station(1, "早关门", 2990, closes_at_half_past),
        station(2, "晚开门", 2990, daily(13, 20)),
        station(3, "远", 6000, daily(8, 20)),
    ];
    check(&stations, &near(), &[2, 3, 1]);
    let by_bike = Search {
        travel: Travel::EBike,
        ..near()
    };
    check(&stations, &by_bike, &[1, 3, 2]);
}

#[test]
fn found_tells_now_and_arrival() {
    let city = City::from_stations(&[station(1, "", 2990, daily(8, 12))], false);
    let found = search(&city, &near(), at(11), 1).found[0];
    assert_eq!(found.distance_m, Some(2990));
    assert_eq!(found.journey_minutes, Some(52));
    assert_eq!(found.status.until, Some(at(12)));
    assert_eq!(found.on_arrival.state, crate::status::State::ClosingSoon);
}

#[test]
fn closed_for_good_is_never_listed_before_its_end_it_is() {
    let ends = |id, from| Station {
        life: Life::Closed {
            from,
            successor: None,
        },
        ..station(id, "工地", 0, daily(0, 24))
    };
    let today = at(12).date();
    let stations = [
        ends(1, None),
        ends(2, Some(today)),
        ends(3, today.succ_opt()),
    ];
    check(&stations, &near(), &[3]);
    check(&stations, &Search::default(), &[3]);
}

#[test]
fn words_in_the_name_come_before_kinds_and_addresses() {
    let mut address = station(1, "甲", 0, daily(0, 24));
    address.kinds = KindSet::EMPTY.with(Kind::Library);
    address.text.address = "暖心驿站对面".to_owned();
    let kind = station(2, "乙", 0, daily(0, 24));
    let mut name = station(3, "车站暖心驿站", 0, daily(0, 24));
    name.kinds = KindSet::EMPTY.with(Kind::Library);
    let stations = [address, kind, name];
    for sound in [
        "暖心驿站",
        "nuanxinyizhan",
        "nuan xin yi zhan",
        "nxyz",
        "NXYZ",
        "nuanxin驿站",
    ] {
        check(&stations, &words(sound), &[3, 2, 1]);
    }
    check(&stations, &words("车站 nxyz"), &[3]);
    check(&stations, &words("dongchengqu"), &[1, 2, 3]);
    check(&stations, &words("没有"), &[]);
}

#[test]
fn words_of_texts_that_are_not_loaded_still_find_kinds() {
    let snapshot = crate::snapshot::encode(&[station(1, "甲", 0, daily(0, 24))], false);
    let city = crate::snapshot::decode(&snapshot.city).unwrap();
    assert_eq!(search(&city, &words("暖心"), at(12), 9).total, 1);
    assert_eq!(search(&city, &words("甲"), at(12), 9).total, 0);
}

#[test]
fn night_and_around_the_clock() {
    let mut paused = station(4, "", 0, daily(0, 24));
    paused.life = Life::TemporarilyClosed {
        from: None,
        until: None,
    };
    let stations = [
        station(1, "", 0, daily(8, 20)),
        station(2, "", 0, daily(20, 32)),
        station(3, "", 0, daily(0, 24)),
        paused,
        station(5, "", 0, Hours::Unstated),
        station(6, "", 0, daily(22, 30)),
        station(7, "", 0, daily(22, 29)),
    ];
    let open = |filter| Search {
        open: Some(filter),
        ..Search::default()
    };
    check(&stations, &open(OpenFilter::Now), &[1, 3]);
    check(&stations, &open(OpenFilter::Night), &[3, 2, 6]);
    check(&stations, &open(OpenFilter::AllDay), &[3]);
}

#[test]
fn within_a_part_only_its_places_are_found_in_the_same_order_and_nothing_nearly() {
    let stations: Vec<_> = (1_i32..=4)
        .map(|id| station(id.unsigned_abs(), "", id * 300, daily(6, 22)))
        .collect();
    let city = City::from_stations(&stations, false);
    let ids = |wanted: &Search, within: fn(&Place) -> bool| {
        let answer = search_within(&city, wanted, at(12), 2, within);
        assert_eq!(answer.near_misses, []);
        let found: Vec<u32> = answer.found.iter().map(|found| found.id.0).collect();
        (answer.total, found)
    };
    assert_eq!(ids(&near(), |_| true), (4, vec![1, 2]));
    assert_eq!(ids(&near(), |place| place.id.0 > 1), (3, vec![2, 3]));
    assert_eq!(ids(&near(), |_| false), (0, vec![]));
    let missed_by_one = Search {
        open: Some(OpenFilter::AllDay),
        ..near()
    };
    assert_eq!(ids(&missed_by_one, |_| true), (0, vec![]));
}

#[test]
fn near_misses_say_which_filter_is_missed() {
    let mut library = station(3, "", 300, daily(0, 24));
    library.kinds = KindSet::EMPTY.with(Kind::Library);
    let mut both = library.clone();
    both.id = StationId(4);
    both.access = Access::UnitOnly;
    let mut members = station(1, "", 100, daily(0, 24));
    members.access = Access::Members;
    let city = City::from_stations(
        &[members, station(2, "", 200, daily(20, 21)), library, both],
        false,
    );
    let wanted = Search {
        kinds: KindSet::EMPTY.with(Kind::CaringStation),
        access: AccessSet::EMPTY.with(Access::Public),
        open: Some(OpenFilter::Now),
        ..near()
    };
    let answer = search(&city, &wanted, at(12), 9);
    let misses: Vec<_> = answer
        .near_misses
        .iter()
        .map(|(found, filter)| (found.id.0, *filter))
        .collect();
    assert_eq!(answer.total, 0);
    assert_eq!(
        misses,
        [(1, Filter::Access), (2, Filter::Open), (3, Filter::Kinds)]
    );
}

#[test]
fn a_place_without_the_words_is_no_near_miss() {
    let mut elsewhere = station(2, "车站", 200, daily(0, 24));
    elsewhere.access = Access::Members;
    let city = City::from_stations(&[station(1, "甲", 100, daily(0, 24)), elsewhere], false);
    let missed = |wanted: Search| -> Vec<u32> {
        let misses = search(&city, &wanted, at(12), 9).near_misses;
        misses.iter().map(|(found, _)| found.id.0).collect()
    };
    assert!(missed(words("zzzz")).is_empty());
    let wanted = Search {
        access: AccessSet::EMPTY.with(Access::Public),
        ..words("车站")
    };
    assert_eq!(missed(wanted), [2]);
}

#[test]
fn alternative_is_the_nearest_open_one_of_a_shared_kind() {
    let mut library = station(2, "", 100, daily(0, 24));
    library.kinds = KindSet::EMPTY.with(Kind::Library);
    let stations = [
        station(1, "", 0, daily(0, 24)),
        library,
        station(3, "", 200, daily(20, 21)),
        station(4, "", 300, daily(0, 24)),
    ];
    let city = City::from_stations(&stations, false);
    let for_first = |city: &City| {
        let place = city.place(StationId(1)).unwrap();
        alternative(city, place, at(12)).map(|found| found.id.0)
    };
    assert_eq!(for_first(&city), Some(4));

    let mut unplaced = stations;
    unplaced[0].position = None;
    assert_eq!(for_first(&City::from_stations(&unplaced, false)), Some(4));
    assert_eq!(for_first(&City::from_stations(&unplaced[..3], false)), None);
}
