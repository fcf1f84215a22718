//! Where the districts lie, roughly: good for a warning and for a sketch, never for a correction.

use super::District;
use crate::geo::Wgs84;

// RINGS: a district's code and the points of one of its rings as (longitude, latitude), in
// ten-thousandths of a degree.
include!(concat!(env!("OUT_DIR"), "/outlines.rs"));

/// The district whose outline contains `position`; `None` outside all of them. The outlines are
/// schematic: within about a kilometre of a boundary the answer may be the neighbour. The
/// Economic-Technological Development Area has no outline and is never the answer.
pub fn district_at(position: Wgs84) -> Option<District> {
    (District::all().iter().copied()).find(|district| outline_contains(*district, position))
}

/// Whether `position` may well lie in `district`, as far as the outlines tell.
pub fn may_contain(district: District, position: Wgs84) -> bool {
    let mut hosts = hosts(&district).iter();
    hosts.any(|host| outline_contains(*host, position))
}

/// The rings of the outline of `district`, holes and exclaves alike, each ending where it begins; of the districts in which it lies for the Economic-Technological
/// Development Area.
pub fn outline(district: District) -> impl Iterator<Item = impl Iterator<Item = Wgs84>> {
    let of_hosts = move |code: &u32| hosts(&district).iter().any(|host| host.code() == *code);
    let rings = RINGS.iter().filter(move |(code, _)| of_hosts(code));
    rings.map(|(_, ring)| ring.iter().filter_map(position))
}

/// A point of a ring, which lies on the globe.
fn position(point: &(i32, i32)) -> Option<Wgs84> {
    let (lng, lat) = degrees(point);
    Wgs84::new(lat, lng)
}

/// Longitude and latitude, exactly as the table of `data/` has them.
fn degrees((lng, lat): &(i32, i32)) -> (f64, f64) {
    (f64::from(*lng) / 1e4, f64::from(*lat) / 1e4)
}

/// The districts in whose outlines `district` lies: itself, but for the Economic-Technological
/// Development Area, whose land is part of two, and of Daxing in the statistics.
fn hosts(district: &District) -> &[District] {
    match *district {
        District::DEVELOPMENT_AREA => &[District(110_112), District(110_115)],
        _ => core::slice::from_ref(district),
    }
}

/// The south-western and north-eastern corners around the outline of `district`, and of Daxing
/// for the Economic-Technological Development Area.
pub fn bounds(district: District) -> (Wgs84, Wgs84) {
    let district = match district {
        District::DEVELOPMENT_AREA => District(110_115),
        ordinary => ordinary,
    };
    let points = || rings(district).flatten().map(degrees);
    let corner = |pick: fn(f64, f64) -> f64| {
        points()
            .reduce(|a, b| (pick(a.0, b.0), pick(a.1, b.1)))
            .and_then(|(lng, lat)| Wgs84::new(lat, lng))
            .expect("every district has an outline on the globe")
    };
    (corner(f64::min), corner(f64::max))
}

/// Even-odd rule over all rings: holes and exclaves need no case of their own.
fn outline_contains(district: District, position: Wgs84) -> bool {
    rings(district)
        .filter(|ring| crossed_an_odd_number_of_times(ring, position))
        .count()
        % 2
        == 1
}

/// Whether a ray from `position` to the east crosses the ring an odd number of times.
fn crossed_an_odd_number_of_times(ring: &[(i32, i32)], position: Wgs84) -> bool {
    let (x, y) = (position.lng(), position.lat());
    ring.windows(2)
        .filter(|edge| {
            let [(x1, y1), (x2, y2)] = [degrees(&edge[0]), degrees(&edge[1])];
            (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
        })
        .count()
        % 2
        == 1
}

fn rings(district: District) -> impl Iterator<Item = &'static [(i32, i32)]> {
    RINGS
        .iter()
        .filter(move |(code, _)| *code == district.code())
        .map(|(_, ring)| *ring)
}
