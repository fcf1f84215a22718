//! How long personal data is kept: so many months after the end of a request, by its category.

use super::category::Category;
use super::life::{Request, StageKind};
use crate::time::BeijingTime;

/// How long personal data is kept: configuration, handed in by whoever runs the site. The months of
/// each category stand in its [`Profile`](super::Profile).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    silence_months: u8,
}

impl Retention {
    /// Where staff have done their part and the worker says nothing for three months, that is the
    /// end. Not from the sources, which know no end but the worker's word.
    pub const NOT_FROM_SOURCES: Self = Self { silence_months: 3 };

    /// What came to rest at that stage by the moment that is given is due at `now`; `None` for
    /// stages at which a desk owes an answer, which last as long as they last.
    ///
    /// ```
    /// # use domain::request::{Category, Retention, StageKind};
    /// # use domain::time::BeijingTime;
    /// let at = |text| BeijingTime::from_rfc3339(text).unwrap();
    /// let horizon = |stage| {
    ///     let now = at("2026-11-20T12:00:00+08:00");
    ///     Retention::NOT_FROM_SOURCES.horizon(Category::Station, stage, now)
    /// };
    /// assert_eq!(horizon(StageKind::Solved), Some(at("2026-05-20T12:00:00+08:00")));
    /// assert_eq!(horizon(StageKind::Answered), Some(at("2026-02-20T12:00:00+08:00")));
    /// assert_eq!(horizon(StageKind::InHand), None);
    /// ```
    pub fn horizon(
        self,
        category: Category,
        stage: StageKind,
        now: BeijingTime,
    ) -> Option<BeijingTime> {
        let kept = u32::from(category.profile().retention_months);
        let silence = u32::from(self.silence_months);
        match stage {
            StageKind::Solved | StageKind::Withdrawn => Some(now.months_before(kept)),
            StageKind::Answered | StageKind::Joined | StageKind::ReferredOut => {
                Some(now.months_before(kept + silence))
            }
            StageKind::Received
            | StageKind::Dispatched
            | StageKind::Returned
            | StageKind::Reopened
            | StageKind::Escalated
            | StageKind::InHand
            | StageKind::Asked => None,
        }
    }

    /// Whether the personal data of a request is to be destroyed at `now`.
    pub fn is_due(self, request: &Request, now: BeijingTime) -> bool {
        let horizon = self.horizon(request.category(), request.stage().kind(), now);
        let rest = request.at_rest_since();
        horizon
            .zip(rest)
            .is_some_and(|(horizon, rest)| rest <= horizon)
    }
}

#[cfg(test)]
mod tests;
