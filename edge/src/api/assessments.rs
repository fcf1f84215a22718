//! Assessments as the API gives them.

use super::policy::{Needs, Source, Sum, Words, numbered};
use chrono::NaiveDate;
use domain::policy::{self, Answers, Programme};
use serde::Serialize;
use serde_json::Value as Json;
use std::ptr;

/// What can be said to somebody who gave these answers.
#[derive(Serialize)]
pub(crate) struct Assessments {
    on: NaiveDate,
    programmes: Vec<Assessment>,
    ask: Vec<&'static str>,
}

#[derive(Serialize)]
struct Assessment {
    id: &'static str,
    verdict: &'static str,
    standing: &'static str,
    stated_until: NaiveDate,
    conditions: Vec<Explained>,
    nearly: Vec<Missing>,
    amount: Vec<Given>,
    next: Words,
}

#[derive(Serialize)]
struct Explained {
    id: String,
    state: &'static str,
    because: Because,
    source: Source,
}

/// What is needed and what was answered.
#[derive(Serialize)]
struct Because {
    #[serde(flatten)]
    needs: Needs<Explained>,
    /// Null while nobody answered; not there where nothing is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<Json>,
}

#[derive(Serialize)]
struct Missing {
    fact: &'static str,
    needed: Json,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<Words>,
}

#[derive(Serialize)]
struct Given {
    #[serde(flatten)]
    sum: Sum,
    #[serde(rename = "for")]
    what: Words,
    state: &'static str,
    source: Source,
}

impl Assessments {
    /// Every programme on the day `on`, and what to ask next.
    pub(crate) fn new(on: NaiveDate, answers: &Answers) -> Self {
        let programmes = policy::assess(on, answers);
        let ask = policy::questions(&Programme::ALL, on, answers).into_iter();
        Self {
            on,
            programmes: programmes.iter().map(Assessment::new).collect(),
            ask: ask.map(policy::Fact::id).collect(),
        }
    }
}

impl Assessment {
    fn new(assessment: &policy::Assessment) -> Self {
        let versions = assessment.programme.versions();
        let earlier = versions.iter();
        let earlier = earlier.take_while(|version| !ptr::eq(*version, assessment.version));
        let version = (earlier.count() + 1).to_string();
        let conditions = assessment.conditions.iter().enumerate();
        Self {
            id: assessment.programme.id(),
            verdict: assessment.verdict.code(),
            standing: assessment.standing.code(),
            stated_until: assessment.version.stated_until,
            conditions: conditions
                .map(|(place, each)| Explained::new(numbered(&version, place), each))
                .collect(),
            nearly: assessment.nearly.iter().map(Missing::new).collect(),
            amount: assessment.amounts.iter().map(Given::new).collect(),
            next: assessment.programme.next().into(),
        }
    }
}

impl Explained {
    fn new(id: String, explained: &policy::Explained) -> Self {
        let condition = explained.condition;
        let part = |place| Self::new(numbered(&id, place), &explained.parts[place]);
        let answered = condition.fact().map(|fact| {
            let written = |value| fact.value_to_json(value);
            explained.answered.map_or(Json::Null, written)
        });
        Self {
            state: explained.state.code(),
            because: Because {
                needs: Needs::of(condition, part),
                answered,
            },
            source: condition.source.into(),
            id,
        }
    }
}

impl Missing {
    fn new(missing: &policy::Missing) -> Self {
        Self {
            fact: missing.fact.id(),
            needed: missing.fact.value_to_json(missing.needed),
            how: missing.fact.how_to_change(missing.option).map(Words::from),
        }
    }
}

impl Given {
    fn new(given: &policy::Given) -> Self {
        Self {
            sum: given.amount.sum.into(),
            what: given.amount.what().into(),
            state: given.state.code(),
            source: given.amount.source.into(),
        }
    }
}
