//! Following a request: the secret that opens it, how it stands, and the worker's own moves.

use super::is_key;
use super::secrecy::Shown;
use domain::request::{
    Actor, Event, Filed, Move, MoveKind, Note, Outline, Request, Secret, Survey,
};
use domain::request::{bounds, signals_danger};
use domain::time::BeijingTime;

/// The page that asks for the secret: for every reference, whether there is such a request or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Follow {
    /// The reference as it stands in the address.
    pub reference: String,
    /// Whether a secret was sent that does not fit, or fits a reference that nobody has.
    pub denied: bool,
    /// What was sent while too much came from there: 429.
    pub held: Option<Held>,
}

/// Everything that was sent and not looked at, to be sent again with one button.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The secret that was shown.
    pub(crate) secret: Shown,
    /// What the move is called.
    pub(crate) key: Option<String>,
    /// What it was to be, and what was said with it.
    pub(crate) wish: Option<(Move, String)>,
    /// Whether the help lines were shown for that.
    pub(crate) danger_shown: bool,
}

/// The page of a request for the worker who showed its secret.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// How it began.
    pub filed: Filed,
    /// What happened to it, with the notes.
    pub events: Vec<Event>,
    /// What came of that.
    pub request: Request,
    /// How many photos it has.
    pub photos: u32,
    /// How the other stands to which it is joined.
    pub other: Option<Outline>,
    /// The secret that was shown, for the forms of the page.
    pub secret: Shown,
    /// What the next move is called, however often it is sent.
    pub key: String,
    /// What the worker wanted to do and could not, or not yet.
    pub unsent: Option<Unsent>,
}

/// The form of `POST /requests/{reference}`.
#[derive(Clone, Debug)]
pub struct Followed {
    /// The secret; `None` if what was typed cannot be one, which is answered like a wrong one.
    pub secret: Option<Secret>,
    /// What the sender calls this move, however often it is sent.
    pub key: Option<String>,
    /// What the worker wants to do; [`None`] is to look. What cannot be done as it was sent is
    /// shown again on the page of the request: [`Standing::unsent`].
    pub wish: Option<Result<Wish, Unsent>>,
}

/// A move of the worker's. Whether it can be made now is for the request to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What.
    pub what: Move,
    /// What was said with it.
    pub note: Note,
}

/// A move that was not made, with everything typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsent {
    /// What it was to be.
    pub what: Move,
    /// What was typed.
    pub note: String,
    /// Why it was not made.
    pub problem: NoteProblem,
}

/// Why something that was said does not go with a move, or the move cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteProblem {
    /// It says nothing.
    Missing,
    /// It is longer than it may be.
    TooLong {
        /// Its length in characters.
        found: usize,
        /// How many it may have.
        most: usize,
    },
    /// Things have moved on, and this cannot be done any more.
    TooLate,
    /// It signals danger to life, and the help lines come first. Sent once more, it is sent.
    HelpFirst,
    /// More was said than is taken in a while: 429.
    TooMany {
        /// After so many seconds it can be sent.
        seconds: u32,
    },
}

/// The names of the inputs.
pub(crate) mod names {
    /// What opens the request.
    pub(crate) const SECRET: &str = "secret";
    /// The code of a move.
    pub(crate) const MOVE: &str = "move";
    /// The name of the move.
    pub(crate) const KEY: &str = crate::request::names::KEY;
    /// What is said with it.
    pub(crate) const NOTE: &str = "note";
    /// Whether anybody got in touch: `yes` or `no`.
    pub(crate) const REACHED: &str = "reached";
    /// There once the help lines were shown.
    pub(crate) const DANGER: &str = crate::request::names::DANGER;
    /// Whether the worker is content: `yes` or `no`.
    pub(crate) const SATISFIED: &str = "satisfied";
}

/// More inputs than any form of the page has.
const MOST_INPUTS: usize = 16;

impl Followed {
    /// The longest body of a form.
    pub const MOST_BYTES: usize = super::Form::MOST_BYTES;

    /// Reads a body of at most [`Self::MOST_BYTES`].
    pub fn read(body: &[u8]) -> Self {
        let (mut secret, mut key, mut kind, mut note) = (None, None, None, String::new());
        let (mut survey, mut danger_shown) = (Survey::default(), false);
        for (name, value) in form_urlencoded::parse(body).take(MOST_INPUTS) {
            match &*name {
                names::SECRET => secret = Secret::parse(&value).ok(),
                names::KEY if is_key(&value) => key = Some(value.into_owned()),
                names::MOVE => kind = MoveKind::from_code(&value),
                names::NOTE => note = value.replace("\r\n", "\n"),
                names::REACHED => survey.reached = answer(&value),
                names::SATISFIED => survey.satisfied = answer(&value),
                names::DANGER => danger_shown = true,
                _ => {}
            }
        }
        let what = kind.and_then(|kind| Move::of_worker(kind, survey));
        Self {
            secret,
            key,
            wish: what.map(|what| Wish::new(what, note, danger_shown)),
        }
    }

    /// What is shown if nobody may look now who showed `secret`.
    pub fn held(self, secret: Secret) -> Held {
        let wish = self.wish.map(|wish| match wish {
            Ok(wish) => (true, wish.unsent(NoteProblem::TooLate)),
            Err(unsent) => (unsent.problem != NoteProblem::HelpFirst, unsent),
        });
        Held {
            secret: Shown(secret),
            key: self.key,
            danger_shown: wish.as_ref().is_some_and(|(shown, _)| *shown),
            wish: wish.map(|(_, unsent)| (unsent.what, unsent.note)),
        }
    }
}

fn answer(code: &str) -> Option<bool> {
    match code {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

impl Wish {
    fn new(what: Move, note: String, danger_shown: bool) -> Result<Self, Unsent> {
        let (found, most) = (note.chars().count(), bounds::TEXT_CHARS);
        let problem = if signals_danger(&note) && !danger_shown {
            Some(NoteProblem::HelpFirst)
        } else if found > most {
            Some(NoteProblem::TooLong { found, most })
        } else if what.kind().needs_note() && note.trim().is_empty() {
            Some(NoteProblem::Missing)
        } else {
            None
        };
        match problem {
            Some(problem) => Err(Unsent {
                what,
                note,
                problem,
            }),
            None if note.trim().is_empty() => Ok(Self {
                what,
                note: Note::None,
            }),
            None => Ok(Self {
                what,
                note: Note::Said(note),
            }),
        }
    }

    /// What is shown if the move was not made.
    pub fn unsent(self, problem: NoteProblem) -> Unsent {
        Unsent {
            what: self.what,
            note: match self.note {
                Note::Said(words) => words,
                Note::None | Note::Destroyed => String::new(),
            },
            problem,
        }
    }
}

impl Follow {
    /// Where the secret is sent.
    pub(crate) fn address(&self) -> String {
        let reference = form_urlencoded::byte_serialize(self.reference.as_bytes());
        ["/requests/", &reference.collect::<String>()].concat()
    }
}

impl Standing {
    /// Whether the worker may make a move of this kind at `now`. What the alarm has still to ring
    /// for goes first, as it will when the move is made.
    pub fn allows(&self, kind: MoveKind, now: BeijingTime) -> bool {
        let Some(what) = Move::of_worker(kind, Survey::default()) else {
            return false;
        };
        let mut request = self.request.clone();
        request.settle(now);
        let event = Event {
            actor: Actor::Worker,
            at: now.max(request.last_at()),
            // Something was said; what does not matter.
            note: Note::Destroyed,
            what,
        };
        request.apply(&event).is_ok()
    }
}

/// Whether what was said is said to the other side, and is not only the reason for a move.
pub(crate) fn is_message(event: &Event) -> bool {
    let is_staffs = event.what.kind().is_said_to_the_worker();
    event.note != Note::None && (event.actor == Actor::Worker || is_staffs)
}
