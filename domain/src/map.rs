//! Map mathematics: where a position lies on a map of tiles, and what is drawn there as one.
//!
//! What this does not do: maps that cross the 180th meridian, and Baidu's tiles, which follow a
//! projection of their own.

pub mod clusters;
mod mercator;
mod middle;

pub use mercator::{Tile, TileDatum, World, Zoom};
pub use middle::middle;
