//! The islands of the pages with places.

mod back;
mod copy_address;
mod finder;
mod form;
mod near;
mod nearest;
mod phone;
mod snapshot;
mod status_line;

use super::browser::find;
use super::wake;
use leptos::prelude::*;
use web_sys::HtmlElement;

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

/// Shows or hides the first element that matches.
fn show(selector: &str, shown: bool) {
    if let Some(element) = find::<HtmlElement>(selector) {
        element.set_hidden(!shown);
    }
}
