//! What the page does on the phone, on top of what the server has already shown.
//!
//! An island here is a behaviour: it draws nothing, finds its elements in the page the server
//! sent, and changes them. It carries no signals and no views to the phone; in 60 kB those would
//! leave no room for the search itself. Words that do not depend on the search stand in the page,
//! hidden until they are true. Whatever fails here leaves the page as it is.

mod browser;
mod copy_address;
mod finder;
mod form;
mod near;
mod nearest;
mod snapshot;
mod status_line;

use leptos::prelude::*;

/// `/stations`: searches on the phone.
#[island]
pub fn Finder() -> impl IntoView {
    wake(finder::wake);
}

/// `/`: the nearest places, once the position is known.
#[island]
pub fn Nearest() -> impl IntoView {
    wake(nearest::wake);
}

/// `/stations/{id}`: keeps the status true, copies the address.
#[island]
pub fn OneStation() -> impl IntoView {
    wake(status_line::wake);
    wake(copy_address::wake);
}

/// Runs a behaviour where there is a page to behave in.
fn wake(behaviour: fn()) {
    if cfg!(feature = "hydrate") {
        behaviour();
    }
}
