//! A worker's move of JSON.

use super::super::params::problem;
use crate::desk::WorkersMove;
use crate::problem::FieldProblem;
use domain::request::{Move, MoveKind, Survey, bounds};
use serde_json::{Map, Value as Json};

/// The move, or everything that is wrong with it. Whether it can be made now is for the desk to say.
pub(super) fn read(members: &Map<String, Json>) -> Result<WorkersMove, Vec<FieldProblem>> {
    let (mut what, mut note, mut survey) = (None, None, Survey::default());
    let mut errors = Vec::new();
    let mut wrong = |name: &str, code, detail: &str| errors.push(problem(name, code, detail));
    let mut is_answered = None;
    for (name, value) in members {
        match (name.as_str(), value) {
            ("move", Json::String(code)) => match workers(code) {
                Some(kind) => what = Some(kind),
                None => wrong("move", "unknown_value", MOVES),
            },
            ("note", Json::String(text)) if text.chars().count() > bounds::TEXT_CHARS => {
                let most = bounds::TEXT_CHARS;
                wrong(
                    "note",
                    "too_long",
                    &format!("it may have {most} characters"),
                );
            }
            ("note", Json::String(text)) => note = Some(text.clone()),
            ("reached", Json::Bool(answer)) => {
                survey.reached = Some(*answer);
                is_answered = Some("reached");
            }
            ("satisfied", Json::Bool(answer)) => {
                survey.satisfied = Some(*answer);
                is_answered = Some("satisfied");
            }
            ("note" | "reached" | "satisfied", Json::Null) => {}
            ("move", _) => wrong("move", "unknown_value", MOVES),
            ("note", _) => wrong("note", "unknown_value", "a string"),
            ("reached" | "satisfied", _) => wrong(name, "unknown_value", "true, false or null"),
            _ => wrong(name, "unknown_name", "no field has this name"),
        }
    }
    if !members.contains_key("move") {
        wrong("move", "missing", MOVES);
    }
    let is_last_word = matches!(what, Some(MoveKind::Solved | MoveKind::NotSolved));
    if let Some(name) = is_answered.filter(|_| what.is_some() && !is_last_word) {
        wrong(
            name,
            "unknown_name",
            "it comes with solved and not_solved alone",
        );
    }
    match what.and_then(|kind| Move::of_worker(kind, survey)) {
        Some(what) if errors.is_empty() => Ok(WorkersMove {
            what,
            note,
            idempotency_key: None,
        }),
        _ => Err(errors),
    }
}

const MOVES: &str = "one of withdraw, write, solved, not_solved";

fn workers(code: &str) -> Option<MoveKind> {
    let kind = MoveKind::from_code(code)?;
    Move::of_worker(kind, Survey::default()).map(Move::kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn errors(body: &str, expected: &[&str]) {
        let read = read(&serde_json::from_str(body).unwrap());
        let errors = read.err().unwrap_or_default();
        let found: Vec<_> = errors
            .iter()
            .map(|error| format!("{} {}", error.field, error.code))
            .collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn every_field_that_is_wrong_is_named() {
        errors(r#"{"move":"withdraw"}"#, &[]);
        errors(r#"{"move":"write","note":"x","reached":null}"#, &[]);
        errors(r#"{"move":"solved","reached":true,"satisfied":false}"#, &[]);
        errors("{}", &["move missing"]);
        for staffs in ["answer", "take", "escalate", "fly", ""] {
            errors(
                &format!(r#"{{"move":"{staffs}"}}"#),
                &["move unknown_value"],
            );
        }
        errors(
            r#"{"move":1,"note":2,"reached":3,"satisfied":"","by":"me"}"#,
            &[
                "by unknown_name",
                "move unknown_value",
                "note unknown_value",
                "reached unknown_value",
                "satisfied unknown_value",
            ],
        );
        errors(
            r#"{"move":"write","note":"x","satisfied":true}"#,
            &["satisfied unknown_name"],
        );
        let note = "字".repeat(2001);
        errors(
            &format!(r#"{{"move":"write","note":"{note}"}}"#),
            &["note too_long"],
        );
    }

    #[test]
    fn what_was_answered_comes_along() {
        let body = r#"{"move":"not_solved","note":"没人来","reached":false}"#;
        let wish = read(&serde_json::from_str(body).unwrap()).ok().unwrap();
        let survey = Survey {
            reached: Some(false),
            satisfied: None,
        };
        assert_eq!(wish.what, Move::NotSolved(survey));
        assert_eq!(wish.note.as_deref(), Some("没人来"));
    }
}
