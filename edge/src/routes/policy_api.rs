//! `GET /api/v1/programmes` and `POST /api/v1/assess`.

use super::json_body;
use super::params::{field_problem, problem};
use crate::api::assessments::Assessments;
use crate::api::programmes::Catalogue;
use crate::body::Sent;
use crate::problem::{FieldProblem, Problem};
use crate::reply::Reply;
use crate::visit::Visit;
use chrono::NaiveDate;
use domain::params::ParamProblem;
use domain::policy::{Answers, Fact, Kind};
use domain::time::date;
use serde_json::{Map, Value as Json};

/// A person's answers are a few hundred bytes.
const MOST_BODY_BYTES: usize = 16 << 10;

/// Every programme with its rules, and every fact they ask.
pub(super) async fn programmes() -> Reply {
    Reply::json(&Catalogue::new())
        .for_everyone()
        .with("cache-control", "public, max-age=300")
}

/// The first assessment of every programme. Nothing of the answers is kept.
pub(super) async fn assess(
    visit: Visit,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let members = json_body::members(&visit, &body)?;
    let today = visit.now.date();
    let (on, answers) = read(&members, today).map_err(Problem::Invalid)?;
    Ok(Reply::json(&Assessments::new(on, &answers)).with("cache-control", "no-store"))
}

/// Reads every member; what is not understood is a problem, each named.
fn read(
    members: &Map<String, Json>,
    today: NaiveDate,
) -> Result<(NaiveDate, Answers), Vec<FieldProblem>> {
    let (mut on, mut answers, mut errors) = (today, Answers::default(), Vec::new());
    for (name, value) in members {
        match (name.as_str(), value) {
            ("on", value) => match value.as_str().and_then(date) {
                Some(date) => on = date,
                None => errors.push(problem("on", "unknown_value", "a date like 2026-11-20")),
            },
            ("answers", Json::Object(given)) => {
                let (read, problems) = Answers::from_json(given);
                answers = read;
                errors.extend(problems.iter().map(fact_problem));
            }
            ("answers", _) => errors.push(problem(
                "answers",
                "unknown_value",
                "an object of facts and their values",
            )),
            _ => errors.push(problem(name, "unknown_name", "`on` and `answers` are read")),
        }
    }
    match errors[..] {
        [] => Ok((on, answers)),
        _ => Err(errors),
    }
}

fn fact_problem(param: &ParamProblem) -> FieldProblem {
    let told = field_problem(param);
    FieldProblem {
        field: format!("answers.{}", told.field),
        detail: Fact::from_id(&param.name).map_or(told.detail, taken),
        ..told
    }
}

/// What can be an answer.
fn taken(fact: Fact) -> String {
    match fact.kind() {
        Kind::YesNo => "true, false or null".to_owned(),
        Kind::Choice => format!("null or one of {}", fact.options().join(", ")),
        Kind::Set => format!("null or a list of {}", fact.options().join(", ")),
        Kind::Number => {
            let (from, to) = fact.bounds();
            format!("null or a whole number from {from} to {to}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
    }

    #[test]
    fn every_field_that_is_wrong_is_named() {
        #[track_caller]
        fn check(body: &str, expected: &[&str]) {
            let members = serde_json::from_str(body).unwrap();
            let errors = read(&members, today()).err().unwrap_or_default();
            let found: Vec<_> = errors
                .iter()
                .map(|error| format!("{} {}", error.field, error.code))
                .collect();
            assert_eq!(found, expected, "{body}");
        }
        check("{}", &[]);
        check(r#"{"on":"2018-09-01","answers":{"insured":true}}"#, &[]);
        check(
            r#"{"answers":{"insured":null,"work":[],"child_grade":6}}"#,
            &[],
        );
        for day in [
            r#""today""#,
            r#""2018-9-01""#,
            r#""2018-02-29""#,
            r#""+2018-9-1""#,
            "2018",
            "null",
        ] {
            check(&format!(r#"{{"on":{day}}}"#), &["on unknown_value"]);
        }
        check(r#"{"answers":[]}"#, &["answers unknown_value"]);
        check(
            r#"{"answers":{"insured":"yes","age":30,"child_grade":17,"work":"migrant","membership":["card"]},"city":1}"#,
            &[
                "answers.age unknown_name",
                "answers.child_grade out_of_range",
                "answers.insured unknown_value",
                "answers.membership unknown_value",
                "answers.work unknown_value",
                "city unknown_name",
            ],
        );
    }

    #[test]
    fn without_a_day_it_is_today() {
        let read = |body: &str| {
            let members = serde_json::from_str(body).unwrap();
            read(&members, today()).map(|(on, _)| on.to_string())
        };
        assert_eq!(read("{}").unwrap(), "2026-11-20");
        assert_eq!(read(r#"{"on":"2018-09-01"}"#).unwrap(), "2018-09-01");
    }
}
