//! What can go wrong inside a desk. The text is for the log alone, and holds nothing personal.

use crate::seal::NotOurs;
use crate::sql::SqlError;
use std::fmt;

/// Why a desk could not read or write.
#[derive(Debug)]
pub(super) enum Trouble {
    /// SQLite refused.
    Sql(SqlError),
    /// A stored value means nothing.
    Unknown {
        /// Which.
        field: &'static str,
        /// The value, which is never personal.
        value: String,
    },
    /// A record that is not what was written.
    Record(&'static str),
    /// The key with that id is not in `DATA_KEYS`.
    NoKey(String),
    /// What is sealed does not open.
    Sealed(NotOurs),
    /// The settings cannot be used.
    Config(String),
    /// The runtime refused to set the alarm.
    Alarm(worker::Error),
    /// There is no key to seal with.
    NotReady,
}

impl From<worker::Error> for Trouble {
    fn from(error: worker::Error) -> Self {
        Self::Alarm(error)
    }
}

impl From<SqlError> for Trouble {
    fn from(error: SqlError) -> Self {
        Self::Sql(error)
    }
}

impl From<NotOurs> for Trouble {
    fn from(error: NotOurs) -> Self {
        Self::Sealed(error)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sql(error) => error.fmt(out),
            Self::Unknown { field, value } => write!(out, "{field}: {value:?} is unknown"),
            Self::Record(what) => write!(out, "{what} is not what was written"),
            Self::NoKey(id) => write!(out, "DATA_KEYS has no key {id:?}"),
            Self::Sealed(error) => error.fmt(out),
            Self::Config(error) => error.fmt(out),
            Self::Alarm(error) => write!(out, "the alarm: {error}"),
            Self::NotReady => out.write_str("not ready"),
        }
    }
}

/// What a stored code stands for.
pub(super) fn known<T>(
    field: &'static str,
    code: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, Trouble> {
    read(code).ok_or_else(|| Trouble::Unknown {
        field,
        value: code.to_owned(),
    })
}
