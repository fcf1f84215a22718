//! The link of a receipt: its secret stands behind `#`, which no browser sends. It is taken out of
//! the address, so that nobody reads it there, and opens the request.

use crate::islands::browser::find;
use domain::request::Secret;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, HtmlInputElement};

/// The field on the page that asks for the secret.
const FIELD: &str = ".request #f-secret";
/// Its button.
const BUTTON: &str = ".request form .act";

pub(super) fn open_by_link() {
    let location = window().location();
    let fragment = location.hash().unwrap_or_default();
    let secret = Secret::parse(fragment.trim_start_matches('#'));
    let (Ok(secret), Some(field)) = (secret, find::<HtmlInputElement>(FIELD)) else {
        return;
    };
    let path = location.pathname().ok();
    // Where the address stays as it is, it opens the request all the same.
    _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", path.as_deref()));
    field.set_value(&secret.text());
    if let Some(button) = find::<HtmlElement>(BUTTON) {
        button.click();
    }
}
