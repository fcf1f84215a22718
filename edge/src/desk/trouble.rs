//! What can go wrong inside a desk. The text is for the log alone, and holds nothing personal.

use crate::chain::ChainError;
use crate::seal::NotOurs;
use crate::sql::SqlError;
use records::Unreadable;
use std::fmt;

/// Why a desk could not read or write.
#[derive(Debug)]
pub(super) enum Trouble {
    /// SQLite refused.
    Sql(SqlError),
    /// A row means nothing.
    Row(Unreadable),
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

impl From<Unreadable> for Trouble {
    fn from(error: Unreadable) -> Self {
        Self::Row(error)
    }
}

impl From<ChainError> for Trouble {
    fn from(error: ChainError) -> Self {
        match error {
            ChainError::Sql(error) => Self::Sql(error),
            ChainError::Row(error) => Self::Row(error),
        }
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
            Self::Row(error) => error.fmt(out),
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
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, Trouble> {
    Ok(records::known(field, code, read)?)
}
