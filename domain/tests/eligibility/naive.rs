//! A second evaluator, as plain as it can be: strings, maps, and no thought of speed.

use crate::document::Value;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    Yes(bool),
    One(String),
    Many(BTreeSet<String>),
    Number(i64),
}

/// What somebody answered, by the fact's id.
pub(crate) type Person = BTreeMap<String, Answer>;

/// Yes, no, or nobody knows.
fn holds(condition: &Value, person: &Person) -> Option<bool> {
    let judged = |key| {
        let parts = condition.list(key).iter();
        parts.map(|part| holds(part, person)).collect::<Vec<_>>()
    };
    if condition.get("all").is_some() {
        return conjunction(&judged("all"));
    }
    if condition.get("any").is_some() {
        let judged = judged("any");
        if judged.contains(&Some(true)) {
            return Some(true);
        }
        return if judged.contains(&None) {
            None
        } else {
            Some(false)
        };
    }
    if let Some(part) = condition.get("not") {
        return Some(!holds(part, person)?);
    }
    if condition.get("everyone").is_some() {
        return Some(true);
    }
    let answer = person.get(condition.get("fact")?.text())?;
    let named = |id: &str| {
        condition
            .list("in")
            .iter()
            .any(|option| option.text() == id)
    };
    Some(match answer {
        Answer::Yes(yes) => condition.get("is") == Some(&Value::Bool(*yes)),
        Answer::One(option) => named(option),
        Answer::Many(options) => options.iter().any(|option| named(option)),
        Answer::Number(number) => {
            let least = condition.get("at_least").map_or(i64::MIN, Value::number);
            let most = condition.get("at_most").map_or(i64::MAX, Value::number);
            least <= *number && *number <= most
        }
    })
}

fn conjunction(judged: &[Option<bool>]) -> Option<bool> {
    if judged.contains(&Some(false)) {
        return Some(false);
    }
    if judged.contains(&None) {
        None
    } else {
        Some(true)
    }
}

fn met(version: &Value, person: &Person) -> Option<bool> {
    let conditions = version.list("condition").iter();
    let judged: Vec<_> = conditions
        .map(|condition| holds(condition, person))
        .collect();
    conjunction(&judged)
}

/// The verdict's code.
pub(crate) fn verdict(
    programme: &Value,
    facts: &Value,
    on: NaiveDate,
    person: &Person,
) -> &'static str {
    let versions = programme.list("version");
    let Some(version) = versions.iter().find(|version| runs(version, on)) else {
        let begun = versions
            .iter()
            .any(|version| day(version, "from", 1, 1).is_none_or(|from| from <= on));
        return if begun { "ended" } else { "not_eligible" };
    };
    match met(version, person) {
        Some(true) => "eligible",
        None => "undetermined",
        Some(false) => {
            let changed = changed(facts, person);
            let mut outcomes = changed.iter().map(|person| met(version, person));
            if outcomes.any(|outcome| outcome == Some(true)) {
                "nearly"
            } else {
                "not_eligible"
            }
        }
    }
}

/// Everybody who differs from `person` in one thing that a person can change.
fn changed(facts: &Value, person: &Person) -> Vec<Person> {
    let mut all = Vec::new();
    for fact in facts.list("fact") {
        let id = fact.get("id").unwrap().text();
        let Some(now) = person.get(id) else { continue };
        let mut other = |answer| {
            let mut changed = person.clone();
            changed.insert(id.to_owned(), answer);
            all.push(changed);
        };
        if fact.get("change").is_some() {
            other(Answer::Yes(true));
        }
        for option in fact
            .list("options")
            .iter()
            .filter(|option| option.get("change").is_some())
        {
            let option = option.get("id").unwrap().text().to_owned();
            other(match now {
                Answer::Many(options) => {
                    let mut more = options.clone();
                    more.insert(option);
                    Answer::Many(more)
                }
                _ => Answer::One(option),
            });
        }
    }
    all
}

fn runs(version: &Value, on: NaiveDate) -> bool {
    day(version, "from", 1, 1).is_none_or(|from| from <= on)
        && day(version, "to", 12, 31).is_none_or(|to| to >= on)
}

fn day(version: &Value, key: &str, month: u32, day: u32) -> Option<NaiveDate> {
    match version.get(key)? {
        Value::Day(date) => Some(*date),
        year => NaiveDate::from_ymd_opt(i32::try_from(year.number()).unwrap(), month, day),
    }
}

/// A day in each period of a programme, and one on each side of them all.
pub(crate) fn days(programme: &Value) -> Vec<NaiveDate> {
    let mut days = BTreeSet::new();
    let versions = programme.list("version");
    for version in versions {
        let from = day(version, "from", 1, 1);
        let to = day(version, "to", 12, 31);
        days.extend(
            from.into_iter()
                .flat_map(|day| [day.pred_opt().unwrap(), day]),
        );
        days.extend(
            to.into_iter()
                .flat_map(|day| [day, day.succ_opt().unwrap()]),
        );
        // Where nobody says when it began, a day before any source speaks of it.
        let source = version.get("source").and_then(|source| source.get("year"));
        let before = i32::try_from(source.unwrap().number()).unwrap() - 1;
        days.extend(NaiveDate::from_ymd_opt(before, 12, 31));
        let stated = version.get("stated_as_of").unwrap().number();
        days.extend(NaiveDate::from_ymd_opt(
            i32::try_from(stated).unwrap(),
            12,
            31,
        ));
    }
    let last = *days.last().unwrap();
    days.extend(last.with_year(last.year() + 1));
    days.into_iter().collect()
}

/// Every answer that a programme's rules could tell apart for a fact: each single option or
/// number; of a set every combination of the options that the rules name, with and without
/// another one.
pub(crate) fn answers(fact: &Value, programme: &Value) -> Vec<Answer> {
    let options: Vec<&str> = fact
        .list("options")
        .iter()
        .map(|option| option.get("id").unwrap().text())
        .collect();
    match fact.get("kind").unwrap().text() {
        "yes_no" => vec![Answer::Yes(false), Answer::Yes(true)],
        "choice" => options
            .into_iter()
            .map(|id| Answer::One(id.to_owned()))
            .collect(),
        "number" => {
            let bound = |key| fact.get(key).unwrap().number();
            (bound("from")..=bound("to")).map(Answer::Number).collect()
        }
        "set" => {
            let named = named(programme);
            let (named, others): (Vec<&str>, Vec<&str>) =
                options.into_iter().partition(|id| named.contains(*id));
            let told_apart: Vec<_> = named
                .into_iter()
                .chain(others.into_iter().take(1))
                .collect();
            let subsets = 0..1_u32 << told_apart.len();
            let chosen = |subset: u32| {
                let each = told_apart.iter().enumerate();
                let each = each.filter(move |(place, _)| subset & 1 << place != 0);
                Answer::Many(each.map(|(_, id)| (*id).to_owned()).collect())
            };
            subsets.map(chosen).collect()
        }
        kind => panic!("no rule asks a {kind} yet"),
    }
}

/// Every text in an `in` of a programme.
fn named(value: &Value) -> BTreeSet<String> {
    match value {
        Value::List(list) => list.iter().flat_map(named).collect(),
        Value::Table(table) => {
            let own = value.list("in").iter().map(|id| id.text().to_owned());
            own.chain(table.values().flat_map(named)).collect()
        }
        _ => BTreeSet::new(),
    }
}

/// The facts that a programme names.
pub(crate) fn asked(value: &Value) -> BTreeSet<String> {
    match value {
        Value::List(list) => list.iter().flat_map(asked).collect(),
        Value::Table(table) => {
            let own = value.get("fact").map(|id| id.text().to_owned());
            own.into_iter()
                .chain(table.values().flat_map(asked))
                .collect()
        }
        _ => BTreeSet::new(),
    }
}
