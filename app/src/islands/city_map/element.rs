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
#[cfg(feature = "pin")]
use web_sys::MouseEvent;

/// Steps of the world in a pixel of zoom 0.
const STEPS: f64 = (1 << 24) as f64;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = customElements, js_name = whenDefined)]
    fn when_defined(name: &str) -> Promise;

    #[wasm_bindgen(extends = HtmlElement)]
    pub(in crate::islands) type CityMap;
    #[wasm_bindgen(method)]
    fn open(this: &CityMap, x: f64, y: f64, zoom: u8, least: u8, most: u8);
    #[wasm_bindgen(method)]
    fn go(this: &CityMap, x: f64, y: f64, zoom: u8);
    #[wasm_bindgen(method)]
    fn view(this: &CityMap) -> Vec<f64>;
    #[cfg(feature = "map")]
    /// Zooms in by that many steps, with a pixel of this zoom in the middle.
    #[wasm_bindgen(method, js_name = openAt)]
    pub(in crate::islands) fn open_at(this: &CityMap, x: f64, y: f64, steps: i32);
    #[wasm_bindgen(method, js_name = zoomBy)]
    pub(in crate::islands) fn zoom_by(this: &CityMap, steps: i32);
    /// Outlines as the data of an SVG path, whose steps begin at that point of zoom 0, where
    /// `OUTLINE_STEPS` are a pixel.
    #[wasm_bindgen(method)]
    pub(in crate::islands) fn outline(this: &CityMap, path: &str, x: f64, y: f64);
    /// Names, a line each, those of districts first; of each where it stands, and its width in
    /// letter heights.
    #[wasm_bindgen(method, js_name = nameAll)]
    pub(in crate::islands) fn name_all(this: &CityMap, names: &str, spots: &[f64], districts: u32);
    /// Dots from that corner in pixels of this zoom, each with its light.
    #[wasm_bindgen(method)]
    pub(in crate::islands) fn dots(
        this: &CityMap,
        left: f64,
        top: f64,
        spots: &[u32],
        lights: &[u8],
    );
    #[wasm_bindgen(method)]
    pub(in crate::islands) fn marks(this: &CityMap, html: &str);
    #[wasm_bindgen(method, js_name = standAt)]
    fn stand_at(this: &CityMap, x: f64, y: f64, radius: f64);
    #[wasm_bindgen(method)]
    fn standing(this: &CityMap) -> Vec<f64>;
}

impl CityMap {
    /// How far one may zoom: from the region to a doorway.
    pub(in crate::islands) const ZOOMS: (Zoom, Zoom) = (
        Zoom::new(7).expect("7 is a zoom"),
        Zoom::new(19).expect("19 is a zoom"),
    );

    /// The element of the page, once its module is here.
    pub(in crate::islands) async fn ready() -> Option<Self> {
        JsFuture::from(when_defined("city-map")).await.ok()?;
        Some(find::<HtmlElement>("city-map")?.unchecked_into())
    }

    /// Width and height in pixels.
    pub(in crate::islands) fn pixels(&self) -> (u32, u32) {
        let pixels = |pixels: i32| u32::try_from(pixels).unwrap_or_default().max(1);
        (pixels(self.client_width()), pixels(self.client_height()))
    }

    /// Begins with that view.
    pub(in crate::islands) fn begin(&self, view: View) {
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
    pub(in crate::islands) fn look_at(&self, middle: World, zoom: Zoom) {
        self.go(share(middle.x), share(middle.y), zoom.level());
    }

    /// What it shows; `None` while somebody's fingers are between two zooms.
    pub(in crate::islands) fn shown(&self) -> Option<View> {
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

    /// What is at that pixel of the window; as [`Self::shown`].
    #[cfg(feature = "pin")]
    pub(in crate::islands) fn under(&self, pointer: &MouseEvent) -> Option<World> {
        let frame = self.get_bounding_client_rect();
        let within = |at: i32, from: f64, rim: i32| f64::from(at) - from - f64::from(rim);
        let right = within(pointer.client_x(), frame.left(), self.client_left());
        let down = within(pointer.client_y(), frame.top(), self.client_top());
        Some(self.shown()?.at((right as u32, down as u32)))
    }

    /// Marks where somebody is, and how far that may be wrong, in pixels of zoom 0.
    pub(in crate::islands) fn mark_here(&self, at: World, radius: f64) {
        self.stand_at(share(at.x), share(at.y), radius);
    }

    /// Where the mark has been dragged.
    pub(in crate::islands) fn here(&self) -> Option<World> {
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

/// Whole pixels from the world's corner.
pub(in crate::islands) fn pixel(at: World, view: View) -> (u32, u32) {
    let (x, y) = at.pixels(view.zoom);
    (x.round() as u32, y.round() as u32)
}

/// Pixels of zoom 0.
pub(super) fn share(steps: u32) -> f64 {
    f64::from(steps) / STEPS
}
