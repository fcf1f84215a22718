//! Known points, the textbook's formula, and the way back.

use super::*;
use proptest::prelude::*;

fn wgs(lat: f64, lng: f64) -> Wgs84 {
    Wgs84::new(lat, lng).unwrap()
}

fn zoom(level: u8) -> Zoom {
    Zoom::new(level).unwrap()
}

/// Pixels as the textbook has them: log and tangent, in floating point.
fn textbook(lat: f64, lng: f64, level: u8) -> (f64, f64) {
    let side = 256.0 * 2_f64.powi(i32::from(level));
    let lat = lat.to_radians();
    let y = (1.0 - (lat.tan() + 1.0 / lat.cos()).ln() / PI) / 2.0;
    ((lng + 180.0) / 360.0 * side, y * side)
}

fn anywhere() -> impl Strategy<Value = Wgs84> {
    (-85.0..85.0, -180.0..179.99).prop_map(|(lat, lng)| wgs(lat, lng))
}

#[test]
fn the_example_of_the_maps_documentation_lies_on_its_tile() {
    // Chicago, as Google's “Map and Tile Coordinates” computes it.
    let chicago = World::of(wgs(41.85, -87.65), TileDatum::Wgs84);
    let (x, y) = chicago.pixels(zoom(0));
    assert!((x - 65.671_111).abs() < 1e-5 && (y - 95.174_926).abs() < 1e-5);
    let (x, y) = chicago.pixels(zoom(3));
    assert_eq!((x.floor(), y.floor()), (525.0, 761.0));
    let (tile, (right, down)) = chicago.tile(zoom(3));
    assert_eq!(tile, Tile { z: 3, x: 2, y: 2 });
    assert_eq!((right.floor(), down.floor()), (13.0, 249.0));
}

#[test]
fn the_rims_of_the_world_are_on_its_outermost_tiles() {
    let first = World::of(wgs(90.0, -180.0), TileDatum::Wgs84);
    assert_eq!(first, World { x: 0, y: 0 });
    let last = World::of(wgs(-90.0, 180.0), TileDatum::Wgs84);
    for level in [0, 1, 22] {
        let (tile, _) = last.tile(zoom(level));
        assert_eq!((tile.x, tile.y), ((1 << level) - 1, (1 << level) - 1));
    }
    assert_eq!(Zoom::new(23), None);
}

#[test]
fn the_equator_and_greenwich_meet_in_the_middle() {
    let middle = World::of(wgs(0.0, 0.0), TileDatum::Wgs84);
    assert_eq!((middle.x, middle.y), (1 << 31, 1 << 31));
}

#[test]
fn tiles_in_gcj02_show_a_station_where_the_shifted_position_is() {
    let here = wgs(39.914_266, 116.403_988);
    let shifted = Gcj02::from(here);
    let ours = World::of(here, TileDatum::Gcj02).pixels(zoom(18));
    let theirs = textbook(shifted.lat(), shifted.lng(), 18);
    assert!((ours.0 - theirs.0).abs() < 0.02 && (ours.1 - theirs.1).abs() < 0.02);
    // More than five hundred metres: no neighbouring pixel, but another tile.
    let (unshifted, _) = World::of(here, TileDatum::Wgs84).tile(zoom(18));
    let (tile, _) = World::of(here, TileDatum::Gcj02).tile(zoom(18));
    assert_ne!(tile, unshifted);
}

proptest! {
    #[test]
    fn pixels_are_those_of_the_textbook(position in anywhere(), level in 0_u8..=22) {
        let (x, y) = World::of(position, TileDatum::Wgs84).pixels(zoom(level));
        let (expected_x, expected_y) = textbook(position.lat(), position.lng(), level);
        // Half a step of the world, in pixels of that zoom.
        let step = f64::from(1_u32 << level) / f64::from(1_u32 << 24);
        prop_assert!((x - expected_x).abs() <= step, "{} {}", x, expected_x);
        prop_assert!((y - expected_y).abs() <= step, "{} {}", y, expected_y);
    }

    #[test]
    fn a_tile_and_the_pixels_on_it_are_the_pixels_of_the_world(position in anywhere(), level in 0_u8..=22) {
        let world = World::of(position, TileDatum::Wgs84);
        let (tile, (right, down)) = world.tile(zoom(level));
        prop_assert!((0.0..256.0).contains(&right) && (0.0..256.0).contains(&down));
        let whole = (f64::from(tile.x) * 256.0 + right, f64::from(tile.y) * 256.0 + down);
        prop_assert_eq!(whole, world.pixels(zoom(level)));
    }

    #[test]
    fn the_way_back_misses_by_less_than_two_centimetres(
        position in anywhere(),
        datum in prop_oneof![Just(TileDatum::Wgs84), Just(TileDatum::Gcj02)],
    ) {
        // The datum's own way back is held where it is defined, away from its rim.
        prop_assume!(datum == TileDatum::Wgs84 || (1.0..55.0).contains(&position.lat()));
        prop_assume!(datum == TileDatum::Wgs84 || (73.0..137.0).contains(&position.lng()));
        let back = World::of(position, datum).position(datum);
        prop_assert!(back.distance_m(position) < 0.02, "{:?} {:?}", position, back);
    }
}
