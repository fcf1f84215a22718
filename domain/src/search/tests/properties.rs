//! The search against a naive reading of its meaning, over any city.

use super::*;

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
        (1_u32..8, 0_u32..8, 0_u32..8),
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
            prop_oneof![Just(0_u32), 0_u32..8],
            prop_oneof![Just(0_u32), 0_u32..4],
        ),
        prop_oneof![Just(0_u32), 0_u32..16],
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
    fn each_that_fits_is_shown_once_with_what_one_finds_there(
        city in any_city(), wanted in any_search(), hour in 0_u16..24,
    ) {
        let mut shown = Vec::new();
        each_fit(&city, &wanted, at(hour), |place, status| shown.push((place.id, status)));
        shown.sort_by_key(|(id, _)| *id);
        let mut found = search(&city, &wanted, at(hour), usize::MAX).found;
        found.sort_by_key(|found| found.id);
        let found: Vec<_> = found.iter().map(|found| (found.id, found.status)).collect();
        prop_assert_eq!(shown, found);
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
