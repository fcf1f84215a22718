//! What staff ask of the registry and are given, in the words of `domain`.

use super::super::imports::alarms::StoredAlarm;
use super::super::questions::{
    Body, Change, StoredBatch, StoredBy, StoredCells, StoredProposal, StoredSecond, StoredStep,
    StoredUndo, StoredUndoing, StoredVersion, aspects,
};
use crate::problem::Problem;
use domain::listing::Subject;
use domain::listing::entry::{AspectSet, Cause, Cells};
use domain::listing::history::{Batch, By, Step, UndoCounts, Version};
use domain::listing::second::Second;
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
    /// To take a batch back.
    Undo(UndoProposed),
}

/// A batch that is to be taken back.
pub(crate) struct UndoProposed {
    pub(crate) subject: Subject,
    pub(crate) batch: u32,
    pub(crate) why: String,
    /// How many entries that writes, and what the first of them is called.
    pub(crate) total: u32,
    pub(crate) name: String,
    /// What it comes to; `None` where nobody asked, or it was decided.
    pub(crate) seen: Option<UndoSeen>,
}

/// What taking a batch back comes to.
pub(crate) struct UndoSeen {
    /// Some of the entries; none if it is not as it was proposed any more.
    pub(crate) entries: Vec<Undone>,
    pub(crate) second: Second,
    pub(crate) is_as_proposed: bool,
}

/// What taking a batch back makes of an entry; `None` is not listed.
pub(crate) struct Undone {
    pub(crate) number: u32,
    pub(crate) base: u32,
    pub(crate) before: Option<Cells>,
    pub(crate) after: Option<Cells>,
}

/// Reads a batch.
pub(super) fn batch(stored: StoredBatch) -> Result<Batch, Problem> {
    Ok(Batch {
        id: stored.id,
        subject: stored.subject.into(),
        at: (stored.at > 0).then(|| time(stored.at)).transpose()?,
        cause: Cause::from_code(&stored.cause).ok_or(Problem::Internal)?,
        by: by(stored.by),
        second: stored.second.map(by),
        desk: desk(&stored.desk)?,
        why: stored.why,
        undoes: stored.undoes,
        undone_by: stored.undone_by,
        entries: stored.entries,
    })
}

/// Reads a version.
pub(super) fn version(stored: StoredVersion) -> Result<Version, Problem> {
    Ok(Version {
        number: stored.number,
        batch: batch(stored.batch)?,
        cells: stored.cells.map(|cells| cells.read()),
    })
}

impl Proposal {
    pub(super) fn read(
        stored: StoredProposal,
        undoing: Option<StoredUndoing>,
    ) -> Result<Self, Problem> {
        let what = match stored.body {
            Body::Change { change, before } => proposed_change(change, before)?,
            Body::Undo(undo) => Proposed::Undo(UndoProposed {
                subject: undo.subject.into(),
                batch: undo.batch,
                why: undo.why,
                total: undo.entries,
                name: undo.name,
                seen: undoing.map(undo_seen),
            }),
        };
        Ok(Self {
            id: stored.id,
            at: time(stored.at)?,
            by: by(stored.by),
            desk: desk(&stored.desk)?,
            state: stored.state,
            decided_at: stored.decided_at.map(time).transpose()?,
            decided_by: stored.decided_by.map(by),
            note: stored.note,
            batch: stored.batch,
            what,
        })
    }
}

fn proposed_change(change: Change, before: Vec<Option<StoredCells>>) -> Result<Proposed, Problem> {
    let entries = change.entries.into_iter().map(|entry| WishedEntry {
        number: entry.number,
        base: entry.base,
        cells: entry.cells.read(),
    });
    Ok(Proposed::Change {
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
    })
}

fn undo_seen(stored: StoredUndoing) -> UndoSeen {
    let entries = stored.entries.into_iter().map(|entry| Undone {
        number: entry.number,
        base: entry.base,
        before: entry.before.map(|cells| cells.read()),
        after: entry.after.map(|cells| cells.read()),
    });
    UndoSeen {
        entries: entries.collect(),
        second: second(&stored.second),
        is_as_proposed: stored.is_as_proposed,
    }
}

fn second(stored: &StoredSecond) -> Second {
    Second {
        sensitive: stored.sensitive,
        alarms: stored.alarms.iter().filter_map(StoredAlarm::read).collect(),
    }
}

/// Reads a step of a batch.
pub(super) fn step(stored: StoredStep) -> Step {
    Step {
        number: stored.number,
        version: stored.version,
        before: stored.before.map(|cells| cells.read()),
        after: stored.after.map(|cells| cells.read()),
        prevented: stored.prevented.map(|codes| aspects(&codes)),
    }
}

/// Reads what taking a batch back comes to.
pub(super) fn undo_counts(stored: StoredUndo) -> UndoCounts {
    let StoredUndo {
        whole,
        part,
        prevented,
        already,
        second: needed,
    } = stored;
    UndoCounts {
        second: second(&needed),
        whole,
        part,
        prevented,
        already,
    }
}

pub(super) fn by(StoredBy { account, name }: StoredBy) -> By {
    By { account, name }
}

fn desk(code: &str) -> Result<Desk, Problem> {
    Desk::from_code(code).ok_or(Problem::Internal)
}

fn time(seconds: u32) -> Result<BeijingTime, Problem> {
    moment(seconds).map_err(|_| Problem::Internal)
}
