//! Copies the address of a station.

use crate::islands::browser::{find, listen};
use crate::islands::city::phone::{copy, spawn_local};
use crate::islands::city::show;
use web_sys::Element;

/// Shows the button and waits for it.
pub(super) fn wake() {
    show(".copy", true);
    listen(".copy button", "click", |_| {
        let address = find::<Element>("#address").and_then(|address| address.text_content());
        spawn_local(async move {
            let copied = copy(&address.unwrap_or_default()).await;
            show(".copy .done", copied);
            show(".copy .failed", !copied);
        });
    });
}
