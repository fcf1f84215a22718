//! Requests as the API gives them to the worker.

use crate::desk;
use domain::request::{
    Actor, Cite, Due, Event, Filed, Finding, Move, MoveKind, Note, Outline, Request, StageKind,
    find,
};
use domain::union::Desk;
use serde::Serialize;

/// The answer to a submission: what a worker needs to follow it.
#[derive(Serialize)]
pub(crate) struct Receipt {
    reference: String,
    secret: String,
    category: &'static str,
    filed_at: String,
    stage: &'static str,
    desk: Holder,
    due: Option<Deadline>,
    /// Whether it was joined to a like one.
    joined: bool,
    sensitive: Vec<Spot>,
}

/// How a request stands.
#[derive(Serialize)]
pub(crate) struct Standing {
    reference: String,
    category: &'static str,
    filed_at: String,
    stage: &'static str,
    desk: Holder,
    /// Null while the clock is stopped.
    due: Option<Deadline>,
    overdue: bool,
    /// How the other stands to which it is joined.
    joined_to: Option<Other>,
    events: Vec<Happened>,
    messages: Vec<Message>,
    /// How many there are; each has its number, from 1.
    photos: u32,
}

#[derive(Serialize)]
struct Other {
    filed_at: String,
    stage: &'static str,
    desk: Holder,
    due: Option<Deadline>,
}

#[derive(Serialize)]
pub(super) struct Holder {
    code: String,
    level: &'static str,
}

#[derive(Serialize)]
pub(super) struct Deadline {
    at: String,
    assumed: bool,
}

/// A number in the text that the worker may want to mask, counted in Unicode characters.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Spot {
    kind: &'static str,
    start: usize,
    length: usize,
}

#[derive(Serialize)]
struct Happened {
    at: String,
    by: By,
    #[serde(rename = "move")]
    what: &'static str,
    /// A desk; another request is named to staff alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reached: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    satisfied: Option<bool>,
    /// Why, where staff must say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Words>,
}

#[derive(Serialize)]
struct Message {
    at: String,
    from: By,
    #[serde(rename = "move")]
    what: &'static str,
    text: Words,
    /// With an answer: the rule that it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    cites: Option<Cited>,
}

/// A programme's rules, or one condition of them by its id in `programmes`.
#[derive(Serialize)]
struct Cited {
    programme: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<String>,
}

/// Who did something. Of staff the desk is told, not the name.
#[derive(Serialize)]
#[serde(tag = "party", rename_all = "snake_case")]
enum By {
    Worker,
    Clock,
    Operator,
    Staff { desk: Holder, role: &'static str },
}

/// What was said; null once it was destroyed at the end of its retention.
#[derive(Serialize)]
#[serde(transparent)]
struct Words(Option<String>);

impl Receipt {
    /// The receipt for a request with that text.
    pub(crate) fn new(receipt: &desk::Receipt, text: &str) -> Self {
        let request = Request::file(receipt.filed);
        let due = request.due().filter(|_| !receipt.joined);
        let stage = match receipt.joined {
            true => StageKind::Joined,
            false => request.stage().kind(),
        };
        Self {
            reference: request.reference().to_string(),
            secret: receipt.secret.text(),
            category: request.category().code(),
            filed_at: receipt.filed.at.to_rfc3339(),
            stage: stage.code(),
            desk: request.desk().into(),
            due: due.map(Deadline::from),
            joined: receipt.joined,
            sensitive: spots(text, &find(text)),
        }
    }
}

impl Standing {
    /// How it stands.
    pub(crate) fn new(standing: &desk::Standing) -> Self {
        let desk::Standing {
            filed,
            events,
            request,
            photos,
            other,
        } = standing;
        let mut told = Self::of(filed, events, request, *photos);
        for event in told
            .events
            .iter_mut()
            .filter(|event| event.what == MoveKind::Join.code())
        {
            event.to = None;
        }
        told.joined_to = other.map(Other::from);
        told
    }

    /// How a request stands that began so, after these events, with so many photos.
    pub(super) fn of(filed: &Filed, events: &[Event], request: &Request, photos: u32) -> Self {
        Self {
            reference: request.reference().to_string(),
            category: request.category().code(),
            filed_at: filed.at.to_rfc3339(),
            stage: request.stage().kind().code(),
            desk: request.desk().into(),
            due: request.due().map(Deadline::from),
            overdue: request.is_overdue(),
            joined_to: None,
            events: events.iter().map(Happened::new).collect(),
            messages: events.iter().filter_map(Message::new).collect(),
            photos,
        }
    }
}

impl Happened {
    fn new(event: &Event) -> Self {
        let survey = event.what.survey();
        Self {
            at: event.at.to_rfc3339(),
            by: event.actor.into(),
            what: event.what.kind().code(),
            to: match event.what {
                Move::Dispatch { to } => Some(to.code()),
                Move::Join { to } => Some(to.to_string()),
                _ => None,
            },
            reached: survey.reached,
            satisfied: survey.satisfied,
            reason: (!is_message(event)).then(|| words(&event.note)).flatten(),
        }
    }
}

impl Message {
    fn new(event: &Event) -> Option<Self> {
        let text = is_message(event).then(|| words(&event.note)).flatten()?;
        Some(Self {
            at: event.at.to_rfc3339(),
            from: event.actor.into(),
            what: event.what.kind().code(),
            text,
            cites: match event.what {
                Move::Answer { cites } | Move::AnswerTogether { cites, .. } => {
                    cites.map(Cited::from)
                }
                _ => None,
            },
        })
    }
}

/// Whether what was said is said to the other side, and not only the reason for a move.
fn is_message(event: &Event) -> bool {
    event.actor == Actor::Worker || event.what.kind().is_said_to_the_worker()
}

fn words(note: &Note) -> Option<Words> {
    match note {
        Note::None => None,
        Note::Said(text) => Some(Words(Some(text.clone()))),
        Note::Destroyed => Some(Words(None)),
    }
}

impl From<Cite> for Cited {
    fn from(cite: Cite) -> Self {
        Self {
            programme: cite.programme().id(),
            condition: cite.condition_id(),
        }
    }
}

impl From<Outline> for Other {
    fn from(outline: Outline) -> Self {
        Self {
            filed_at: outline.filed_at.to_rfc3339(),
            stage: outline.stage.code(),
            desk: outline.desk.into(),
            due: outline.due.map(Deadline::from),
        }
    }
}

impl From<Desk> for Holder {
    fn from(desk: Desk) -> Self {
        Self {
            code: desk.code(),
            level: desk.level().code(),
        }
    }
}

impl From<Due> for Deadline {
    fn from(due: Due) -> Self {
        Self {
            at: due.at.to_rfc3339(),
            assumed: due.assumed,
        }
    }
}

impl From<Actor> for By {
    fn from(actor: Actor) -> Self {
        match actor {
            Actor::Worker => Self::Worker,
            Actor::Clock => Self::Clock,
            Actor::Operator => Self::Operator,
            Actor::Staff(staff) => Self::Staff {
                desk: staff.desk.into(),
                role: staff.role.code(),
            },
        }
    }
}

/// Spans of bytes as spans of characters: what a program of any language can count.
fn spots(text: &str, found: &[Finding]) -> Vec<Spot> {
    let characters = |from: usize, to: usize| text[from..to].chars().count();
    let spot = |finding: &Finding| Spot {
        kind: finding.kind.code(),
        start: characters(0, finding.span.start),
        length: characters(finding.span.start, finding.span.end),
    };
    found.iter().map(spot).collect()
}

#[cfg(test)]
mod tests;
