//! Map mathematics: where a position lies on a map of tiles, and what is drawn there as one.
//!
//! What this does not do: maps that cross the 180th meridian, and Baidu's tiles, which follow a
//! projection of their own.

pub mod clusters;
mod dots;
mod mercator;
mod middle;
mod view;

pub use dots::{Dot, dots};
pub use mercator::{Tile, TileDatum, World, Zoom};
pub use middle::middle;
pub use view::{MOST_PIXELS, View};
