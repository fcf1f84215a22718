//! `/staff/changes` and `/staff/changes/{id}`: what was done at once, and taking it back.

use super::super::params::number;
use super::super::staff::who_page;
use super::{on_to, parameter, show};
use crate::body::Sent;
use crate::problem::Problem;
use crate::registry::{Changed, Console, NotChanged};
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::listings::{Changes, Draft, OneChange, Page, Undoing};
use axum::extract::Path;
use domain::staff::{Action, may};
use http::StatusCode;

/// Batches on a page.
const MOST_BATCHES: u32 = 50;

/// Entries of a batch on a page.
const MOST_STEPS: u32 = 50;

/// `GET /staff/changes?before=…`
#[worker::send]
pub(in crate::routes) async fn list(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    if !may(signed.staff, Action::SeeHistory, signed.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let before = parameter(&visit, "before").and_then(|id| id.parse().ok());
    let console = Console::new(&visit, &signed);
    let batches = console.batches(before, MOST_BATCHES).await?;
    let is_full = batches.len() == MOST_BATCHES as usize;
    let last = batches.last().map(|batch| batch.id);
    let page = Changes {
        who: who_page(&signed),
        batches,
        next: last.filter(|_| is_full),
    };
    Ok(show(&visit, StatusCode::OK, Page::Changes(page)))
}

/// `GET /staff/changes/{id}?after=…`
#[worker::send]
pub(in crate::routes) async fn one(
    visit: Visit,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let id = number(&id).ok_or(Problem::NotFound)?;
    let after = parameter(&visit, "after").and_then(|number| number.parse().ok());
    let console = Console::new(&visit, &signed);
    let (batch, steps, undo) = console
        .batch(id, after.unwrap_or_default(), MOST_STEPS)
        .await?;
    let is_full = steps.len() == MOST_STEPS as usize;
    let last = steps.last().map(|step| step.number);
    let page = OneChange {
        who: who_page(&signed),
        may_undo: may(signed.staff, Action::EditListing, batch.desk),
        batch,
        steps,
        undo,
        next: last.filter(|_| is_full),
    };
    Ok(show(&visit, StatusCode::OK, Page::OneChange(page)))
}

/// `POST /staff/changes/{id}`
#[worker::send]
pub(in crate::routes) async fn undo(
    visit: Visit,
    signed: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<{ Draft::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    let id = number(&id).ok_or(Problem::NotFound)?;
    let Undoing { token, why } = Undoing::read(&body);
    signed.is_ours(&visit, &token)?;
    let console = Console::new(&visit, &signed);
    let (batch, _, _) = console.batch(id, 0, 0).await?;
    match console.undo(&batch, &why).await {
        Ok(Changed::Made { batch, .. }) => Ok(on_to(&format!("/staff/changes/{batch}"))),
        Ok(Changed::Proposed(id)) => Ok(on_to(&format!("/staff/proposals/{id}"))),
        // The page says that nothing of it can be taken back.
        Err(NotChanged::Nothing | NotChanged::Conflict(_)) => {
            Ok(on_to(&format!("/staff/changes/{id}")))
        }
        Err(NotChanged::Problem(problem)) => Err(problem),
    }
}
