//! The requests of a desk and of those below it, the most urgent first.

use super::sent::Unsent;
use super::several::{Tick, Undone};
use crate::staff::Who;
use domain::request::{Category, Due, MoveKind, Queue, Reference, StageKind, bounds};
use domain::staff::{Action, Staff, StaffId, may};
use domain::union::Desk;

/// The page of a desk.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Who looks.
    pub who: Who,
    /// Which requests are shown.
    pub shown: Shown,
    /// What the next wish with several of them is called, however often it is sent.
    pub key: String,
    /// These: what is in one queue stands together.
    pub rows: Vec<Row>,
    /// The desks whose requests could not be reached.
    pub unreached: Vec<Desk>,
    /// The move that was just made, with a request that is no longer to be seen here.
    pub done: Option<MoveKind>,
    /// What was written to a request that somebody else has by now, and was not sent.
    pub unsent: Option<Unsent>,
    /// What was ticked in this list, and why nothing was done with it.
    pub undone: Option<Undone>,
}

/// Which requests a list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A page of those of the desk and below.
    Page {
        /// What is left out.
        narrowing: Narrowing,
        /// How many are overdue, whatever is left out.
        overdue: u32,
        /// How many will be soon.
        soon: u32,
        /// Where the next page goes on.
        next: Option<String>,
    },
    /// What was found.
    Found {
        /// What was looked for.
        words: String,
        /// Whether there may be more.
        bounded: bool,
    },
}

/// A request in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its reference.
    pub reference: Reference,
    /// What it is about.
    pub category: Category,
    /// The lowest desk that the place of the matter tells.
    pub from: Desk,
    /// The desk that has it.
    pub desk: Desk,
    /// Where it stands.
    pub stage: StageKind,
    /// Who has it in hand.
    pub holder: Option<StaffId>,
    /// By when it must be answered; `None` while the clock is stopped.
    pub due: Option<Due>,
    /// Where it stands in the list.
    pub queue: Queue,
    /// How many events it has.
    pub seen: u32,
}

impl Row {
    /// Its box, where `staff` could do something with it: it is open, and at their own desk.
    pub(crate) fn tick(&self, staff: Staff) -> Option<Tick> {
        let is_open = !matches!(self.queue, Queue::Answered | Queue::Ended);
        let is_ours = may(staff, Action::Move(MoveKind::Take), self.desk);
        (is_open && is_ours).then_some(Tick {
            reference: self.reference,
            category: self.category,
            seen: self.seen,
        })
    }
}

/// What is left out of a list: everything but this.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Narrowing {
    /// Only what stands there.
    pub stage: Option<StageKind>,
    /// Only what is about that.
    pub category: Option<Category>,
    /// Only what whoever looks has in hand.
    pub own: bool,
    /// Only what comes after the page that ended with this.
    pub after: Option<String>,
}

/// The form of `POST /staff/requests`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// What shows that the form is of this session.
    pub token: String,
    /// A reference, a number, or words; no longer than they may be.
    pub words: String,
}

/// The names of the inputs.
pub(crate) mod names {
    /// The code of a stage.
    pub(crate) const STAGE: &str = "stage";
    /// The code of a category.
    pub(crate) const CATEGORY: &str = "category";
    /// `yes`, or not there.
    pub(crate) const OWN: &str = "own";
    /// Where the page begins.
    pub(crate) const AFTER: &str = "after";
    /// The code of the move that was just made.
    pub(crate) const DONE: &str = "done";
    /// What is looked for.
    pub(crate) const WORDS: &str = "words";
}

/// A longer query narrows nothing.
const MOST_QUERY_BYTES: usize = 1024;

impl Narrowing {
    /// Reads a query; what is not understood is dropped.
    pub fn read(query: &str) -> Self {
        let mut narrowing = Self::default();
        if query.len() > MOST_QUERY_BYTES {
            return narrowing;
        }
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                names::STAGE => narrowing.stage = StageKind::from_code(&value),
                names::CATEGORY => narrowing.category = Category::from_code(&value),
                names::OWN => narrowing.own = value == "yes",
                names::AFTER if !value.is_empty() => narrowing.after = Some(value.into_owned()),
                _ => {}
            }
        }
        narrowing
    }

    /// The address of the list that is narrowed so.
    pub(crate) fn address(&self) -> String {
        let query = self.query();
        match query.is_empty() {
            true => "/staff/requests".to_owned(),
            false => ["/staff/requests?", &query].concat(),
        }
    }

    /// The query of that address.
    pub(crate) fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let own = self.own.then_some("yes");
        for (name, value) in [
            (names::STAGE, self.stage.map(StageKind::code)),
            (names::CATEGORY, self.category.map(Category::code)),
            (names::OWN, own),
            (names::AFTER, self.after.as_deref()),
        ] {
            query.extend_pairs(value.map(|value| (name, value)));
        }
        query.finish()
    }

    /// Whether anything but earlier pages is left out.
    pub(crate) fn is_narrow(&self) -> bool {
        self.stage.is_some() || self.category.is_some() || self.own
    }
}

/// The move that was just made, in the query of the page that comes after it.
pub fn done(query: &str) -> Option<MoveKind> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, code) = pairs.find(|(name, _)| name == names::DONE)?;
    MoveKind::from_code(&code)
}

impl Looked {
    /// The longest body of the form.
    pub const MOST_BYTES: usize = 8 << 10;

    /// Reads a body of at most [`Self::MOST_BYTES`].
    pub fn read(body: &[u8]) -> Self {
        let mut looked = Self {
            token: String::new(),
            words: String::new(),
        };
        for (name, value) in form_urlencoded::parse(body).take(4) {
            match &*name {
                super::names::TOKEN => looked.token = value.into_owned(),
                names::WORDS => {
                    let words = value.trim().chars().take(bounds::LINE_CHARS);
                    looked.words = words.collect();
                }
                _ => {}
            }
        }
        looked
    }
}
