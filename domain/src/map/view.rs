//! The part of a map that is on the screen.

use super::{World, Zoom};

/// The widest view, in pixels: wider is no screen.
pub const MOST_PIXELS: u32 = 8192;

/// A part of a map, as large as the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Its north-western corner.
    pub corner: World,
    /// How far it is magnified.
    pub zoom: Zoom,
    /// Width and height in pixels; more than [`MOST_PIXELS`] count as these.
    pub pixels: (u32, u32),
}

impl View {
    /// The nearest look at everything between two opposite corners, at least from `zooms.0` and
    /// at most from `zooms.1`.
    pub fn of(one: World, other: World, pixels: (u32, u32), zooms: (Zoom, Zoom)) -> Self {
        let middle = World {
            x: one.x.midpoint(other.x),
            y: one.y.midpoint(other.y),
        };
        let fits = |zoom: &Zoom| {
            one.x.abs_diff(other.x) >> zoom.pixel_bits() < pixels.0
                && one.y.abs_diff(other.y) >> zoom.pixel_bits() < pixels.1
        };
        let levels = (zooms.0.level()..=zooms.1.level()).rev();
        let zoom = levels.filter_map(Zoom::new).find(fits);
        Self::around(middle, zoom.unwrap_or(zooms.0), pixels)
    }

    /// The view with that in its middle, as far as the world goes.
    pub fn around(middle: World, zoom: Zoom, pixels: (u32, u32)) -> Self {
        let bits = zoom.pixel_bits();
        let corner = |middle: u32, pixels: u32| {
            let corner = u64::from(middle).saturating_sub((u64::from(pixels) << bits) / 2);
            u32::try_from(corner).expect("less than it was")
        };
        Self {
            corner: World {
                x: corner(middle.x, pixels.0),
                y: corner(middle.y, pixels.1),
            },
            zoom,
            pixels,
        }
    }

    /// Width and height, as far as they count.
    pub(super) fn bounded_pixels(self) -> (u32, u32) {
        let bounded = |pixels: u32| pixels.clamp(1, MOST_PIXELS);
        (bounded(self.pixels.0), bounded(self.pixels.1))
    }

    /// Whole pixels from the corner to a point; `None` if it is not on the screen.
    pub fn pixel(self, at: World) -> Option<(u32, u32)> {
        let bits = self.zoom.pixel_bits();
        let (width, height) = self.bounded_pixels();
        let right = at.x.checked_sub(self.corner.x)? >> bits;
        let down = at.y.checked_sub(self.corner.y)? >> bits;
        (right < width && down < height).then_some((right, down))
    }

    /// The corner of that pixel of the screen; on the rim of the world that rim.
    pub fn at(self, (right, down): (u32, u32)) -> World {
        let bits = self.zoom.pixel_bits();
        let moved = |from: u32, pixels: u32| {
            u32::try_from(u64::from(from) + (u64::from(pixels) << bits)).unwrap_or(u32::MAX)
        };
        World {
            x: moved(self.corner.x, right),
            y: moved(self.corner.y, down),
        }
    }

    /// What is in the middle of the screen; on the rim of the world that rim.
    pub fn middle(self) -> World {
        let (width, height) = self.bounded_pixels();
        let bits = self.zoom.pixel_bits();
        let half = |from: u32, pixels: u32| {
            let middle = u64::from(from) + (u64::from(pixels) << bits) / 2;
            u32::try_from(middle).unwrap_or(u32::MAX)
        };
        World {
            x: half(self.corner.x, width),
            y: half(self.corner.y, height),
        }
    }

    /// The same with that many more pixels on every side, as far as the world goes.
    pub fn with_margin(self, pixels: u32) -> Self {
        let bits = self.zoom.pixel_bits();
        let out = |from: u32| {
            let out = u64::from(from).saturating_sub(u64::from(pixels) << bits);
            u32::try_from(out).expect("less than it was")
        };
        let (width, height) = self.bounded_pixels();
        Self {
            corner: World {
                x: out(self.corner.x),
                y: out(self.corner.y),
            },
            pixels: (width + 2 * pixels, height + 2 * pixels),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORNER: World = World {
        x: 3 << 30,
        y: 1 << 30,
    };

    fn view() -> View {
        View {
            corner: CORNER,
            zoom: Zoom::new(14).unwrap(),
            pixels: (300, 200),
        }
    }

    fn at(right: i64, down: i64) -> World {
        let steps =
            |from: u32, pixels: i64| u32::try_from(i64::from(from) + (pixels << 10)).unwrap();
        World {
            x: steps(CORNER.x, right),
            y: steps(CORNER.y, down),
        }
    }

    #[test]
    fn a_pixel_is_counted_from_the_corner_and_ends_at_the_rim() {
        assert_eq!(view().pixel(at(0, 0)), Some((0, 0)));
        assert_eq!(view().pixel(at(299, 199)), Some((299, 199)));
        for beyond in [at(-1, 0), at(0, -1), at(300, 0), at(0, 200)] {
            assert_eq!(view().pixel(beyond), None);
        }
    }

    #[test]
    fn what_is_under_a_pixel_is_shown_there() {
        for pixel in [(0, 0), (17, 123), (299, 199)] {
            assert_eq!(view().pixel(view().at(pixel)), Some(pixel));
        }
        let rim = View {
            corner: World { x: u32::MAX, y: 0 },
            ..view()
        };
        assert_eq!(rim.at((5, 0)).x, u32::MAX);
    }

    #[test]
    fn between_two_corners_one_looks_from_as_near_as_both_are_seen() {
        let zoom = |level| Zoom::new(level).unwrap();
        let seen = |from, to| View::of(at(0, 0), at(299, 100), (300, 200), (zoom(from), zoom(to)));
        assert_eq!(seen(3, 18).zoom, zoom(14));
        assert_eq!(seen(3, 12).zoom, zoom(12));
        assert_eq!(seen(16, 18).zoom, zoom(16));
        let mirrored = View::of(at(0, 100), at(299, 0), (300, 200), (zoom(3), zoom(18)));
        assert_eq!(mirrored, seen(3, 18));
        for corner in [at(0, 0), at(299, 100)] {
            assert!(mirrored.pixel(corner).is_some());
        }
        let narrower = View::of(at(0, 0), at(300, 100), (300, 200), (zoom(3), zoom(18)));
        assert_eq!(narrower.zoom, zoom(13));
    }

    #[test]
    fn the_middle_stays_where_it_is_when_a_margin_is_added() {
        assert_eq!(view().middle(), at(150, 100));
        assert_eq!(view().with_margin(64).middle(), at(150, 100));
        assert_eq!(view().with_margin(64).corner, at(-64, -64));
        let rim = View {
            corner: World { x: 5, y: 5 },
            ..view()
        };
        assert_eq!(rim.with_margin(64).corner, World { x: 0, y: 0 });
    }
}
