//! What lies so close together that a map draws it as one.
//!
//! The world is cut into square cells. How large they are follows from the zoom and the size of
//! the view alone, and where they are from nothing but their size: whoever pans sees the same
//! clusters come and go at the rim, and none regroup.

#[cfg(test)]
pub(super) mod tests;

use super::{View, World};
use crate::places::{District, DistrictSet, Street};
use crate::station::StationId;
use crate::status::{State, Tally};

/// At most so many clusters and places in a view: each is an element of the page, which has a
/// hundred with the chosen one.
pub const MOST: usize = 99;

/// The smallest cell, in pixels as a power of two: 64.
const CELL_BITS: u8 = 6;

/// Half of what a finger needs (44 pixels), so that two clusters never lie over each other.
const MARGIN: u32 = 22;

/// A place on a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Which place.
    pub id: StationId,
    /// Where it lies.
    pub at: World,
    /// What one finds there.
    pub state: State,
    /// Its district.
    pub district: District,
    /// Its street, if anybody has stated it.
    pub street: Option<Street>,
}

/// Places that are drawn as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The cell that they fill: its number from the west and from the north. It names the cluster
    /// for as long as the zoom and the size of the view stay.
    pub cell: (u32, u32),
    /// Where it is drawn: in their middle, but not at the rim of the cell; a place alone is drawn
    /// exactly where it is.
    pub at: World,
    /// How many they are.
    pub tally: Tally,
    /// The place, if it is alone.
    pub only: Option<StationId>,
    /// The districts in which they are.
    pub districts: DistrictSet,
    /// The street in which all of them are.
    pub street: Option<Street>,
}

/// The clusters of the cells under a view, row by row. So each visible place is in exactly one of
/// them, and together with the visible ones so are those just beyond the rim.
pub fn clusters<'a>(pins: impl IntoIterator<Item = &'a Pin>, cells: Cells) -> Vec<Cluster> {
    let mut gathered = vec![Gathered::default(); cells.count()];
    for pin in pins {
        if let Some(index) = cells.index(pin.at) {
            gathered[index].add(pin);
        }
    }
    let all = gathered.iter().enumerate();
    all.filter_map(|(index, gathered)| gathered.cluster(&cells, index))
        .collect()
}

/// The cells that a view touches. They are the same until one pans across the rim of a cell, and so
/// are their clusters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cells {
    /// Steps along the side of a cell, as a power of two.
    bits: u8,
    /// Steps in a pixel, as a power of two.
    pixel_bits: u8,
    /// Number of the first from the west and from the north.
    first: (u32, u32),
    /// How many in a row, and how many rows.
    size: (u32, u32),
}

impl Cells {
    /// Those of a view.
    pub fn under(view: View) -> Self {
        let pixel_bits = view.zoom.pixel_bits();
        let (width, height) = view.bounded_pixels();
        // Wherever the view begins: it may cut a cell at both of its ends.
        let most = |pixels: u32, bits: u8| ((pixels - 1) >> bits) as usize + 2;
        let cell_bits = (CELL_BITS..)
            .find(|bits| most(width, *bits) * most(height, *bits) <= MOST)
            .expect("a cell as large as the view leaves four");
        // Where a cell would be as large as the world, the world has four.
        let bits = (pixel_bits + cell_bits).min(u32::BITS as u8 - 1);
        let span = |from: u32, pixels: u32| {
            let last = u64::from(from) + (u64::from(pixels) << pixel_bits) - 1;
            let last = u32::try_from(last).unwrap_or(u32::MAX);
            (from >> bits, (last >> bits) - (from >> bits) + 1)
        };
        let ((west, columns), (north, rows)) =
            (span(view.corner.x, width), span(view.corner.y, height));
        Self {
            bits,
            pixel_bits,
            first: (west, north),
            size: (columns, rows),
        }
    }

    fn count(&self) -> usize {
        self.size.0 as usize * self.size.1 as usize
    }

    fn index(&self, at: World) -> Option<usize> {
        let column = (at.x >> self.bits).checked_sub(self.first.0)?;
        let row = (at.y >> self.bits).checked_sub(self.first.1)?;
        let inside = column < self.size.0 && row < self.size.1;
        inside.then_some(row as usize * self.size.0 as usize + column as usize)
    }

    fn cell(&self, index: usize) -> (u32, u32) {
        let index = u32::try_from(index).expect("there are at most a hundred");
        (
            self.first.0 + index % self.size.0,
            self.first.1 + index / self.size.0,
        )
    }

    /// `steps` along one axis, kept off the rim of the `cell`-th cell.
    fn off_the_rim(&self, steps: u32, cell: u32) -> u32 {
        let (start, side) = (cell << self.bits, 1_u32 << self.bits);
        let margin = (MARGIN << self.pixel_bits).min(side / 2);
        steps.clamp(start + margin, start + (side - margin))
    }
}

/// What has been found in a cell.
#[derive(Clone, Copy, Default)]
struct Gathered {
    tally: Tally,
    x: u64,
    y: u64,
    last: Option<StationId>,
    districts: DistrictSet,
    street: Option<Street>,
}

impl Gathered {
    fn add(&mut self, pin: &Pin) {
        self.street = pin
            .street
            .filter(|street| self.tally.total() == 0 || self.street == Some(*street));
        self.districts = self.districts.with(pin.district);
        self.tally.add(pin.state);
        self.x += u64::from(pin.at.x);
        self.y += u64::from(pin.at.y);
        self.last = Some(pin.id);
    }

    fn cluster(&self, cells: &Cells, index: usize) -> Option<Cluster> {
        let total = self.tally.total();
        let mean = |sum: u64| {
            let mean = sum.checked_div(total.into())?;
            Some(u32::try_from(mean).expect("a mean is no greater than the greatest"))
        };
        let middle = World {
            x: mean(self.x)?,
            y: mean(self.y)?,
        };
        let cell = cells.cell(index);
        let at = match total {
            1 => middle,
            _ => World {
                x: cells.off_the_rim(middle.x, cell.0),
                y: cells.off_the_rim(middle.y, cell.1),
            },
        };
        Some(Cluster {
            cell,
            at,
            tally: self.tally,
            only: self.last.filter(|_| total == 1),
            districts: self.districts,
            street: self.street,
        })
    }
}
