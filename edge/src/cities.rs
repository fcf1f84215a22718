//! This isolate's copy of the city.

use crate::held::{self, Held, Kept};
use crate::problem::Problem;
use crate::registry;
use domain::city::City;
use domain::places::District;
use domain::snapshot;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread::LocalKey;
use worker::Env;

/// The city and the files it was read from.
pub(crate) struct Loaded {
    /// The city with all its texts.
    pub(crate) city: City,
    /// The snapshot as the phones get it.
    pub(crate) points: Vec<u8>,
    /// The texts of each district as the phones get them.
    pub(crate) texts: BTreeMap<District, Vec<u8>>,
}

thread_local! {
    static HELD: RefCell<Held<Loaded>> = RefCell::default();
}

/// The city as it is now; see [`held::current`].
pub(crate) async fn current(env: &Env) -> Result<Arc<Loaded>, Problem> {
    held::current(env).await
}

/// The copy at hand, however old, without asking anybody.
pub(crate) fn at_hand() -> Option<Arc<Loaded>> {
    held::at_hand()
}

/// Makes the next request ask the registry: its author sees a change at once.
pub(crate) fn forget() {
    held::forget::<Loaded>();
}

impl Kept for Loaded {
    fn held() -> &'static LocalKey<RefCell<Held<Self>>> {
        &HELD
    }

    fn version(&self) -> &str {
        self.city.version()
    }

    async fn newest(registry: &registry::Client) -> Result<String, Problem> {
        registry.version().await
    }

    async fn load(registry: &registry::Client, version: &str) -> Result<Self, Problem> {
        let broken = |error: snapshot::SnapshotError| {
            worker::console_error!("snapshot {version}: {error:?}");
            Problem::Internal
        };
        let points = registry.points(version).await?;
        let mut city = snapshot::decode(&points).map_err(broken)?;
        let mut texts = BTreeMap::new();
        let districts: Vec<_> = city.text_files().map(|(district, _)| district).collect();
        for district in districts {
            let bytes = registry.texts(version, district).await?;
            city.load_texts(district, &bytes).map_err(broken)?;
            texts.insert(district, bytes);
        }
        Ok(Self {
            city,
            points,
            texts,
        })
    }
}
