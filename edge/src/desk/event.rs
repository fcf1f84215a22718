//! A move as it is stored: JSON, in words. Its time, its number and its note have columns.

use super::filed::reference;
use super::time::{moment, seconds};
use super::trouble::{Trouble, known};
use domain::request::{Actor, Desk, Event, Move, MoveKind, Note, Role, Staff, StaffId, Survey};
use domain::time::BeijingTime;
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
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredActor {
    Worker,
    Clock,
    Staff { id: u32, role: String, desk: String },
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
    json(&StoredMove {
        actor: StoredActor::new(event.actor),
        what: event.what.kind().code().to_owned(),
        to: match event.what {
            Move::Dispatch { to } => Some(to.code()),
            Move::Join { to } => Some(to.to_string()),
            Move::AnswerTogether { with } => Some(with.to_string()),
            _ => None,
        },
        reached: survey.reached,
        satisfied: survey.satisfied,
    })
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
        },
        MoveKind::Solved => Move::Solved(survey),
        MoveKind::NotSolved => Move::NotSolved(survey),
        MoveKind::Take => Move::Take,
        MoveKind::Return => Move::Return,
        MoveKind::Ask => Move::Ask,
        MoveKind::Write => Move::Write,
        MoveKind::Answer => Move::Answer,
        MoveKind::ReferOut => Move::ReferOut,
        MoveKind::Withdraw => Move::Withdraw,
        MoveKind::Reveal => Move::Reveal,
        MoveKind::Warn => Move::Warn,
        MoveKind::Escalate => Move::Escalate,
        MoveKind::Overdue => Move::Overdue,
    };
    Ok(Event {
        actor: stored.actor.read()?,
        at,
        note,
        what,
    })
}

/// Puts an actor into words.
pub(super) fn write_actor(actor: Actor) -> String {
    json(&StoredActor::new(actor))
}

/// The actor of those words.
pub(super) fn read_actor(record: &str) -> Result<Actor, Trouble> {
    let stored: StoredActor =
        serde_json::from_str(record).map_err(|_| Trouble::Record("an actor"))?;
    stored.read()
}

impl StoredActor {
    fn new(actor: Actor) -> Self {
        match actor {
            Actor::Worker => Self::Worker,
            Actor::Clock => Self::Clock,
            Actor::Staff(staff) => Self::Staff {
                id: staff.id.0,
                role: staff.role.code().to_owned(),
                desk: staff.desk.code(),
            },
        }
    }

    fn read(self) -> Result<Actor, Trouble> {
        Ok(match self {
            Self::Worker => Actor::Worker,
            Self::Clock => Actor::Clock,
            Self::Staff { id, role, desk } => Actor::Staff(Staff {
                id: StaffId(id),
                role: known("role", &role, Role::from_code)?,
                desk: known("desk", &desk, Desk::from_code)?,
            }),
        })
    }
}

fn json(stored: &impl Serialize) -> String {
    serde_json::to_string(stored).expect("plain data serialises")
}

#[cfg(test)]
mod tests;
