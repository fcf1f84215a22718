//! Distances on the ground in metres: one exact enough for people, one cheap enough for ranking.

use super::Wgs84;

/// Mean radius of the earth in metres (IUGG).
pub(super) const RADIUS_M: f64 = 6_371_008.8;

/// Measures from one point to many without a sine each, for ranking the whole city.
#[derive(Clone, Copy, Debug)]
pub struct Ruler {
    from: Wgs84,
    cos: f64,
    sin: f64,
}

impl Ruler {
    /// Puts the ruler's end at `from`.
    pub fn new(from: Wgs84) -> Self {
        let (sin, cos) = sin_cos(from.lat.to_radians());
        Self { from, cos, sin }
    }

    /// Metres to `to`: within 0.1% of [`Wgs84::distance_m`] between any two points of Beijing.
    ///
    /// Equirectangular, with the cosine of the middle latitude from its tangent at the start.
    pub fn distance_m(&self, to: Wgs84) -> f64 {
        let north = (to.lat - self.from.lat).to_radians();
        let east = (to.lng - self.from.lng).to_radians() * (self.cos - self.sin * north / 2.0);
        RADIUS_M * (north * north + east * east).sqrt()
    }
}

/// Sine and cosine of an angle of at most a right one, in radians, to within 1e-5: a few terms of
/// their series. The library's own are exact, and take 4 kB of the phone's program.
fn sin_cos(angle: f64) -> (f64, f64) {
    let square = angle * angle;
    let sin = angle
        * (1.0
            - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0 * (1.0 - square / 72.0))));
    let cos = 1.0
        - square / 2.0
            * (1.0
                - square / 12.0
                    * (1.0 - square / 30.0 * (1.0 - square / 56.0 * (1.0 - square / 90.0))));
    (sin, cos)
}

pub(super) fn haversine_m(a: Wgs84, b: Wgs84) -> f64 {
    let half_sine = |degrees: f64| (degrees.to_radians() / 2.0).sin();
    let north = half_sine(b.lat - a.lat);
    let east = half_sine(b.lng - a.lng);
    let cosines = a.lat.to_radians().cos() * b.lat.to_radians().cos();
    let chord = (north * north + cosines * east * east).clamp(0.0, 1.0);
    2.0 * RADIUS_M * chord.sqrt().asin()
}
