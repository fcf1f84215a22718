//! The public formulas of GCJ-02 and BD-09, and their inverses by iteration.

use super::{Bd09, Gcj02, Wgs84};
use std::f64::consts::PI;

/// Semi-major axis in metres of the ellipsoid that GCJ-02 is computed on (Krasovsky 1940).
const AXIS_M: f64 = 6_378_245.0;

/// Squared eccentricity of that ellipsoid.
const ECCENTRICITY_SQUARED: f64 = 0.006_693_421_622_965_943;

/// Baidu's constant: radians a degree, times 3000.
const BAIDU_WAVE: f64 = PI * 3000.0 / 180.0;

/// Each turn shrinks the error of an inverse at least a hundredfold; from 700 m, six reach
/// the precision of the numbers.
const TURNS: usize = 6;

impl From<Wgs84> for Gcj02 {
    fn from(Wgs84 { lat, lng }: Wgs84) -> Self {
        let (lat, lng) = in_china(lat, lng, gcj_of_wgs);
        Self { lat, lng }
    }
}

impl From<Gcj02> for Wgs84 {
    fn from(Gcj02 { lat, lng }: Gcj02) -> Self {
        let (lat, lng) = in_china(lat, lng, |lat, lng| inverse(lat, lng, gcj_of_wgs));
        Self { lat, lng }
    }
}

impl From<Gcj02> for Bd09 {
    fn from(Gcj02 { lat, lng }: Gcj02) -> Self {
        let (lat, lng) = in_china(lat, lng, bd_of_gcj);
        Self { lat, lng }
    }
}

impl From<Bd09> for Gcj02 {
    fn from(Bd09 { lat, lng }: Bd09) -> Self {
        let (lat, lng) = in_china(lat, lng, |lat, lng| inverse(lat, lng, bd_of_gcj));
        Self { lat, lng }
    }
}

impl From<Wgs84> for Bd09 {
    fn from(position: Wgs84) -> Self {
        Gcj02::from(position).into()
    }
}

impl From<Bd09> for Wgs84 {
    fn from(position: Bd09) -> Self {
        Gcj02::from(position).into()
    }
}

/// Applies `shift` inside the rectangle that the formula is meant for; outside nothing changes.
fn in_china(lat: f64, lng: f64, shift: impl Fn(f64, f64) -> (f64, f64)) -> (f64, f64) {
    if (0.8293..=55.8271).contains(&lat) && (72.004..=137.8347).contains(&lng) {
        shift(lat, lng)
    } else {
        (lat, lng)
    }
}

/// The point that `forward` takes to (`lat`, `lng`): guess, see by how much it misses, correct.
fn inverse(lat: f64, lng: f64, forward: impl Fn(f64, f64) -> (f64, f64)) -> (f64, f64) {
    (0..TURNS).fold((lat, lng), |guess, _| {
        let reached = forward(guess.0, guess.1);
        (guess.0 + lat - reached.0, guess.1 + lng - reached.1)
    })
}

fn gcj_of_wgs(lat: f64, lng: f64) -> (f64, f64) {
    let (x, y) = (lng - 105.0, lat - 35.0);
    let root = x.abs().sqrt();
    let sine = |factor: f64, of: f64| factor * (of * PI).sin();

    let ripple = (sine(20.0, 6.0 * x) + sine(20.0, 2.0 * x)) * 2.0 / 3.0;
    let north_m = -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * root
        + ripple
        + (sine(20.0, y) + sine(40.0, y / 3.0)) * 2.0 / 3.0
        + (sine(160.0, y / 12.0) + sine(320.0, y / 30.0)) * 2.0 / 3.0;
    let east_m = 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * root
        + ripple
        + (sine(20.0, x) + sine(40.0, x / 3.0)) * 2.0 / 3.0
        + (sine(150.0, x / 12.0) + sine(300.0, x / 30.0)) * 2.0 / 3.0;

    let (sin, cos) = lat.to_radians().sin_cos();
    let flattening = 1.0 - ECCENTRICITY_SQUARED * sin * sin;
    let meridian_m = AXIS_M * (1.0 - ECCENTRICITY_SQUARED) / (flattening * flattening.sqrt());
    let parallel_m = AXIS_M / flattening.sqrt() * cos;
    (
        lat + (north_m / meridian_m).to_degrees(),
        lng + (east_m / parallel_m).to_degrees(),
    )
}

fn bd_of_gcj(lat: f64, lng: f64) -> (f64, f64) {
    let radius = lng.hypot(lat) + 0.000_02 * (lat * BAIDU_WAVE).sin();
    let angle = lat.atan2(lng) + 0.000_003 * (lng * BAIDU_WAVE).cos();
    (radius * angle.sin() + 0.006, radius * angle.cos() + 0.0065)
}
