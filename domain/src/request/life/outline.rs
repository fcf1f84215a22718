//! How a request stands, with nothing of whose it is and what it says.

use super::{Filed, Request, StageKind};
use crate::request::Due;
use crate::time::BeijingTime;
use crate::union::Desk;

/// What may be shown of a request to whoever joins it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// When it was received.
    pub filed_at: BeijingTime,
    /// Where it stands.
    pub stage: StageKind,
    /// The desk that has it, or had it last.
    pub desk: Desk,
    /// By when it must be answered; `None` while the clock is stopped.
    pub due: Option<Due>,
}

impl Outline {
    /// That of a request and its beginning.
    pub fn new(filed: &Filed, request: &Request) -> Self {
        Self {
            filed_at: filed.at,
            stage: match request.stage().kind() {
                // What the other worker is asked is theirs.
                StageKind::Asked => StageKind::InHand,
                stage => stage,
            },
            desk: request.desk(),
            due: request.due(),
        }
    }
}
