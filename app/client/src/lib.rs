//! The WebAssembly entry for the browser, compiled once for each of its features.

// Nothing in here names the islands; unlinked, their exports would be dropped.
extern crate app as _;

use wasm_bindgen::prelude::wasm_bindgen;

/// Makes ready for the islands, which `islands.js` then wakes one by one.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
