//! How much waits for somebody at the registry: counted, not read.

use super::changing::Sender;
use super::entries::Heads;
use super::imports::plans;
use super::proposals;
use super::reports;
use super::store::StoreError;
use crate::sql::Sql;
use domain::freshness::{Month, is_due};
use domain::listing::entry::Entry;
use domain::staff::Action;
use domain::station::Station;
use serde::{Deserialize, Serialize};

/// How much of each waits for them.
#[derive(Serialize, Deserialize)]
pub(crate) struct Waiting {
    /// Changes and imports of others, of which they may be the second person.
    pub(crate) second: u32,
    /// Things that workers reported of their stations.
    pub(crate) reports: u32,
    /// Stations of theirs that are due to be confirmed.
    pub(crate) due: u32,
}

/// Counts it.
pub(super) fn count(
    sql: &Sql,
    heads: &Heads<Station>,
    sender: &Sender,
) -> Result<Waiting, StoreError> {
    let imports = plans::proposed(sql, sender)?;
    let imports = imports
        .iter()
        .filter(|plan| plans::may_approve(sender, plan));
    let month = Month::of(sender.at.date());
    let due = heads.values().filter(|head| {
        let station = &head.entry;
        is_due(station.life, station.verified_on, month)
            && sender.may(Action::EditListing, station.desk())
    });
    Ok(Waiting {
        second: proposals::waiting(sql, sender)? + count_of(imports),
        reports: reports::waiting(sql, heads, sender)?,
        due: count_of(due),
    })
}

fn count_of<T>(all: impl Iterator<Item = T>) -> u32 {
    u32::try_from(all.count()).unwrap_or(u32::MAX)
}
