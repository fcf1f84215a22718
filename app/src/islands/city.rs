//! What the list and the maps share on the phone: the city, the form, the position.

#[cfg(any(feature = "places", feature = "map"))]
pub(super) mod form;
#[cfg(any(feature = "places", feature = "map"))]
pub(super) mod near;
pub(super) mod phone;
pub(super) mod snapshot;
#[cfg(any(feature = "places", feature = "map"))]
pub(super) mod words;

use super::browser::find;
use web_sys::HtmlElement;

/// Shows or hides the first element that matches.
pub(super) fn show(selector: &str, shown: bool) {
    if let Some(element) = find::<HtmlElement>(selector) {
        element.set_hidden(!shown);
    }
}
