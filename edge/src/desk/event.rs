//! A move as it is stored: JSON, in words. Its time, its number and its note have columns.

use super::filed::reference;
use super::trouble::{Trouble, known};
use domain::policy::Programme;
use domain::request::{Cite, Event, Move, MoveKind, Note, Survey};
use domain::time::BeijingTime;
use domain::union::Desk;
use records::{StoredActor, moment, seconds};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct StoredMove {
    actor: StoredActor,
    what: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reached: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    satisfied: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cites: Option<StoredCite>,
}

/// What an answer cites, in words.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredCite {
    programme: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    condition: Option<String>,
}

/// An event as it goes from a desk to the edge, its note opened.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredEvent {
    /// Seconds since 1970.
    at: u32,
    record: String,
    note: StoredNote,
}

#[derive(Serialize, Deserialize)]
enum StoredNote {
    None,
    Said(String),
    Destroyed,
}

impl StoredEvent {
    /// Puts it into words.
    pub(super) fn new(event: &Event) -> Self {
        Self {
            at: seconds(event.at),
            record: write(event),
            note: match &event.note {
                Note::None => StoredNote::None,
                Note::Said(text) => StoredNote::Said(text.clone()),
                Note::Destroyed => StoredNote::Destroyed,
            },
        }
    }

    /// The event.
    pub(super) fn read(self) -> Result<Event, Trouble> {
        let note = match self.note {
            StoredNote::None => Note::None,
            StoredNote::Said(text) => Note::Said(text),
            StoredNote::Destroyed => Note::Destroyed,
        };
        read(&self.record, moment(self.at)?, note)
    }
}

/// Puts a move into words, without its time and its note.
pub(super) fn write(event: &Event) -> String {
    let survey = event.what.survey();
    let stored = StoredMove {
        actor: StoredActor::new(event.actor),
        what: event.what.kind().code().to_owned(),
        to: match event.what {
            Move::Dispatch { to } => Some(to.code()),
            Move::Join { to } => Some(to.to_string()),
            Move::AnswerTogether { with, .. } => Some(with.to_string()),
            _ => None,
        },
        reached: survey.reached,
        satisfied: survey.satisfied,
        cites: match event.what {
            Move::Answer { cites } | Move::AnswerTogether { cites, .. } => {
                cites.map(StoredCite::new)
            }
            _ => None,
        },
    };
    serde_json::to_string(&stored).expect("plain data serialises")
}

/// The move of a record.
pub(super) fn read(record: &str, at: BeijingTime, note: Note) -> Result<Event, Trouble> {
    let stored: StoredMove =
        serde_json::from_str(record).map_err(|_| Trouble::Record("an event"))?;
    let to = stored.to.as_deref().unwrap_or_default();
    let survey = Survey {
        reached: stored.reached,
        satisfied: stored.satisfied,
    };
    let what = match known("move", &stored.what, MoveKind::from_code)? {
        MoveKind::Dispatch => Move::Dispatch {
            to: known("desk", to, Desk::from_code)?,
        },
        MoveKind::Join => Move::Join { to: reference(to)? },
        MoveKind::AnswerTogether => Move::AnswerTogether {
            with: reference(to)?,
            cites: stored.cites.as_ref().and_then(StoredCite::read),
        },
        MoveKind::Solved => Move::Solved(survey),
        MoveKind::NotSolved => Move::NotSolved(survey),
        MoveKind::Take => Move::Take,
        MoveKind::Return => Move::Return,
        MoveKind::Ask => Move::Ask,
        MoveKind::Write => Move::Write,
        MoveKind::Answer => Move::Answer {
            cites: stored.cites.as_ref().and_then(StoredCite::read),
        },
        MoveKind::ReferOut => Move::ReferOut,
        MoveKind::Withdraw => Move::Withdraw,
        MoveKind::Reveal => Move::Reveal,
        MoveKind::Warn => Move::Warn,
        MoveKind::Escalate => Move::Escalate,
        MoveKind::Overdue => Move::Overdue,
        MoveKind::Destroy => Move::Destroy,
    };
    Ok(Event {
        actor: stored.actor.read()?,
        at,
        note,
        what,
    })
}

impl StoredCite {
    pub(super) fn new(cite: Cite) -> Self {
        Self {
            programme: cite.programme().id().to_owned(),
            condition: cite.condition_id(),
        }
    }

    /// What it cites, as far as it still stands: rules change, and a record of what was said stays
    /// readable without them.
    pub(super) fn read(&self) -> Option<Cite> {
        let programme = Programme::from_id(&self.programme)?;
        let condition = self.condition.as_deref();
        let cite = condition.and_then(|id| Cite::condition_of(programme, id));
        Some(cite.unwrap_or(Cite::programme_only(programme)))
    }
}

#[cfg(test)]
mod tests;
