//! Vectors, round trips and distances.

use super::*;
use proptest::prelude::*;

fn wgs(lat: f64, lng: f64) -> Wgs84 {
    Wgs84::new(lat, lng).unwrap()
}

/// Somewhere in mainland China, away from the rim of the rectangle, where a shifted point may
/// lie outside.
fn in_china() -> impl Strategy<Value = Wgs84> {
    (1.0..55.0, 73.0..137.0).prop_map(|(lat, lng)| wgs(lat, lng))
}

fn in_beijing() -> impl Strategy<Value = Wgs84> {
    (39.4..41.1, 115.4..117.6).prop_map(|(lat, lng)| wgs(lat, lng))
}

#[test]
fn the_known_vector_becomes_bd09() {
    let baidu = Bd09::from(wgs(39.914266, 116.403988));
    assert!(
        (baidu.lng() - 116.41661560068297).abs() < 1e-11,
        "{baidu:?}"
    );
    assert!((baidu.lat() - 39.92196580126834).abs() < 1e-11, "{baidu:?}");
}

#[test]
fn nothing_changes_outside_china() {
    let paris = wgs(48.8566, 2.3522);
    let baidu = Bd09::from(paris);
    assert_eq!((baidu.lat(), baidu.lng()), (paris.lat(), paris.lng()));
    assert_eq!(Wgs84::from(baidu), paris);
}

#[test]
fn a_position_is_on_the_globe() {
    assert!(Wgs84::new(90.0, -180.0).is_some());
    for (lat, lng) in [
        (90.1, 0.0),
        (0.0, -180.1),
        (f64::NAN, 0.0),
        (0.0, f64::INFINITY),
    ] {
        assert_eq!(Wgs84::new(lat, lng), None);
    }
}

#[test]
fn a_degree_of_latitude_is_111_km() {
    let metres = wgs(39.0, 116.0).distance_m(wgs(40.0, 116.0));
    assert!((metres - 111_195.08).abs() < 0.1, "{metres}");
}

proptest! {
    #[test]
    fn gcj02_comes_back_within_a_centimetre(start in in_china()) {
        prop_assert!(Wgs84::from(Gcj02::from(start)).distance_m(start) < 0.01);
    }

    #[test]
    fn bd09_comes_back_within_a_centimetre(start in in_china()) {
        prop_assert!(Wgs84::from(Bd09::from(start)).distance_m(start) < 0.01);
    }

    #[test]
    fn the_ruler_agrees_with_the_great_circle(a in in_beijing(), b in in_beijing()) {
        let exact = a.distance_m(b);
        prop_assert!((Ruler::new(a).distance_m(b) - exact).abs() <= exact * 0.001);
    }

    #[test]
    fn any_position_converts_without_leaving_the_globe(lat in -90.0..=90.0, lng in -180.0..=180.0) {
        let baidu = Bd09::from(wgs(lat, lng));
        prop_assert!(Bd09::new(baidu.lat(), baidu.lng()).is_some());
        let back = Wgs84::from(baidu);
        prop_assert!(Wgs84::new(back.lat(), back.lng()).is_some());
    }

    #[test]
    fn rounding_twice_is_rounding_once(start in in_beijing()) {
        let once = start.rounded(5);
        prop_assert_eq!(once.rounded(5), once);
        prop_assert!(once.distance_m(start) < 1.0);
    }
}

#[test]
fn degrees_are_rounded_to_their_decimals() {
    assert_eq!(decimal::<3>(39.914266), "39.914");
    assert_eq!(decimal::<4>(116.4), "116.4000");
    assert_eq!(decimal::<4>(-0.00005), "-0.0001");
    assert_eq!(decimal::<4>(-0.00004), "0.0000");
    assert_eq!(decimal::<3>(9.9996), "10.000");
}
