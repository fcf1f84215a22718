//! The map on which the pin of an entry is set; hidden until the page is awake. Without it there are
//! the two numbers.

use crate::listings::PinMap;
use crate::markup::Markup;
use crate::pages::map::{frame, sources};
use crate::wording::Lang;
use domain::geo::{Wgs84, decimal};
use domain::listing::Subject;

messages! {
    pin_hint: "在图上点一下，图钉就到那里；也可以拖。选中图钉以后，方向键一次移动 10 米，按住 Shift 是 100 米，Esc 放回原处。" / "Tap the map to put the pin there, or drag it. Once the pin has the focus, the arrow keys move it 10 metres, with Shift 100, and Escape puts it back.";
    pin_others: "小方块是清单里别的站点。" / "Small squares are the other places that are listed.";
    pin_to_middle: "把图钉放到图中央" / "Put the pin in the middle";
    pin_back: "放回原处" / "Put it back";
}

/// The map, its buttons, and room for what is to be said.
pub(super) fn pin_map(lang: Lang, subject: Subject, map: &PinMap) -> Markup {
    let PinMap {
        stood,
        station,
        tiles,
    } = map;
    let degrees = |name: &str, of: fn(Wgs84) -> f64| {
        stood.map(|stood| html!(" data-" {name} "=\"" {decimal::<5>(of(stood))} "\""))
    };
    let station = station.map(|station| html!(r#" data-station=""# {station.0} "\""));
    let back = stood.map(
        |_| html!(r#"<button type="button" class="chip pin-back">"# {lang.pin_back()} "</button>"),
    );
    html!(
        r#"<div class="moving pin-map" hidden data-listing=""# {subject.code()} "\"" {degrees("lat", Wgs84::lat)}
        {degrees("lng", Wgs84::lng)} {station} r#"><p class="soft" id="pin-hint">"# {lang.pin_hint()} "</p>"
        {Markup::of_view(frame(lang, tiles.as_ref()))}
        r#"<div role="status" class="pin-said"></div><p class="ways"><button type="button" class="chip pin-to-middle">"#
        {lang.pin_to_middle()} "</button> " {back} r#"</p><p class="legend">"# {lang.pin_others()} "</p>" {Markup::of_view(sources(lang, tiles.as_ref()))} "</div>"
    )
}
