//! What the edge asks a desk and what it is told. JSON between the two, never seen by the public.

use super::event::StoredEvent;
use super::filed::StoredFiled;
use super::submission::Stored;
use domain::request::{Secret, Survey};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a desk is asked.
#[derive(Serialize, Deserialize)]
pub(super) enum Question {
    /// Which object keeps what comes with a key.
    Claim(Claim),
    /// To keep a request.
    File(Box<Filing>),
    /// To tell how a request stands.
    Follow(Shown),
    /// To make a move of the worker's.
    Move(Shown, Wish),
    /// To tell whose personal data is at the end of its time.
    PlanDestruction,
    /// To destroy that data.
    Destroy {
        /// The hash of the plan.
        plan: [u8; 32],
    },
    /// To wrap the keys of some records with the first key.
    Rewrap {
        /// The row behind which to begin.
        after: u32,
    },
}

/// A key, and the object that would keep what comes with it.
#[derive(Serialize, Deserialize)]
pub(super) struct Claim {
    pub(super) idempotency_key: String,
    /// The code of its desk.
    pub(super) keeper: String,
}

/// A request to keep.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Filing {
    /// What the sender calls this submission, however often it is sent.
    pub(super) idempotency_key: String,
    /// The code of the desk whose object is asked: the one that was claimed for the key.
    pub(super) keeper: String,
    /// Everything that was typed, in one fixed order, to tell this body from another.
    pub(super) typed: String,
    pub(super) submission: Stored,
}

/// What somebody shows who follows a request.
#[derive(Serialize, Deserialize)]
pub(super) struct Shown {
    pub(super) reference: String,
    secret: [u8; 20],
}

impl Shown {
    pub(super) fn new(reference: String, secret: Secret) -> Self {
        Self {
            reference,
            secret: *secret.bytes(),
        }
    }

    pub(super) fn secret(&self) -> Secret {
        Secret::new(self.secret)
    }
}

/// A move that a worker wishes to make, and what was said with it.
#[derive(Serialize, Deserialize)]
pub(super) struct Wish {
    /// The code of the move.
    pub(super) what: String,
    pub(super) note: Option<String>,
    pub(super) reached: Option<bool>,
    pub(super) satisfied: Option<bool>,
    /// What the sender calls this move, however often it is sent.
    pub(super) idempotency_key: Option<String>,
}

impl Wish {
    pub(super) fn survey(&self) -> Survey {
        Survey {
            reached: self.reached,
            satisfied: self.satisfied,
        }
    }
}

/// Requests at the end of their time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Plan {
    pub(crate) count: usize,
    /// Since when the first of them is at rest, in seconds since 1970.
    pub(crate) oldest: Option<u32>,
    /// Whether there are no more than can be destroyed at once.
    pub(crate) is_all: bool,
    /// Names them.
    pub(super) hash: [u8; 32],
}

/// Records whose keys were wrapped anew.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Rewrapped {
    pub(crate) count: u32,
    /// How many have a key that `DATA_KEYS` lacks, by its id.
    pub(crate) unopened: BTreeMap<String, u32>,
    /// The row behind which to go on; `None` after the last.
    pub(crate) next: Option<u32>,
}

/// What a desk answers.
pub(super) type Answer = Result<Done, Denied>;

/// What a desk has done or knows.
#[derive(Serialize, Deserialize)]
pub(super) enum Done {
    /// What comes with the key is kept there.
    Claimed {
        /// The code of the object's desk.
        keeper: String,
    },
    /// It keeps the request. A retry is told the same.
    Filed {
        filed: StoredFiled,
        secret: [u8; 20],
    },
    /// So it stands.
    Standing {
        filed: StoredFiled,
        events: Vec<StoredEvent>,
    },
    /// So much is at the end of its time, or was destroyed.
    Planned(Plan),
    /// So many were wrapped anew.
    Rewrapped(Rewrapped),
}

/// Why a desk has not.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Denied {
    /// No such request, or not that secret.
    NotFound,
    /// The key came before with another body.
    OtherBody,
    /// As things stand the move cannot be made; the code of the refusal.
    Refused(String),
    /// What came with the key is at the end of its time, and destroyed.
    Destroyed,
    /// Something else is due than was planned.
    OtherPlan,
    /// A fault of ours, logged by the desk.
    Broken,
}
