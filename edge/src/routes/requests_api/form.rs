//! A submission of JSON, as what was typed into the form.

use super::super::params::problem;
use crate::problem::FieldProblem;
use domain::request::{self, Draft, Field, Problem};
use serde_json::{Map, Value as Json};

/// How a field comes in JSON.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Number,
    Codes,
}

const fn form(field: Field) -> Form {
    match field {
        Field::Station | Field::District | Field::Street => Form::Number,
        Field::PhoneSeenBy | Field::NameSeenBy | Field::Photos => Form::Codes,
        _ => Form::Text,
    }
}

/// What was typed, and a problem for every member that cannot have been. Null is an empty field.
pub(super) fn read(members: &Map<String, Json>) -> (Draft, Vec<FieldProblem>) {
    let (mut draft, mut errors) = (Draft::default(), Vec::new());
    for (name, value) in members {
        let Some(field) = Field::from_code(name) else {
            errors.push(problem(name, "unknown_name", "no field has this name"));
            continue;
        };
        let form = form(field);
        match typed(form, value) {
            Some(typed) => draft.set(field, &typed),
            None => errors.push(problem(name, "unknown_value", wanted(form))),
        }
    }
    (draft, errors)
}

/// Takes out whether the request is to join a like one. It is no field of the form: a button asks.
pub(super) fn joins(members: &mut Map<String, Json>) -> Result<bool, FieldProblem> {
    match members.remove("join") {
        None | Some(Json::Null) => Ok(false),
        Some(Json::Bool(joins)) => Ok(joins),
        Some(_) => Err(problem("join", "unknown_value", "true, false or null")),
    }
}

fn typed(form: Form, value: &Json) -> Option<String> {
    match (form, value) {
        (_, Json::Null) => Some(String::new()),
        (Form::Text, Json::String(text)) => Some(text.clone()),
        (Form::Number, Json::Number(number)) => number.as_u64().map(|number| number.to_string()),
        (Form::Codes, Json::Array(codes)) => {
            let codes: Option<Vec<_>> = codes.iter().map(Json::as_str).collect();
            Some(codes?.join(","))
        }
        _ => None,
    }
}

const fn wanted(form: Form) -> &'static str {
    match form {
        Form::Text => "a string",
        Form::Number => "a whole number",
        Form::Codes => "a list of strings",
    }
}

/// What is wrong with the form, except where the field was named already.
pub(super) fn untold(
    problems: &[request::FieldProblem],
    told: &[FieldProblem],
) -> Vec<FieldProblem> {
    let problems = problems.iter().map(field_problem);
    let is_told = |problem: &FieldProblem| told.iter().any(|told| told.field == problem.field);
    problems.filter(|problem| !is_told(problem)).collect()
}

fn field_problem(found: &request::FieldProblem) -> FieldProblem {
    let (code, detail) = match found.problem {
        Problem::Missing => ("missing", "it must not be empty".to_owned()),
        Problem::TooLong { found, most } => {
            let detail = format!("it has {found} characters and may have {most}");
            ("too_long", detail)
        }
        Problem::TooMany { found, most } => {
            ("out_of_range", format!("{found} where {most} may be"))
        }
        Problem::NotAChoice => ("unknown_value", "none of the values it may have".to_owned()),
        Problem::NotAPhone => ("not_a_phone", "no mainland phone number".to_owned()),
        Problem::NoSuchPlace => ("no_such_place", "there is no such place".to_owned()),
        Problem::SeenByNobody => ("seen_by_nobody", "at least one level".to_owned()),
        // Photos are sent ahead, and what is wrong with one is told there.
        Problem::NotAPhoto(_) | Problem::Gone | Problem::NotKept => {
            ("gone", "a photo is not kept any more".to_owned())
        }
    };
    problem(found.field.code(), code, &detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a body as the API does, with no station in the city.
    #[track_caller]
    fn check(body: &str, expected: &[&str]) {
        let (draft, mut errors) = read(&serde_json::from_str(body).unwrap());
        let of_form = draft.submission(|_| None).err().unwrap_or_default();
        let untold = untold(&of_form, &errors);
        errors.extend(untold);
        let found: Vec<_> = errors
            .iter()
            .map(|error| format!("{} {}", error.field, error.code))
            .collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn every_field_that_is_wrong_is_named_once() {
        check(
            r#"{"category":"pay","text":"x","place":"not_sure","contact":"anonymous"}"#,
            &[],
        );
        check(
            "{}",
            &[
                "category missing",
                "text missing",
                "place missing",
                "contact missing",
            ],
        );
        check(
            r#"{"category":7,"text":null,"place":"moon","contact":"phone","colour":"red","photos":1}"#,
            &[
                "category unknown_value",
                "colour unknown_name",
                "photos unknown_value",
                "text missing",
                "place unknown_value",
                "phone missing",
                "phone_seen_by seen_by_nobody",
            ],
        );
        check(
            r#"{"category":"pay","text":"x","place":"station","station":"7","contact":"anonymous"}"#,
            &["station unknown_value"],
        );
        check(
            r#"{"category":"pay","text":"x","place":"station","station":7,"contact":"phone","phone":"123","phone_seen_by":["king"]}"#,
            &[
                "station no_such_place",
                "phone not_a_phone",
                "phone_seen_by unknown_value",
            ],
        );
    }

    #[test]
    fn to_join_is_a_yes_or_a_no() {
        for (json, expected) in [
            ("{}", Ok(false)),
            (r#"{"join":null}"#, Ok(false)),
            (r#"{"join":false}"#, Ok(false)),
            (r#"{"join":true}"#, Ok(true)),
            (r#"{"join":"yes"}"#, Err("unknown_value")),
            (r#"{"join":1}"#, Err("unknown_value")),
        ] {
            let mut members = serde_json::from_str(json).unwrap();
            let found = joins(&mut members).map_err(|problem| problem.code);
            assert_eq!(found, expected, "{json}");
            assert!(members.is_empty());
        }
    }

    #[test]
    fn numbers_and_lists_are_typed_as_the_form_has_them() {
        let body = r#"{"district":110101,"street":110101001,"phone_seen_by":["street","city"],"name":null}"#;
        let (draft, errors) = read(&serde_json::from_str(body).unwrap());
        assert!(errors.is_empty());
        assert_eq!(draft.get(Field::District), "110101");
        assert_eq!(draft.get(Field::Street), "110101001");
        assert_eq!(draft.get(Field::PhoneSeenBy), "street,city");
        assert_eq!(draft.get(Field::Name), "");
        for number in ["-1", "1.5", "\"110101\"", "true"] {
            let body = format!(r#"{{"district":{number}}}"#);
            let (_, errors) = read(&serde_json::from_str(&body).unwrap());
            assert_eq!(errors[0].detail, "a whole number", "{number}");
        }
    }

    #[test]
    fn a_field_that_is_too_long_says_by_how_much() {
        let body = format!(r#"{{"text":"{}"}}"#, "字".repeat(2001));
        let (draft, _) = read(&serde_json::from_str(&body).unwrap());
        let problems = draft.submission(|_| None).unwrap_err();
        let told = untold(&problems, &[]);
        let text = told.iter().find(|problem| problem.field == "text").unwrap();
        assert_eq!(text.detail, "it has 2001 characters and may have 2000");
    }
}
