//! `/staff/proposals` and `/staff/proposals/{id}`: what waits for a second person.

use super::super::params::number;
use super::super::staff::who_page;
use super::{on_to, parameter, show};
use crate::body::Sent;
use crate::problem::Problem;
use crate::registry::{self, Console, Decision, NotChanged, Proposed, UndoProposed};
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::listings::{
    Decided, Deciding, Draft, Hitch, OneProposal, Page, Proposal, Proposals, Undoes, Verdict,
};
use axum::extract::Path;
use domain::listing::Subject;
use domain::listing::entry::{Cause, Cells};
use domain::staff::{Action, StaffId, may};
use http::StatusCode;

/// Decided ones that the list still shows.
const MOST_DECIDED: usize = 50;

/// Entries of a batch that is to be taken back, on a page.
const MOST_ENTRIES: u32 = 50;

/// `GET /staff/proposals`
#[worker::send]
pub(in crate::routes) async fn list(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    if !may(signed.staff, Action::SeeHistory, signed.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let console = Console::new(&visit, &signed);
    let open = console.proposals(true).await?;
    let decided = console.proposals(false).await?;
    let page = Proposals {
        who: who_page(&signed),
        open: open.into_iter().map(shown).collect::<Result<_, _>>()?,
        decided: decided
            .into_iter()
            .take(MOST_DECIDED)
            .map(shown)
            .collect::<Result<_, _>>()?,
    };
    Ok(show(&visit, StatusCode::OK, Page::Proposals(page)))
}

/// `GET /staff/proposals/{id}`
#[worker::send]
pub(in crate::routes) async fn one(
    visit: Visit,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let id = number(&id).ok_or(Problem::NotFound)?;
    let after = parameter(&visit, "after").and_then(|number| number.parse().ok());
    let page = page(&visit, &signed, id, after.unwrap_or_default()).await?;
    Ok(show(&visit, StatusCode::OK, Page::OneProposal(page)))
}

/// `POST /staff/proposals/{id}`
#[worker::send]
pub(in crate::routes) async fn decide(
    visit: Visit,
    signed: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<{ Draft::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    let id = number(&id).ok_or(Problem::NotFound)?;
    let Deciding {
        token,
        verdict,
        note,
    } = Deciding::read(&body);
    signed.is_ours(&visit, &token)?;
    let decision = match verdict.ok_or(Problem::NotFound)? {
        Verdict::Approve => Decision::Approve,
        Verdict::Decline if note.is_empty() => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return again(&visit, &signed, id, status, note, Hitch::NoteMissing).await;
        }
        Verdict::Decline => Decision::Decline,
        Verdict::Withdraw => Decision::Withdraw,
    };
    let console = Console::new(&visit, &signed);
    let hitch = match console.decide(id, decision, &note).await {
        Ok(()) => return Ok(on_to(&format!("/staff/proposals/{id}"))),
        Err(NotChanged::Conflict(_)) => Hitch::Conflict,
        Err(NotChanged::Problem(Problem::Refused(why))) if why.code == "moved" => Hitch::Conflict,
        Err(NotChanged::Nothing | NotChanged::Problem(Problem::Refused(_))) => Hitch::Refused,
        Err(NotChanged::Problem(problem)) => return Err(problem),
    };
    again(&visit, &signed, id, StatusCode::CONFLICT, note, hitch).await
}

/// The page as it is now, with everything that was typed.
async fn again(
    visit: &Visit,
    signed: &SignedIn,
    id: u32,
    status: StatusCode,
    note: String,
    hitch: Hitch,
) -> Result<Reply, Problem> {
    let page = OneProposal {
        note,
        hitch: Some(hitch),
        ..page(visit, signed, id, 0).await?
    };
    Ok(show(visit, status, Page::OneProposal(page)))
}

async fn page(
    visit: &Visit,
    signed: &SignedIn,
    id: u32,
    after: u32,
) -> Result<OneProposal, Problem> {
    let console = Console::new(visit, signed);
    let proposal = console.proposal(id, after, MOST_ENTRIES).await?;
    let desk = proposal.desk;
    let by = StaffId(proposal.by.account.unwrap_or_default());
    Ok(OneProposal {
        who: who_page(signed),
        may_decide: may(
            signed.staff,
            Action::ApproveSensitive { proposed_by: by },
            desk,
        ),
        is_own: by == signed.staff.id,
        proposal: shown(proposal)?,
        note: String::new(),
        hitch: None,
    })
}

/// What is proposed, as it is shown.
struct What {
    subject: Subject,
    cause: Cause,
    why: String,
    entries: Vec<(Option<u32>, Option<Cells>, Option<Cells>)>,
    undoes: Option<Undoes>,
}

impl From<Proposed> for What {
    fn from(what: Proposed) -> Self {
        match what {
            Proposed::Change { change, before } => {
                let entries = change.entries.into_iter().zip(before);
                Self {
                    subject: change.subject,
                    cause: change.cause,
                    why: change.why,
                    entries: entries
                        .map(|(entry, before)| (entry.number, before, Some(entry.cells)))
                        .collect(),
                    undoes: None,
                }
            }
            Proposed::Undo(undo) => Self::undo(undo),
        }
    }
}

impl What {
    fn undo(undo: UndoProposed) -> Self {
        let is_moved = undo.seen.as_ref().is_some_and(|seen| !seen.is_as_proposed);
        let (entries, alarms) = undo
            .seen
            .map_or_else(Default::default, |seen| (seen.entries, seen.second.alarms));
        let is_full = entries.len() == MOST_ENTRIES as usize;
        let last = entries.last().map(|entry| entry.number);
        let entries = entries.into_iter();
        Self {
            subject: undo.subject,
            cause: Cause::Undo,
            why: undo.why,
            entries: entries
                .map(|entry| (Some(entry.number), entry.before, entry.after))
                .collect(),
            undoes: Some(Undoes {
                batch: undo.batch,
                total: undo.total,
                name: undo.name,
                alarms,
                is_moved,
                next: last.filter(|_| is_full),
            }),
        }
    }
}

fn shown(proposal: registry::Proposal) -> Result<Proposal, Problem> {
    let what = What::from(proposal.what);
    let verdict = match proposal.state.as_str() {
        "open" => None,
        "approved" => Some(Verdict::Approve),
        "declined" => Some(Verdict::Decline),
        "withdrawn" => Some(Verdict::Withdraw),
        _ => return Err(Problem::Internal),
    };
    let decided = verdict.zip(proposal.decided_at).zip(proposal.decided_by);
    Ok(Proposal {
        id: proposal.id,
        at: proposal.at,
        by: proposal.by,
        subject: what.subject,
        cause: what.cause,
        why: what.why,
        entries: what.entries,
        undoes: what.undoes,
        decided: decided.map(|((verdict, at), by)| Decided {
            verdict,
            at,
            by,
            note: proposal.note.unwrap_or_default(),
            batch: proposal.batch,
        }),
    })
}
