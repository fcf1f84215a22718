//! Several requests at once: what is sent from the list, and what came of it.

use super::list::Narrowing;
use super::names;
use super::sent::{Hitch, Sent, Typed, Wish};
use crate::request::is_key;
use crate::staff::Who;
use domain::request::{Category, MOST_AT_ONCE, MoveKind, Reference, fits_together};

/// The form of `POST /staff/requests/several`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentTogether {
    /// What shows that the form is of this session.
    pub token: String,
    /// What the sender calls this, however often it is sent.
    pub key: Option<String>,
    /// The list from which it was sent.
    pub narrowing: Narrowing,
    /// What was ticked and typed.
    pub ticked: Ticked,
    /// The button; `None` is no move that is made with several.
    pub kind: Option<MoveKind>,
}

/// What was ticked in the list and typed below it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ticked {
    /// The requests.
    pub requests: Vec<Tick>,
    /// A desk.
    pub to: String,
    /// Why that desk.
    pub why: String,
    /// The answer.
    pub answer: String,
}

/// A request that was ticked, as the list showed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Which.
    pub reference: Reference,
    /// What it is about.
    pub category: Category,
    /// How many events it had.
    pub seen: u32,
}

/// Why nothing was done with what was ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Nothing was ticked.
    NoneTicked,
    /// One text for several matters.
    Mixed,
    /// What was typed.
    Typed(Hitch),
}

/// What was ticked and typed, and why nothing was done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// Which button.
    pub kind: MoveKind,
    /// What was ticked and typed.
    pub ticked: Ticked,
    /// Why not.
    pub obstacle: Obstacle,
}

/// The page that says what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// Who did it.
    pub who: Who,
    /// What was wished for.
    pub kind: MoveKind,
    /// What came of it, for each request that was ticked.
    pub outcomes: Vec<(Tick, Outcome)>,
    /// The list from which it was sent.
    pub narrowing: Narrowing,
}

/// What came of a wish for one of several requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// More had happened than the list showed; nothing was done.
    Changed,
    /// It is not for this person to do.
    NotAllowed,
    /// Nobody has taken it yet.
    NotInHand,
    /// Somebody else has it in hand.
    NotTheHolder,
    /// As it stands this cannot be done.
    Refused,
    /// It is not to be seen from this desk.
    Gone,
    /// Its desk could not be reached, or failed: nobody knows.
    Unknown,
}

/// The address that a list is sent to.
pub(crate) const ADDRESS: &str = "/staff/requests/several";

/// The names of the inputs that a single request has not.
pub(crate) mod several_names {
    /// A request that is ticked.
    pub(crate) const TICK: &str = "tick";
    /// The query of the list.
    pub(crate) const LIST: &str = "list";
    /// Why a desk is chosen.
    pub(crate) const WHY: &str = "why";
    /// The answer.
    pub(crate) const ANSWER: &str = "answer";
}

impl SentTogether {
    /// The longest body of the form.
    pub const MOST_BYTES: usize = Sent::MOST_BYTES;

    /// Reads a body of at most [`Self::MOST_BYTES`]. What is ticked beyond a page is left out.
    pub fn read(body: &[u8]) -> Self {
        let mut sent = Self {
            token: String::new(),
            key: None,
            narrowing: Narrowing::default(),
            ticked: Ticked::default(),
            kind: None,
        };
        let ticked = &mut sent.ticked;
        for (name, value) in form_urlencoded::parse(body).take(MOST_AT_ONCE + 16) {
            match &*name {
                names::TOKEN => sent.token = value.into_owned(),
                names::KEY if is_key(&value) => sent.key = Some(value.into_owned()),
                names::MOVE => {
                    sent.kind = MoveKind::from_code(&value).filter(|kind| kind.is_for_several());
                }
                names::TO => ticked.to = value.into_owned(),
                several_names::LIST => sent.narrowing = Narrowing::read(&value),
                several_names::WHY => ticked.why = value.replace("\r\n", "\n"),
                several_names::ANSWER => ticked.answer = value.replace("\r\n", "\n"),
                several_names::TICK if ticked.requests.len() < MOST_AT_ONCE => {
                    let tick = Tick::parse(&value);
                    let is_new = |tick: &Tick| {
                        let mut known = ticked.requests.iter();
                        known.all(|other| other.reference != tick.reference)
                    };
                    ticked.requests.extend(tick.filter(is_new));
                }
                _ => {}
            }
        }
        sent
    }
}

impl Ticked {
    /// What is wished for with each of them.
    pub fn wish(&self, kind: MoveKind) -> Result<Wish, Obstacle> {
        if self.requests.is_empty() {
            return Err(Obstacle::NoneTicked);
        }
        if !fits_together(kind, self.requests.iter().map(|tick| tick.category)) {
            return Err(Obstacle::Mixed);
        }
        let note = match kind {
            MoveKind::Dispatch => &self.why,
            MoveKind::Answer => &self.answer,
            _ => "",
        };
        let typed = Typed {
            kind,
            note: note.to_owned(),
            to: self.to.clone(),
            cites: String::new(),
        };
        match typed.wish() {
            Some(Ok(wish)) => Ok(wish),
            Some(Err(unsent)) => Err(Obstacle::Typed(unsent.hitch.unwrap_or(Hitch::Refused))),
            None => Err(Obstacle::Typed(Hitch::Refused)),
        }
    }

    /// Whether that request is ticked.
    pub(crate) fn has(&self, reference: Reference) -> bool {
        let mut requests = self.requests.iter();
        requests.any(|tick| tick.reference == reference)
    }
}

impl Tick {
    /// The value of its box.
    pub(crate) fn text(self) -> String {
        let Self {
            reference,
            category,
            seen,
        } = self;
        format!("{reference}.{}.{seen}", category.code())
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        Some(Self {
            reference: Reference::parse(parts.next()?).ok()?,
            category: Category::from_code(parts.next()?)?,
            seen: parts.next()?.parse().ok()?,
        })
    }
}
