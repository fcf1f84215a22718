//! Keeping the stations and classes: what each page shows, and what its forms send.
//!
//! - `/staff/{listing}` finds entries: [`Find`].
//! - `/staff/{listing}/new` and `/staff/{listing}/{number}` are the [`Form`]; what it sends is a
//!   [`Draft`], which is looked at ([`Look`]) before it is made, and brought together with what
//!   others did ([`Conflict`]).
//! - `/staff/{listing}/{number}/history` is the [`History`].
//! - `/staff/changes` and `/staff/changes/{id}` are [`Changes`] and [`OneChange`].
//! - `/staff/duplicates` and `/staff/duplicates/{one}/{other}` are [`Duplicates`] and [`Merging`].
//! - `/staff/proposals` and `/staff/proposals/{id}` are [`Proposals`] and [`OneProposal`].

mod draft;

pub(crate) use draft::names;
pub use draft::{Deciding, Draft, MergeDraft, Undoing, Verdict, Wish};

use crate::staff::Who;
use domain::listing::entry::{AspectSet, Cause, Cells};
use domain::listing::history::{Batch, By, Step, UndoCounts, Version};
use domain::listing::import::Alarm;
use domain::listing::{Problem, Subject};
use domain::report::ReportKind;
use domain::time::BeijingTime;
use domain::union::Desk;

/// A page of those who keep the listings.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// See [`Find`].
    Find(Find),
    /// See [`Form`].
    Form(Form),
    /// See [`Look`].
    Look(Look),
    /// See [`Conflict`].
    Conflict(Conflict),
    /// See [`History`].
    History(History),
    /// See [`Changes`].
    Changes(Changes),
    /// See [`OneChange`].
    OneChange(OneChange),
    /// See [`Proposals`].
    Proposals(Proposals),
    /// See [`OneProposal`].
    OneProposal(OneProposal),
    /// See [`Duplicates`].
    Duplicates(Duplicates),
    /// See [`Merging`].
    Merging(Merging),
}

/// The entries that somebody looks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Find {
    /// Who looks.
    pub who: Who,
    /// In which listing.
    pub subject: Subject,
    /// What was typed.
    pub words: String,
    /// Whether elsewhere too.
    pub everywhere: bool,
    /// The first of them.
    pub rows: Vec<Row>,
    /// How many there are.
    pub total: usize,
}

/// An entry that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// Where it belongs.
    pub desk: Desk,
    /// Its address.
    pub address: String,
    /// Whether it closed for good.
    pub is_closed: bool,
    /// Whether whoever looks may see its history.
    pub is_own: bool,
}

/// An entry, or one to be, and its form.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Who fills it in.
    pub who: Who,
    /// Of which listing.
    pub subject: Subject,
    /// `None` is new.
    pub number: Option<u32>,
    /// What stands in it.
    pub draft: Draft,
    /// What is wrong with that.
    pub problems: Vec<Problem>,
    /// Places that the words for the successor name.
    pub candidates: Vec<Row>,
    /// What was just done.
    pub done: bool,
    /// Whether whoever looks may change it.
    pub may_edit: bool,
    /// Whether what was sent came from an older session.
    pub is_stale: bool,
    /// What workers reported, where that is why it is changed.
    pub reported: Option<Reported>,
}

/// What workers reported of a station.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// The number of the group.
    pub group: u32,
    /// What they found.
    pub kind: ReportKind,
    /// How many of them.
    pub people: u32,
    /// What they added, the latest first.
    pub notes: Vec<String>,
}

/// A change before it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Who makes it.
    pub who: Who,
    /// In which listing.
    pub subject: Subject,
    /// `None` is new.
    pub number: Option<u32>,
    /// What the entry is now.
    pub before: Option<Cells>,
    /// What it is to become, made from what it is now.
    pub draft: Draft,
    /// What others changed meanwhile, which stays.
    pub theirs: AspectSet,
    /// Whether somebody decided meanwhile about what workers reported.
    pub is_answered: bool,
}

/// Two changes to the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Who made the second.
    pub who: Who,
    /// In which listing.
    pub subject: Subject,
    /// Of the entry.
    pub number: u32,
    /// What both began with.
    pub before: Cells,
    /// What the other made of it, and who that was.
    pub now: Version,
    /// With both changes where they are apart, and with theirs where they are not.
    pub draft: Draft,
    /// What was to become of it.
    pub yours: Cells,
    /// Where they are not apart.
    pub conflicts: AspectSet,
}

/// Every version of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Who looks.
    pub who: Who,
    /// Of which listing.
    pub subject: Subject,
    /// Of the entry.
    pub number: u32,
    /// The latest first.
    pub versions: Vec<Version>,
    /// Two of them, side by side.
    pub compared: Option<(u32, u32)>,
    /// Whether whoever looks may restore one.
    pub may_edit: bool,
}

/// What was done, the latest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// Who looks.
    pub who: Who,
    /// A page of it.
    pub batches: Vec<Batch>,
    /// Where the next page goes on.
    pub next: Option<u32>,
}

/// What was done at once.
#[derive(Clone, Debug, PartialEq)]
pub struct OneChange {
    /// Who looks.
    pub who: Who,
    /// The batch.
    pub batch: Batch,
    /// What it did to the first of its entries.
    pub steps: Vec<Step>,
    /// What taking it back comes to.
    pub undo: UndoCounts,
    /// Whether whoever looks may take it back.
    pub may_undo: bool,
    /// The entry after which the next page goes on.
    pub next: Option<u32>,
}

/// Stations that are probably listed twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Duplicates {
    /// Who looks.
    pub who: Who,
    /// The first of them: two stations, and how far apart they are in metres.
    pub pairs: Vec<(Row, Row, Option<u32>)>,
    /// How many there are.
    pub total: usize,
}

/// Two stations that are to become one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merging {
    /// Who does it.
    pub who: Who,
    /// Number, version and cells of the one.
    pub one: (u32, u32, Cells),
    /// Of the other.
    pub other: (u32, u32, Cells),
    /// What was chosen.
    pub draft: MergeDraft,
    /// Whether nothing was done because either was changed meanwhile.
    pub is_stale: bool,
}

/// What waits for a second person.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposals {
    /// Who looks.
    pub who: Who,
    /// Those that wait.
    pub open: Vec<Proposal>,
    /// Those that no longer do.
    pub decided: Vec<Proposal>,
}

/// A change that waits for a second person, or did.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Its number.
    pub id: u32,
    /// When it was proposed.
    pub at: BeijingTime,
    /// By whom.
    pub by: By,
    /// Of which listing.
    pub subject: Subject,
    /// What is to be done.
    pub cause: Cause,
    /// In their own words.
    pub why: String,
    /// Some of the entries: number, what it was then, what it is to become; `None` is not listed.
    pub entries: Vec<(Option<u32>, Option<Cells>, Option<Cells>)>,
    /// The batch that it takes back, if that is what it does.
    pub undoes: Option<Undoes>,
    /// What became of it; `None` while it waits.
    pub decided: Option<Decided>,
}

/// A batch that is to be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Undoes {
    /// Its number.
    pub batch: u32,
    /// How many entries that writes.
    pub total: u32,
    /// What the first of them is called.
    pub name: String,
    /// What is strange about all of it.
    pub alarms: Vec<Alarm>,
    /// Whether it is not what was proposed any more.
    pub is_moved: bool,
    /// The entry after which the next page goes on.
    pub next: Option<u32>,
}

/// What became of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// How.
    pub verdict: Verdict,
    /// When.
    pub at: BeijingTime,
    /// By whom.
    pub by: By,
    /// A word with it.
    pub note: String,
    /// What came of it.
    pub batch: Option<u32>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct OneProposal {
    /// Who looks.
    pub who: Who,
    /// The proposal.
    pub proposal: Proposal,
    /// Whether whoever looks may be the second person.
    pub may_decide: bool,
    /// Whether it is theirs, to withdraw.
    pub is_own: bool,
    /// What was typed.
    pub note: String,
    /// Why nothing was decided.
    pub hitch: Option<Hitch>,
}

/// Why nothing was decided about a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hitch {
    /// Whoever declines says why.
    NoteMissing,
    /// Somebody changed the same since.
    Conflict,
    /// Somebody decided already, or it cannot be done any more.
    Refused,
}
