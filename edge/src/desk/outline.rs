//! What may be shown of a request to whoever joins it, between a desk and the edge.

use super::trouble::{Trouble, known};
use domain::request::{Due, Outline, StageKind};
use domain::union::Desk;
use records::{moment, seconds};
use serde::{Deserialize, Serialize};

/// [`Outline`] in codes and numbers.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredOutline {
    /// Seconds since 1970.
    filed_at: u32,
    stage: String,
    desk: String,
    due: Option<StoredDue>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct StoredDue {
    at: u32,
    assumed: bool,
}

impl StoredOutline {
    /// Puts it into codes and numbers.
    pub(super) fn new(outline: Outline) -> Self {
        Self {
            filed_at: seconds(outline.filed_at),
            stage: outline.stage.code().to_owned(),
            desk: outline.desk.code(),
            due: outline.due.map(|due| StoredDue {
                at: seconds(due.at),
                assumed: due.assumed,
            }),
        }
    }

    /// What it stands for.
    pub(super) fn read(self) -> Result<Outline, Trouble> {
        let due = |due: StoredDue| {
            Ok::<_, Trouble>(Due {
                at: moment(due.at)?,
                assumed: due.assumed,
            })
        };
        Ok(Outline {
            filed_at: moment(self.filed_at)?,
            stage: known("stage", &self.stage, StageKind::from_code)?,
            desk: known("desk", &self.desk, Desk::from_code)?,
            due: self.due.map(due).transpose()?,
        })
    }
}
