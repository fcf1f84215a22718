//! What is drawn fits the paper, and neighbours stay neighbours.

use super::*;

fn world(x: u32, y: u32) -> World {
    World { x, y }
}

#[test]
fn what_is_drawn_fills_the_paper_and_keeps_its_shape() {
    let [west, east] = [world(1000, 1000), world(2000, 1500)];
    let sheet = Sheet::around([west, east]).unwrap();
    let (from, to) = (sheet.spot(west), sheet.spot(east));
    assert!((from.x - MARGIN).abs() < 1e-9 && (to.x - (WIDTH - MARGIN)).abs() < 1e-9);
    let (wide, high) = (to.x - from.x, to.y - from.y);
    assert!((wide - 2.0 * high).abs() < 1e-9, "twice as wide as high");
    assert!(from.y >= MARGIN && sheet.height - to.y >= MARGIN);
    assert!(sheet.holds(from) && sheet.holds(to));
    let beyond = sheet.spot(world(2100, 1500));
    assert!(!sheet.holds(beyond));
}

#[test]
fn what_is_high_and_narrow_stands_in_the_middle_of_a_paper_of_bounded_height() {
    let [north, south] = [world(5000, 1000), world(5100, 9000)];
    let sheet = Sheet::around([north, south]).unwrap();
    assert!(sheet.height <= MOST_HEIGHT);
    let middle = (sheet.spot(north).x + sheet.spot(south).x) / 2.0;
    assert!((middle - WIDTH / 2.0).abs() < 1e-9);
}

#[test]
fn a_single_point_has_a_paper_and_nothing_has_none() {
    let point = world(7, 9);
    let sheet = Sheet::around([point]).unwrap();
    assert!(sheet.holds(sheet.spot(point)));
    assert_eq!(Sheet::around([]), None);
}

#[test]
fn a_shape_is_written_without_points_that_change_nothing() {
    let square = [(0, 0), (0, 0), (5, 0), (10, 0), (10, 10), (0, 10), (0, 0)];
    assert_eq!(
        corners(square.to_vec()),
        [(0, 0), (10, 0), (10, 10), (0, 10)]
    );
    let spike = [(0, 0), (10, 0), (4, 0), (4, 8), (0, 0)];
    assert_eq!(corners(spike.to_vec()).len(), 4, "a spike turns back");
    let mut path = String::new();
    write_ring(&mut path, &[(3, 4), (13, 2), (10, -6)]);
    write_ring(&mut path, &[(0, 0), (1, 1)]);
    assert_eq!(path, "M3 4l10-2-3-8z");
}

#[test]
fn neighbours_share_their_boundary_after_rounding() {
    let shared = [(1_013, 777), (1_377, 1_311), (1_009, 2_222)];
    let ring = |far: (u32, u32)| {
        let points = shared.into_iter().chain([far, shared[0]]);
        points.map(|(x, y)| world(x, y)).collect::<Vec<_>>()
    };
    let (west, east) = (ring((0, 1_500)), ring((3_000, 1_500)));
    let sheet = Sheet::around(west.iter().chain(&east).copied()).unwrap();
    let (west, east) = (sheet.path(&[west]), sheet.path(&[east]));
    let start = |path: &str| path.split(['-', ' ', 'l']).take(2).collect::<String>();
    assert_eq!(start(&west), start(&east));
    assert_eq!(points(&west)[..3], points(&east)[..3]);
}

/// The points of a path with one ring.
fn points(path: &str) -> Vec<(i32, i32)> {
    let path = path.trim_start_matches('M').trim_end_matches('z');
    let path = path.replace('l', " ").replace('-', " -");
    let numbers: Vec<i32> = path
        .split_whitespace()
        .map(|one| one.parse().unwrap())
        .collect();
    let steps = numbers.chunks(2).map(|pair| (pair[0], pair[1]));
    let walk = steps.scan((0, 0), |at, step| {
        *at = (at.0 + step.0, at.1 + step.1);
        Some(*at)
    });
    walk.collect()
}
