//! What somebody sees of a place: its numbers, and those of the places below.

use super::count::{Counted, Dimension};
use super::quarter::Quarter;
use super::small::{Shown, protect, protect_sum, withheld};
use crate::union::Desk;

/// What somebody sees of a place in a quarter. Everything that this person could see of the places
/// around it is reckoned with: no small number can be computed from several pages of a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// How many requests came there and to the places below.
    pub sum: Shown,
    /// One table a dimension, in the order of [`Dimension::ALL`].
    pub tables: Vec<Table>,
    /// The desk itself and those below it, each with those below; empty for a street.
    pub places: Vec<(Desk, Shown)>,
}

/// A table of an overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// By what.
    pub dimension: Dimension,
    /// Each value; `None` if all of them are kept, because what other places show would betray
    /// them.
    pub cells: Option<Vec<Shown>>,
}

impl Overview {
    /// What somebody of the desk `own` sees of `place`, which is that desk or below it.
    pub fn new(counted: &[Counted], quarter: Quarter, own: Desk, place: Desk) -> Self {
        let counts = Counts { counted, quarter };
        let way = way(own, place);
        let steps = || way.windows(2).map(|step| (step[0], step[1]));
        let is_seen = |of: Dimension| steps().all(|(above, below)| counts.shows(of, above, below));
        let is_counted = steps().all(|(above, below)| counts.shows_sum(above, below));
        let table = |dimension: Dimension| Table {
            dimension,
            cells: (is_counted && is_seen(dimension))
                .then(|| protect(&counts.row(dimension, place, true))),
        };
        let parts: Vec<_> = parts(place).collect();
        let sums = counts.sums(place);
        let shown = match is_counted {
            true => protect(&sums),
            false => vec![Shown::Hidden; sums.len()],
        };
        Self {
            sum: match is_counted {
                true => protect_sum(&counts.row(Dimension::Timeliness, place, true)),
                false => Shown::Hidden,
            },
            tables: Dimension::ALL.iter().copied().map(table).collect(),
            places: parts.into_iter().zip(shown).collect(),
        }
    }
}

/// The desks from `own` down to `place`, both among them.
fn way(own: Desk, place: Desk) -> Vec<Desk> {
    let up = std::iter::successors(Some(place), |desk| desk.up().filter(|_| *desk != own));
    let mut way: Vec<_> = up.collect();
    way.reverse();
    way
}

/// The desk itself and those directly below it; none for a street.
fn parts(place: Desk) -> impl Iterator<Item = Desk> {
    let below = place.below().filter(move |desk| desk.up() == Some(place));
    let mut below = below.peekable();
    let own = below.peek().map(|_| place);
    own.into_iter().chain(below)
}

/// Everything counted in a quarter.
struct Counts<'a> {
    counted: &'a [Counted],
    quarter: Quarter,
}

impl Counts<'_> {
    /// How many there are of each value at a desk, with those below it or alone.
    fn row(&self, dimension: Dimension, desk: Desk, with_below: bool) -> Vec<u32> {
        let mut row = vec![0; dimension.size(self.quarter)];
        for counted in self.counted {
            let is_there = counted.desk == desk || (with_below && desk.is_above(counted.desk));
            let cell = row.get_mut(counted.place);
            if let (true, true, Some(cell)) = (counted.dimension == dimension, is_there, cell) {
                *cell += counted.count;
            }
        }
        row
    }

    /// The rows of the parts of a place.
    fn rows(&self, dimension: Dimension, place: Desk) -> Vec<Vec<u32>> {
        let row = |part| self.row(dimension, part, part != place);
        parts(place).map(row).collect()
    }

    /// The sums of the parts of a place.
    fn sums(&self, place: Desk) -> Vec<u32> {
        let rows = self.rows(Dimension::Timeliness, place);
        rows.iter().map(|row| row.iter().sum()).collect()
    }

    /// Whether the sum of `below` is seen among the parts of `above`.
    fn shows_sum(&self, above: Desk, below: Desk) -> bool {
        let shown = protect(&self.sums(above));
        let mut parts = parts(above).zip(shown);
        parts.any(|(part, shown)| part == below && shown != Shown::Hidden)
    }

    /// Whether the row of `below` may be seen beside what is shown of `above` and its other parts.
    fn shows(&self, dimension: Dimension, above: Desk, below: Desk) -> bool {
        let withheld = withheld(&self.rows(dimension, above));
        let mut parts = parts(above).zip(withheld);
        parts.any(|(part, is_withheld)| part == below && !is_withheld)
    }
}
