//! What the list and the map share on the phone: the city, the form, the position.

pub(super) mod form;
pub(super) mod near;
pub(super) mod phone;
pub(super) mod snapshot;
pub(super) mod words;

use super::browser::find;
use web_sys::HtmlElement;

/// Shows or hides the first element that matches.
pub(super) fn show(selector: &str, shown: bool) {
    if let Some(element) = find::<HtmlElement>(selector) {
        element.set_hidden(!shown);
    }
}
