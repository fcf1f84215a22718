//! Reports: what workers say in passing about a station, without an account, and what becomes of it.
//!
//! Reports of one thing at one station count together as one group. A report never changes what is
//! listed; staff look, and accept, correct or decline.

mod counting;
mod keeping;
mod kind;
mod note;
mod proposal;
mod reference;
mod verdict;

pub use counting::{SaidClosed, counts_until, shown_until};
pub use keeping::{KEPT_DAYS, PHOTO_DAYS, kept_until, photo_kept_until};
pub use kind::{ReportKind, ReportKindSet};
pub use note::{MOST_NOTE_CHARS, MOST_WORD_CHARS, NoteTooLong, note};
pub use proposal::proposal;
pub use reference::ReportReference;
pub use verdict::{Verdict, VerdictSet, made};

#[cfg(test)]
mod tests;
