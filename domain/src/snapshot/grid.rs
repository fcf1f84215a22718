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

/// Bits in runs of 1, 2, 4, 8, 16 and 32, each followed by as much room. From one to the next is a
/// step in which a number is dealt out over the even places of another, or taken back.
const RUNS: [u64; 6] = [
    0x5555_5555_5555_5555,
    0x3333_3333_3333_3333,
    0x0f0f_0f0f_0f0f_0f0f,
    0x00ff_00ff_00ff_00ff,
    0x0000_ffff_0000_ffff,
    0x0000_0000_ffff_ffff,
];

/// The bits of `value` at the even places.
fn spread(value: u32) -> u64 {
    let deal = |bits: u64, step: usize| (bits | bits << (1 << step)) & RUNS[step];
    (0..5).rev().fold(value.into(), deal)
}

/// The bits at the even places of `number`.
fn gather(number: u64) -> u32 {
    let join = |bits: u64, step: usize| (bits | bits >> (1 << step)) & RUNS[step + 1];
    (0..5).fold(number & RUNS[0], join) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_bits_of_a_number_stand_at_the_even_places_of_another(value: u32, other: u32) {
            let spread_out = spread(value);
            for bit in 0..32 {
                prop_assert_eq!(spread_out >> (2 * bit) & 3, u64::from(value >> bit & 1));
            }
            prop_assert_eq!(gather(spread_out | spread(other) << 1), value);
        }
    }
}
