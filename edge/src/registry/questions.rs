//! What the edge asks the registry about its entries and what it is told: JSON, never seen by the
//! public.

use super::imports::alarms::StoredAlarm;
use super::{freshness, reports};
use domain::listing::entry::{Aspect, AspectSet, Cells};
use domain::listing::second::Second;
use domain::listing::{Column, Subject};
use records::StoredStaff;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the registry is asked, when, and by whom.
#[derive(Serialize, Deserialize)]
pub(super) struct Asked {
    /// Seconds since 1970: it decides by the clock of whoever asks.
    pub(super) at: u32,
    pub(super) staff: StoredStaff,
    /// The person's own name, for the history.
    pub(super) name: String,
    pub(super) question: Question,
}

/// What the registry is asked.
#[derive(Serialize, Deserialize)]
pub(super) enum Question {
    /// An entry as it is now, and as it was in that version.
    Entry {
        subject: StoredSubject,
        number: u32,
        base: Option<u32>,
    },
    /// Every version of an entry.
    History { subject: StoredSubject, number: u32 },
    /// To change entries.
    Change(Change),
    /// What was done, the latest first, before that batch.
    Batches { before: Option<u32>, most: u32 },
    /// What a batch did, and what taking it back would come to.
    Batch {
        batch: u32,
        /// Only entries above that number.
        after: u32,
        most: u32,
    },
    /// To take a batch back.
    Undo { batch: u32, why: String },
    /// What waits for a second person, or did.
    Proposals { open: bool },
    /// One of them.
    Proposal {
        id: u32,
        /// Of a batch that is to be taken back, only entries above that number.
        after: u32,
        most: u32,
    },
    /// To decide about one.
    Decide {
        proposal: u32,
        verdict: Verdict,
        note: String,
    },
    /// About what workers reported.
    Reports(reports::Question),
    /// About what is due to be confirmed.
    Freshness(freshness::Question),
}

/// What becomes of a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Verdict {
    /// By a second person.
    Approve,
    /// By a second person.
    Decline,
    /// By whoever proposed it.
    Withdraw,
}

/// A listing.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoredSubject {
    Station,
    Class,
}

impl From<Subject> for StoredSubject {
    fn from(subject: Subject) -> Self {
        match subject {
            Subject::Stations => Self::Station,
            Subject::Classes => Self::Class,
        }
    }
}

impl From<StoredSubject> for Subject {
    fn from(subject: StoredSubject) -> Self {
        match subject {
            StoredSubject::Station => Self::Stations,
            StoredSubject::Class => Self::Classes,
        }
    }
}

/// A change to entries of one listing, as one batch.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Change {
    pub(super) subject: StoredSubject,
    /// The code of a `Cause`.
    pub(super) cause: String,
    pub(super) why: String,
    pub(super) entries: Vec<ChangedEntry>,
    /// What it decides about workers' reports, once it is made.
    #[serde(default)]
    pub(super) answers: Option<reports::Answered>,
}

/// What one entry is to become.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct ChangedEntry {
    /// `None` is new.
    pub(super) number: Option<u32>,
    /// The version that the change was made from; 0 for a new one.
    pub(super) base: u32,
    pub(super) cells: StoredCells,
}

/// The cells of an entry, by the codes of their columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct StoredCells(BTreeMap<String, String>);

impl StoredCells {
    pub(crate) fn new(cells: &Cells) -> Self {
        let cells = cells.iter();
        let cells = cells.map(|(column, text)| (column.help().code.to_owned(), text.to_owned()));
        Self(cells.collect())
    }

    /// What this site knows of them.
    pub(crate) fn read(&self) -> Cells {
        let cells = self.0.iter();
        cells
            .filter_map(|(code, text)| Some((Column::from_code(code)?, text.clone())))
            .collect()
    }
}

/// Puts aspects into words.
pub(super) fn codes(aspects: AspectSet) -> Vec<String> {
    aspects
        .iter()
        .map(|aspect| aspect.code().to_owned())
        .collect()
}

/// Reads them.
pub(super) fn aspects(codes: &[String]) -> AspectSet {
    codes
        .iter()
        .filter_map(|code| Aspect::from_code(code))
        .collect()
}

/// What the registry answers.
pub(super) type Answer = Result<Done, Denied>;

/// What was done, or found.
#[derive(Serialize, Deserialize)]
pub(super) enum Done {
    Entry {
        /// The latest version, and the cells if it is listed.
        now: StoredVersion,
        /// The cells of the version asked for, if it was listed then.
        base: Option<StoredCells>,
    },
    /// The latest first.
    History(Vec<StoredVersion>),
    Changed {
        batch: u32,
        /// Of each entry.
        numbers: Vec<u32>,
        /// What others changed since, which stays.
        theirs: Vec<String>,
    },
    /// It waits for a second person.
    Proposed(u32),
    Batches(Vec<StoredBatch>),
    Batch {
        batch: StoredBatch,
        entries: Vec<StoredStep>,
        undo: StoredUndo,
    },
    Proposals(Vec<StoredProposal>),
    Proposal {
        proposal: Box<StoredProposal>,
        /// What taking a batch back comes to, while that waits.
        undoing: Option<StoredUndoing>,
    },
    Decided,
    /// Groups, and the reports of one.
    Reports(Vec<reports::StoredGroup>, Vec<reports::StoredReport>),
    ReportPhoto(reports::photos::StoredPhoto),
    Due(Vec<freshness::StoredDue>),
    /// So many.
    Confirmed(u32),
}

/// A version of an entry.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredVersion {
    pub(super) number: u32,
    pub(super) batch: StoredBatch,
    /// `None` where it was not listed.
    pub(super) cells: Option<StoredCells>,
}

/// What was done to a listing.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredBatch {
    pub(super) id: u32,
    pub(super) subject: StoredSubject,
    pub(super) at: u32,
    pub(super) cause: String,
    pub(super) by: StoredBy,
    pub(super) second: Option<StoredBy>,
    pub(super) desk: String,
    pub(super) why: String,
    pub(super) undoes: Option<u32>,
    /// The batch that took this one back.
    pub(super) undone_by: Option<u32>,
    /// How many entries it wrote.
    pub(super) entries: u32,
}

/// Who did it.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct StoredBy {
    pub(crate) account: Option<u32>,
    pub(crate) name: String,
}

/// What a batch did to an entry.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredStep {
    pub(super) number: u32,
    pub(super) version: u32,
    pub(super) before: Option<StoredCells>,
    pub(super) after: Option<StoredCells>,
    /// What of it a later change prevents from being taken back: codes of aspects; all of them, or
    /// nothing of a whole entry, stand as `None`.
    pub(super) prevented: Option<Vec<String>>,
}

/// What taking a batch back comes to.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct StoredUndo {
    /// Entries that become what they were.
    pub(super) whole: u32,
    /// Entries of which a part stays.
    pub(super) part: u32,
    /// Entries that stay as they are.
    pub(super) prevented: u32,
    /// Entries that are so already.
    pub(super) already: u32,
    pub(super) second: StoredSecond,
}

/// What takes a second person.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct StoredSecond {
    pub(super) sensitive: usize,
    pub(super) alarms: Vec<StoredAlarm>,
}

impl From<Second> for StoredSecond {
    fn from(Second { sensitive, alarms }: Second) -> Self {
        let alarms = alarms.into_iter().map(StoredAlarm::new).collect();
        Self { sensitive, alarms }
    }
}

/// What taking a batch back would write, as whoever proposed it saw it.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredUndoing {
    /// Some of it; nothing of it if it is not as it was proposed any more.
    pub(super) entries: Vec<StoredUndone>,
    pub(super) second: StoredSecond,
    pub(super) is_as_proposed: bool,
}

/// What taking a batch back makes of an entry.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredUndone {
    pub(super) number: u32,
    /// The version that stands.
    pub(super) base: u32,
    pub(super) before: Option<StoredCells>,
    pub(super) after: Option<StoredCells>,
}

/// A change that waits for a second person, or did.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredProposal {
    pub(super) id: u32,
    pub(super) at: u32,
    pub(super) by: StoredBy,
    pub(super) desk: String,
    pub(super) state: String,
    pub(super) decided_at: Option<u32>,
    pub(super) decided_by: Option<StoredBy>,
    pub(super) note: Option<String>,
    pub(super) batch: Option<u32>,
    pub(super) body: Body,
}

/// What was proposed.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Body {
    /// A change; beside each entry what it was when that was proposed.
    Change {
        change: Change,
        before: Vec<Option<StoredCells>>,
    },
    /// To take a batch back.
    Undo(Undoing),
}

/// A batch that is to be taken back.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Undoing {
    pub(super) subject: StoredSubject,
    pub(super) batch: u32,
    pub(super) why: String,
    /// Of everything that it would write, and of the versions that this rests on.
    pub(super) seal: String,
    /// How many entries it would write.
    pub(super) entries: u32,
    /// What the first of them is called.
    pub(super) name: String,
}

/// Why something was not done.
#[derive(Serialize, Deserialize)]
pub(super) enum Denied {
    /// There is no such thing, or it may not be seen.
    NotFound,
    NotAllowed,
    /// Both changed the same, each to something else.
    Conflict {
        /// Of the entry.
        number: u32,
        before: Option<StoredCells>,
        /// `None`: it was taken off the list.
        now: Option<Box<StoredVersion>>,
    },
    /// Something is wrong with the cells of an entry.
    Invalid,
    /// It is so already.
    Nothing,
    /// It was decided already.
    Decided,
    /// It is not what was proposed any more.
    Moved,
    Broken,
}
