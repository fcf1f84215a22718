//! What the edge asks a desk and what it is told. Packed by [`crate::parcel`], never seen by the
//! public.

mod staffs;

pub(super) use staffs::{
    Chained, Span, StaffsQuestion, StaffsWish, StoredCount, StoredOpened, StoredPlace, StoredRow,
    Wanted,
};

use super::event::StoredEvent;
use super::filed::StoredFiled;
use super::outline::StoredOutline;
use super::submission::Stored;
use super::trouble::Trouble;
use domain::request::{PhotoName, Secret, Survey};
use domain::throttle::TooMany;
use domain::union::Desk;
use records::{AuditRow, StoredStaff};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a desk is asked, and when: it decides by the clock of whoever asks.
#[derive(Serialize, Deserialize)]
pub(super) struct Asked<Q = Question> {
    /// Seconds since 1970.
    pub(super) at: u32,
    pub(super) question: Q,
}

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
    /// To keep a photo for a while, until its request comes.
    KeepPhoto(Waiting),
    /// To give a photo that waits.
    TakePhoto {
        /// Its name.
        name: String,
    },
    /// To show the worker the photo of that number.
    Photo(Shown, u32),
    /// What a member of staff asks, or has done.
    Staff(StoredStaff, StaffsQuestion),
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

impl Question {
    /// The bytes that it brings along, which go behind its words.
    pub(super) fn bytes(&mut self) -> Option<&mut Vec<u8>> {
        match self {
            Self::KeepPhoto(photo) => Some(&mut photo.sealed),
            _ => None,
        }
    }
}

/// A photo that waits for its request, sealed with a key of its own.
#[derive(Serialize, Deserialize)]
pub(super) struct Waiting {
    /// Its name, for which it is sealed.
    pub(super) name: String,
    /// The id of the key with which its own is wrapped.
    pub(super) data_key: String,
    /// Its own key.
    pub(super) wrapped: Vec<u8>,
    /// The photo.
    #[serde(skip)]
    pub(super) sealed: Vec<u8>,
}

impl Waiting {
    /// Its name.
    pub(super) fn name(&self) -> Result<PhotoName, Trouble> {
        PhotoName::parse(&self.name).ok_or(Trouble::Record("the name of a photo"))
    }
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
#[derive(Clone, Serialize, Deserialize)]
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

impl Filing {
    /// Whether the city's object is asked.
    pub(super) fn is_citys(&self) -> bool {
        self.keeper == Desk::City.code()
    }

    /// Its key, to be claimed.
    pub(super) fn claim(&self) -> Claim {
        Claim {
            idempotency_key: self.idempotency_key.clone(),
            keeper: self.keeper.clone(),
            wait: self.wait,
        }
    }

    /// Whether the keeper that was asked is the one that its key was claimed for.
    pub(super) fn is_claimed_by(&self, claimed: &Answer) -> bool {
        matches!(claimed, Ok(Done::Claimed { keeper }) if *keeper == self.keeper)
    }
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
        /// Whether it was joined to a like one.
        joined: bool,
    },
    /// So one stands that is open and like it, if there is one.
    Like(Option<StoredOutline>),
    /// So it stands.
    Standing {
        filed: StoredFiled,
        events: Vec<StoredEvent>,
        /// How many photos it has.
        photos: u32,
        /// How the other stands to which it is joined.
        other: Option<StoredOutline>,
    },
    /// The photo is kept until then, in seconds since 1970.
    PhotoKept { until: u32 },
    /// The photo waits there.
    PhotoTaken(Waiting),
    /// The photo.
    Photo {
        #[serde(skip)]
        bytes: Vec<u8>,
    },
    /// A page of a list, and how many there are in each queue but the last.
    Listed {
        rows: Vec<StoredRow>,
        counts: Vec<u32>,
    },
    /// They may see it.
    Sees,
    /// So it stands, as the member of staff may see it.
    Opened(Box<StoredOpened>),
    /// What was found, and whether there may be more beyond the bound.
    Found { rows: Vec<StoredRow>, bounded: bool },
    /// So many.
    Counted(Vec<StoredCount>),
    /// Some records of the audit chain, and before which number to go on.
    Trail {
        rows: Vec<AuditRow>,
        next: Option<u32>,
    },
    /// A page of the audit chain.
    Audited(Vec<AuditRow>),
    /// So much is at the end of its time, or was destroyed.
    Planned(Plan),
    /// So many were wrapped anew.
    Rewrapped(Rewrapped),
}

impl Done {
    /// The bytes that it brings along, which go behind its words.
    pub(super) fn bytes(&mut self) -> Option<&mut Vec<u8>> {
        match self {
            Self::PhotoTaken(photo) => Some(&mut photo.sealed),
            Self::Photo { bytes } => Some(bytes),
            _ => None,
        }
    }
}

/// Why a desk has not.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Denied {
    /// No such request, or not that secret.
    NotFound,
    /// The key came before with another body.
    OtherBody,
    /// A photo of the request does not wait here.
    PhotoGone,
    /// Too many photos wait.
    NoRoom,
    /// As things stand the move cannot be made; the code of the refusal.
    Refused(String),
    /// The member of staff has no right to it.
    NotAllowed,
    /// More has happened than the member of staff had seen.
    Changed,
    /// More than is taken in a while; after so many seconds one more is.
    TooMany { seconds: u32 },
    /// What came with the key is at the end of its time, and destroyed.
    Destroyed,
    /// Something else is due than was planned.
    OtherPlan,
    /// A fault of ours, logged by the desk.
    Broken,
}

impl From<TooMany> for Denied {
    fn from(TooMany { seconds }: TooMany) -> Self {
        Self::TooMany { seconds }
    }
}
