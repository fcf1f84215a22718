//! What the page does on the phone, on top of what the server has already shown.
//!
//! An island here is a behaviour: it draws nothing, finds its elements in the page the server
//! sent, and changes them. It carries no signals and no views to the phone; in 60 kB those would
//! leave no room for the search itself. Words that do not depend on the search stand in the page,
//! hidden until they are true. Whatever fails here leaves the page as it is.

mod browser;
#[cfg(feature = "checker")]
pub mod checker;
#[cfg(any(feature = "places", feature = "map", feature = "pin"))]
mod city;
#[cfg(any(feature = "map", feature = "pin"))]
mod city_map;
#[cfg(feature = "map")]
pub mod map;
#[cfg(feature = "pin")]
pub mod pin;
#[cfg(feature = "places")]
pub mod places;
#[cfg(feature = "requests")]
pub mod requests;

/// Runs a behaviour where there is a page to behave in.
fn wake(behaviour: fn()) {
    if cfg!(feature = "hydrate") {
        behaviour();
    }
}
