//! A street in the evening: some windows are lit, one nobody knows, and one door is open.

use crate::row::Light;
use leptos::prelude::*;

/// Walls and roofs, and the ground they stand on.
const HOUSES: &str = "M0 94.5h360M14 94.5V30.5h70v64M10.5 30.5h77M98 94.5V46.5L135 20l37 26.5v48\
    M188 94.5V10.5h54v84M184.5 10.5h61M258 94.5v-50h84v50M253 44.5h94l-6-11h-82z\
    M352 94.5v-62h5M127 94.5v-19h16v19M270 94.5v-32h18v32";

/// The light of each window, where it stands, and how wide it is.
const WINDOWS: [(Light, u16, u16, u16); 13] = [
    (Light::Lit, 22, 38, 22),
    (Light::Off, 54, 38, 22),
    (Light::Off, 22, 66, 22),
    (Light::Lit, 54, 66, 22),
    (Light::Half, 124, 42, 22),
    (Light::Off, 192, 16, 21),
    (Light::Lit, 217, 16, 21),
    (Light::Lit, 192, 42, 21),
    (Light::Unknown, 217, 42, 21),
    (Light::Off, 192, 68, 21),
    (Light::Off, 217, 68, 21),
    (Light::Lit, 290, 54, 26),
    (Light::Lit, 313, 54, 26),
];

/// The drawing; it says nothing that the page does not say in words.
pub(super) fn street() -> AnyView {
    let windows: Vec<_> = WINDOWS
        .into_iter()
        .map(|(light, x, y, size)| view! {
            <use href=format!("#{}", light.name()) x=x.to_string() y=y.to_string() width=size.to_string() height=size.to_string()></use>
        })
        .collect();
    view! {
        <svg class="street" viewBox="0 0 360 96" aria-hidden="true">
            <path class="glow" d="M270 62.5h18v32h-18z"></path>
            {windows}
            <path d=HOUSES></path>
        </svg>
    }
    .into_any()
}
