//! How an alarm is stored: JSON, in words.

use domain::geo::Datum;
use domain::listing::datum_named;
use domain::listing::entry::Aspect;
use domain::listing::import::Alarm;
use serde::{Deserialize, Serialize};

/// [`Alarm`] in words.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "alarm", rename_all = "snake_case")]
pub(crate) enum StoredAlarm {
    MostChange {
        what: String,
        rows: usize,
        of: usize,
        sorted: bool,
    },
    MoveTogether {
        rows: usize,
        of: usize,
        metres: u32,
        looks_like: Option<String>,
    },
    Shifted {
        columns: Vec<String>,
        rows: usize,
        of: usize,
    },
    Swapped {
        rows: usize,
        of: usize,
    },
    Disappear {
        gone: usize,
        of: usize,
    },
}

impl StoredAlarm {
    pub(crate) fn new(alarm: Alarm) -> Self {
        match alarm {
            Alarm::MostChange {
                what,
                rows,
                of,
                sorted,
            } => Self::MostChange {
                what: what.code().to_owned(),
                rows,
                of,
                sorted,
            },
            Alarm::MoveTogether {
                rows,
                of,
                metres,
                looks_like,
            } => Self::MoveTogether {
                rows,
                of,
                metres,
                looks_like: looks_like.map(|datum| datum.name().to_owned()),
            },
            Alarm::Shifted { columns, rows, of } => Self::Shifted { columns, rows, of },
            Alarm::Swapped { rows, of } => Self::Swapped { rows, of },
            Alarm::Disappear { gone, of } => Self::Disappear { gone, of },
        }
    }

    /// The alarm; `None` if its words are not known any more.
    pub(crate) fn read(&self) -> Option<Alarm> {
        Some(match self.clone() {
            Self::MostChange {
                what,
                rows,
                of,
                sorted,
            } => Alarm::MostChange {
                what: Aspect::from_code(&what)?,
                rows,
                of,
                sorted,
            },
            Self::MoveTogether {
                rows,
                of,
                metres,
                looks_like,
            } => Alarm::MoveTogether {
                rows,
                of,
                metres,
                looks_like: looks_like.as_deref().and_then(datum_named),
            },
            Self::Shifted { columns, rows, of } => Alarm::Shifted { columns, rows, of },
            Self::Swapped { rows, of } => Alarm::Swapped { rows, of },
            Self::Disappear { gone, of } => Alarm::Disappear { gone, of },
        })
    }
}

/// The datum of that name, as [`Datum::name`] writes it.
pub(super) fn datum(name: Option<&str>) -> Option<Datum> {
    name.and_then(datum_named)
}
