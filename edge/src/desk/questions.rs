//! What the edge asks a desk and what it is told. Packed by [`super::parcel`], never seen by the
//! public.

use super::event::StoredEvent;
use super::filed::StoredFiled;
use super::submission::Stored;
use super::trouble::Trouble;
use domain::request::{PhotoName, Secret, Survey};
use serde::{Deserialize, Serialize};

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
    /// To keep a photo for a while, until its request comes.
    KeepPhoto(Waiting),
    /// To give a photo that waits.
    TakePhoto {
        /// Its name.
        name: String,
    },
    /// To show the worker the photo of that number.
    Photo(Shown, u32),
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
    },
    /// So it stands.
    Standing {
        filed: StoredFiled,
        events: Vec<StoredEvent>,
        /// How many photos it has.
        photos: u32,
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
    /// A fault of ours, logged by the desk.
    Broken,
}
