//! The look at what a change would do, and the change.

use super::super::super::entries;
use super::super::super::staff::who_page;
use super::super::{on_to, reported, show};
use super::Kept;
use crate::problem::Problem;
use crate::registry::{self, Changed, Console, NotChanged, Wished, WishedEntry};
use crate::reply::Reply;
use app::listings::{Conflict, Draft, Look, Page};
use domain::listing::entry::{AspectSet, Cause, Cells, merge};
use domain::listing::history::Version;
use http::StatusCode;

impl Kept<'_> {
    pub(super) fn look(
        &self,
        mut draft: Draft,
        cells: Cells,
        now: Option<(Version, Option<Cells>)>,
        is_answered: bool,
    ) -> Result<Reply, Problem> {
        draft.cells = cells;
        let mut theirs = AspectSet::EMPTY;
        let mut before = None;
        if let Some((now, base)) = now {
            let stands = now.cells.clone().unwrap_or_default();
            let base = base.unwrap_or_default();
            if now.number != draft.base {
                let merged = merge(&base, &stands, &draft.cells);
                let yours = std::mem::replace(&mut draft.cells, merged.cells);
                draft.base = now.number;
                draft.restores = None;
                if !merged.conflicts.is_empty() {
                    return Ok(self.conflict(draft, yours, base, now, merged.conflicts));
                }
                theirs = merged.theirs;
            }
            before = now.cells;
        }
        let look = Look {
            who: who_page(self.signed),
            subject: self.subject,
            number: self.number,
            before,
            draft,
            theirs,
            is_answered,
        };
        Ok(show(self.visit, StatusCode::OK, Page::Look(look)))
    }

    fn conflict(
        &self,
        draft: Draft,
        yours: Cells,
        before: Cells,
        now: Version,
        conflicts: AspectSet,
    ) -> Reply {
        let conflict = Conflict {
            who: who_page(self.signed),
            subject: self.subject,
            number: self.number.unwrap_or_default(),
            before,
            now,
            draft,
            yours,
            conflicts,
        };
        show(self.visit, StatusCode::CONFLICT, Page::Conflict(conflict))
    }

    pub(super) async fn make(&self, draft: Draft, cells: Cells) -> Result<Reply, Problem> {
        let console = self.console();
        let made = match draft.report {
            Some(group) => reported::answer(&console, group, &draft, cells.clone()).await,
            None => {
                let wished = self.wished(&console, &draft, cells.clone()).await?;
                let changed = console.change(&wished).await;
                changed.map(|changed| self.on_from(&changed))
            }
        };
        match made {
            Ok(address) => Ok(on_to(&address)),
            Err(NotChanged::Nothing) => Ok(on_to(&self.address())),
            Err(NotChanged::Conflict(conflict)) => {
                let registry::Conflict { before, now, .. } = *conflict;
                let now = now.ok_or(Problem::NotFound)?;
                self.look(draft, cells, Some((now, before)), false)
            }
            Err(NotChanged::Problem(problem)) => Err(problem),
        }
    }

    async fn wished(
        &self,
        console: &Console<'_>,
        draft: &Draft,
        cells: Cells,
    ) -> Result<Wished, Problem> {
        let (base, why) = (draft.base, draft.why.clone());
        match (self.number, draft.restores) {
            (Some(_), Some(version)) => {
                entries::restore(console, self.at(), base, version, why).await
            }
            (Some(_), None) => entries::edit(console, self.at(), base, cells, why).await,
            (None, _) => Ok(Wished {
                subject: self.subject,
                cause: Cause::Create,
                why,
                entries: vec![WishedEntry {
                    number: None,
                    base: 0,
                    cells,
                }],
            }),
        }
    }

    /// Where to go on once a change was made, or proposed.
    fn on_from(&self, changed: &Changed) -> String {
        match changed {
            Changed::Made { numbers, .. } => {
                let number = numbers.first().copied().or(self.number);
                let made = Self { number, ..*self };
                [&made.address(), "?done=made"].concat()
            }
            Changed::Proposed(id) => format!("/staff/proposals/{id}"),
        }
    }
}
