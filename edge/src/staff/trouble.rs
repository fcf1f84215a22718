//! What can go wrong where accounts are kept. The text is for the log alone, and holds nothing
//! personal.

use crate::chain::ChainError;
use crate::seal::NotOurs;
use crate::sql::SqlError;
use records::Unreadable;
use std::fmt;

/// Why the object could not read or write.
#[derive(Debug)]
pub(super) enum Trouble {
    /// SQLite refused.
    Sql(SqlError),
    /// A row of the log means nothing.
    Row(Unreadable),
    /// A record that is not what was written.
    Record(&'static str),
    /// Argon2 refused its parameters.
    Hashing(argon2::Error),
    /// What is sealed does not open.
    Sealed(NotOurs),
    /// The settings cannot be used.
    Config(String),
    /// There is no key to seal with.
    NotReady,
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

impl From<argon2::Error> for Trouble {
    fn from(error: argon2::Error) -> Self {
        Self::Hashing(error)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sql(error) => error.fmt(out),
            Self::Row(error) => error.fmt(out),
            Self::Record(what) => write!(out, "{what} is not what was written"),
            Self::Hashing(error) => write!(out, "argon2: {error}"),
            Self::Sealed(error) => error.fmt(out),
            Self::Config(error) => error.fmt(out),
            Self::NotReady => out.write_str("not ready"),
        }
    }
}
