//! Rows that are read outside the object whose file they stand in: the audit chains, in words and
//! numbers.
//!
//! The desks and the staff's accounts write them, `cargo xtask audit` reads them; whoever holds a row
//! holds no SQL.

mod account;
mod actor;
mod audit;
mod row;
mod time;

pub use account::AccountRow;
pub use actor::{StoredActor, StoredStaff};
pub use audit::AuditRow;
pub use row::{Cell, ChainRow, Columns};
pub use time::{moment, seconds};

use domain::chain::Hash;
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

fn hash(bytes: Vec<u8>) -> Result<Hash, Unreadable> {
    let bytes = bytes.try_into();
    bytes.map(Hash).map_err(|_| Unreadable::Record("a hash"))
}

fn number(number: u64) -> Result<u32, Unreadable> {
    u32::try_from(number).map_err(|_| Unreadable::Record("a number"))
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
