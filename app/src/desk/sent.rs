//! What somebody sends from the page of a request: a move, or a text to build on.

use super::texts::Text;
use crate::request::is_key;
use crate::wording::Lang;
use domain::policy::Programme;
use domain::request::{Cite, Move, MoveKind, Note, Reference, bounds};
use domain::union::Desk;

/// The form of `POST /staff/requests/{reference}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// What shows that the form is of this session.
    pub token: String,
    /// What the sender calls this move, however often it is sent.
    pub key: Option<String>,
    /// How many events the sender had before them.
    pub seen: usize,
    /// What is wished for. What cannot be done as it was sent is shown again: [`Unsent`].
    pub wish: Option<Result<Wish, Unsent>>,
}

/// A move that a member of staff wishes to make. Whether it can be made now is for the request to
/// say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What.
    pub what: Move,
    /// What was said with it.
    pub note: Note,
    /// The same as it was typed.
    typed: Typed,
}

/// Everything in a form, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Which form.
    pub kind: MoveKind,
    /// What is said.
    pub note: String,
    /// A desk or another request.
    pub to: String,
    /// The programme whose rule is named.
    pub cites: String,
}

/// A move that was not made, with everything typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsent {
    /// What was typed.
    pub typed: Typed,
    /// Why it was not made; `None` where a text to build on was asked for.
    pub hitch: Option<Hitch>,
}

/// Why a move was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hitch {
    /// It says nothing.
    NoteMissing,
    /// It says more than it may.
    TooLong {
        /// Its length in characters.
        found: usize,
        /// How many it may have.
        most: usize,
    },
    /// The text to build on has blanks that nobody filled in.
    Blanks,
    /// No desk was chosen.
    NoDesk,
    /// That is no reference, or that of nobody's request.
    NoReference,
    /// Somebody did something after the first `seen` events.
    Changed {
        /// How many events there were.
        seen: usize,
    },
    /// Whoever sent it has signed in anew since the page was made.
    Stale,
    /// As things stand it cannot be done.
    Refused,
}

/// The names of the inputs.
pub(crate) mod names {
    /// What shows that the form is of this session.
    pub(crate) const TOKEN: &str = crate::staff::names::FORM_TOKEN;
    /// The name of the move.
    pub(crate) const KEY: &str = "key";
    /// How many events the page showed.
    pub(crate) const SEEN: &str = "seen";
    /// The form.
    pub(crate) const MOVE: &str = "move";
    /// The button that puts in a text to build on.
    pub(crate) const TEXT: &str = "text";
    /// What is said.
    pub(crate) const NOTE: &str = "note";
    /// A desk or another request.
    pub(crate) const TO: &str = "to";
    /// A programme.
    pub(crate) const CITES: &str = "cites";
}

/// More inputs than any form of the page has.
const MOST_INPUTS: usize = 16;

impl Sent {
    /// The longest body of a form.
    pub const MOST_BYTES: usize = crate::request::Form::MOST_BYTES;

    /// Reads a body of at most [`Self::MOST_BYTES`]; a text to build on comes in `lang`.
    pub fn read(lang: Lang, body: &[u8]) -> Self {
        let mut sent = Self {
            token: String::new(),
            key: None,
            seen: 0,
            wish: None,
        };
        let (mut kind, mut text) = (None, None);
        let [mut note, mut to, mut cites] = [const { String::new() }; 3];
        for (name, value) in form_urlencoded::parse(body).take(MOST_INPUTS) {
            match &*name {
                names::TOKEN => sent.token = value.into_owned(),
                names::KEY if is_key(&value) => sent.key = Some(value.into_owned()),
                names::SEEN => sent.seen = value.parse().unwrap_or_default(),
                names::MOVE => kind = MoveKind::from_code(&value),
                names::TEXT => text = Text::from_code(&value),
                names::NOTE => note = value.replace("\r\n", "\n"),
                names::TO => to = value.into_owned(),
                names::CITES => cites = value.into_owned(),
                _ => {}
            }
        }
        let typed = |kind| Typed {
            kind,
            note,
            to,
            cites,
        };
        sent.wish = match (kind.map(typed), text) {
            (Some(typed), Some(text)) => Some(Err(typed.built_on(lang, text))),
            (typed, _) => typed.and_then(Typed::wish),
        };
        sent
    }
}

impl Typed {
    /// The move that this asks for; `None` is no move of staff.
    pub(super) fn wish(self) -> Option<Result<Wish, Unsent>> {
        let what = match self.what()? {
            Ok(what) => what,
            Err(hitch) => return Some(Err(self.unsent(hitch))),
        };
        let (found, most) = (self.note.chars().count(), bounds::TEXT_CHARS);
        let is_blank = self.note.trim().is_empty();
        let hitch = if found > most {
            Some(Hitch::TooLong { found, most })
        } else if self.note.contains(Text::BLANK) {
            Some(Hitch::Blanks)
        } else if is_blank && what.kind().needs_note() {
            Some(Hitch::NoteMissing)
        } else {
            None
        };
        if let Some(hitch) = hitch {
            return Some(Err(self.unsent(hitch)));
        }
        Some(Ok(Wish {
            what,
            note: match is_blank {
                true => Note::None,
                false => Note::Said(self.note.clone()),
            },
            typed: self,
        }))
    }

    fn what(&self) -> Option<Result<Move, Hitch>> {
        Some(Ok(match self.kind {
            MoveKind::Dispatch => match Desk::from_code(&self.to) {
                Some(to) => Move::Dispatch { to },
                None => return Some(Err(Hitch::NoDesk)),
            },
            MoveKind::Join => match Reference::parse(&self.to) {
                Ok(to) => Move::Join { to },
                Err(_) => return Some(Err(Hitch::NoReference)),
            },
            MoveKind::Take => Move::Take,
            MoveKind::Return => Move::Return,
            MoveKind::Ask => Move::Ask,
            MoveKind::Write => Move::Write,
            MoveKind::Answer => Move::Answer {
                cites: Programme::from_id(&self.cites).map(Cite::programme_only),
            },
            MoveKind::ReferOut => Move::ReferOut,
            MoveKind::Reveal => Move::Reveal,
            _ => return None,
        }))
    }

    /// With a text behind what is written already, and the programme that it names.
    fn built_on(mut self, lang: Lang, text: Text) -> Unsent {
        if !self.note.is_empty() && !self.note.ends_with('\n') {
            self.note.push('\n');
        }
        self.note.push_str(lang.text_to_build_on(text));
        if let (true, Some(programme)) = (self.cites.is_empty(), text.cites()) {
            self.cites = programme.id().to_owned();
        }
        Unsent {
            typed: self,
            hitch: None,
        }
    }

    fn unsent(self, hitch: Hitch) -> Unsent {
        Unsent {
            typed: self,
            hitch: Some(hitch),
        }
    }
}

impl Wish {
    /// What is shown if the move was not made.
    pub fn unsent(self, hitch: Hitch) -> Unsent {
        self.typed.unsent(hitch)
    }
}
