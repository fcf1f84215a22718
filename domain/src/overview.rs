//! Seeing the whole: how many requests came, about what, from where, and what became of them, in
//! numbers that betray nobody.
//!
//! A request is counted once, at the desk that got it first and in the quarter in which it came, so
//! that a number of a quarter that is over does not move with the request. Quarters do not overlap:
//! no two periods can be subtracted from one another.

mod count;
mod page;
mod quarter;
mod reports;
mod small;
mod stations;

pub use count::{
    Counted, Dimension, DimensionSet, Satisfaction, SatisfactionSet, Timeliness, TimelinessSet,
    Word, WordSet,
};
pub use page::{Overview, Table};
pub use quarter::Quarter;
pub use reports::{OpenReport, Waited, WaitedSet, open_reports};
pub use small::{LEAST, Shown};
pub use stations::{Age, AgeSet, ages};

#[cfg(test)]
mod tests;
