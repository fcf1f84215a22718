//! Rows of a desk's file that are read outside the desk too: the audit chain, in words and numbers.
//!
//! The desk writes them, `cargo xtask audit` reads them; whoever holds a row holds no SQL.

mod actor;
mod audit;
mod time;

pub use actor::{StoredActor, StoredStaff};
pub use audit::AuditRow;
pub use time::{moment, seconds};

use std::fmt;

/// A row that is not what was written. The text holds nothing personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A stored value means nothing.
    Unknown {
        /// Which.
        field: &'static str,
        /// The value, which is never personal.
        value: String,
    },
    /// Something has another form.
    Record(&'static str),
}

/// What `read` makes of a stored value.
pub fn known<T>(
    field: &'static str,
    value: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, Unreadable> {
    read(value).ok_or_else(|| Unreadable::Unknown {
        field,
        value: value.to_owned(),
    })
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { field, value } => write!(out, "{field}: {value:?} is unknown"),
            Self::Record(what) => write!(out, "{what} is not what was written"),
        }
    }
}

impl std::error::Error for Unreadable {}
