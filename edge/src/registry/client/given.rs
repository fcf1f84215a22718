//! What staff ask of the registry and are given, in the words of `domain`.

use super::super::questions::{
    Body, StoredBatch, StoredBy, StoredProposal, StoredStep, StoredUndo, StoredVersion, aspects,
};
use crate::problem::Problem;
use domain::listing::Subject;
use domain::listing::entry::{AspectSet, Cause, Cells};
use domain::time::BeijingTime;
use domain::union::Desk;
use records::moment;

/// A change to entries of one listing, as one batch.
pub(crate) struct Wished {
    pub(crate) subject: Subject,
    pub(crate) cause: Cause,
    /// In their own words; may be empty.
    pub(crate) why: String,
    pub(crate) entries: Vec<WishedEntry>,
}

/// What one entry is to become.
pub(crate) struct WishedEntry {
    /// `None` is new.
    pub(crate) number: Option<u32>,
    /// The version that the change was made from; 0 for a new one.
    pub(crate) base: u32,
    pub(crate) cells: Cells,
}

/// What came of a change.
pub(crate) enum Changed {
    /// It was made.
    Made {
        batch: u32,
        /// Of each entry that is another now.
        numbers: Vec<u32>,
        /// What others changed since, which stays.
        theirs: AspectSet,
    },
    /// It waits for a second person, as that proposal.
    Proposed(u32),
}

/// Why a change was not made.
pub(crate) enum NotChanged {
    /// Somebody else changed the same, to something else.
    Conflict(Box<Conflict>),
    /// It is so already, or nobody would see a difference.
    Nothing,
    /// Anything else.
    Problem(Problem),
}

/// Two changes to one entry that only a person can bring together.
pub(crate) struct Conflict {
    /// Of the entry.
    pub(crate) number: u32,
    /// What both began with; `None` was not listed.
    pub(crate) before: Option<Cells>,
    /// What it is now; `None` if it never was.
    pub(crate) now: Option<Version>,
}

/// A version of an entry.
pub(crate) struct Version {
    /// Its number, from 1.
    pub(crate) number: u32,
    /// With what it came.
    pub(crate) batch: Batch,
    /// `None` where it was not listed.
    pub(crate) cells: Option<Cells>,
}

/// What was done to a listing.
pub(crate) struct Batch {
    pub(crate) id: u32,
    pub(crate) subject: Subject,
    /// `None` is before such was written down.
    pub(crate) at: Option<BeijingTime>,
    pub(crate) cause: Cause,
    pub(crate) by: By,
    pub(crate) second: Option<By>,
    /// The lowest desk that is over everything it touched.
    pub(crate) desk: Desk,
    pub(crate) why: String,
    /// The batch that it took back.
    pub(crate) undoes: Option<u32>,
    /// The batch that took it back.
    pub(crate) undone_by: Option<u32>,
    /// How many entries it wrote.
    pub(crate) entries: u32,
}

/// Who did something.
#[derive(Clone)]
pub(crate) struct By {
    /// The number of their account; `None` is the operator, or somebody with a link.
    pub(crate) account: Option<u32>,
    /// Their name, as it was then.
    pub(crate) name: String,
}

/// What a batch did to an entry.
pub(crate) struct Step {
    /// Of the entry.
    pub(crate) number: u32,
    /// The version that it wrote.
    pub(crate) version: u32,
    pub(crate) before: Option<Cells>,
    pub(crate) after: Option<Cells>,
    /// What a later change keeps from being taken back; `None` is all of it.
    pub(crate) prevented: Option<AspectSet>,
}

/// What taking a batch back comes to, in entries.
pub(crate) struct UndoCounts {
    /// They become what they were.
    pub(crate) whole: u32,
    /// A part of them stays.
    pub(crate) part: u32,
    /// They stay as they are.
    pub(crate) prevented: u32,
    /// They are so already.
    pub(crate) already: u32,
}

/// A change that waits for a second person, or did.
pub(crate) struct Proposal {
    pub(crate) id: u32,
    pub(crate) at: BeijingTime,
    pub(crate) by: By,
    pub(crate) desk: Desk,
    /// `open`, `approved`, `declined` or `withdrawn`.
    pub(crate) state: String,
    pub(crate) decided_at: Option<BeijingTime>,
    pub(crate) decided_by: Option<By>,
    pub(crate) note: Option<String>,
    /// What came of it.
    pub(crate) batch: Option<u32>,
    pub(crate) what: Proposed,
}

/// What was proposed.
pub(crate) enum Proposed {
    /// A change; beside each entry what it was then.
    Change {
        change: Wished,
        before: Vec<Option<Cells>>,
    },
}

impl Batch {
    pub(super) fn read(stored: StoredBatch) -> Result<Self, Problem> {
        Ok(Self {
            id: stored.id,
            subject: stored.subject.into(),
            at: (stored.at > 0).then(|| time(stored.at)).transpose()?,
            cause: Cause::from_code(&stored.cause).ok_or(Problem::Internal)?,
            by: stored.by.into(),
            second: stored.second.map(By::from),
            desk: desk(&stored.desk)?,
            why: stored.why,
            undoes: stored.undoes,
            undone_by: stored.undone_by,
            entries: stored.entries,
        })
    }
}

impl Version {
    pub(super) fn read(stored: StoredVersion) -> Result<Self, Problem> {
        Ok(Self {
            number: stored.number,
            batch: Batch::read(stored.batch)?,
            cells: stored.cells.map(|cells| cells.read()),
        })
    }
}

impl Proposal {
    pub(super) fn read(stored: StoredProposal) -> Result<Self, Problem> {
        let Body::Change { change, before } = stored.body;
        let entries = change.entries.into_iter().map(|entry| WishedEntry {
            number: entry.number,
            base: entry.base,
            cells: entry.cells.read(),
        });
        let what = Proposed::Change {
            change: Wished {
                subject: change.subject.into(),
                cause: Cause::from_code(&change.cause).ok_or(Problem::Internal)?,
                why: change.why,
                entries: entries.collect(),
            },
            before: before
                .into_iter()
                .map(|cells| cells.map(|cells| cells.read()))
                .collect(),
        };
        Ok(Self {
            id: stored.id,
            at: time(stored.at)?,
            by: stored.by.into(),
            desk: desk(&stored.desk)?,
            state: stored.state,
            decided_at: stored.decided_at.map(time).transpose()?,
            decided_by: stored.decided_by.map(By::from),
            note: stored.note,
            batch: stored.batch,
            what,
        })
    }
}

impl From<StoredStep> for Step {
    fn from(stored: StoredStep) -> Self {
        Self {
            number: stored.number,
            version: stored.version,
            before: stored.before.map(|cells| cells.read()),
            after: stored.after.map(|cells| cells.read()),
            prevented: stored.prevented.map(|codes| aspects(&codes)),
        }
    }
}

impl From<StoredUndo> for UndoCounts {
    fn from(stored: StoredUndo) -> Self {
        let StoredUndo {
            whole,
            part,
            prevented,
            already,
        } = stored;
        Self {
            whole,
            part,
            prevented,
            already,
        }
    }
}

impl From<StoredBy> for By {
    fn from(StoredBy { account, name }: StoredBy) -> Self {
        Self { account, name }
    }
}

fn desk(code: &str) -> Result<Desk, Problem> {
    Desk::from_code(code).ok_or(Problem::Internal)
}

fn time(seconds: u32) -> Result<BeijingTime, Problem> {
    moment(seconds).map_err(|_| Problem::Internal)
}
