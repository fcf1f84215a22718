//! Where the invented places lie: clustered on streets, inside their district's outline.
//!
//! Whole numbers of 1e-5 degrees (about a metre), so that every machine agrees on them.

use super::dice::Dice;
use crate::geo::Wgs84;
use crate::places::{District, Street, bounds, may_contain};

/// A point on the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    /// Latitude in 1e-5 degrees.
    pub lat_e5: i32,
    /// Longitude in 1e-5 degrees.
    pub lng_e5: i32,
}

/// Beside the airport, in Shunyi; the source names the road, the point on it is invented.
pub(super) const AIRPORT_EAST_ROAD: Point = Point {
    lat_e5: 4_009_000,
    lng_e5: 11_663_600,
};

/// The middle of the Economic-Technological Development Area, which has no outline.
const YIZHUANG: Point = Point {
    lat_e5: 3_979_500,
    lng_e5: 11_650_600,
};

/// A street's centre is the best of so many tries.
const TRIES: usize = 12;

impl Point {
    /// The place on the Z-order curve (Morton 1966) of the snapshot, whose rows are in this order.
    pub(super) fn along_the_curve(self) -> u64 {
        spaced(self.lat_e5 + 9_000_000) << 1 | spaced(self.lng_e5 + 18_000_000)
    }

    pub(super) fn wgs84(self) -> Wgs84 {
        Wgs84::new(f64::from(self.lat_e5) / 1e5, f64::from(self.lng_e5) / 1e5)
            .expect("every point is in Beijing")
    }

    fn near(position: Wgs84) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "degrees in Beijing fit")]
        let steps = |degrees: f64| (degrees * 1e5).round() as i32;
        Self {
            lat_e5: steps(position.lat()),
            lng_e5: steps(position.lng()),
        }
    }

    fn is_in(self, district: District) -> bool {
        may_contain(district, self.wgs84())
    }

    /// Squared distance in steps of the grid; a step east is about three quarters of one north.
    fn apart(self, other: Self) -> i64 {
        let north = i64::from(self.lat_e5 - other.lat_e5);
        let east = i64::from(self.lng_e5 - other.lng_e5) * 3 / 4;
        north * north + east * east
    }
}

/// A centre for each street of `district`, in their order, well apart from each other.
pub(super) fn street_centres(district: District) -> Vec<Point> {
    if district == District::DEVELOPMENT_AREA {
        return vec![YIZHUANG];
    }
    let (south_west, north_east) = bounds(district);
    let (from, to) = (Point::near(south_west), Point::near(north_east));
    let mut dice = Dice::new(district.code());
    let mut anywhere = || loop {
        let point = Point {
            lat_e5: between(&mut dice, from.lat_e5, to.lat_e5),
            lng_e5: between(&mut dice, from.lng_e5, to.lng_e5),
        };
        if point.is_in(district) {
            return point;
        }
    };
    let mut centres: Vec<Point> = Vec::new();
    for _ in district.streets() {
        // The candidate that is furthest from all others (Mitchell 1991).
        let lonely = |point: &Point| centres.iter().map(|other| point.apart(*other)).min();
        let best = (0..TRIES).map(|_| anywhere()).max_by_key(lonely);
        centres.push(best.expect("there is at least one try"));
    }
    centres
}

/// A point around `centre`, nearer ones more often, inside the district of `street`.
pub(super) fn point_near(dice: &mut Dice, street: Street, centre: Point) -> Point {
    let reach = match street.name_zh().ends_with("街道") {
        true => 180,
        false => 240,
    };
    let mut offset = || between(dice, -reach, reach) + between(dice, -reach, reach);
    loop {
        let point = Point {
            lat_e5: centre.lat_e5 + offset(),
            lng_e5: centre.lng_e5 + offset(),
        };
        if point.is_in(street.district()) {
            return point;
        }
    }
}

fn between(dice: &mut Dice, from: i32, to: i32) -> i32 {
    let span = from.abs_diff(to);
    from.saturating_add_unsigned(dice.below(span))
}

/// The bits of a positive number with a zero before each.
fn spaced(number: i32) -> u64 {
    (0..31)
        .map(|bit| u64::from(number.unsigned_abs() >> bit & 1) << (2 * bit))
        .sum()
}
