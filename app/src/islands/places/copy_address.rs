//! Copies the address of a station.

use crate::islands::browser::{find, listen};
use crate::islands::city::phone::spawn_local;
use crate::islands::city::show;
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
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

/// Puts `text` on the clipboard; whether that worked.
async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Browsers have no clipboard on pages that came without TLS.
    let has_clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    has_clipboard
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}
