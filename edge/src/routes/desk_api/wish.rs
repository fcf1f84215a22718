//! What staff send as JSON: a move, a reason, a search.

use super::super::fields::{Fields, Members};
use crate::desk::StaffsMove;
use crate::problem::FieldProblem;
use domain::policy::Programme;
use domain::request::{Cite, Move, MoveKind, Phone, Reference, bounds};
use domain::union::Desk;
use serde_json::Value as Json;

/// How many words a search has.
const MOST_WORDS: usize = 8;

/// What is searched for.
#[derive(Debug, PartialEq)]
pub(super) enum Search {
    /// Requests that came with this number.
    Phone(Phone),
    /// Open requests that have all of these words.
    Words(Vec<String>),
}

/// The move, or everything that is wrong with it. Whether it can be made now is for the desk to say.
pub(super) fn read(members: &Members) -> Result<StaffsMove, Vec<FieldProblem>> {
    let mut fields = Fields::of(members, &["move", "note", "to", "cites", "seen"]);
    let kind = fields.needed("move", MOVES, |value| staffs(value.as_str()?));
    let note = fields.text("note");
    let seen = fields.needed("seen", "how many events you have seen", |value| {
        u32::try_from(value.as_u64()?).ok()
    });
    let cites = fields.read("cites", "an object: programme, and a condition", cite);
    let what = kind.and_then(|kind| details(&mut fields, kind, cites));
    match (what, seen) {
        (Some(what), Some(seen)) if fields.errors.is_empty() => Ok(StaffsMove {
            what,
            note,
            seen,
            idempotency_key: None,
        }),
        _ => Err(fields.errors),
    }
}

/// Why the personal data is looked at.
pub(super) fn reason(members: &Members) -> Result<String, Vec<FieldProblem>> {
    let mut fields = Fields::of(members, &["reason"]);
    let reason = fields.text("reason").unwrap_or_default();
    if reason.trim().is_empty() && fields.errors.is_empty() {
        fields.wrong("reason", "missing", "the worker will read it");
    }
    fields.sound(reason)
}

/// What is searched for.
pub(super) fn search(members: &Members) -> Result<Search, Vec<FieldProblem>> {
    let mut fields = Fields::of(members, &["phone", "words"]);
    let phone = fields.read("phone", "a mainland phone number", |value| {
        Phone::parse(value.as_str()?)
    });
    let words = fields.read(
        "words",
        "one to eight words, 100 characters in all",
        |value| {
            let text = value
                .as_str()
                .filter(|text| text.chars().count() <= bounds::LINE_CHARS)?;
            let words: Vec<_> = text.split_whitespace().map(str::to_owned).collect();
            (1..=MOST_WORDS).contains(&words.len()).then_some(words)
        },
    );
    match (phone, words) {
        (Some(phone), None) if fields.errors.is_empty() => Ok(Search::Phone(phone)),
        (None, Some(words)) if fields.errors.is_empty() => Ok(Search::Words(words)),
        _ => {
            if fields.errors.is_empty() {
                fields.wrong("", "missing", "either phone or words");
            }
            Err(fields.errors)
        }
    }
}

const MOVES: &str = "one of dispatch, take, return, ask, write, answer, join, refer_out";

/// The moves that staff make by name. A reveal has an address of its own.
fn staffs(code: &str) -> Option<MoveKind> {
    let kind = MoveKind::from_code(code)?;
    let named = match kind {
        MoveKind::Dispatch
        | MoveKind::Take
        | MoveKind::Return
        | MoveKind::Ask
        | MoveKind::Write
        | MoveKind::Answer
        | MoveKind::Join
        | MoveKind::ReferOut => true,
        MoveKind::AnswerTogether
        | MoveKind::Withdraw
        | MoveKind::Solved
        | MoveKind::NotSolved
        | MoveKind::Reveal
        | MoveKind::Warn
        | MoveKind::Escalate
        | MoveKind::Overdue
        | MoveKind::Destroy => false,
    };
    named.then_some(kind)
}

fn cite(value: &Json) -> Option<Cite> {
    let members = value.as_object()?;
    let programme = Programme::from_id(members.get("programme")?.as_str()?)?;
    let known = |name: &String| ["programme", "condition"].contains(&name.as_str());
    match members.get("condition") {
        _ if !members.keys().all(known) => None,
        None | Some(Json::Null) => Some(Cite::programme_only(programme)),
        Some(condition) => Cite::condition_of(programme, condition.as_str()?),
    }
}

/// The move of that kind with what belongs to it; what belongs to another is wrong.
fn details(fields: &mut Fields<'_>, kind: MoveKind, cites: Option<Cite>) -> Option<Move> {
    if !matches!(kind, MoveKind::Dispatch | MoveKind::Join) && fields.members.contains_key("to") {
        fields.wrong(
            "to",
            "unknown_name",
            "it comes with dispatch and join alone",
        );
    }
    if kind != MoveKind::Answer && fields.members.contains_key("cites") {
        fields.wrong("cites", "unknown_name", "it comes with answer alone");
    }
    Some(match kind {
        MoveKind::Dispatch => Move::Dispatch {
            to: fields.needed("to", "the code of a desk", |value| {
                Desk::from_code(value.as_str()?)
            })?,
        },
        MoveKind::Join => Move::Join {
            to: fields.needed("to", "the reference of a request", |value| {
                Reference::parse(value.as_str()?).ok()
            })?,
        },
        MoveKind::Take => Move::Take,
        MoveKind::Return => Move::Return,
        MoveKind::Ask => Move::Ask,
        MoveKind::Write => Move::Write,
        MoveKind::Answer => Move::Answer { cites },
        MoveKind::ReferOut => Move::ReferOut,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
