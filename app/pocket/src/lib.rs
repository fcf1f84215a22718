//! The pages of the city, drawn on a phone without a network: the part of the service worker that
//! is Rust. The views are the server's; what they show is the snapshot that the phone kept.

mod asked;
mod pages;

use app::document::{self, Page, Shell};
use asked::Asked;
use domain::city::City;
use domain::places::District;
use domain::snapshot;
use js_sys::Object;
use wasm_bindgen::prelude::wasm_bindgen;

/// A city that the phone kept.
#[wasm_bindgen]
pub struct Pocket(City);

#[wasm_bindgen]
impl Pocket {
    /// Reads `city.bin`; nothing if that is damaged.
    pub fn open(points: &[u8]) -> Option<Pocket> {
        snapshot::decode(points).ok().map(Self)
    }

    /// Adds the words of a district: of what is damaged the places stay without their names.
    pub fn load(&mut self, district: u32, texts: &[u8]) -> bool {
        let district = District::from_code(district);
        district.is_some_and(|district| self.0.load_texts(district, texts).is_ok())
    }

    /// The page that was asked for, if the phone can have it without a network.
    pub fn page(&self, asked: &Object) -> Option<String> {
        let asked = Asked::read(asked)?;
        let page = pages::page(&self.0, &asked)?;
        Some(document::render_offline(&self.shell(asked), page))
    }

    /// The page that says that this one needs the network.
    pub fn needs_network(&self, asked: &Object) -> Option<String> {
        let asked = Asked::read(asked)?;
        Some(document::render_offline(
            &self.shell(asked),
            Page::NeedsNetwork,
        ))
    }

    fn shell(&self, asked: Asked) -> Shell {
        Shell {
            lang: asked.preferences.lang,
            large_print: asked.preferences.large_print,
            address: asked.address,
            assets: asked.assets,
            snapshot: self.0.version().to_owned(),
            demonstration: self.0.demonstration(),
            now: asked.now,
            kept_at: Some(asked.kept_at),
        }
    }
}
