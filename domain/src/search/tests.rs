//! The search against its meaning.

use super::*;
use crate::hours::Hours;
use crate::station::{Access, Amenities, Amenity, Kind, Life, Station, Text};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeSet;

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

fn any_station() -> impl Strategy<Value = Station> {
    let hours = prop_oneof![
        Just(Hours::Unstated),
        Just(daily(0, 24)),
        (0_u16..24, 1_u16..12).prop_map(|(opens, length)| daily(opens, opens + length)),
    ];
    let date = (0_u64..900).prop_map(|days| at(0).date() - chrono::Days::new(days));
    let life = prop_oneof![
        6 => Just(Life::Active),
        1 => Just(Life::TemporarilyClosed { from: None, until: None }),
        1 => Just(Life::Closed { from: None, successor: None }),
    ];
    let facts = (
        0..3_usize,
        proptest::option::of(0..3_usize),
        proptest::option::of(0..9000),
        hours,
        (1_u16..8, 0_u16..8, 0_u16..8),
        proptest::sample::select(Access::ALL),
        proptest::option::of(date),
        life,
        "[暖心站]{1,2}",
    );
    facts.prop_map(
        |(district, street, north_m, hours, bits, access, verified_on, life, name)| {
            let district = District::all()[district];
            let (kinds, present, absent) = bits;
            let plain = station(0, &name, north_m.unwrap_or(0), hours);
            Station {
                kinds: KindSet::from_bits(kinds),
                district,
                street: street.map(|index| district.streets()[index]),
                position: plain.position.filter(|_| north_m.is_some()),
                amenities: Amenities::new(
                    AmenitySet::from_bits(present),
                    AmenitySet::from_bits(absent),
                ),
                access,
                verified_on,
                life,
                ..plain
            }
        },
    )
}

fn any_city() -> impl Strategy<Value = City> {
    proptest::collection::vec(any_station(), 0..40).prop_map(|mut stations| {
        for (station, id) in stations.iter_mut().zip(1..) {
            station.id = StationId(id);
        }
        City::from_stations(&stations, false)
    })
}

fn any_search() -> impl Strategy<Value = Search> {
    let facts = (
        prop_oneof![3 => Just(""), 1 => Just("n"), 1 => Just("心站")],
        proptest::option::of(0..3_usize),
        proptest::option::weighted(0.3, 0..3_usize),
        (
            prop_oneof![Just(0_u16), 0_u16..8],
            prop_oneof![Just(0_u16), 0_u16..4],
        ),
        prop_oneof![Just(0_u16), 0_u16..16],
        proptest::option::of(proptest::sample::select(&OpenFilter::ALL)),
        any::<bool>(),
        proptest::sample::select(&Travel::ALL),
    );
    facts.prop_map(
        |(words, district, street, bits, access, open, with_start, travel)| {
            let district = district.map(|index| District::all()[index]);
            Search {
                words: words.to_owned(),
                district,
                street: district
                    .zip(street)
                    .map(|(district, index)| district.streets()[index]),
                kinds: KindSet::from_bits(bits.0),
                amenities: AmenitySet::from_bits(bits.1),
                access: AccessSet::from_bits(access),
                open,
                near: near().near.filter(|_| with_start),
                travel,
                page: 1,
            }
        },
    )
}

/// Each filter by itself, as a sentence of its meaning; the words and the hours have tests of
/// their own.
fn fits(city: &City, place: &Place, wanted: &Search) -> bool {
    let present = place.amenities.present();
    let mut amenities = Amenity::ALL.iter().copied();
    let gone = matches!(place.life, Life::Closed { .. });
    let named = city
        .text(place)
        .is_some_and(|text| match wanted.words.as_str() {
            "n" => text.name.contains('暖') || place.kinds.contains(Kind::CaringStation),
            words => text.name.contains(words),
        });
    !gone
        && (wanted.words.is_empty() || named)
        && wanted
            .district
            .is_none_or(|district| place.district == district)
        && wanted
            .street
            .is_none_or(|street| place.street == Some(street))
        && (wanted.kinds.is_empty() || place.kinds.iter().any(|kind| wanted.kinds.contains(kind)))
        && amenities.all(|each| !wanted.amenities.contains(each) || present.contains(each))
        && (wanted.access.is_empty() || wanted.access.contains(place.access))
}

fn total(city: &City, wanted: &Search, now: BeijingTime) -> u32 {
    u32::try_from(search(city, wanted, now, 0).total).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn filters_agree_with_their_meaning(city in any_city(), wanted in any_search(), hour in 0_u16..24) {
        let wanted = Search { open: None, ..wanted };
        let found = search(&city, &wanted, at(hour), usize::MAX).found;
        let found: BTreeSet<_> = found.iter().map(|found| found.id).collect();
        let places = city.places().iter().filter(|place| fits(&city, place, &wanted));
        prop_assert_eq!(found, places.map(|place| place.id).collect::<BTreeSet<_>>());
    }

    #[test]
    fn pages_are_slices_of_one_order(
        city in any_city(), wanted in any_search(), hour in 0_u16..24, limit in 1_usize..7,
    ) {
        let whole = search(&city, &wanted, at(hour), usize::MAX);
        prop_assert_eq!(whole.total, whole.found.len());
        let mut joined = Vec::new();
        for page in 1..=u32::try_from(whole.total / limit).unwrap() + 2 {
            let answer = search(&city, &Search { page, ..wanted.clone() }, at(hour), limit);
            prop_assert_eq!(answer.total, whole.total);
            joined.extend(answer.found);
        }
        prop_assert_eq!(joined, whole.found);
    }

    #[test]
    fn order_is_that_of_the_ranks(city in any_city(), wanted in any_search(), hour in 0_u16..24) {
        let mut survey = Survey::new(&city, &wanted, at(hour));
        let mut ranks = Vec::new();
        survey.each(0, |sight, _| ranks.push(sight.rank));
        ranks.sort();
        prop_assert!(ranks.is_sorted_by(|a, b| a < b), "no two are equal");
        let found = search(&city, &wanted, at(hour), usize::MAX).found;
        let ids: Vec<_> = found.iter().map(|found| found.id).collect();
        prop_assert_eq!(ids, ranks.iter().map(|rank| rank.id).collect::<Vec<_>>());
    }

    #[test]
    fn facets_are_the_totals_of_the_searches(
        city in any_city(), wanted in any_search(), hour in 0_u16..24,
    ) {
        let now = at(hour);
        let (answer, counts) = search_with_facets(&city, &wanted, now, 5);
        prop_assert_eq!(answer, search(&city, &wanted, now, 5));
        for kind in Kind::ALL.iter().copied() {
            let chosen = Search { kinds: wanted.kinds.with(kind), ..wanted.clone() };
            prop_assert_eq!(counts.kind(kind), total(&city, &chosen, now), "{:?}", kind);
        }
        for amenity in Amenity::ALL.iter().copied() {
            let amenities = wanted.amenities.with(amenity);
            let chosen = Search { amenities, ..wanted.clone() };
            prop_assert_eq!(counts.amenity(amenity), total(&city, &chosen, now), "{:?}", amenity);
        }
        for access in Access::ALL.iter().copied() {
            let chosen = Search { access: wanted.access.with(access), ..wanted.clone() };
            prop_assert_eq!(counts.access(access), total(&city, &chosen, now), "{:?}", access);
        }
        for open in OpenFilter::ALL {
            let chosen = Search { open: Some(open), ..wanted.clone() };
            prop_assert_eq!(counts.open(open), total(&city, &chosen, now), "{:?}", open);
        }
        for district in District::all().iter().copied() {
            let chosen = Search { district: Some(district), street: None, ..wanted.clone() };
            prop_assert_eq!(counts.district(district), total(&city, &chosen, now), "{:?}", district);
        }
    }

    #[test]
    fn near_misses_miss_exactly_that_filter(city in any_city(), wanted in any_search(), hour in 0_u16..24) {
        let answer = search(&city, &wanted, at(hour), 9);
        prop_assert!(answer.near_misses.len() <= 3);
        prop_assert!(answer.total == 0 || answer.near_misses.is_empty());
        for (found, filter) in answer.near_misses {
            let mut without = wanted.clone();
            match filter {
                Filter::Words => without.words.clear(),
                Filter::District => without.district = None,
                Filter::Street => (without.district, without.street) = (None, None),
                Filter::Kinds => without.kinds = KindSet::EMPTY,
                Filter::Amenities => without.amenities = AmenitySet::EMPTY,
                Filter::Access => without.access = AccessSet::EMPTY,
                Filter::Open => without.open = None,
            }
            let places = search(&city, &without, at(hour), usize::MAX).found;
            prop_assert!(places.iter().any(|each| each.id == found.id), "{:?}", filter);
        }
    }
}
