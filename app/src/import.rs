//! Imports: what is sent with the forms, and what the pages show.

mod sent;

pub use sent::{Sent, View, Wish, subject, subject_code};
pub(crate) use sent::{names, wishes};

use crate::staff::Who;
use crate::wording::Lang;
use domain::listing::Subject;
use domain::listing::entry::Cells;
use domain::listing::import::{Alarm, Outcome};
use domain::time::BeijingTime;
use domain::union::Desk;

/// `/staff/import`.
#[derive(Clone, Debug, PartialEq)]
pub struct Imports {
    /// Who looks.
    pub who: Who,
    /// Whether they may import at all.
    pub may_import: bool,
    /// The latest plans.
    pub plans: Vec<Plan>,
    /// What was chosen and typed beside a file that was not taken.
    pub draft: Draft,
    /// Why it was not taken.
    pub problem: Option<FileProblem>,
}

/// What is chosen and typed beside a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The code of what it lists: `stations` or `classes`.
    pub subject: String,
    /// The name of a datum; empty if the file says it.
    pub datum: String,
    /// Why it is imported.
    pub why: String,
}

/// Why a file was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// None was chosen.
    Missing,
    /// It is larger than is read.
    TooLarge,
}

/// A plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Its number.
    pub id: u32,
    /// What it lists.
    pub subject: Subject,
    /// When it was begun.
    pub at: BeijingTime,
    /// By whom.
    pub by: String,
    /// Why.
    pub why: String,
    /// How far it is.
    pub state: State,
    /// Rows of the file.
    pub rows: u32,
    /// Rows that were looked at.
    pub looked_at: u32,
}

/// How far a plan is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The file is being read.
    Reading,
    /// Its rows are being looked at.
    Planning,
    /// One of these sheets is meant.
    ChooseSheet(Vec<String>),
    /// Nobody said in which datum the coordinates are.
    ChooseDatum,
    /// Nothing can be made of the file.
    Failed {
        /// Why, in the reader's language.
        why: String,
    },
    /// To be looked at, and applied.
    Ready,
    /// Waits for a second person.
    Proposed,
    /// Done, as that batch.
    Applied {
        /// Its number.
        batch: u32,
    },
    /// Given up.
    Declined {
        /// The plan that took its place.
        instead: Option<u32>,
    },
}

impl State {
    /// Whether it goes on by itself.
    pub const fn is_working(&self) -> bool {
        matches!(self, Self::Reading | Self::Planning)
    }
}

/// `/staff/import/{plan}`.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanPage {
    /// Who looks.
    pub who: Who,
    /// The plan.
    pub plan: Plan,
    /// The desk that has all it is about.
    pub covers: Option<Desk>,
    /// What is strange about it.
    pub alarms: Vec<Alarm>,
    /// Headers that no column is known by.
    pub ignored_columns: Vec<String>,
    /// How many rows come to what, and how many of them are ticked.
    pub counts: Vec<(Outcome, u32, u32)>,
    /// What alone is shown.
    pub outcome: Option<Outcome>,
    /// The place behind which the shown rows begin.
    pub after: Option<u32>,
    /// Those that are shown.
    pub shown: Vec<Row>,
    /// The place behind which there are more.
    pub next: Option<u32>,
    /// Of everything that is ticked.
    pub seal: String,
    /// Whether that takes a second person.
    pub takes_two: bool,
    /// Whether it may be changed and applied by whoever looks.
    pub may_change: bool,
    /// Whether whoever looks may be the second person.
    pub may_approve: bool,
    /// The entries that were changed since the plan whose place this took.
    pub moved: Vec<u32>,
    /// What has just happened.
    pub told: Option<Told>,
}

/// What has just happened to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Ticks were saved.
    Saved,
    /// Ticks were not as they had been saved, so nothing was applied.
    Unsaved,
    /// It is another plan than the one that was looked at.
    Other,
    /// Nothing is ticked.
    Nothing,
}

/// A row of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its place.
    pub place: u32,
    /// Where it stands in the file; none if it is not in it.
    pub at: Option<u32>,
    /// What it comes to.
    pub outcome: Outcome,
    /// The number of the entry.
    pub number: Option<u32>,
    /// What is held.
    pub before: Option<Cells>,
    /// What would be.
    pub after: Option<Cells>,
    /// As it is written, where nothing was made of it.
    pub cells: Vec<String>,
    /// What is wrong or doubtful, in the reader's language.
    pub problems: Vec<String>,
    /// Whether it takes a second person.
    pub is_sensitive: bool,
    /// Whether it would be written.
    pub ticked: bool,
}

impl Lang {
    /// The sentence in this language.
    pub fn of_both(self, both: &(String, String)) -> &str {
        match self {
            Self::Zh => &both.0,
            Self::En => &both.1,
        }
    }

    /// What is said of a plan that could not be made, by a fault of ours.
    pub const fn unknown_failure(self) -> &'static str {
        self.pick(
            "没能比对完，是我们这边的问题。请再导入一次。",
            "It could not be planned, which is our fault. Try it once more.",
        )
    }

    /// The header of the column that says why a row was not taken.
    pub const fn reason_column(self) -> &'static str {
        self.pick("原因", "reason")
    }
}
