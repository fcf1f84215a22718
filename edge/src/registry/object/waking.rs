//! The alarm of the registry: the next slice of a plan, or the next photo that is to be destroyed.

use super::{Registry, broken};
use crate::config::Config;
use crate::problem::Problem;
use crate::registry::imports::plans;
use crate::registry::reports::photos;
use crate::registry::store::StoreError;
use domain::time::BeijingTime;
use std::time::Duration;

/// For what the alarm is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ring {
    /// As soon as others were answered.
    Slice,
    /// When the time of a photo is over.
    Photo(BeijingTime),
}

/// What could not be destroyed is tried again after so many seconds.
const AGAIN_AFTER: i64 = 60;

impl Registry {
    /// Sets the alarm for what comes next.
    pub(super) async fn arm(&self) {
        if let Err(trouble) = self.try_to_arm().await {
            self.armed.set(None);
            worker::console_error!("registry: the alarm: {trouble}");
        }
    }

    async fn try_to_arm(&self) -> Result<(), StoreError> {
        let next = match plans::unfinished(&self.sql)? {
            Some(_) => Some(Ring::Slice),
            None => photos::next_to_forget(&self.sql)?.map(Ring::Photo),
        };
        let Some(ring) = next.filter(|_| next != self.armed.get()) else {
            return Ok(());
        };
        self.armed.set(next);
        let left = match ring {
            Ring::Slice => 0,
            // From now on, because the clock of a test stands still elsewhere than the runtime's.
            Ring::Photo(until) => {
                let left = until.unix_seconds() - self.now()?.unix_seconds();
                left.max(AGAIN_AFTER)
            }
        };
        let left = Duration::from_secs(left.unsigned_abs());
        let set = self.state.storage().set_alarm(left).await;
        set.map_err(StoreError::Alarm)
    }

    /// The alarm rang: destroys what is due, and knows of none that is set.
    pub(super) fn rang(&self) {
        self.armed.set(None);
        let forgotten = self.prepare().and_then(|()| self.forget(self.now()?));
        if let Err(trouble) = forgotten {
            worker::console_error!("registry: {trouble}");
        }
    }

    /// The photo of that number, sealed.
    pub(super) fn sealed_photo(&self, id: &str) -> Result<Vec<u8>, Problem> {
        let id = id.parse().map_err(|_| Problem::NotFound)?;
        let sealed = self.prepare().and_then(|()| photos::sealed(&self.sql, id));
        sealed.map_err(broken)
    }

    /// Wraps the next photos anew, as JSON.
    pub(super) fn rewrap(&self, after: &str) -> Result<Vec<u8>, Problem> {
        let after = after.parse().map_err(|_| Problem::NotFound)?;
        let config = Config::of(&self.env).map_err(|_| Problem::Internal)?;
        let keys = config.data_keys.as_ref().ok_or(Problem::NotConfigured)?;
        let work = || photos::rewrap(&self.sql, keys, after);
        let done = self.prepare().and_then(|()| self.sql.transaction(work));
        let done = done.map_err(broken)?;
        Ok(serde_json::to_vec(&done).expect("plain data serialises"))
    }
}
