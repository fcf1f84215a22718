//! The tree is whole, and points fall where they should.

use super::*;
use crate::geo::Wgs84;

#[track_caller]
fn check_district_at(lat: f64, lng: f64, expected: Option<&str>) {
    let found = district_at(Wgs84::new(lat, lng).unwrap());
    assert_eq!(found.map(District::name_zh), expected);
}

#[test]
fn the_tree_is_1_and_17_and_349() {
    let all = District::all();
    assert_eq!(all.len(), 17);
    assert!(all.is_sorted());
    let streets: usize = all.iter().map(|district| district.streets().len()).sum();
    assert_eq!(streets, 349, "343 streets and townships, 6 special zones");
}

#[test]
fn codes_lead_back_to_what_they_name() {
    for district in District::all() {
        assert_eq!(District::from_code(district.code()), Some(*district));
        assert!(!district.name_zh().is_empty() && !district.name_en().is_empty());
        assert!(district.streets().is_sorted());
        for street in district.streets() {
            assert_eq!(Street::from_code(street.code()), Some(*street));
            assert_eq!(street.district(), *district);
            assert!(!street.name_zh().is_empty());
        }
    }
    for code in [0, 110100, 110103, 999999] {
        assert_eq!(District::from_code(code), None);
    }
    for code in [0, 110101000, 110171001, u32::MAX] {
        assert_eq!(Street::from_code(code), None);
    }
}

#[test]
fn a_known_street_has_its_name() {
    let street = Street::from_code(110101004).unwrap();
    assert_eq!(street.name_zh(), "安定门街道");
    assert_eq!(street.district().name_en(), "Dongcheng");
}

#[test]
fn the_development_area_is_its_own_district_not_daxing() {
    let zone = District::DEVELOPMENT_AREA;
    let [street] = zone.streets() else {
        panic!("the zone has one street")
    };
    assert_eq!(street.code(), 110115403);
    assert_eq!(street.name_zh(), "北京经济技术开发区");
    let daxing = District::from_code(110115).unwrap();
    assert!(!daxing.streets().contains(street));
}

#[test]
fn points_fall_into_their_district() {
    check_district_at(39.914, 116.410, Some("东城区"));
    check_district_at(39.983, 116.310, Some("海淀区"));
    check_district_at(40.130, 116.654, Some("顺义区"));
    check_district_at(40.457, 115.975, Some("延庆区"));
    check_district_at(39.000, 116.400, None);
    check_district_at(-90.0, 0.0, None);
}

#[test]
fn an_exclave_is_a_hole_in_its_neighbour() {
    // Shunyi's airport is an exclave of Chaoyang: a hole in one outline, a ring of the other.
    check_district_at(40.08, 116.59, Some("朝阳区"));
}

#[test]
fn the_development_area_may_lie_in_daxing_or_tongzhou() {
    let yizhuang = Wgs84::new(39.795, 116.506).unwrap();
    assert!(may_contain(District::DEVELOPMENT_AREA, yizhuang));
    let haidian = Wgs84::new(39.983, 116.310).unwrap();
    assert!(!may_contain(District::DEVELOPMENT_AREA, haidian));
}
