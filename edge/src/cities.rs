//! This isolate's copy of the city.
//!
//! A call to the registry halves what a page handler can serve, so the copy is kept and the
//! registry is asked for its version at most once a second.

use crate::problem::Problem;
use crate::registry;
use domain::city::City;
use domain::places::District;
use domain::snapshot;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use worker::Env;

/// How long a copy is used without asking.
const TRUSTED_MS: u64 = 1000;

/// The city and the files it was read from.
pub(crate) struct Loaded {
    /// The city with all its texts.
    pub(crate) city: City,
    /// The snapshot as the phones get it.
    pub(crate) points: Vec<u8>,
    /// The texts of each district as the phones get them.
    pub(crate) texts: BTreeMap<District, Vec<u8>>,
}

#[derive(Default)]
struct Held {
    loaded: Option<Arc<Loaded>>,
    asked_at_ms: u64,
}

thread_local! {
    static HELD: RefCell<Held> = RefCell::default();
}

/// The city as it is now, at most a second old; older only while the registry cannot be reached.
pub(crate) async fn current(env: &Env) -> Result<Arc<Loaded>, Problem> {
    let now_ms = worker::Date::now().as_millis();
    let (held, trusted) = HELD.with_borrow_mut(|held| {
        let trusted = now_ms.saturating_sub(held.asked_at_ms) < TRUSTED_MS;
        // Whoever comes while the registry is being asked goes on with the copy at hand.
        held.asked_at_ms = now_ms;
        (held.loaded.clone(), trusted)
    });
    match held {
        Some(held) if trusted => Ok(held),
        Some(held) => Ok(refresh(env, Some(&held)).await.unwrap_or(held)),
        None => refresh(env, None).await,
    }
}

async fn refresh(env: &Env, held: Option<&Arc<Loaded>>) -> Result<Arc<Loaded>, Problem> {
    let registry = registry::Client::new(env)?;
    let version = registry.version().await?;
    if let Some(held) = held.filter(|held| held.city.version() == version) {
        return Ok(Arc::clone(held));
    }
    let loaded = Arc::new(load(&registry, &version).await?);
    HELD.with_borrow_mut(|held| held.loaded = Some(Arc::clone(&loaded)));
    Ok(loaded)
}

/// The copy at hand, however old, without asking anybody.
pub(crate) fn at_hand() -> Option<Arc<Loaded>> {
    HELD.with_borrow(|held| held.loaded.clone())
}

/// Makes the next request ask the registry: its author sees a change at once.
pub(crate) fn forget() {
    HELD.with_borrow_mut(|held| held.asked_at_ms = 0);
}

async fn load(registry: &registry::Client, version: &str) -> Result<Loaded, Problem> {
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
    Ok(Loaded {
        city,
        points,
        texts,
    })
}
