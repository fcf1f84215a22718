//! What programmes and assessments have in common: words, sources, conditions, sums.
//!
//! A condition and a sum are written as in the policy files.

use domain::policy::{self, Fact, Test, Text};
use serde::Serialize;
use serde_json::Value as Json;

/// The same words in both languages.
#[derive(Serialize)]
pub(crate) struct Words {
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        let Text { zh, en } = text;
        Self { zh, en }
    }
}

/// Where something is written.
#[derive(Serialize)]
pub(crate) struct Source {
    document: &'static str,
    year: u16,
    #[serde(rename = "where")]
    place: &'static str,
}

impl From<policy::Source> for Source {
    fn from(source: policy::Source) -> Self {
        Self {
            document: source.document(),
            year: source.year(),
            place: source.place(),
        }
    }
}

/// What a condition asks; `C` is the shape of the conditions in a group.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Needs<C> {
    All {
        all: Vec<C>,
    },
    Any {
        any: Vec<C>,
    },
    Not {
        not: Box<C>,
    },
    Is {
        fact: &'static str,
        is: bool,
    },
    In {
        fact: &'static str,
        #[serde(rename = "in")]
        options: Vec<&'static str>,
    },
    Within {
        fact: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        at_least: Option<Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        at_most: Option<Json>,
    },
    Everyone {
        everyone: bool,
    },
    Unstated {
        unstated: Words,
    },
}

impl<C> Needs<C> {
    /// What `condition` asks; `part` shapes the part of a group at that place.
    pub(crate) fn of(condition: &policy::Condition, part: impl Fn(usize) -> C) -> Self {
        let parts = || (0..condition.parts().len()).map(&part).collect();
        match &condition.test {
            Test::All(_) => Self::All { all: parts() },
            Test::Any(_) => Self::Any { any: parts() },
            Test::Not(_) => Self::Not {
                not: Box::new(part(0)),
            },
            Test::Options { fact, mask } => Self::options(*fact, *mask),
            Test::Within { fact, from, to } => Self::within(*fact, *from, *to),
            Test::Everyone => Self::Everyone { everyone: true },
            Test::Unstated(unstated) => Self::Unstated {
                unstated: unstated.text().into(),
            },
        }
    }

    fn options(fact: Fact, mask: u32) -> Self {
        match fact.kind() {
            policy::Kind::YesNo => Self::Is {
                fact: fact.id(),
                is: mask == 0b10,
            },
            _ => Self::In {
                fact: fact.id(),
                options: fact.chosen(mask).collect(),
            },
        }
    }

    /// A bound that every answer keeps says nothing.
    fn within(fact: Fact, from: i32, to: i32) -> Self {
        let (least, most) = fact.bounds();
        let written = |bound| fact.value_to_json(policy::Value::Number(bound));
        Self::Within {
            fact: fact.id(),
            at_least: (from > least).then(|| written(from)),
            at_most: (to < most).then(|| written(to)),
        }
    }
}

/// The id of a condition: the number of its version and its place in it, and so on in groups. It
/// stands for the same condition in `programmes` and in `assess`.
pub(crate) fn numbered(group: &str, place: usize) -> String {
    format!("{group}.{}", place + 1)
}

/// Money, in yuan.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Sum {
    Fixed { yuan: u32 },
    OneOf { one_of: &'static [u32] },
    AtMost { at_most: u32 },
    Range { from: u32, to: u32 },
    NotStated { unstated: bool },
}

impl From<policy::Sum> for Sum {
    fn from(sum: policy::Sum) -> Self {
        match sum {
            policy::Sum::Fixed(yuan) => Self::Fixed { yuan },
            policy::Sum::OneOf(one_of) => Self::OneOf { one_of },
            policy::Sum::AtMost(at_most) => Self::AtMost { at_most },
            policy::Sum::Range(from, to) => Self::Range { from, to },
            policy::Sum::NotStated => Self::NotStated { unstated: true },
        }
    }
}
