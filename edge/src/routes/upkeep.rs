//! `POST /api/v1/upkeep/retention` and `POST /api/v1/upkeep/rewrap`: what whoever runs the site does
//! with what the desks keep.

use super::json_body;
use super::listing::Operator;
use super::params::problem;
use crate::api::upkeep::{Destruction, Rewrapped};
use crate::body::Sent;
use crate::desk::upkeep::{self, Plans};
use crate::problem::{FieldProblem, Problem};
use crate::registry::Client;
use crate::reply::Reply;
use crate::visit::Visit;
use domain::union::Desk;
use serde_json::{Map, Value as Json};

const MOST_BODY_BYTES: usize = 1 << 10;

/// Tells whose personal data is at the end of its time; with `apply` and the plan that was told
/// before, destroys it.
#[worker::send]
pub(super) async fn retention(
    visit: Visit,
    _: Operator,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let members = json_body::members(&visit, &body)?;
    let apply = read_retention(&members).map_err(Problem::Invalid)?;
    let plans = Plans::of(&visit).await?;
    if let Some(plan) = &apply {
        if *plan != plans.hash() {
            return Err(Problem::OtherPlan);
        }
        plans.carry_out(&visit).await?;
    }
    let answer = Destruction::new(&plans, apply.is_some()).ok_or(Problem::Internal)?;
    Ok(Reply::json(&answer).with("cache-control", "no-store"))
}

/// Wraps the keys of some records of a desk with the first of `DATA_KEYS`.
#[worker::send]
pub(super) async fn rewrap(
    visit: Visit,
    _: Operator,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let keys = visit.config.data_keys.as_ref();
    let keys = keys.ok_or(Problem::NotConfigured)?;
    let members = json_body::members(&visit, &body)?;
    let (keeper, after) = read_rewrap(&members).map_err(Problem::Invalid)?;
    let done = match keeper {
        Keeper::Desk(desk) => upkeep::rewrap(&visit, desk, after).await?,
        Keeper::Reports => Client::new(&visit.env)?.rewrap_photos(after).await?,
    };
    let answer = Rewrapped::new(keys, done);
    Ok(Reply::json(&answer).with("cache-control", "no-store"))
}

/// The plan that is to be carried out; `None` is to plan.
fn read_retention(members: &Map<String, Json>) -> Result<Option<String>, Vec<FieldProblem>> {
    let (mut apply, mut plan) = (None, None);
    let mut errors = Vec::new();
    for (name, value) in members {
        match (name.as_str(), value) {
            ("apply", Json::Bool(yes)) => apply = Some(*yes),
            ("plan", Json::String(text)) => plan = Some(text.clone()),
            ("plan", Json::Null) => {}
            ("apply", _) => errors.push(problem("apply", "unknown_value", "true or false")),
            ("plan", _) => errors.push(problem("plan", "unknown_value", "a string")),
            _ => errors.push(problem(name, "unknown_name", "no field has this name")),
        }
    }
    if !members.contains_key("apply") {
        errors.push(problem("apply", "missing", "true or false"));
    }
    if apply == Some(true) && plan.is_none() && errors.is_empty() {
        errors.push(problem("plan", "missing", "the plan that was told before"));
    }
    match errors.is_empty() {
        true => Ok(plan.filter(|_| apply == Some(true))),
        false => Err(errors),
    }
}

/// Who keeps what is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeper {
    Desk(Desk),
    /// The registry, with the photos of reports.
    Reports,
}

/// The keeper, and the row behind which to begin.
fn read_rewrap(members: &Map<String, Json>) -> Result<(Keeper, u32), Vec<FieldProblem>> {
    const DESK: &str = "the code of a district, city, or reports";
    const AFTER: &str = "what `next` told";
    let (mut desk, mut after) = (None, 0);
    let mut errors = Vec::new();
    for (name, value) in members {
        match name.as_str() {
            "desk" => match value.as_str().and_then(keeper) {
                Some(keeper) => desk = Some(keeper),
                None => errors.push(problem("desk", "unknown_value", DESK)),
            },
            "after" => match value.as_u64().and_then(|row| u32::try_from(row).ok()) {
                Some(row) => after = row,
                None => errors.push(problem("after", "unknown_value", AFTER)),
            },
            _ => errors.push(problem(name, "unknown_name", "no field has this name")),
        }
    }
    if !members.contains_key("desk") {
        errors.push(problem("desk", "missing", DESK));
    }
    match desk {
        Some(desk) if errors.is_empty() => Ok((desk, after)),
        _ => Err(errors),
    }
}

fn keeper(code: &str) -> Option<Keeper> {
    match code {
        "reports" => Some(Keeper::Reports),
        code => {
            let desk = upkeep::keepers().find(|desk| desk.code() == code);
            desk.map(Keeper::Desk)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(json: &str) -> Map<String, Json> {
        serde_json::from_str(json).unwrap()
    }

    #[track_caller]
    fn wrong<T: std::fmt::Debug>(read: Result<T, Vec<FieldProblem>>, expected: &[(&str, &str)]) {
        let errors = read.unwrap_err();
        let errors: Vec<_> = errors
            .iter()
            .map(|error| (&*error.field, error.code))
            .collect();
        assert_eq!(errors, expected);
    }

    #[test]
    fn what_is_destroyed_was_planned() {
        let read = |json| read_retention(&members(json));
        assert_eq!(read(r#"{"apply":false}"#).unwrap(), None);
        assert_eq!(read(r#"{"apply":false,"plan":"x"}"#).unwrap(), None);
        let apply = read(r#"{"apply":true,"plan":"x"}"#).unwrap();
        assert_eq!(apply.as_deref(), Some("x"));
        wrong(read("{}"), &[("apply", "missing")]);
        wrong(read(r#"{"apply":true}"#), &[("plan", "missing")]);
        wrong(
            read(r#"{"apply":1,"plan":2,"x":3}"#),
            &[
                ("apply", "unknown_value"),
                ("plan", "unknown_value"),
                ("x", "unknown_name"),
            ],
        );
    }

    #[test]
    fn keys_are_wrapped_desk_by_desk() {
        let read = |json| read_rewrap(&members(json));
        let city = Keeper::Desk(Desk::City);
        assert_eq!(read(r#"{"desk":"city"}"#).unwrap(), (city, 0));
        let reports = read(r#"{"desk":"reports","after":9}"#).unwrap();
        assert_eq!(reports, (Keeper::Reports, 9));
        assert_eq!(read(r#"{"desk":"110101","after":7}"#).unwrap().1, 7);
        wrong(read("{}"), &[("desk", "missing")]);
        wrong(
            read(r#"{"desk":"110101001","after":-1,"x":0}"#),
            &[
                ("after", "unknown_value"),
                ("desk", "unknown_value"),
                ("x", "unknown_name"),
            ],
        );
    }
}
