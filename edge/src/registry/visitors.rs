//! What people without an account ask the registry and tell it: JSON, never seen by the public.

use super::freshness::{StoredDue, StoredWhich};
use super::reports::StoredOutcome;
use super::vault::SealedKey;
use serde::{Deserialize, Serialize};

/// What is asked or told, and when.
#[derive(Serialize, Deserialize)]
pub(super) struct Visit {
    /// Seconds since 1970: the registry decides by the clock of whoever asks.
    pub(super) at: u32,
    pub(super) wish: Wish,
}

/// What somebody without an account asks or tells.
#[derive(Serialize, Deserialize)]
pub(super) enum Wish {
    /// The photo, sealed, comes behind this.
    Report(NewReport),
    /// What became of the report of that reference.
    Outcome(String),
    /// How full it is.
    Crowding { station: u32, level: String },
    /// What a link is for, as far as it is due.
    Due(StoredLink),
    /// To confirm what was seen: numbers and versions.
    Confirm {
        link: StoredLink,
        seen: Vec<(u32, u32)>,
    },
}

/// What somebody found at a station.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct NewReport {
    pub(super) station: u32,
    /// The code of a `ReportKind`.
    pub(super) kind: String,
    pub(super) note: String,
    /// What the sender calls it.
    pub(super) key: String,
    /// Whether it is the sender's first of this, as far as that can be told.
    pub(super) counts: bool,
    /// The hash of the name of its photo, by which the same is known.
    pub(super) photo: Option<[u8; 32]>,
    /// What opens it; there once the photo was fetched, which a report that came before does not need.
    pub(super) opens: Option<SealedKey>,
}

/// A link that was signed and whose month it is.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredLink {
    pub(super) which: StoredWhich,
    /// The account that made it.
    pub(super) issuer: u32,
}

/// What they are told.
#[derive(Serialize, Deserialize)]
pub(super) enum Told {
    /// The reference of a report.
    Kept(String),
    Outcome(StoredOutcome),
    Noted,
    Due(Vec<StoredDue>),
    /// So many.
    Confirmed(u32),
}

/// Why they are not.
#[derive(Serialize, Deserialize)]
pub(super) enum Untold {
    NotFound,
    /// The key came before, with something else.
    OtherBody,
    /// More came than is taken in a while; after so many seconds one more is.
    TooMany(u32),
    /// The photo is to come with it.
    PhotoWanted,
    /// There is no room for the photo.
    NoRoom,
    /// Somebody changed the same.
    Conflict,
    Broken,
}

/// The answer.
pub(super) type Answer = Result<Told, Untold>;
