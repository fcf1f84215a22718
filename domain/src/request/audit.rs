//! What stands in the audit chain of a desk: who did what with which request.

mod bytes;

use super::{Actor, MoveKind, Reference};
use crate::chain::{self, Hash};
use crate::time::BeijingTime;
use crate::union::Desk;

/// An entry in its place in the chain of a desk.
pub type Record = chain::Record<Entry>;

/// Who did what with which request. It holds nothing personal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: BeijingTime,
    /// Who.
    pub actor: Actor,
    /// Which request.
    pub reference: Reference,
    /// What was done.
    pub what: Deed,
    /// The desk that has it after that.
    pub desk: Desk,
    /// The hash of what is stored with it, as it is stored, encrypted; so nothing can be guessed
    /// from it. `None` if nothing is.
    pub content: Option<Hash>,
}

/// What was done with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It was filed.
    Filed,
    /// A move was made.
    Moved(MoveKind),
    /// Staff opened it and saw the text, with the personal data masked.
    Opened,
    /// Staff found it by the number or by words of the worker's, which they knew already.
    Found,
}

impl Deed {
    /// Its code: that of a move, or one that no move has.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Filed => "filed",
            Self::Moved(kind) => kind.code(),
            Self::Opened => "opened",
            Self::Found => "found",
        }
    }

    /// The deed with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "filed" => Some(Self::Filed),
            "opened" => Some(Self::Opened),
            "found" => Some(Self::Found),
            _ => MoveKind::from_code(code).map(Self::Moved),
        }
    }
}

impl chain::Entry for Entry {
    fn at(&self) -> BeijingTime {
        self.at
    }

    fn bytes(&self) -> Vec<u8> {
        bytes::of(self)
    }
}

#[cfg(test)]
mod tests;
