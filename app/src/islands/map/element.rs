//! `<city-map>`, as `app/client/city-map.js` defines it.
//!
//! It is spoken to in pixels of the world, from its north-western corner: of zoom 0, where the
//! world is 256 of them wide, or of the zoom that is shown.

use crate::islands::browser::find;
use domain::map::{View, World, Zoom};
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// Steps of the world in a pixel of zoom 0.
const STEPS: f64 = (1 << 24) as f64;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = customElements, js_name = whenDefined)]
    fn when_defined(name: &str) -> Promise;

    #[wasm_bindgen(extends = HtmlElement)]
    pub(super) type CityMap;
    #[wasm_bindgen(method)]
    fn open(this: &CityMap, x: f64, y: f64, zoom: u8, least: u8, most: u8);
    #[wasm_bindgen(method)]
    fn go(this: &CityMap, x: f64, y: f64, zoom: u8);
    #[wasm_bindgen(method)]
    fn view(this: &CityMap) -> Vec<f64>;
    /// Zooms in by that many steps, with a pixel of this zoom in the middle.
    #[wasm_bindgen(method, js_name = openAt)]
    pub(super) fn open_at(this: &CityMap, x: f64, y: f64, steps: i32);
    #[wasm_bindgen(method, js_name = zoomBy)]
    pub(super) fn zoom_by(this: &CityMap, steps: i32);
    /// Outlines as points of zoom 0, where each ends, and names with their spots; the first
    /// `districts` are those of districts.
    #[wasm_bindgen(method)]
    pub(super) fn sketch(
        this: &CityMap,
        points: &[f64],
        ends: &[u32],
        names: &str,
        spots: &[f64],
        districts: u32,
    );
    /// Dots from that corner in pixels of this zoom, each with its light.
    #[wasm_bindgen(method)]
    pub(super) fn dots(this: &CityMap, left: f64, top: f64, spots: &[u32], lights: &[u8]);
    #[wasm_bindgen(method)]
    pub(super) fn marks(this: &CityMap, html: &str);
    #[wasm_bindgen(method, js_name = standAt)]
    fn stand_at(this: &CityMap, x: f64, y: f64, radius: f64);
    #[wasm_bindgen(method)]
    fn standing(this: &CityMap) -> Vec<f64>;
}

impl CityMap {
    /// How far one may zoom: from the region to a doorway.
    pub(super) const ZOOMS: (Zoom, Zoom) = (
        Zoom::new(7).expect("7 is a zoom"),
        Zoom::new(19).expect("19 is a zoom"),
    );

    /// The element of the page, once its module is here.
    pub(super) async fn ready() -> Option<Self> {
        JsFuture::from(when_defined("city-map")).await.ok()?;
        Some(find::<HtmlElement>("city-map")?.unchecked_into())
    }

    /// Width and height in pixels.
    pub(super) fn pixels(&self) -> (u32, u32) {
        let pixels = |pixels: i32| u32::try_from(pixels).unwrap_or_default().max(1);
        (pixels(self.client_width()), pixels(self.client_height()))
    }

    /// Begins with that view.
    pub(super) fn begin(&self, view: View) {
        let middle = view.middle();
        let (least, most) = Self::ZOOMS;
        self.open(
            share(middle.x),
            share(middle.y),
            view.zoom.level(),
            least.level(),
            most.level(),
        );
    }

    /// Shows another part.
    pub(super) fn look_at(&self, middle: World, zoom: Zoom) {
        self.go(share(middle.x), share(middle.y), zoom.level());
    }

    /// What it shows; `None` while somebody's fingers are between two zooms.
    pub(super) fn shown(&self) -> Option<View> {
        let [left, top, width, height, zoom] = self.view()[..] else {
            return None;
        };
        let zoom = Zoom::new(zoom as u8).filter(|level| f64::from(level.level()) == zoom)?;
        let steps = |pixels: f64| (pixels * STEPS / f64::from(1_u32 << zoom.level())) as u32;
        Some(View {
            corner: World {
                x: steps(left),
                y: steps(top),
            },
            zoom,
            pixels: (width as u32, height as u32),
        })
    }

    /// Marks where somebody is, and how far that may be wrong, in pixels of zoom 0.
    pub(super) fn mark_here(&self, at: World, radius: f64) {
        self.stand_at(share(at.x), share(at.y), radius);
    }

    /// Where the mark has been dragged.
    pub(super) fn here(&self) -> Option<World> {
        let [x, y] = self.standing()[..] else {
            return None;
        };
        let steps = |share: f64| (share * STEPS) as u32;
        Some(World {
            x: steps(x),
            y: steps(y),
        })
    }
}

/// Pixels of zoom 0.
pub(super) fn share(steps: u32) -> f64 {
    f64::from(steps) / STEPS
}
