//! Positions on the ground, each datum a type of its own.

/// Longitude and latitude in degrees, WGS-84 (and CGCS2000, which differs by centimetres).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wgs84 {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lng: f64,
}
