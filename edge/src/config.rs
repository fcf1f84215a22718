//! What the environment says, read and checked once per isolate.

use crate::deadlines;
use crate::keys::Keys;
use crate::limits::Limits;
use crate::tiles;
use app::document::{Assets, Module};
use app::pages::map::Tiles;
use domain::request;
use domain::time::BeijingTime;
use http::HeaderName;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use worker::Env;

/// The settings of this deployment.
pub(crate) struct Config {
    /// The files of the build.
    pub(crate) assets: AssetManifest,
    /// What an operator must present to load a listing; without it nobody can.
    pub(crate) operator_token: Option<String>,
    /// What personal data is sealed with; without it no request is taken.
    pub(crate) data_keys: Option<Keys>,
    /// How long a submission waits for others to be written with; `None` is not at all.
    pub(crate) collect: Option<Duration>,
    /// How long each class of requests has.
    pub(crate) deadlines: request::Limits,
    /// The header in which the proxy in front says whom a request comes from. Without it one address
    /// cannot be told from another: the runtime does not say.
    pub(crate) client_address_header: Option<HeaderName>,
    /// How much is taken in a while.
    pub(crate) limits: Limits,
    /// What the map of the browser lies on; without it on the sketch of the build.
    pub(crate) map_tiles: Option<Tiles>,
    /// Whether phones keep the site for a time without a network.
    pub(crate) service_worker: ServiceWorker,
    /// A clock that stands still, for tests.
    pub(crate) fixed_clock: Option<BeijingTime>,
}

/// The files of the build, as `cargo xtask build` lists them in `ASSETS_MANIFEST`.
#[derive(Deserialize)]
pub(crate) struct AssetManifest {
    /// Address of the style sheet.
    pub(crate) css: String,
    /// Address of the island bootstrap.
    pub(crate) islands: String,
    /// Address of the moving map.
    pub(crate) city_map: String,
    /// Address of the module that makes ready for a time without a network.
    pub(crate) offline: String,
    /// The clients, by the feature of `app/client` with which each was compiled.
    pub(crate) clients: Clients,
    /// Every file by its address.
    pub(crate) files: BTreeMap<String, AssetFile>,
}

impl AssetManifest {
    /// The files that a page asks for.
    pub(crate) fn for_pages(&self, service_worker: ServiceWorker) -> Assets {
        Assets {
            css: self.css.clone(),
            islands: self.islands.clone(),
            city_map: self.city_map.clone(),
            map: self.clients.map.address(),
            pin: self.clients.pin.address(),
            places: self.clients.places.address(),
            checker: self.clients.checker.address(),
            requests: self.clients.requests.address(),
            offline: (service_worker == ServiceWorker::On).then(|| self.offline.clone()),
        }
    }
}

/// Whether there is a service worker, or the way out of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ServiceWorker {
    /// Pages register it.
    On,
    /// Phones that have one let go of it and of all that it kept; no page registers another.
    Off,
}

/// The clients of the build.
#[derive(Deserialize, Hash)]
pub(crate) struct Clients {
    pub(crate) places: Client,
    pub(crate) checker: Client,
    pub(crate) requests: Client,
    pub(crate) map: Client,
    pub(crate) pin: Client,
}

/// The addresses of a client.
#[derive(Deserialize, Hash)]
pub(crate) struct Client {
    js: String,
    wasm: String,
}

impl Client {
    fn address(&self) -> Module {
        Module {
            js: self.js.clone(),
            wasm: self.wasm.clone(),
        }
    }
}

/// Long enough for a crowd to come together, short beside an fsync.
const COLLECT: Duration = Duration::from_millis(2);

/// Nobody is left waiting for longer.
const MOST_COLLECT_MS: u64 = 1000;

/// One file of the build.
#[derive(Deserialize)]
pub(crate) struct AssetFile {
    /// Its media type.
    #[serde(rename = "type")]
    pub(crate) content_type: String,
    /// What an entity tag says of its content.
    pub(crate) tag: String,
    /// Whether its address names its content.
    pub(crate) immutable: bool,
    /// Whether `FILE.br` lies beside it.
    pub(crate) br: bool,
    /// Whether `FILE.gz` lies beside it.
    pub(crate) gz: bool,
}

/// A setting that cannot be used.
#[derive(Debug)]
pub(crate) struct ConfigError(String);

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "configuration: {}", self.0)
    }
}

thread_local! {
    static CONFIG: std::cell::OnceCell<Arc<Config>> = const { std::cell::OnceCell::new() };
}

impl Config {
    /// The settings, from this isolate's copy if it has one.
    pub(crate) fn of(env: &Env) -> Result<Arc<Self>, ConfigError> {
        CONFIG.with(|held| match held.get() {
            Some(config) => Ok(Arc::clone(config)),
            None => {
                let config = Arc::new(Self::read(env)?);
                Ok(Arc::clone(held.get_or_init(|| config)))
            }
        })
    }

    /// The moment it is.
    pub(crate) fn now(&self) -> BeijingTime {
        self.fixed_clock.unwrap_or_else(|| {
            #[expect(
                clippy::cast_possible_wrap,
                reason = "milliseconds since 1970 fit for ages"
            )]
            let seconds = (worker::Date::now().as_millis() / 1000) as i64;
            BeijingTime::from_unix_seconds(seconds).expect("the present is a date chrono knows")
        })
    }

    fn read(env: &Env) -> Result<Self, ConfigError> {
        let manifest = text(env, "ASSETS_MANIFEST")
            .ok_or_else(|| ConfigError("ASSETS_MANIFEST is missing".to_owned()))?;
        let assets = serde_json::from_str(&manifest)
            .map_err(|error| ConfigError(format!("ASSETS_MANIFEST: {error}")))?;
        let fixed_clock = match text(env, "FIXED_CLOCK") {
            None => None,
            Some(clock) => Some(BeijingTime::from_rfc3339(&clock).ok_or_else(|| {
                ConfigError("FIXED_CLOCK is no RFC 3339 date and time".to_owned())
            })?),
        };
        let data_keys = text(env, "DATA_KEYS").map(|keys| Keys::parse(&keys));
        let data_keys = data_keys
            .transpose()
            .map_err(|error| ConfigError(format!("DATA_KEYS: {error}")))?;
        let header = text(env, "CLIENT_ADDRESS_HEADER").map(|name| name.parse());
        let client_address_header = header
            .transpose()
            .map_err(|_| ConfigError("CLIENT_ADDRESS_HEADER is no name of a header".to_owned()))?;
        let limits = text(env, "LIMITS").unwrap_or_default();
        let limits = Limits::parse(&limits)
            .map_err(|entry| ConfigError(format!("LIMITS: {entry:?} is not NAME=COUNT/SECONDS")))?;
        let deadlines = match text(env, "DEADLINES") {
            None => request::Limits::NOT_FROM_SOURCES,
            Some(deadlines) => deadlines::parse(&deadlines)
                .map_err(|error| ConfigError(format!("DEADLINES: {error}")))?,
        };
        let map_tiles = text(env, "MAP_TILES").map(|text| tiles::parse(&text));
        let map_tiles = map_tiles
            .transpose()
            .map_err(|error| ConfigError(format!("MAP_TILES: {error}")))?;
        let service_worker = service_worker(text(env, "SERVICE_WORKER").as_deref())?;
        let collect = text(env, "COLLECT_MS").map(|text| collect(&text));
        Ok(Self {
            assets,
            collect: collect.unwrap_or(Ok(Some(COLLECT)))?,
            client_address_header,
            limits,
            data_keys,
            service_worker,
            deadlines,
            map_tiles,
            operator_token: text(env, "OPERATOR_TOKEN"),
            fixed_clock,
        })
    }
}

/// How long to collect: milliseconds, of which 0 is not at all.
fn collect(text: &str) -> Result<Option<Duration>, ConfigError> {
    match text.parse() {
        Ok(0) => Ok(None),
        Ok(ms) if ms <= MOST_COLLECT_MS => Ok(Some(Duration::from_millis(ms))),
        _ => Err(ConfigError(format!(
            "COLLECT_MS is a number of milliseconds up to {MOST_COLLECT_MS}"
        ))),
    }
}

fn service_worker(text: Option<&str>) -> Result<ServiceWorker, ConfigError> {
    match text {
        None | Some("on") => Ok(ServiceWorker::On),
        Some("off") => Ok(ServiceWorker::Off),
        Some(_) => Err(ConfigError("SERVICE_WORKER is on or off".to_owned())),
    }
}

/// A text binding. One whose variable is not set reaches us as null, which `Env::var` does not expect.
fn text(env: &Env, name: &str) -> Option<String> {
    let value = js_sys::Reflect::get(env, &name.into()).ok()?.as_string()?;
    (!value.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_worker_is_there_unless_it_is_turned_off() {
        let is = |text| service_worker(text).ok();
        assert_eq!(is(None), Some(ServiceWorker::On));
        assert_eq!(is(Some("on")), Some(ServiceWorker::On));
        assert_eq!(is(Some("off")), Some(ServiceWorker::Off));
        assert_eq!(is(Some("OFF")), None, "a slip must not pass for either");
    }

    #[test]
    fn collecting_lasts_from_not_at_all_to_a_second() {
        let ms = |text| collect(text).ok();
        assert_eq!(ms("0"), Some(None));
        assert_eq!(ms("2"), Some(Some(COLLECT)));
        assert_eq!(ms("1000"), Some(Some(Duration::from_secs(1))));
        for wrong in ["1001", "-1", "two", ""] {
            assert_eq!(ms(wrong), None, "{wrong}");
        }
    }
}
