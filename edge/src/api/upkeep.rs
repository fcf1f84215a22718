//! The answers to an operator's upkeep of what the desks keep.

use crate::desk::upkeep::{self, Plan, Plans};
use crate::keys::Keys;
use domain::union::Desk;
use records::moment;
use serde::Serialize;
use std::collections::BTreeMap;

/// Whose personal data is at the end of its time, by desk.
#[derive(Serialize)]
pub(crate) struct Destruction {
    /// Names exactly these requests.
    plan: String,
    applied: bool,
    /// Whether this is all that is due.
    is_all: bool,
    total: usize,
    desks: Vec<OfDesk>,
}

#[derive(Serialize)]
struct OfDesk {
    desk: String,
    count: usize,
    /// Since when the first of them is at rest.
    oldest: Option<String>,
}

/// What was wrapped anew at one desk.
#[derive(Serialize)]
pub(crate) struct Rewrapped {
    rewrapped: u32,
    /// Records whose key `DATA_KEYS` lacks, by its id.
    unopened: BTreeMap<String, u32>,
    /// Where to go on; null at the end.
    next: Option<u32>,
    /// The ids of `DATA_KEYS`, the first first.
    keys: Vec<String>,
}

impl Destruction {
    /// What is planned, or was `applied`; `None` if a desk tells a time that is none.
    pub(crate) fn new(plans: &Plans, applied: bool) -> Option<Self> {
        let desks: Option<Vec<_>> = plans.due().map(OfDesk::new).collect();
        Some(Self {
            plan: plans.hash(),
            applied,
            is_all: plans.due().all(|(_, plan)| plan.is_all),
            total: plans.due().map(|(_, plan)| plan.count).sum(),
            desks: desks?,
        })
    }
}

impl OfDesk {
    fn new((desk, plan): &(Desk, Plan)) -> Option<Self> {
        let oldest = plan.oldest.map(|since| moment(since).ok());
        Some(Self {
            desk: desk.code(),
            count: plan.count,
            oldest: match oldest {
                None => None,
                Some(since) => Some(since?.to_rfc3339()),
            },
        })
    }
}

impl Rewrapped {
    /// What a desk has done, with the keys it went by.
    pub(crate) fn new(keys: &Keys, done: upkeep::Rewrapped) -> Self {
        Self {
            rewrapped: done.count,
            unopened: done.unopened,
            next: done.next,
            keys: keys.ids().map(str::to_owned).collect(),
        }
    }
}
