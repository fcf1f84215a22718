//! The islands of the pages with places.

mod back;
mod copy_address;
mod finder;
mod nearest;
mod status_line;

use super::wake;
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

/// `/stations/{id}`: keeps the status true, copies the address, leads back to the list.
#[island]
pub fn OneStation() -> impl IntoView {
    wake(back::wake);
    wake(status_line::wake);
    wake(copy_address::wake);
}
