//! What workers reported of a station, where that is why its form is open.

use super::super::entries::At;
use crate::problem::Problem;
use crate::registry::{Console, NotChanged};
use app::listings::{Draft, Reported};
use domain::listing::Subject;
use domain::listing::entry::Cells;

/// Notes beside the form.
const MOST_NOTES: usize = 20;

/// The reports of that group; none if it is another station's, or somebody decided about it.
pub(super) async fn of(
    console: &Console<'_>,
    at: At,
    group: Option<u32>,
) -> Result<Option<Reported>, Problem> {
    let Some(group) = group.filter(|_| at.subject == Subject::Stations) else {
        return Ok(None);
    };
    let (group, reports) = match console.group(group).await {
        Ok(found) => found,
        Err(Problem::NotFound) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    let is_open = group.station.0 == at.number && group.verdict.is_none();
    let notes = reports.into_iter().map(|report| report.note);
    let notes = notes.filter(|note| !note.is_empty()).take(MOST_NOTES);
    Ok(is_open.then(|| Reported {
        group: group.id,
        kind: group.kind,
        people: group.people,
        notes: notes.collect(),
    }))
}

/// Makes the change, and with it decides about the reports; where to go on.
pub(super) async fn answer(
    console: &Console<'_>,
    group: u32,
    draft: &Draft,
    cells: Cells,
) -> Result<String, NotChanged> {
    let word = draft.word().unwrap_or_default();
    let decided = Ok((draft.base, cells));
    match console.decide_reports(group, decided, &word).await {
        Ok(Some(proposal)) => Ok(format!("/staff/proposals/{proposal}")),
        Ok(None) | Err(NotChanged::Nothing) => Ok(format!("/staff/reports/{group}")),
        Err(not_changed) => Err(not_changed),
    }
}
