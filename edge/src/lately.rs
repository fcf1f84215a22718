//! This isolate's copy of what is said of places just now: how full they are, and which were found
//! closed. It is apart from the city, whose snapshot phones keep: what is true for an hour would name
//! a new snapshot every minute, and every phone would load it.

use crate::held::{self, Held, Kept};
use crate::problem::Problem;
use crate::registry::{self, StoredLately};
use domain::crowding::{self, Crowding};
use domain::report::SaidClosed;
use domain::snapshot::fingerprint;
use domain::station::StationId;
use domain::time::BeijingTime;
use records::moment;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread::LocalKey;
use worker::Env;

/// What is said, by station.
#[derive(Default)]
pub(crate) struct Lately {
    version: String,
    /// Each with the moment until which it is told.
    closed: BTreeMap<StationId, (SaidClosed, BeijingTime)>,
    crowding: BTreeMap<StationId, (Crowding, BeijingTime)>,
}

thread_local! {
    static HELD: RefCell<Held<Lately>> = RefCell::default();
}

/// As it is now; nothing while the registry cannot be asked, for no page waits for it.
pub(crate) async fn current(env: &Env) -> Arc<Lately> {
    held::current(env).await.unwrap_or_default()
}

/// Makes the next request ask the registry: whoever says something sees it at once.
pub(crate) fn forget() {
    held::forget::<Lately>();
}

impl Lately {
    /// The name of what is said.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// How full a place was, and when.
    pub(crate) fn crowding(
        &self,
        id: StationId,
        now: BeijingTime,
    ) -> Option<(Crowding, BeijingTime)> {
        let said = self.crowding.get(&id).copied();
        said.filter(|(_, at)| crowding::holds(*at, now))
    }

    /// Who said that it was closed, as long as that is told.
    pub(crate) fn closed(&self, id: StationId, now: BeijingTime) -> Option<SaidClosed> {
        let (said, until) = self.closed.get(&id)?;
        (said.at <= now && now < *until).then_some(*said)
    }

    fn read(stored: &StoredLately) -> Result<Self, Problem> {
        let time = |seconds| moment(seconds).map_err(|_| Problem::Internal);
        let json = serde_json::to_vec(stored).expect("plain data serialises");
        let mut lately = Self {
            version: fingerprint(&json),
            ..Self::default()
        };
        for one in &stored.closed {
            let said = SaidClosed {
                people: one.people,
                at: time(one.at)?,
            };
            lately
                .closed
                .insert(StationId(one.station), (said, time(one.until)?));
        }
        for one in &stored.crowding {
            let level = Crowding::from_code(&one.level).ok_or(Problem::Internal)?;
            lately
                .crowding
                .insert(StationId(one.station), (level, time(one.at)?));
        }
        Ok(lately)
    }
}

impl Kept for Lately {
    fn held() -> &'static LocalKey<RefCell<Held<Self>>> {
        &HELD
    }

    fn version(&self) -> &str {
        &self.version
    }

    async fn newest(_registry: &registry::Client) -> Result<String, Problem> {
        // It is so small that to ask for its name costs as much as to have it.
        Ok(String::new())
    }

    async fn load(registry: &registry::Client, _version: &str) -> Result<Self, Problem> {
        Self::read(&registry.lately().await?)
    }
}
