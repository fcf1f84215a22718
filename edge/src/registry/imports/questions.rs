//! What the edge asks the registry about imports and what it is told: JSON, with a file behind it
//! where one is sent.

use super::super::questions::{StoredBy, StoredCells, StoredSubject};
use super::alarms::StoredAlarm;
use records::StoredStaff;
use serde::{Deserialize, Serialize};

/// What is asked, when, and by whom.
#[derive(Serialize, Deserialize)]
pub(crate) struct Asked {
    /// Seconds since 1970.
    pub(crate) at: u32,
    pub(crate) staff: StoredStaff,
    /// The person's own name, for the history.
    pub(crate) name: String,
    pub(crate) question: Question,
}

#[derive(Serialize, Deserialize)]
pub(crate) enum Question {
    /// To plan an import of the file that comes with this.
    Begin(Begin),
    /// To plan it with another sheet or datum.
    Choose {
        plan: u32,
        sheet: Option<String>,
        datum: Option<String>,
    },
    /// The plans that they may see, the latest first.
    List,
    /// Those that wait for a second person.
    Proposed,
    /// A plan with some of its rows.
    See(Wanted),
    /// To take rows in or leave them out, by their places.
    Tick { plan: u32, ticks: Vec<(u32, bool)> },
    /// To take in or leave out all that come to the same.
    TickAll {
        plan: u32,
        outcome: String,
        ticked: bool,
    },
    /// The rows that are wrong.
    Wrong(u32),
    /// To do what a plan says, as its seal has it.
    Apply { plan: u32, seal: String },
    /// To give a plan up, or not to approve it.
    Decline(u32),
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Begin {
    pub(crate) subject: StoredSubject,
    pub(crate) sheet: Option<String>,
    pub(crate) datum: Option<String>,
    /// In the importer's own words; may be empty.
    pub(crate) why: String,
}

/// Which rows of a plan.
#[derive(Serialize, Deserialize)]
pub(crate) struct Wanted {
    pub(crate) plan: u32,
    /// The code of an `Outcome`.
    pub(crate) outcome: Option<String>,
    /// Only rows behind that place.
    pub(crate) after: Option<u32>,
    pub(crate) most: u32,
}

pub(crate) type Answer = Result<Done, Denied>;

#[derive(Serialize, Deserialize)]
pub(crate) enum Done {
    /// There is a plan of that number now, or soon.
    Begun(u32),
    Plans(Vec<StoredPlan>),
    Seen(Box<SeenPlan>),
    Ticked,
    Wrong(WrongRows),
    /// As that batch.
    Applied(u32),
    /// A second person is to look at it.
    Proposed,
    /// What the plan rests on has changed; the plan of that number takes its place.
    Replanned(u32),
    Declined,
}

/// A sentence in Chinese and in English.
pub(crate) type Sentence = (String, String);

/// How far a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// The file is being read.
    Reading,
    /// Its rows are being looked at.
    Planning,
    /// Somebody has to choose a sheet or a datum.
    Choosing,
    /// Nothing can be made of the file.
    Failed,
    /// It can be looked at and applied.
    Ready,
    /// It waits for a second person.
    Proposed,
    Applied,
    /// Given up, not approved, or another plan took its place.
    Declined,
}

impl State {
    pub(super) const ALL: [(Self, &str); 8] = [
        (Self::Reading, "reading"),
        (Self::Planning, "planning"),
        (Self::Choosing, "choosing"),
        (Self::Failed, "failed"),
        (Self::Ready, "ready"),
        (Self::Proposed, "proposed"),
        (Self::Applied, "applied"),
        (Self::Declined, "declined"),
    ];

    /// Its word in the tables and the API.
    pub(crate) fn code(self) -> &'static str {
        let known = Self::ALL.iter().find(|(state, _)| *state == self);
        known.map_or("", |(_, code)| code)
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        let known = Self::ALL.iter().find(|(_, known)| *known == code);
        known.map(|(state, _)| *state)
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct StoredPlan {
    pub(crate) id: u32,
    pub(crate) subject: StoredSubject,
    pub(crate) at: u32,
    pub(crate) by: StoredBy,
    /// The importer's desk.
    pub(crate) desk: String,
    pub(crate) state: State,
    pub(crate) why: String,
    pub(crate) sheet: Option<String>,
    pub(crate) datum: Option<String>,
    /// Rows of the file, and how many of them were looked at.
    pub(crate) rows: u32,
    pub(crate) looked_at: u32,
    pub(crate) notes: Notes,
    pub(crate) batch: Option<u32>,
    /// The plan that took its place.
    pub(crate) instead: Option<u32>,
}

/// What is known of a plan as a whole.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Notes {
    /// The sheets to choose from.
    pub(crate) sheets: Vec<String>,
    pub(crate) needs_datum: bool,
    pub(crate) failure: Option<Sentence>,
    /// The desk that has all it is about.
    pub(crate) covers: Option<String>,
    pub(crate) alarms: Vec<StoredAlarm>,
    pub(crate) ignored_columns: Vec<String>,
    /// The headers of the file.
    pub(crate) names: Vec<String>,
    /// The plan whose place it takes, and the entries that were changed since.
    pub(crate) replaces: Option<u32>,
    pub(crate) moved: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct SeenPlan {
    pub(crate) plan: StoredPlan,
    /// By the code of the outcome: how many, and how many of them ticked.
    pub(crate) counts: Vec<(String, u32, u32)>,
    pub(crate) rows: Vec<SeenRow>,
    /// The place after which there are more.
    pub(crate) next: Option<u32>,
    /// Of everything that is ticked.
    pub(crate) seal: String,
    /// Whether what is ticked takes a second person.
    pub(crate) takes_two: bool,
    /// What whoever looks may do.
    pub(crate) may_change: bool,
    pub(crate) may_approve: bool,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct SeenRow {
    pub(crate) place: u32,
    /// The row or line of the file; none of what is not in it.
    pub(crate) at: Option<u32>,
    pub(crate) outcome: String,
    pub(crate) number: Option<u32>,
    pub(crate) before: Option<StoredCells>,
    pub(crate) after: Option<StoredCells>,
    /// The cells as they are written, for rows of which nothing was made.
    pub(crate) cells: Vec<String>,
    pub(crate) problems: Vec<Sentence>,
    pub(crate) is_sensitive: bool,
    pub(crate) ticked: bool,
}

/// Everything that a file of the wrong rows is made of.
#[derive(Serialize, Deserialize)]
pub(crate) struct WrongRows {
    pub(crate) names: Vec<String>,
    pub(crate) rows: Vec<(Vec<String>, Vec<Sentence>)>,
}

#[derive(Serialize, Deserialize)]
pub(crate) enum Denied {
    /// There is no such plan, or it may not be seen.
    NotFound,
    NotAllowed,
    /// It says something else than what was looked at.
    OtherPlan,
    /// It is not at the point where that can be done.
    NotNow,
    /// Nothing of it is ticked.
    Nothing,
    Broken,
}
