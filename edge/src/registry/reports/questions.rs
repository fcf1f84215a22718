//! What staff ask about reports and what they are told: JSON between edge and object.

use super::super::questions::{StoredBy, StoredCells};
use serde::{Deserialize, Serialize};

/// What staff ask about reports.
#[derive(Serialize, Deserialize)]
pub(in crate::registry) enum Question {
    /// The open groups that they may see, most counted first.
    Open,
    /// One group with its reports.
    Group(u32),
    /// The photo of a report of that group.
    Photo { group: u32, reference: String },
    /// To decide about a group.
    Decide {
        group: u32,
        /// The version that was seen and what it becomes; `None` leaves the listing as it is.
        cells: Option<(u32, StoredCells)>,
        /// The code of a `Verdict`, where nothing is changed here.
        verdict: String,
        word: String,
    },
}

/// What is decided about a group.
#[derive(Clone, Serialize, Deserialize)]
pub(in crate::registry) struct Answered {
    pub(in crate::registry) group: u32,
    /// The code of a `Verdict`.
    pub(in crate::registry) verdict: String,
    pub(in crate::registry) word: String,
}

/// Reports of one thing at one station.
#[derive(Serialize, Deserialize)]
pub(in crate::registry) struct StoredGroup {
    pub(in crate::registry) id: u32,
    pub(in crate::registry) station: u32,
    pub(in crate::registry) name: String,
    pub(in crate::registry) desk: String,
    pub(in crate::registry) kind: String,
    pub(in crate::registry) first_at: u32,
    pub(in crate::registry) last_at: u32,
    pub(in crate::registry) people: u32,
    pub(in crate::registry) verdict: Option<String>,
    pub(in crate::registry) word: String,
    pub(in crate::registry) decided_at: Option<u32>,
    pub(in crate::registry) decided_by: Option<StoredBy>,
}

/// One report.
#[derive(Serialize, Deserialize)]
pub(in crate::registry) struct StoredReport {
    pub(in crate::registry) reference: String,
    pub(in crate::registry) at: u32,
    pub(in crate::registry) note: String,
    pub(in crate::registry) has_photo: bool,
}

/// What whoever reported is told.
#[derive(Serialize, Deserialize)]
pub(in crate::registry) struct StoredOutcome {
    pub(in crate::registry) station: u32,
    /// `None` if it is not listed any more.
    pub(in crate::registry) name: Option<String>,
    pub(in crate::registry) kind: String,
    pub(in crate::registry) at: u32,
    pub(in crate::registry) verdict: Option<String>,
    pub(in crate::registry) word: String,
    pub(in crate::registry) decided_at: Option<u32>,
}
