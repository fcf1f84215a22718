//! This isolate's copy of the holiday classes.

use crate::held::{self, Held, Kept};
use crate::problem::Problem;
use crate::registry;
use chrono::NaiveDate;
use domain::class::HolidayClass;
use domain::demonstration;
use domain::listing::classes::read_open_csv;
use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;
use std::thread::LocalKey;
use worker::Env;

/// The classes that are registered.
pub(crate) struct Classes {
    version: String,
    /// `None` until a listing was loaded.
    registered: Option<Vec<HolidayClass>>,
}

thread_local! {
    static HELD: RefCell<Held<Classes>> = RefCell::default();
}

/// The classes as they are now; see [`held::current`].
pub(crate) async fn current(env: &Env) -> Result<Arc<Classes>, Problem> {
    held::current(env).await
}

/// Makes the next request ask the registry: its author sees a change at once.
pub(crate) fn forget() {
    held::forget::<Classes>();
}

impl Classes {
    /// Names what it holds.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// Whether what is shown was made up.
    pub(crate) fn demonstration(&self) -> bool {
        self.registered.is_none()
    }

    /// Every class that is registered.
    pub(crate) fn registered(&self) -> impl Iterator<Item = &HolidayClass> {
        self.registered.iter().flatten()
    }

    /// Every class; made up around `day` until a listing was loaded.
    pub(crate) fn on(&self, day: NaiveDate) -> Cow<'_, [HolidayClass]> {
        match &self.registered {
            Some(classes) => Cow::Borrowed(classes),
            None => Cow::Owned(demonstration::classes(day)),
        }
    }
}

impl Kept for Classes {
    fn held() -> &'static LocalKey<RefCell<Held<Self>>> {
        &HELD
    }

    fn version(&self) -> &str {
        &self.version
    }

    async fn newest(registry: &registry::Client) -> Result<String, Problem> {
        registry.classes_version().await
    }

    async fn load(registry: &registry::Client, version: &str) -> Result<Self, Problem> {
        let registered = match version {
            registry::NO_CLASSES => None,
            version => {
                let csv = registry.classes(version).await?;
                let listing = read_open_csv(&csv).map_err(|failure| {
                    worker::console_error!("classes {version}: {failure:?}");
                    Problem::Internal
                })?;
                Some(listing.classes)
            }
        };
        Ok(Self {
            version: version.to_owned(),
            registered,
        })
    }
}
