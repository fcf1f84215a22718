//! This isolate's copy of something that the registry holds.
//!
//! A call to the registry halves what a page handler can serve, so the copy is kept and the
//! registry is asked for its version at most once a second.

use crate::problem::Problem;
use crate::registry;
use std::cell::RefCell;
use std::sync::Arc;
use std::thread::LocalKey;
use worker::Env;

/// How long a copy is used without asking.
const TRUSTED_MS: u64 = 1000;

/// A copy, if there is one, and when the registry was last asked.
pub(crate) struct Held<T> {
    loaded: Option<Arc<T>>,
    asked_at_ms: u64,
}

impl<T> Default for Held<T> {
    fn default() -> Self {
        Self {
            loaded: None,
            asked_at_ms: 0,
        }
    }
}

/// Something that an isolate keeps a copy of.
pub(crate) trait Kept: Sized + 'static {
    /// Where the copy is.
    fn held() -> &'static LocalKey<RefCell<Held<Self>>>;

    /// The version of this copy.
    fn version(&self) -> &str;

    /// The version that the registry has.
    async fn newest(registry: &registry::Client) -> Result<String, Problem>;

    /// That version.
    async fn load(registry: &registry::Client, version: &str) -> Result<Self, Problem>;
}

/// As it is now, at most a second old; older only while the registry cannot be reached.
///
/// Requests that come to an isolate without a copy each load their own: a runtime of Workers does
/// not let one request wait for what another is loading.
pub(crate) async fn current<T: Kept>(env: &Env) -> Result<Arc<T>, Problem> {
    let now_ms = worker::Date::now().as_millis();
    let (held, trusted) = T::held().with_borrow_mut(|held| {
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

async fn refresh<T: Kept>(env: &Env, held: Option<&Arc<T>>) -> Result<Arc<T>, Problem> {
    let registry = registry::Client::new(env)?;
    let version = T::newest(&registry).await?;
    if let Some(held) = held.filter(|held| held.version() == version) {
        return Ok(Arc::clone(held));
    }
    let loaded = Arc::new(T::load(&registry, &version).await?);
    T::held().with_borrow_mut(|held| held.loaded = Some(Arc::clone(&loaded)));
    Ok(loaded)
}

/// The copy at hand, however old, without asking anybody.
pub(crate) fn at_hand<T: Kept>() -> Option<Arc<T>> {
    T::held().with_borrow(|held| held.loaded.clone())
}

/// Makes the next request ask the registry: its author sees a change at once.
pub(crate) fn forget<T: Kept>() {
    T::held().with_borrow_mut(|held| held.asked_at_ms = 0);
}
