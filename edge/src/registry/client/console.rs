//! How staff ask the registry about its entries, and change them. The object decides who may.

use super::super::questions::{
    Answer, Asked, Change, ChangedEntry, Denied, Done, Question, StoredCells, Verdict, aspects,
};
use super::given::{self, Changed, Conflict, NotChanged, Proposal, Wished};
use super::{Client, unavailable};
use crate::problem::Problem;
use crate::staff::SignedIn;
use crate::visit::Visit;
use crate::{cities, classes, objects};
use domain::listing::Subject;
use domain::listing::entry::Cells;
use domain::listing::history::{Batch, Step, UndoCounts, Version};
use http::StatusCode;
use records::{StoredStaff, seconds};
use worker::Method;

/// What becomes of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// By a second person.
    Approve,
    /// By a second person.
    Decline,
    /// By whoever proposed it.
    Withdraw,
}

impl Decision {
    /// The one with that code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "approve" => Self::Approve,
            "decline" => Self::Decline,
            "withdraw" => Self::Withdraw,
            _ => return None,
        })
    }
}

/// The registry as a member of staff has it before them.
pub(crate) struct Console<'v> {
    visit: &'v Visit,
    signed_in: &'v SignedIn,
}

impl<'v> Console<'v> {
    pub(crate) fn new(visit: &'v Visit, signed_in: &'v SignedIn) -> Self {
        Self { visit, signed_in }
    }

    pub(super) const fn visit(&self) -> &'v Visit {
        self.visit
    }

    /// An entry as it is now, and its cells in the version `base`.
    pub(crate) async fn entry(
        &self,
        subject: Subject,
        number: u32,
        base: Option<u32>,
    ) -> Result<(Version, Option<Cells>), Problem> {
        let subject = subject.into();
        let question = Question::Entry {
            subject,
            number,
            base,
        };
        let Done::Entry { now, base } = self.find(question).await? else {
            return Err(Problem::Internal);
        };
        Ok((given::version(now)?, base.map(|base| base.read())))
    }

    /// Every version of an entry, the latest first.
    pub(crate) async fn history(
        &self,
        subject: Subject,
        number: u32,
    ) -> Result<Vec<Version>, Problem> {
        let subject = subject.into();
        let question = Question::History { subject, number };
        let Done::History(versions) = self.find(question).await? else {
            return Err(Problem::Internal);
        };
        versions.into_iter().map(given::version).collect()
    }

    /// Changes entries, or proposes that if a second person is needed.
    pub(crate) async fn change(&self, wished: &Wished) -> Result<Changed, NotChanged> {
        let entries = wished.entries.iter().map(|entry| ChangedEntry {
            number: entry.number,
            base: entry.base,
            cells: StoredCells::new(&entry.cells),
        });
        let change = Change {
            subject: wished.subject.into(),
            cause: wished.cause.code().to_owned(),
            why: wished.why.clone(),
            entries: entries.collect(),
            answers: None,
        };
        self.write(wished.subject, Question::Change(change)).await
    }

    /// What was done, the latest first, before that batch.
    pub(crate) async fn batches(
        &self,
        before: Option<u32>,
        most: u32,
    ) -> Result<Vec<Batch>, Problem> {
        let question = Question::Batches { before, most };
        let Done::Batches(batches) = self.find(question).await? else {
            return Err(Problem::Internal);
        };
        batches.into_iter().map(given::batch).collect()
    }

    /// What a batch did to entries above the number `after`, and what taking it back comes to.
    pub(crate) async fn batch(
        &self,
        batch: u32,
        after: u32,
        most: u32,
    ) -> Result<(Batch, Vec<Step>, UndoCounts), Problem> {
        let question = Question::Batch { batch, after, most };
        let done = self.find(question).await?;
        let Done::Batch {
            batch,
            entries,
            undo,
        } = done
        else {
            return Err(Problem::Internal);
        };
        let steps = entries.into_iter().map(given::step).collect();
        Ok((given::batch(batch)?, steps, given::undo_counts(undo)))
    }

    /// Takes a batch back, as far as later changes let it, or proposes that if a second person is
    /// needed.
    pub(crate) async fn undo(&self, batch: &Batch, why: &str) -> Result<Changed, NotChanged> {
        let why = why.to_owned();
        let question = Question::Undo {
            batch: batch.id,
            why,
        };
        self.write(batch.subject, question).await
    }

    /// What waits for a second person, or no longer does.
    pub(crate) async fn proposals(&self, open: bool) -> Result<Vec<Proposal>, Problem> {
        let Done::Proposals(all) = self.find(Question::Proposals { open }).await? else {
            return Err(Problem::Internal);
        };
        let read = |proposal| Proposal::read(proposal, None);
        all.into_iter().map(read).collect()
    }

    /// One of them; where it takes a batch back, with entries above the number `after`.
    pub(crate) async fn proposal(
        &self,
        id: u32,
        after: u32,
        most: u32,
    ) -> Result<Proposal, Problem> {
        let question = Question::Proposal { id, after, most };
        let Done::Proposal { proposal, undoing } = self.find(question).await? else {
            return Err(Problem::Internal);
        };
        Proposal::read(*proposal, undoing)
    }

    /// Decides about a proposal.
    pub(crate) async fn decide(
        &self,
        proposal: u32,
        decision: Decision,
        note: &str,
    ) -> Result<(), NotChanged> {
        let verdict = match decision {
            Decision::Approve => Verdict::Approve,
            Decision::Decline => Verdict::Decline,
            Decision::Withdraw => Verdict::Withdraw,
        };
        let note = note.to_owned();
        let question = Question::Decide {
            proposal,
            verdict,
            note,
        };
        let answer = self.ask(question).await;
        cities::forget();
        classes::forget();
        match answer.map_err(NotChanged::Problem)? {
            Ok(_) => Ok(()),
            Err(denied) => Err(not_changed(denied)),
        }
    }

    async fn write(&self, subject: Subject, question: Question) -> Result<Changed, NotChanged> {
        let answer = self.ask(question).await;
        match subject {
            Subject::Stations => cities::forget(),
            Subject::Classes => classes::forget(),
        }
        match answer.map_err(NotChanged::Problem)? {
            Ok(Done::Changed {
                batch,
                numbers,
                theirs,
            }) => Ok(Changed::Made {
                batch,
                numbers,
                theirs: aspects(&theirs),
            }),
            Ok(Done::Proposed(proposal)) => Ok(Changed::Proposed(proposal)),
            Ok(_) => Err(NotChanged::Problem(Problem::Internal)),
            Err(denied) => Err(not_changed(denied)),
        }
    }

    pub(super) async fn find(&self, question: Question) -> Result<Done, Problem> {
        let answer = self.ask(question).await?;
        answer.map_err(|denied| match not_changed(denied) {
            NotChanged::Problem(problem) => problem,
            NotChanged::Conflict(_) | NotChanged::Nothing => Problem::Internal,
        })
    }

    pub(super) async fn ask(&self, question: Question) -> Result<Answer, Problem> {
        let asked = Asked {
            at: seconds(self.visit.now),
            staff: StoredStaff::new(self.signed_in.staff),
            name: self.signed_in.person.clone(),
            question,
        };
        let asked = serde_json::to_vec(&asked).expect("plain data serialises");
        let stub = Client::new(&self.visit.env)?.stub;
        let answered = objects::ask(&stub, Method::Post, "ask", Some(&asked)).await;
        match answered.map_err(unavailable)? {
            (StatusCode::OK, answer) => serde_json::from_slice(&answer)
                .map_err(|error| unavailable(worker::Error::RustError(error.to_string()))),
            (status, _) => Err(unavailable(worker::Error::RustError(status.to_string()))),
        }
    }
}

pub(super) fn not_changed(denied: Denied) -> NotChanged {
    let problem = match denied {
        Denied::Conflict {
            number,
            before,
            now,
        } => {
            let now = now.map(|now| given::version(*now)).transpose();
            return match now {
                Ok(now) => NotChanged::Conflict(Box::new(Conflict {
                    number,
                    before: before.map(|before| before.read()),
                    now,
                })),
                Err(problem) => NotChanged::Problem(problem),
            };
        }
        Denied::Nothing => return NotChanged::Nothing,
        Denied::NotFound => Problem::NotFound,
        Denied::NotAllowed => Problem::NotAllowed,
        Denied::Moved => {
            Problem::refused("proposal", "moved", "it is not what was proposed any more")
        }
        Denied::Decided => Problem::refused("proposal", "decided", "somebody decided about it"),
        // What can be wrong with cells is said before they come here.
        Denied::Invalid => Problem::refused("cells", "invalid", "the entry cannot be read"),
        Denied::Broken => Problem::Internal,
    };
    NotChanged::Problem(problem)
}
