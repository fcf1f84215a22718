//! The map that moves on the page of the map; hidden until the page is awake.

use super::Tiles;
use super::frame::{frame, sources};
use crate::parts::near::near_button;
use crate::parts::signs::window;
use crate::row::Light;
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    i_am_here: "我在图中央" / "I am in the middle";
    i_am_here_why: "位置不准？拖动标记，或把图挪正再点“我在图中央”。" / "Not quite there? Drag the marker, or centre the map and press “I am in the middle”.";
}

/// The map, its buttons, and how to read it.
pub(super) fn moving(lang: Lang, tiles: Option<Tiles>) -> AnyView {
    let windows: Vec<_> = Light::ALL
        .into_iter()
        .map(|light| view! { <li>{window(light)}{lang.light(light)}</li> })
        .collect();
    view! {
        <div class="moving" hidden>
            {frame(lang, tiles.as_ref())}
            <div class="beside" hidden>
                {near_button(lang)}
                <p class="legend">
                    <button type="button" class="chip in-the-middle">{lang.i_am_here()}</button>
                    {lang.i_am_here_why()}
                </p>
                <ul class="legend windows">{windows}</ul>
                {sources(lang, tiles.as_ref())}
            </div>
        </div>
    }
    .into_any()
}
