//! Positions as points of a grid of 1e-5 degrees, numbered along the Z-order (Morton) curve.
//!
//! Neighbours on the curve are neighbours on the ground, so the differences between the sorted
//! numbers of a street are small.

use crate::geo::Wgs84;

/// Steps of the grid in a degree: 1e-5° is about a metre, finer than any listing.
const STEPS: f64 = 1e5;

/// Added to make every step positive. Powers of two, so that the order along the curve is that of
/// the plain figures, and ids given in that order differ by one.
const LAT_OFFSET: f64 = (1 << 24) as f64;
const LNG_OFFSET: f64 = (1 << 25) as f64;

/// The point of the grid nearest to `position`; the grid covers the globe with 26 bits an axis.
pub(super) fn number(position: Wgs84) -> u64 {
    spread(steps(position.lng(), LNG_OFFSET)) | spread(steps(position.lat(), LAT_OFFSET)) << 1
}

/// The position of that point; `None` beyond the globe.
pub(super) fn position(number: u64) -> Option<Wgs84> {
    Wgs84::new(
        degrees(gather(number >> 1), LAT_OFFSET),
        degrees(gather(number), LNG_OFFSET),
    )
}

fn steps(degrees: f64, offset: f64) -> u32 {
    ((degrees * STEPS).round() + offset) as u32
}

fn degrees(steps: u32, offset: f64) -> f64 {
    // Dividing a whole number gives the double nearest to the decimal figure people wrote.
    (f64::from(steps) - offset) / STEPS
}

/// The bits of `value` at the even places.
fn spread(value: u32) -> u64 {
    (0..26).fold(0, |spread, bit| {
        spread | u64::from(value >> bit & 1) << (2 * bit)
    })
}

fn gather(number: u64) -> u32 {
    (0..26).fold(0, |value, bit| {
        value | ((number >> (2 * bit)) as u32 & 1) << bit
    })
}
