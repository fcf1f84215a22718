//! What the edge asks a desk and what it is told. JSON between the two, never seen by the public.

use super::event::StoredEvent;
use super::filed::StoredFiled;
use super::outline::StoredOutline;
use super::submission::Stored;
use domain::request::{Secret, Survey};
use domain::throttle::TooMany;
use serde::{Deserialize, Serialize};

/// What a desk is asked.
#[derive(Serialize, Deserialize)]
pub(super) enum Question {
    /// Which object keeps what comes with a key.
    Claim(Claim),
    /// To keep a request.
    File(Box<Filing>),
    /// To tell how a request stands that is open and like this.
    Like(Box<Stored>),
    /// To tell how a request stands.
    Follow(Shown),
    /// To make a move of the worker's.
    Move(Shown, Wish),
}

/// A key, and the object that would keep what comes with it.
#[derive(Serialize, Deserialize)]
pub(super) struct Claim {
    pub(super) idempotency_key: String,
    /// The code of its desk.
    pub(super) keeper: String,
    /// After how many seconds the sender may file again, who has filed too much; then no key is
    /// claimed that was not before.
    pub(super) wait: Option<u32>,
}

/// A request to keep.
#[derive(Serialize, Deserialize)]
pub(super) struct Filing {
    /// What the sender calls this submission, however often it is sent.
    pub(super) idempotency_key: String,
    /// The code of the desk whose object is asked: the one that was claimed for the key.
    pub(super) keeper: String,
    /// Everything that was typed, in one fixed order, to tell this body from another.
    pub(super) typed: String,
    pub(super) submission: Stored,
    /// Whether it joins a like one, if there is one.
    pub(super) joins: bool,
    /// After how many seconds the sender may file again, who has filed too much; then nothing is
    /// kept that did not come before.
    pub(super) wait: Option<u32>,
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
        /// Whether it was joined to a like one.
        joined: bool,
    },
    /// So one stands that is open and like it, if there is one.
    Like(Option<StoredOutline>),
    /// So it stands.
    Standing {
        filed: StoredFiled,
        events: Vec<StoredEvent>,
        /// How the other stands to which it is joined.
        other: Option<StoredOutline>,
    },
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
    /// More than is taken in a while; after so many seconds one more is.
    TooMany { seconds: u32 },
    /// A fault of ours, logged by the desk.
    Broken,
}

impl From<TooMany> for Denied {
    fn from(TooMany { seconds }: TooMany) -> Self {
        Self::TooMany { seconds }
    }
}
