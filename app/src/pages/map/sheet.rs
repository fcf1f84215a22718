//! The paper that a map is drawn on: where a point of the world lies on it, and how a shape is
//! written.

use crate::drawn::{between, write_ring};
use domain::map::World;

/// The width of every sheet in its own units: what a phone of 360 pixels has for it, so that there
/// a unit is a pixel.
pub(crate) const WIDTH: f64 = 328.0;

/// A sheet is no higher than this.
const MOST_HEIGHT: f64 = 400.0;

/// Paper around what is drawn.
const MARGIN: f64 = 6.0;

/// Shapes are written in whole steps of half a unit: finer than a schematic outline is true.
const STEPS_A_UNIT: f64 = 2.0;

/// A point of a sheet in its units, from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spot {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// A sheet of paper over a part of the world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sheet {
    /// What lies at its upper left corner, in steps of the world.
    corner: (f64, f64),
    /// Units in a step of the world.
    scale: f64,
    /// Its height in units; a whole number.
    pub(crate) height: f64,
}

impl Sheet {
    /// The sheet on which all of these are as large as may be; `None` of nothing.
    pub(crate) fn around(points: impl IntoIterator<Item = World>) -> Option<Self> {
        let mut points = points.into_iter().map(in_steps);
        let first = points.next()?;
        let (least, most) = points.fold((first, first), |(least, most), (x, y)| {
            (
                (least.0.min(x), least.1.min(y)),
                (most.0.max(x), most.1.max(y)),
            )
        });
        // A single point has no size, and is shown in the middle.
        let (wide, high) = ((most.0 - least.0).max(1.0), (most.1 - least.1).max(1.0));
        let room = |side: f64| side - 2.0 * MARGIN;
        let scale = (room(WIDTH) / wide).min(room(MOST_HEIGHT) / high);
        let height = (high * scale + 2.0 * MARGIN).ceil();
        let margin = |side: f64, size: f64| (side / scale - size) / 2.0;
        Some(Self {
            corner: (
                least.0 - margin(WIDTH, wide),
                least.1 - margin(height, high),
            ),
            scale,
            height,
        })
    }

    /// Where a point of the world lies.
    pub(crate) fn spot(&self, point: World) -> Spot {
        let (x, y) = in_steps(point);
        Spot {
            x: (x - self.corner.0) * self.scale,
            y: (y - self.corner.1) * self.scale,
        }
    }

    /// Whether that lies on the paper.
    pub(crate) fn holds(&self, spot: Spot) -> bool {
        (0.0..=WIDTH).contains(&spot.x) && (0.0..=self.height).contains(&spot.y)
    }

    /// Closed rings as the data of a path, in steps of half a unit. Neighbours share the points of
    /// their boundary, and rounding moves both alike: no gap opens between them.
    pub(crate) fn path(&self, rings: &[Vec<World>]) -> String {
        let mut path = String::new();
        for ring in rings {
            let steps = |units: f64| (units * STEPS_A_UNIT).round() as i32;
            let points = ring.iter().map(|point| {
                let spot = self.spot(*point);
                (steps(spot.x), steps(spot.y))
            });
            write_ring(&mut path, &corners(points.collect()));
        }
        path
    }
}

fn in_steps(point: World) -> (f64, f64) {
    (point.x.into(), point.y.into())
}

/// The ring without points that change nothing: repeated ones, and those on the way straight on.
/// It is open: the last point is not the first.
fn corners(mut ring: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    let count = ring.len();
    let turns = |index: usize| {
        let before = ring[(index + count - 1) % count];
        let (at, after) = (ring[index], ring[(index + 1) % count]);
        let (come, go) = (between(before, at), between(at, after));
        let (cross, along) = (come.0 * go.1 - come.1 * go.0, come.0 * go.0 + come.1 * go.1);
        cross != 0 || along < 0
    };
    (0..count)
        .filter(|index| turns(*index))
        .map(|index| ring[index])
        .collect()
}

#[cfg(test)]
mod tests;
