//! How a request begins, as it is stored and as it goes between a desk and the edge.

use super::trouble::{Trouble, known};
use domain::request::{Category, Filed, Limit, Reference, Rhythm};
use domain::union::Desk;
use records::{moment, seconds};
use serde::{Deserialize, Serialize};

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// [`Filed`] in codes and numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredFiled {
    pub(super) reference: String,
    pub(super) category: String,
    pub(super) desk: String,
    pub(super) rhythm: String,
    pub(super) minutes: u32,
    pub(super) warn_minutes: u32,
    /// Seconds since 1970.
    pub(super) at: u32,
}

impl StoredFiled {
    /// Puts it into codes and numbers.
    pub(super) fn new(filed: Filed) -> Self {
        Self {
            reference: filed.reference.to_string(),
            category: filed.category.code().to_owned(),
            desk: filed.desk.code(),
            rhythm: code(filed.limit.rhythm()).to_owned(),
            minutes: filed.limit.minutes(),
            warn_minutes: filed.limit.warn_minutes(),
            at: seconds(filed.at),
        }
    }

    /// What it stands for.
    pub(super) fn read(&self) -> Result<Filed, Trouble> {
        Ok(Filed {
            reference: reference(&self.reference)?,
            category: known("category", &self.category, Category::from_code)?,
            desk: known("desk", &self.desk, Desk::from_code)?,
            limit: self.limit()?,
            at: moment(self.at)?,
        })
    }

    fn limit(&self) -> Result<Limit, Trouble> {
        let wrong = Trouble::Record("a limit");
        let whole = |minutes: u32, unit| u16::try_from(minutes / unit).ok();
        let limit = if self.rhythm == code(Rhythm::RoundTheClock) {
            whole(self.minutes, HOUR).map(|hours| Limit::hours(hours, self.warn_minutes))
        } else if self.rhythm == code(Rhythm::WorkingDays) {
            let warn = whole(self.warn_minutes, DAY);
            let days = whole(self.minutes, DAY);
            days.zip(warn)
                .map(|(days, warn)| Limit::working_days(days, warn))
        } else {
            None
        };
        limit.and_then(Result::ok).ok_or(wrong)
    }
}

/// The reference that is written so.
pub(super) fn reference(text: &str) -> Result<Reference, Trouble> {
    known("reference", text, |text| Reference::parse(text).ok())
}

const fn code(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::RoundTheClock => "round_the_clock",
        Rhythm::WorkingDays => "working_days",
    }
}

#[cfg(test)]
mod tests;
