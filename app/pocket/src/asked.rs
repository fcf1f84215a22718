//! What the service worker says of a page that is asked for.

use app::document::{Assets, Module};
use app::preferences::Preferences;
use domain::time::BeijingTime;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// A question of a reader who has no network.
pub(crate) struct Asked {
    /// Path and query.
    pub(crate) address: String,
    pub(crate) preferences: Preferences,
    pub(crate) now: BeijingTime,
    /// When the phone last heard from the site that what it keeps is true.
    pub(crate) kept_at: BeijingTime,
    /// What a form is called that nobody has seen yet.
    pub(crate) fresh_key: String,
    /// The files of the build that the phone keeps.
    pub(crate) assets: Assets,
}

impl Asked {
    /// Reads what `app/pocket/worker.js` writes; `None` if anything is missing.
    pub(crate) fn read(asked: &Object) -> Option<Self> {
        let asked = Fields(asked);
        let assets = asked.inner("assets")?;
        let assets = Fields(&assets);
        let module = |name| {
            let clients = assets.inner("clients")?;
            let client = Fields(&clients).inner(name)?;
            Some(Module {
                js: Fields(&client).text("js")?,
                wasm: Fields(&client).text("wasm")?,
            })
        };
        Some(Self {
            address: asked.text("address")?,
            preferences: Preferences::from_cookie(&asked.text("reader")?).unwrap_or_default(),
            now: asked.time("now")?,
            kept_at: asked.time("kept")?,
            fresh_key: asked.text("key")?,
            assets: Assets {
                css: assets.text("css")?,
                islands: assets.text("islands")?,
                places: module("places")?,
                checker: module("checker")?,
                requests: module("requests")?,
                map: module("map")?,
                pin: module("pin")?,
                city_map: assets.text("city_map")?,
                offline: assets.text("offline"),
            },
        })
    }

    pub(crate) fn path(&self) -> &str {
        self.address.split('?').next().unwrap_or_default()
    }

    /// Without `?`.
    pub(crate) fn query(&self) -> &str {
        self.address.split_once('?').map_or("", |(_, query)| query)
    }
}

struct Fields<'a>(&'a Object);

impl Fields<'_> {
    fn get(&self, name: &str) -> Option<JsValue> {
        Reflect::get(self.0, &JsValue::from_str(name)).ok()
    }

    fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.as_string()
    }

    /// Milliseconds since 1970.
    fn time(&self, name: &str) -> Option<BeijingTime> {
        BeijingTime::from_unix_seconds((self.get(name)?.as_f64()? / 1000.0) as i64)
    }

    fn inner(&self, name: &str) -> Option<Object> {
        Object::try_from(&self.get(name)?).cloned()
    }
}
