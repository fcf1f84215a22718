//! Queries as people and programs write them.

use super::*;
use crate::params::ParamProblemKind::*;
use crate::station::{AccessSet, AmenitySet, KindSet};
use proptest::prelude::*;

/// `query` reads without a problem and is `canonical` when written.
#[track_caller]
fn check(query: &str, canonical: &str) {
    let (search, problems) = Search::parse(query);
    assert_eq!(problems, []);
    assert_eq!(search.to_query(), canonical);
    assert_eq!(Search::parse(canonical), (search, Vec::new()));
}

/// `query` has exactly these problems, and the rest of it is `kept`.
#[track_caller]
fn check_problems(query: &str, kept: &str, problems: &[(&str, ParamProblemKind)]) {
    let (search, found) = Search::parse(query);
    let found: Vec<_> = found
        .iter()
        .map(|each| (&*each.name, each.problem))
        .collect();
    assert_eq!(found, problems);
    assert_eq!(search.to_query(), kept);
}

#[test]
fn canonical_forms() {
    check("", "");
    check("&&", "");
    check("q=&district=&street=&open=&near=&page=", "");
    check("page=1&by=foot", "");
    check("page=2&q=nxyz", "q=nxyz&page=2");
    check(
        "kind=library,caring_station",
        "kind=caring_station&kind=library",
    );
    check(
        "kind=library&kind=caring_station&kind=library",
        "kind=caring_station&kind=library",
    );
    check(
        "amenity=toilet&amenity=hot_meal",
        "amenity=hot_meal&amenity=toilet",
    );
    check("access=unknown%2Cpublic", "access=public&access=unknown");
    check("open=24h", "open=24h");
    check("open=night&by=ebike", "open=night&by=ebike");
    check("district=110108", "district=110108");
    check("street=110108001", "district=110108&street=110108001");
    check("street=110115403", "district=110171&street=110115403");
    check("near=39.914,116.404", "near=39.914%2C116.404");
}

#[test]
fn position_is_rounded_when_written() {
    let (search, _) = Search::parse("near=39.914266,116.4039881234");
    let near = search.near.unwrap();
    assert_eq!((near.lat(), near.lng()), (39.914266, 116.403988));
    assert_eq!(search.to_query(), "near=39.914%2C116.404");
    check("near=40,116.5", "near=40.000%2C116.500");
    let (search, _) = Search::parse("near=39.9996,116.05");
    assert_eq!(search.to_query(), "near=40.000%2C116.050");
}

#[test]
fn words_are_decoded_trimmed_and_encoded() {
    check("q=%E6%9A%96%E5%BF%83", "q=%E6%9A%96%E5%BF%83");
    check("q=暖心", "q=%E6%9A%96%E5%BF%83");
    check("q=++a%20%20b+", "q=a+b");
    check("q=100%25", "q=100%25");
    check("q=100%", "q=100%25");
    check("q=%zz%4", "q=%25zz%254");
    check("q=%ff", "q=%EF%BF%BD");
    check("q=a%26b%3Dc", "q=a%26b%3Dc");
}

#[test]
fn what_is_not_understood_is_reported() {
    check_problems("colour=red&q=a", "q=a", &[("colour", UnknownName)]);
    check_problems("q=a&q=b", "q=a", &[("q", Repeated)]);
    check_problems(
        "kind=bank,library",
        "kind=library",
        &[("kind", UnknownValue)],
    );
    check_problems("amenity=sauna", "", &[("amenity", UnknownValue)]);
    check_problems("open=later", "", &[("open", UnknownValue)]);
    check_problems("by=car", "", &[("by", UnknownValue)]);
    check_problems("district=310000", "", &[("district", UnknownValue)]);
    check_problems("district=+110108x", "", &[("district", UnknownValue)]);
    check_problems(
        "district=110101&street=110108001",
        "district=110101",
        &[("street", UnknownValue)],
    );
    let long_name = "n".repeat(50);
    check_problems(&long_name, "", &[]);
    check_problems(&(long_name + "=1"), "", &[(&"n".repeat(40), UnknownName)]);
}

#[test]
fn bounds_of_pages() {
    check("page=10000", "page=10000");
    check_problems("page=10001", "", &[("page", OutOfRange)]);
    check_problems("page=0", "", &[("page", OutOfRange)]);
    check_problems("page=99999999999", "", &[("page", OutOfRange)]);
    check_problems("page=-1", "", &[("page", UnknownValue)]);
}

#[test]
fn bounds_of_positions() {
    check("near=39,115", "near=39.000%2C115.000");
    check("near=41.5,118", "near=41.500%2C118.000");
    for outside in [
        "38.999999,116",
        "41.500001,116",
        "40,114.999999",
        "40,118.000001",
        "-40,116",
    ] {
        check_problems(&format!("near={outside}"), "", &[("near", OutOfRange)]);
    }
    for nonsense in [
        "40", "40,", "40,116,2", "NaN,116", "4e1,116", "40.,116", ".5,116", "+40,116",
    ] {
        check_problems(
            &format!("near={}", nonsense.replace('+', "%2B")),
            "",
            &[("near", UnknownValue)],
        );
    }
}

#[test]
fn bounds_of_lengths() {
    check(
        &format!("q={}", "暖".repeat(40)),
        &format!("q={}", "%E6%9A%96".repeat(40)),
    );
    check_problems(
        &format!("q={}", "x".repeat(41)),
        &format!("q={}", "x".repeat(40)),
        &[("q", TooLong)],
    );
    let filler = "&".repeat(QUERY_BYTES - 3);
    check(&format!("q=a{filler}"), "q=a");
    check_problems(&format!("q=a{filler}&"), "", &[("", TooLong)]);
}

#[test]
fn parameters_of_others_are_passed_over() {
    let (search, problems) = Search::parse_with("limit=5&q=a&at=now&limit=6", &["at", "limit"]);
    assert_eq!((search.to_query().as_str(), problems), ("q=a", Vec::new()));
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        words in "[a-z暖&=+%# ]{0,20}",
        district in proptest::option::of(proptest::sample::select(District::all())),
        (kinds, amenities, access) in any::<(u32, u32, u32)>(),
        open in proptest::option::of(proptest::sample::select(&OpenFilter::ALL)),
        near in proptest::option::of((39_000..=41_500, 115_000..=118_000)),
        travel in proptest::sample::select(&Travel::ALL),
        page in 1..=LAST_PAGE,
        with_street: bool,
    ) {
        let near = near.and_then(|(lat, lng)| {
            Wgs84::new(f64::from(lat) / 1000.0, f64::from(lng) / 1000.0)
        });
        let search = Search {
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
            district,
            street: district.filter(|_| with_street).map(|district| district.streets()[0]),
            kinds: KindSet::from_bits(kinds),
            amenities: AmenitySet::from_bits(amenities),
            access: AccessSet::from_bits(access),
            open,
            near,
            travel,
            page,
        };
        prop_assert_eq!(Search::parse(&search.to_query()), (search, Vec::new()));
    }

    #[test]
    fn arbitrary_queries_do_not_panic_and_settle(query in "\\PC{0,99}") {
        let (search, _) = Search::parse(&query);
        let canonical = search.to_query();
        let (again, problems) = Search::parse(&canonical);
        prop_assert_eq!(problems, []);
        prop_assert_eq!(again.to_query(), canonical);
    }
}
