//! What staff ask a desk and what they are told.

use crate::chain::Trailed;
use crate::desk::event::StoredEvent;
use crate::desk::filed::StoredFiled;
use crate::desk::seen::StoredSeen;
use serde::{Deserialize, Serialize};

/// What a member of staff asks of a desk's object.
#[derive(Serialize, Deserialize)]
pub(in crate::desk) enum StaffsQuestion {
    /// A page of the requests at a desk and at those below.
    List(Wanted),
    /// Whether they may see the request of that reference.
    Sees(String),
    /// To open the request of that reference.
    Open(String),
    /// To show the photo of that number of the request of that reference.
    Photo(String, u32),
    /// To make a move with the request of that reference.
    Move(String, StaffsWish),
    /// The requests that came with that number.
    FindPhone(String),
    /// The open requests whose text has all of these words.
    FindWords(Vec<String>),
    /// What the requests were that came first to a desk or below it.
    Count(Span),
    /// Some records of the object's audit chain.
    Trail(Trailed),
    /// A page of the object's audit chain.
    Audit(Chained),
}

/// Which requests of a list.
#[derive(Clone, Serialize, Deserialize)]
pub(in crate::desk) struct Wanted {
    /// The code of the desk; those below come with it.
    pub(in crate::desk) desk: String,
    pub(in crate::desk) stage: Option<String>,
    pub(in crate::desk) category: Option<String>,
    /// Only those that this member of staff has in hand.
    pub(in crate::desk) holder: Option<u32>,
    /// Only what comes behind this place.
    pub(in crate::desk) after: Option<StoredPlace>,
    pub(in crate::desk) most: u32,
}

/// Which requests are counted.
#[derive(Clone, Serialize, Deserialize)]
pub(in crate::desk) struct Span {
    /// The code of the desk; those below come with it.
    pub(in crate::desk) desk: String,
    /// The first moment, in seconds since 1970.
    pub(in crate::desk) from: u32,
    /// The first moment after the last.
    pub(in crate::desk) until: u32,
}

/// So many requests have that value.
#[derive(Serialize, Deserialize)]
pub(in crate::desk) struct StoredCount {
    /// The code of the desk that got them first.
    pub(in crate::desk) desk: String,
    /// The code of a dimension.
    pub(in crate::desk) dimension: String,
    /// The code of a value of it.
    pub(in crate::desk) value: String,
    pub(in crate::desk) count: u32,
}

/// Which records of an audit chain.
#[derive(Serialize, Deserialize)]
pub(in crate::desk) struct Chained {
    /// The code of the desk whose object is asked.
    pub(in crate::desk) keeper: String,
    /// From that number on.
    pub(in crate::desk) from: u32,
    pub(in crate::desk) most: u32,
}

/// A place in a list: they come in this order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(in crate::desk) struct StoredPlace {
    pub(in crate::desk) queue: u32,
    pub(in crate::desk) turn: u32,
    pub(in crate::desk) reference: String,
}

/// A request in a list.
#[derive(Serialize, Deserialize)]
pub(in crate::desk) struct StoredRow {
    pub(in crate::desk) place: StoredPlace,
    pub(in crate::desk) category: String,
    /// The code of the lowest desk that the place of the matter tells.
    pub(in crate::desk) from: String,
    pub(in crate::desk) station: Option<u32>,
    pub(in crate::desk) stage: String,
    pub(in crate::desk) desk: String,
    pub(in crate::desk) due: Option<u32>,
    pub(in crate::desk) due_assumed: bool,
    pub(in crate::desk) holder: Option<u32>,
    pub(in crate::desk) filed_at: u32,
    pub(in crate::desk) last_at: u32,
    /// How many events it has.
    pub(in crate::desk) seen: u32,
}

/// A move that a member of staff wishes to make, and what was said with it.
#[derive(Serialize, Deserialize)]
pub(in crate::desk) struct StaffsWish {
    /// The move, as a desk stores it.
    pub(in crate::desk) what: String,
    pub(in crate::desk) note: Option<String>,
    /// How many events they had seen; `None` where it does not matter.
    pub(in crate::desk) seen: Option<u32>,
    /// What the sender calls this move, however often it is sent.
    pub(in crate::desk) idempotency_key: Option<String>,
}

/// A request as a member of staff may see it.
#[derive(Serialize, Deserialize)]
pub(in crate::desk) struct StoredOpened {
    pub(in crate::desk) filed: StoredFiled,
    pub(in crate::desk) events: Vec<StoredEvent>,
    /// `None` once it was destroyed.
    pub(in crate::desk) seen: Option<StoredSeen>,
    pub(in crate::desk) revealed: bool,
}
