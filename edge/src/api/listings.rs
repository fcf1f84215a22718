//! The entries of the listings, their versions, what was done to them and what was proposed, as JSON
//! for staff.

use crate::problem::FieldProblem;
use crate::registry::{
    self, Changed, Conflict, Proposed, StoredCells, UndoProposed, Wished, WishedEntry,
};
use domain::listing::entry::{AspectSet, Cause, Cells};
use domain::listing::history::{self, Step, UndoCounts};
use serde::Serialize;

/// A version of an entry.
#[derive(Serialize)]
pub(crate) struct Version {
    version: u32,
    /// Null where it was not listed.
    cells: Option<StoredCells>,
    batch: Batch,
}

/// An entry as it is now.
#[derive(Serialize)]
pub(crate) struct Entry {
    number: u32,
    #[serde(flatten)]
    now: Version,
}

/// Every version of an entry, the latest first.
#[derive(Serialize)]
pub(crate) struct History {
    versions: Vec<Version>,
}

/// What was done to a listing.
#[derive(Serialize)]
pub(crate) struct Batch {
    id: u32,
    listing: &'static str,
    /// Null before such was written down.
    at: Option<String>,
    cause: &'static str,
    by: By,
    second: Option<By>,
    desk: String,
    why: String,
    undoes: Option<u32>,
    undone_by: Option<u32>,
    entries: u32,
}

#[derive(Serialize)]
struct By {
    account: Option<u32>,
    name: String,
}

/// What was done, the latest first.
#[derive(Serialize)]
pub(crate) struct Batches {
    batches: Vec<Batch>,
}

/// What a batch did, and what taking it back would come to.
#[derive(Serialize)]
pub(crate) struct OneBatch {
    #[serde(flatten)]
    batch: Batch,
    steps: Vec<StepJson>,
    undo: Undo,
}

#[derive(Serialize)]
struct StepJson {
    number: u32,
    version: u32,
    before: Option<StoredCells>,
    after: Option<StoredCells>,
    /// Null is all of it.
    prevented: Option<Vec<&'static str>>,
}

#[derive(Serialize)]
struct Undo {
    whole: u32,
    part: u32,
    prevented: u32,
    already: u32,
    /// Whether a second person is needed.
    takes_two: bool,
}

/// What came of a change.
#[derive(Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum Outcome {
    /// It was made.
    Made {
        batch: u32,
        numbers: Vec<u32>,
        /// What others changed since, which stays.
        merged: Vec<&'static str>,
        warnings: Vec<FieldProblem>,
    },
    /// It waits for a second person.
    Proposed {
        proposal: u32,
        warnings: Vec<FieldProblem>,
    },
    /// It was so already.
    Unchanged,
}

/// Two changes that only a person can bring together: a problem document with both beside it.
#[derive(Serialize)]
pub(crate) struct ConflictJson {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    number: u32,
    before: Option<StoredCells>,
    now: Option<Version>,
}

/// What waits for a second person, or did.
#[derive(Serialize)]
pub(crate) struct Proposals {
    proposals: Vec<Proposal>,
}

/// One of them.
#[derive(Serialize)]
pub(crate) struct Proposal {
    id: u32,
    state: String,
    at: String,
    by: By,
    desk: String,
    decided_at: Option<String>,
    decided_by: Option<By>,
    note: Option<String>,
    batch: Option<u32>,
    #[serde(flatten)]
    what: What,
}

/// What was proposed.
#[derive(Serialize)]
struct What {
    listing: &'static str,
    cause: &'static str,
    why: String,
    /// The batch that it takes back.
    undoes: Option<u32>,
    /// How many entries it writes.
    total: usize,
    entries: Vec<ProposedEntry>,
}

#[derive(Serialize)]
struct ProposedEntry {
    /// Null is new.
    number: Option<u32>,
    base: u32,
    /// What it was when that was proposed.
    before: Option<StoredCells>,
    /// Null: it is taken off the list.
    cells: Option<StoredCells>,
}

fn cells(cells: Option<&Cells>) -> Option<StoredCells> {
    cells.map(StoredCells::new)
}

fn codes(aspects: AspectSet) -> Vec<&'static str> {
    aspects.iter().map(|aspect| aspect.code()).collect()
}

impl Entry {
    pub(crate) fn new(number: u32, now: history::Version) -> Self {
        let now = now.into();
        Self { number, now }
    }
}

impl From<Vec<history::Version>> for History {
    fn from(versions: Vec<history::Version>) -> Self {
        let versions = versions.into_iter().map(Version::from).collect();
        Self { versions }
    }
}

impl From<Vec<history::Batch>> for Batches {
    fn from(batches: Vec<history::Batch>) -> Self {
        let batches = batches.into_iter().map(Batch::from).collect();
        Self { batches }
    }
}

impl From<Vec<registry::Proposal>> for Proposals {
    fn from(proposals: Vec<registry::Proposal>) -> Self {
        let proposals = proposals.into_iter().map(Proposal::from).collect();
        Self { proposals }
    }
}

impl From<history::Version> for Version {
    fn from(version: history::Version) -> Self {
        Self {
            version: version.number,
            cells: cells(version.cells.as_ref()),
            batch: version.batch.into(),
        }
    }
}

impl From<history::Batch> for Batch {
    fn from(batch: history::Batch) -> Self {
        Self {
            id: batch.id,
            listing: batch.subject.code(),
            at: batch.at.map(|at| at.to_rfc3339()),
            cause: batch.cause.code(),
            by: batch.by.into(),
            second: batch.second.map(By::from),
            desk: batch.desk.code(),
            why: batch.why,
            undoes: batch.undoes,
            undone_by: batch.undone_by,
            entries: batch.entries,
        }
    }
}

impl From<history::By> for By {
    fn from(history::By { account, name }: history::By) -> Self {
        Self { account, name }
    }
}

impl OneBatch {
    pub(crate) fn new(batch: history::Batch, steps: Vec<Step>, undo: UndoCounts) -> Self {
        let steps = steps.iter().map(|step| StepJson {
            number: step.number,
            version: step.version,
            before: cells(step.before.as_ref()),
            after: cells(step.after.as_ref()),
            prevented: step.prevented.map(codes),
        });
        let UndoCounts {
            whole,
            part,
            prevented,
            already,
            second,
        } = undo;
        Self {
            batch: batch.into(),
            steps: steps.collect(),
            undo: Undo {
                whole,
                part,
                prevented,
                already,
                takes_two: second.is_needed(),
            },
        }
    }
}

impl Outcome {
    pub(crate) fn new(changed: Changed, warnings: Vec<FieldProblem>) -> Self {
        match changed {
            Changed::Made {
                batch,
                numbers,
                theirs,
            } => Self::Made {
                batch,
                numbers,
                merged: codes(theirs),
                warnings,
            },
            Changed::Proposed(proposal) => Self::Proposed { proposal, warnings },
        }
    }
}

impl ConflictJson {
    /// Its status.
    pub(crate) const STATUS: http::StatusCode = http::StatusCode::CONFLICT;
}

impl From<Conflict> for ConflictJson {
    fn from(conflict: Conflict) -> Self {
        Self {
            r#type: "/problems/conflict",
            title: "Somebody else changed the same meanwhile; nothing was changed.",
            status: Self::STATUS.as_u16(),
            number: conflict.number,
            before: cells(conflict.before.as_ref()),
            now: conflict.now.map(Version::from),
        }
    }
}

impl From<registry::Proposal> for Proposal {
    fn from(proposal: registry::Proposal) -> Self {
        let what = What::from(proposal.what);
        Self {
            id: proposal.id,
            state: proposal.state,
            at: proposal.at.to_rfc3339(),
            by: proposal.by.into(),
            desk: proposal.desk.code(),
            decided_at: proposal.decided_at.map(|at| at.to_rfc3339()),
            decided_by: proposal.decided_by.map(By::from),
            note: proposal.note,
            batch: proposal.batch,
            what,
        }
    }
}

impl From<Proposed> for What {
    fn from(what: Proposed) -> Self {
        match what {
            Proposed::Change { change, before } => Self::change(change, &before),
            Proposed::Undo(undo) => Self::undo(undo),
        }
    }
}

impl What {
    fn change(change: Wished, before: &[Option<Cells>]) -> Self {
        let entry = |(entry, before): (&WishedEntry, &Option<Cells>)| ProposedEntry {
            number: entry.number,
            base: entry.base,
            before: cells(before.as_ref()),
            cells: Some(StoredCells::new(&entry.cells)),
        };
        Self {
            listing: change.subject.code(),
            cause: change.cause.code(),
            why: change.why,
            undoes: None,
            total: change.entries.len(),
            entries: change.entries.iter().zip(before).map(entry).collect(),
        }
    }

    fn undo(undo: UndoProposed) -> Self {
        let entries = undo.seen.map(|seen| seen.entries).unwrap_or_default();
        let entries = entries.iter().map(|entry| ProposedEntry {
            number: Some(entry.number),
            base: entry.base,
            before: cells(entry.before.as_ref()),
            cells: cells(entry.after.as_ref()),
        });
        Self {
            listing: undo.subject.code(),
            cause: Cause::Undo.code(),
            why: undo.why,
            undoes: Some(undo.batch),
            total: undo.total as usize,
            entries: entries.collect(),
        }
    }
}
