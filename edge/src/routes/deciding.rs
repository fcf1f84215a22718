//! Deciding about reports, from the page and from the API.

use crate::cities;
use crate::problem::Problem;
use crate::registry::{Console, Group, NotChanged};
use crate::visit::Visit;
use app::report::{Decision, DecisionProblem};
use domain::listing::Subject;
use domain::listing::entry::Cells;
use domain::report::Verdict;
use domain::station::{Station, StationId};

/// Why nothing was decided.
pub(super) enum NotDecided {
    /// Something that whoever decides can put right.
    Hitch(DecisionProblem),
    /// Anything else.
    Problem(Problem),
}

impl From<Problem> for NotDecided {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Decides about a group: changes the listing, or says what became of it.
pub(super) async fn decide(
    visit: &Visit,
    console: &Console<'_>,
    group: &Group,
    decision: &Decision,
) -> Result<(), NotDecided> {
    if group.verdict.is_some() {
        return Err(NotDecided::Hitch(DecisionProblem::Decided));
    }
    let word = decision.word().map_err(NotDecided::Hitch)?;
    let decided = match decision.verdict {
        Some(verdict) => Err(verdict),
        None => Ok((decision.base, cells(visit, console, group, decision).await?)),
    };
    let made: Result<Option<u32>, NotChanged> =
        console.decide_reports(group.id, decided, &word).await;
    made.map(drop).map_err(|not| match not {
        NotChanged::Nothing => NotDecided::Hitch(DecisionProblem::Nothing),
        NotChanged::Conflict(_) => NotDecided::Hitch(DecisionProblem::Conflict),
        NotChanged::Problem(problem) => NotDecided::Problem(problem),
    })
}

/// What the station becomes: the version that was seen, with the columns that were typed.
async fn cells(
    visit: &Visit,
    console: &Console<'_>,
    group: &Group,
    decision: &Decision,
) -> Result<Cells, NotDecided> {
    let number = group.station.0;
    let entry = console.entry(Subject::Stations, number, Some(decision.base));
    let (_, before) = entry.await?;
    let mut cells = before.ok_or(Problem::NotFound)?;
    for (column, text) in &decision.fields {
        cells.set(*column, text.as_str());
    }
    let loaded = cities::current(&visit.env).await?;
    let is_listed = |other| loaded.city.place(StationId(other)).is_some();
    let (station, problems) = cells.read::<Station>(number, &is_listed);
    match station {
        Some(_) => Ok(cells),
        None => Err(NotDecided::Hitch(DecisionProblem::Cells(problems))),
    }
}

/// The verdict alone that a program may give.
pub(super) fn verdict_alone(code: &str) -> Option<Verdict> {
    Verdict::from_code(code).filter(|verdict| *verdict != Verdict::Accepted)
}
