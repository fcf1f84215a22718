//! `/api/v1/listings/…`: what staff see of the stations and classes, their history, and how they
//! change them. The registry decides who may.

mod wish;

use super::entries::{self, At, Settled};
use super::json_body;
use super::params::{Query, number, problem};
use super::requests_api::private;
use crate::api::listings::{
    Batches, ConflictJson, Entry, History, OneBatch, Outcome, Proposal, Proposals,
};
use crate::body::Sent;
use crate::problem::{FieldProblem, Problem};
use crate::registry::{Changed, Console, NotChanged, Wished, WishedEntry};
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use axum::extract::Path;
use domain::listing;
use domain::listing::entry::{Cause, Cells};
use http::StatusCode;
use wish::{Content, Edit};

/// Every cell at its longest would be more; nobody fills them all.
const MOST_BODY_BYTES: usize = 64 << 10;

/// Entries of a batch that are shown at once.
const MOST_STEPS: u32 = 200;

/// `GET /api/v1/listings/{listing}/{number}`
#[worker::send]
pub(super) async fn entry(
    visit: Visit,
    signed_in: SignedIn,
    Path((listing, entry)): Path<(String, String)>,
) -> Result<Reply, Problem> {
    let At { subject, number } = At::read(&listing, &entry)?;
    let console = Console::new(&visit, &signed_in);
    let (now, _) = console.entry(subject, number, None).await?;
    Ok(private(StatusCode::OK, &Entry::new(number, now)))
}

/// `GET /api/v1/listings/{listing}/{number}/versions`
#[worker::send]
pub(super) async fn versions(
    visit: Visit,
    signed_in: SignedIn,
    Path((listing, entry)): Path<(String, String)>,
) -> Result<Reply, Problem> {
    let At { subject, number } = At::read(&listing, &entry)?;
    let console = Console::new(&visit, &signed_in);
    let versions = console.history(subject, number).await?;
    Ok(private(StatusCode::OK, &History::from(versions)))
}

/// `POST /api/v1/listings/{listing}`
#[worker::send]
pub(super) async fn create(
    visit: Visit,
    signed_in: SignedIn,
    Path(listing): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let subject = entries::subject(&listing)?;
    let members = json_body::members(&visit, &body)?;
    let (typed, why) = wish::create(subject, &members).map_err(Problem::Invalid)?;
    let at = At { subject, number: 0 };
    let (cells, warnings) = settled(entries::settle(&visit, at, &typed).await?)?;
    let entry = WishedEntry {
        number: None,
        base: 0,
        cells,
    };
    let wished = Wished {
        subject,
        cause: Cause::Create,
        why,
        entries: vec![entry],
    };
    let console = Console::new(&visit, &signed_in);
    let changed = console.change(&wished).await;
    outcome(StatusCode::CREATED, changed, warnings)
}

/// `PUT /api/v1/listings/{listing}/{number}`
#[worker::send]
pub(super) async fn edit(
    visit: Visit,
    signed_in: SignedIn,
    Path((listing, entry)): Path<(String, String)>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let at = At::read(&listing, &entry)?;
    let members = json_body::members(&visit, &body)?;
    let Edit { base, content, why } = wish::edit(at.subject, &members).map_err(Problem::Invalid)?;
    let console = Console::new(&visit, &signed_in);
    let (wished, warnings) = match content {
        Content::Cells(typed) => {
            let (cells, warnings) = settled(entries::settle(&visit, at, &typed).await?)?;
            let wished = entries::edit(&console, at, base, cells, why).await?;
            (wished, warnings)
        }
        Content::Version(version) => {
            let wished = entries::restore(&console, at, base, version, why).await?;
            (wished, Vec::new())
        }
    };
    outcome(StatusCode::OK, console.change(&wished).await, warnings)
}

/// `GET /api/v1/listings/batches`
#[worker::send]
pub(super) async fn batches(visit: Visit, signed_in: SignedIn) -> Result<Reply, Problem> {
    let mut query = Query::of(&visit, &["before", "limit"]);
    let before = query.read("before", |text| text.parse().ok());
    let most = query.limit();
    let before = query.sound(before)?;
    let console = Console::new(&visit, &signed_in);
    let batches = console.batches(before, most).await?;
    Ok(private(StatusCode::OK, &Batches::from(batches)))
}

/// `GET /api/v1/listings/batches/{id}`
#[worker::send]
pub(super) async fn batch(
    visit: Visit,
    signed_in: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let id = number(&id).ok_or(Problem::NotFound)?;
    let mut query = Query::of(&visit, &["after"]);
    let after = query.read("after", |text| text.parse().ok());
    let after = query.sound(after)?.unwrap_or_default();
    let console = Console::new(&visit, &signed_in);
    let (batch, steps, undo) = console.batch(id, after, MOST_STEPS).await?;
    Ok(private(StatusCode::OK, &OneBatch::new(batch, steps, undo)))
}

/// `POST /api/v1/listings/batches/{id}/undo`
#[worker::send]
pub(super) async fn undo(
    visit: Visit,
    signed_in: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let id = number(&id).ok_or(Problem::NotFound)?;
    let members = json_body::members(&visit, &body)?;
    let why = wish::why(&members).map_err(Problem::Invalid)?;
    let console = Console::new(&visit, &signed_in);
    let (batch, _, _) = console.batch(id, 0, 0).await?;
    let undone = console.undo(&batch, &why).await;
    outcome(StatusCode::OK, undone, Vec::new())
}

/// `GET /api/v1/listings/proposals`
#[worker::send]
pub(super) async fn proposals(visit: Visit, signed_in: SignedIn) -> Result<Reply, Problem> {
    let mut query = Query::of(&visit, &["open"]);
    let open = query.read("open", |text| text.parse().ok());
    let open = query.sound(open)?.unwrap_or(true);
    let console = Console::new(&visit, &signed_in);
    let proposals = console.proposals(open).await?;
    Ok(private(StatusCode::OK, &Proposals::from(proposals)))
}

/// `GET /api/v1/listings/proposals/{id}`
#[worker::send]
pub(super) async fn proposal(
    visit: Visit,
    signed_in: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let id = number(&id).ok_or(Problem::NotFound)?;
    let mut query = Query::of(&visit, &["after"]);
    let after = query.read("after", |text| text.parse().ok());
    let after = query.sound(after)?.unwrap_or_default();
    let console = Console::new(&visit, &signed_in);
    let proposal = console.proposal(id, after, MOST_STEPS).await?;
    Ok(private(StatusCode::OK, &Proposal::from(proposal)))
}

/// `POST /api/v1/listings/proposals/{id}/decision`
#[worker::send]
pub(super) async fn decide(
    visit: Visit,
    signed_in: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let id = number(&id).ok_or(Problem::NotFound)?;
    let members = json_body::members(&visit, &body)?;
    let (decision, note) = wish::decision(&members).map_err(Problem::Invalid)?;
    let console = Console::new(&visit, &signed_in);
    match console.decide(id, decision, &note).await {
        Ok(()) => {
            let proposal = console.proposal(id, 0, MOST_STEPS).await?;
            Ok(private(StatusCode::OK, &Proposal::from(proposal)))
        }
        Err(not_changed) => refused(not_changed),
    }
}

fn outcome(
    made: StatusCode,
    changed: Result<Changed, NotChanged>,
    warnings: Vec<FieldProblem>,
) -> Result<Reply, Problem> {
    match changed {
        Ok(changed) => {
            let status = match changed {
                Changed::Made { .. } => made,
                Changed::Proposed(_) => StatusCode::ACCEPTED,
            };
            Ok(private(status, &Outcome::new(changed, warnings)))
        }
        Err(not_changed) => refused(not_changed),
    }
}

fn refused(not_changed: NotChanged) -> Result<Reply, Problem> {
    match not_changed {
        NotChanged::Conflict(conflict) => {
            let conflict = serde_json::to_vec(&ConflictJson::from(*conflict));
            let body = conflict.expect("plain data serialises");
            let reply = Reply::new(ConflictJson::STATUS, Problem::CONTENT_TYPE, body);
            Ok(reply.with("cache-control", "no-store"))
        }
        NotChanged::Nothing => Ok(private(StatusCode::OK, &Outcome::Unchanged)),
        NotChanged::Problem(problem) => Err(problem),
    }
}

/// The cells, with what is doubtful about them; or everything that is wrong.
fn settled(settled: Settled) -> Result<(Cells, Vec<FieldProblem>), Problem> {
    let told = |found: &listing::Problem, code| {
        let field = format!("cells.{}", found.column);
        problem(&field, code, &found.reason.sentence().en)
    };
    let (errors, warnings): (Vec<_>, Vec<_>) = settled
        .problems
        .iter()
        .partition(|problem| problem.reason.is_error());
    match settled.cells {
        Some(cells) => {
            let warnings = warnings.iter().map(|problem| told(problem, "doubtful"));
            Ok((cells, warnings.collect()))
        }
        None => {
            let errors = errors.iter().map(|problem| told(problem, "unreadable"));
            Err(Problem::Unreadable(errors.collect()))
        }
    }
}
