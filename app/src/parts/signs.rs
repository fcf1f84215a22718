//! Signs and drawings: our own, on a 24-pixel grid, in one stroke width.
//!
//! A page carries the shapes once, in a sprite; every use of a sign is a few bytes.

use crate::row::Light;
use leptos::prelude::*;

/// A window: the state of a place. The sentence beside it says the same, so it is not spoken.
pub(crate) fn window(light: Light) -> impl IntoView {
    view! {
        <svg class=format!("window {}", light.name()) aria-hidden="true">
            <use href=format!("#{}", light.name())></use>
        </svg>
    }
}

/// A drawing beside words that say the same.
pub(crate) fn sign(name: &'static str) -> impl IntoView {
    view! {
        <svg class="sign" aria-hidden="true">
            <use href=format!("#{name}")></use>
        </svg>
    }
}
