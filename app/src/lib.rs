//! What is seen: views, islands and wording.
//!
//! A page is a function from a view model to a view. Nothing here fetches data for a page; the
//! islands read the public snapshot and nothing else.

#[macro_use]
mod markup;
#[macro_use]
pub mod wording;

pub mod check;
#[cfg(any(feature = "ssr", feature = "map", feature = "pin"))]
mod drawn;
pub mod islands;
mod live;
pub mod preferences;
pub mod results;
pub mod row;

#[cfg(feature = "ssr")]
pub mod audit;
#[cfg(feature = "ssr")]
pub mod desk;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod handoff;
#[cfg(feature = "ssr")]
pub mod import;
#[cfg(feature = "ssr")]
pub mod listings;
#[cfg(feature = "ssr")]
pub mod overview;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "ssr")]
pub mod report;
#[cfg(feature = "requests")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod staff;
