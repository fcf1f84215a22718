//! Web Mercator (EPSG:3857): the world as one square, cut into tiles of 256 pixels.

#[cfg(test)]
mod tests;

use crate::geo::{Gcj02, Wgs84};
use core::f64::consts::PI;

/// Pixels along the side of a tile, as a power of two.
const TILE_BITS: u8 = 8;

/// Bits of a coordinate.
const WORLD_BITS: u8 = 32;

/// Steps along the side of the world.
const STEPS: f64 = (1_u64 << WORLD_BITS) as f64;

/// A point of the world's square, from its north-western corner, in steps of 2⁻³² of its side: at
/// most 9 mm on the ground. Whole numbers, so that a pixel, a tile and a cell of any power of two
/// each begin exactly where their neighbour ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct World {
    /// Steps to the east.
    pub x: u32,
    /// Steps to the south.
    pub y: u32,
}

/// How far a map is magnified: the world is 256 · 2ⁿ pixels wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zoom(u8);

/// The datum in which a tile's maker has placed what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TileDatum {
    /// WGS-84 or CGCS2000: Tianditu, OpenStreetMap.
    Wgs84,
    /// GCJ-02: AMap, Tencent.
    Gcj02,
}

/// A tile, as addresses of tiles name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tile {
    /// The zoom.
    pub z: u8,
    /// Tiles from the west.
    pub x: u32,
    /// Tiles from the north.
    pub y: u32,
}

impl Zoom {
    /// The last at which a pixel has several steps.
    pub const MOST: Self = Self(22);

    /// `None` beyond [`Zoom::MOST`].
    pub const fn new(level: u8) -> Option<Self> {
        if level <= Self::MOST.0 {
            Some(Self(level))
        } else {
            None
        }
    }

    /// The number in addresses of tiles.
    pub const fn level(self) -> u8 {
        self.0
    }

    /// Steps in a pixel, as a power of two.
    pub(super) const fn pixel_bits(self) -> u8 {
        WORLD_BITS - TILE_BITS - self.0
    }
}

impl World {
    /// Where `position` lies on tiles of that datum. North and south of 85.05° is the rim.
    ///
    /// ```
    /// # use domain::{geo::Wgs84, map::{TileDatum, World, Zoom}};
    /// let tiananmen = Wgs84::new(39.90733, 116.39123).unwrap();
    /// let (tile, pixel) = World::of(tiananmen, TileDatum::Wgs84).tile(Zoom::new(16).unwrap());
    /// assert_eq!((tile.x, tile.y), (53956, 24832));
    /// assert_eq!((pixel.0.floor(), pixel.1.floor()), (96.0, 146.0));
    /// ```
    pub fn of(position: Wgs84, datum: TileDatum) -> Self {
        let (lat, lng) = match datum {
            TileDatum::Wgs84 => (position.lat(), position.lng()),
            TileDatum::Gcj02 => {
                let shifted = Gcj02::from(position);
                (shifted.lat(), shifted.lng())
            }
        };
        let northing = lat.to_radians().sin().atanh();
        Self {
            x: steps(lng / 360.0 + 0.5),
            y: steps(0.5 - northing / (2.0 * PI)),
        }
    }

    /// The position on the ground that tiles of that datum show there.
    pub fn position(self, datum: TileDatum) -> Wgs84 {
        const ON_THE_GLOBE: &str = "the square ends before the poles do";
        let lng = share(self.x) * 360.0 - 180.0;
        let lat = ((0.5 - share(self.y)) * 2.0 * PI)
            .sinh()
            .atan()
            .to_degrees();
        match datum {
            TileDatum::Wgs84 => Wgs84::new(lat, lng),
            TileDatum::Gcj02 => Gcj02::new(lat, lng).map(Wgs84::from),
        }
        .expect(ON_THE_GLOBE)
    }

    /// Pixels from the world's north-western corner.
    pub fn pixels(self, zoom: Zoom) -> (f64, f64) {
        let pixel = f64::from(1_u32 << zoom.pixel_bits());
        (f64::from(self.x) / pixel, f64::from(self.y) / pixel)
    }

    /// The tile there, and the pixels from the tile's north-western corner.
    pub fn tile(self, zoom: Zoom) -> (Tile, (f64, f64)) {
        let tile_steps = 1_u64 << (zoom.pixel_bits() + TILE_BITS);
        let split = |steps: u32| {
            let (whole, rest) = (u64::from(steps) / tile_steps, u64::from(steps) % tile_steps);
            let whole = u32::try_from(whole).expect("at most 2²² tiles");
            let rest = u32::try_from(rest).expect("less than the world");
            (
                whole,
                f64::from(rest) / f64::from(1_u32 << zoom.pixel_bits()),
            )
        };
        let ((x, right), (y, down)) = (split(self.x), split(self.y));
        let z = zoom.level();
        (Tile { z, x, y }, (right, down))
    }
}

/// A share of the world's side in whole steps; beyond its end the last one.
fn steps(share: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast of a float ends at the type's ends, which are the world's"
    )]
    let steps = (share * STEPS).round() as u32;
    steps
}

fn share(steps: u32) -> f64 {
    f64::from(steps) / STEPS
}
