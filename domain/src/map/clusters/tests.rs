//! Exact, whatever is looked at: nothing twice, nothing lost, nothing that regroups.

use super::*;
use crate::geo::Wgs84;
use crate::map::{MOST_PIXELS, TileDatum, Zoom};
use proptest::prelude::*;
use std::collections::BTreeMap;

const STATES: [State; 6] = [
    State::Open,
    State::ClosingSoon,
    State::OpeningSoon,
    State::Closed,
    State::TemporarilyClosed,
    State::Unknown,
];

pub(in crate::map) fn world(lat: f64, lng: f64) -> World {
    World::of(Wgs84::new(lat, lng).unwrap(), TileDatum::Wgs84)
}

pub(in crate::map) fn pin(id: u32, at: World, state: State) -> Pin {
    Pin {
        id: StationId(id),
        at,
        state,
        district: district(0),
        street: None,
    }
}

fn district(index: usize) -> District {
    District::all()[index]
}

fn zoom(level: u8) -> Zoom {
    Zoom::new(level).unwrap()
}

/// The view of that many pixels around a point.
pub(in crate::map) fn around(middle: World, level: u8, pixels: (u32, u32)) -> View {
    let half = |pixels: u32| (pixels / 2) << zoom(level).pixel_bits();
    View {
        corner: World {
            x: middle.x.saturating_sub(half(pixels.0)),
            y: middle.y.saturating_sub(half(pixels.1)),
        },
        zoom: zoom(level),
        pixels,
    }
}

/// Whether a point is on the screen, worked out with plain pixels.
fn is_visible(view: View, at: World) -> bool {
    let ((x, y), (west, north)) = (at.pixels(view.zoom), view.corner.pixels(view.zoom));
    let inside = |from: f64, at: f64, pixels: u32| at >= from && at < from + f64::from(pixels);
    inside(west, x, view.pixels.0) && inside(north, y, view.pixels.1)
}

/// Places of Beijing: in knots, so that there is something to gather, with equal ones among them.
pub(in crate::map) fn pins() -> impl Strategy<Value = Vec<Pin>> {
    let knot = (39.4..41.1, 115.4..117.6);
    let knots = proptest::collection::vec(knot, 1..6);
    let offsets =
        proptest::collection::vec((0_usize..6, -40_i32..40, -40_i32..40, 0_usize..6), 0..300);
    (knots, offsets).prop_map(|(knots, offsets)| {
        let pins = (1..).zip(offsets).map(|(id, (knot, north, east, state))| {
            let (lat, lng) = knots[knot % knots.len()];
            let at = world(lat + f64::from(north) * 1e-3, lng + f64::from(east) * 1e-3);
            pin(id, at, STATES[state])
        });
        pins.collect()
    })
}

pub(in crate::map) fn views() -> impl Strategy<Value = View> {
    let middle = (39.0..41.5, 115.0..118.0).prop_map(|(lat, lng)| world(lat, lng));
    (middle, 0_u8..=22, (1_u32..3000, 1_u32..3000))
        .prop_map(|(middle, level, pixels)| around(middle, level, pixels))
}

#[test]
fn neighbours_are_one_and_a_place_alone_stays_where_it_is() {
    let tiananmen = world(39.9073, 116.3912);
    let steps = 1 << zoom(14).pixel_bits();
    let beside = World {
        x: tiananmen.x + steps,
        ..tiananmen
    };
    let far = World {
        x: tiananmen.x + 200 * steps,
        ..tiananmen
    };
    let pins = [
        pin(1, tiananmen, State::Open),
        pin(2, beside, State::Unknown),
        pin(3, far, State::ClosingSoon),
    ];
    let found = clusters(&pins, Cells::under(around(tiananmen, 14, (500, 300))));
    let [together, alone] = found[..] else {
        panic!("two, not {found:?}")
    };
    assert_eq!((together.tally.total(), together.only), (2, None));
    assert_eq!((together.tally.open, together.tally.unknown), (1, 1));
    assert_eq!((alone.at, alone.only), (far, Some(StationId(3))));
    assert_eq!(alone.tally.closing_soon, 1);
}

#[test]
fn a_cluster_names_its_districts_and_the_street_that_all_share() {
    let here = world(39.9073, 116.3912);
    let view = around(here, 14, (500, 300));
    let streets = district(0).streets();
    let in_street = |street: Option<Street>, district| Pin {
        district,
        street,
        ..pin(1, here, State::Open)
    };
    let areas = |pins: &[Pin]| {
        let [cluster] = clusters(pins, Cells::under(view))[..] else {
            panic!("they are in one place")
        };
        (cluster.districts.iter().collect::<Vec<_>>(), cluster.street)
    };
    let (one, other) = (Some(streets[0]), Some(streets[1]));
    let first = district(0);
    let shared = [in_street(one, first), in_street(one, first)];
    assert_eq!(areas(&shared), (vec![first], one));
    for mixed in [other, None] {
        let mut pins = [shared[0], shared[1], in_street(mixed, first)];
        assert_eq!(areas(&pins), (vec![first], None));
        pins.reverse();
        assert_eq!(areas(&pins), (vec![first], None));
    }
    let two = [shared[0], in_street(None, district(5))];
    assert_eq!(areas(&two), (vec![first, district(5)], None));
}

#[test]
fn nothing_beyond_the_view_and_nothing_of_nothing() {
    let view = around(world(39.9, 116.4), 15, (300, 300));
    assert_eq!(clusters(&[], Cells::under(view)), []);
    let paris = [pin(1, world(48.85, 2.35), State::Open)];
    assert_eq!(clusters(&paris, Cells::under(view)), []);
}

#[test]
fn cells_of_a_phone_are_64_pixels_and_those_of_a_wall_are_larger() {
    let cell_pixels = |pixels| {
        let cells = Cells::under(around(world(39.9, 116.4), 12, pixels));
        1_u32 << (cells.bits - cells.pixel_bits)
    };
    assert_eq!(cell_pixels((360, 640)), 64);
    assert_eq!(cell_pixels((704, 800)), 128);
    assert_eq!(cell_pixels((MOST_PIXELS, MOST_PIXELS)), 1024);
    assert_eq!(cell_pixels((u32::MAX, u32::MAX)), 1024);
}

proptest! {
    #[test]
    fn every_visible_place_is_in_exactly_one_cluster(pins in pins(), view in views()) {
        let found = clusters(&pins, Cells::under(view));
        let visible = pins.iter().filter(|pin| is_visible(view, pin.at)).count();
        let together: Tally = found.iter().map(|cluster| cluster.tally).sum();
        let cells = Cells::under(view);
        let mut expected: BTreeMap<(u32, u32), Tally> = BTreeMap::new();
        for pin in &pins {
            let cell = (pin.at.x >> cells.bits, pin.at.y >> cells.bits);
            let row = found.iter().filter(|cluster| cluster.cell == cell).count();
            prop_assert!(row <= 1);
            prop_assert!(row == 1 || !is_visible(view, pin.at), "{:?} is lost", pin);
            expected.entry(cell).or_default().add(pin.state);
        }
        for cluster in &found {
            prop_assert_eq!(Some(&cluster.tally), expected.get(&cluster.cell));
        }
        prop_assert!(together.total() as usize >= visible);
    }

    #[test]
    fn a_view_of_everything_counts_everything(pins in pins(), level in 0_u8..=9) {
        let view = around(world(40.2, 116.4), level, (2000, 2000));
        let together: Tally = clusters(&pins, Cells::under(view)).iter().map(|cluster| cluster.tally).sum();
        let all: Tally = pins.iter().map(|pin| pin.state).collect();
        prop_assert_eq!(together, all);
    }

    #[test]
    fn whoever_pans_by_whole_tiles_sees_the_same_clusters_where_both_views_are(
        pins in pins(),
        middle in (39.6..41.0, 115.6..117.4),
        level in 6_u8..=18,
        tiles in (-3_i32..=3, -3_i32..=3),
        pixels in (200_u32..1500, 200_u32..1500),
    ) {
        let before = around(world(middle.0, middle.1), level, pixels);
        let moved = |from: u32, tiles: i32| {
            let steps = i64::from(tiles) << (zoom(level).pixel_bits() + 8);
            u32::try_from(i64::from(from) + steps)
        };
        let (Ok(x), Ok(y)) = (moved(before.corner.x, tiles.0), moved(before.corner.y, tiles.1)) else {
            return Ok(());
        };
        let after = View { corner: World { x, y }, ..before };
        let (first, second) = (clusters(&pins, Cells::under(before)), clusters(&pins, Cells::under(after)));
        let (cells, others) = (Cells::under(before), Cells::under(after));
        prop_assert_eq!((cells.bits, cells.size), (others.bits, others.size));
        let shared = |cluster: &&Cluster, cells: &Cells| {
            let (column, row) = (cluster.cell.0.checked_sub(cells.first.0), cluster.cell.1.checked_sub(cells.first.1));
            column.is_some_and(|column| column < cells.size.0) && row.is_some_and(|row| row < cells.size.1)
        };
        let first: Vec<_> = first.iter().filter(|cluster| shared(cluster, &others)).collect();
        let second: Vec<_> = second.iter().filter(|cluster| shared(cluster, &cells)).collect();
        prop_assert_eq!(first, second);
    }

    #[test]
    fn there_are_at_most_a_hundred_whatever_is_looked_at(view in views()) {
        prop_assert!(Cells::under(view).count() <= MOST);
    }

    #[test]
    fn two_clusters_are_never_nearer_than_a_finger_is_wide(pins in pins(), view in views()) {
        let found = clusters(&pins, Cells::under(view));
        let many: Vec<_> = found.iter().filter(|cluster| cluster.only.is_none()).collect();
        for (index, one) in many.iter().enumerate() {
            for other in &many[index + 1..] {
                let ((x, y), (other_x, other_y)) = (one.at.pixels(view.zoom), other.at.pixels(view.zoom));
                let apart = (x - other_x).abs().max((y - other_y).abs());
                prop_assert!(apart >= f64::from(2 * MARGIN), "{:?} {:?}", one, other);
            }
        }
    }
}
