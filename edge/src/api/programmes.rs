//! Programmes and facts as the API gives them.

use super::policy::{Needs, Source, Sum, Words, numbered};
use app::wording::Lang;
use chrono::NaiveDate;
use domain::policy::{self, Kind};
use serde::Serialize;

/// Everything that decides, and what a rule may ask.
#[derive(Serialize)]
pub(crate) struct Catalogue {
    programmes: Vec<Programme>,
    facts: Vec<Fact>,
}

#[derive(Serialize)]
struct Programme {
    id: &'static str,
    name: Words,
    summary: Words,
    body: Words,
    next: Words,
    documents: Vec<Words>,
    not_stated: Vec<Words>,
    ended: Option<Words>,
    request: &'static str,
    stations: Vec<&'static str>,
    versions: Vec<Version>,
}

#[derive(Serialize)]
struct Version {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    stated_until: NaiveDate,
    source: Source,
    gives: Words,
    conditions: Vec<Condition>,
    amounts: Vec<Amount>,
}

#[derive(Serialize)]
struct Condition {
    id: String,
    needs: Needs<Condition>,
    source: Source,
}

#[derive(Serialize)]
struct Amount {
    #[serde(flatten)]
    sum: Sum,
    #[serde(rename = "for")]
    what: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Condition>,
    source: Source,
}

#[derive(Serialize)]
struct Fact {
    id: &'static str,
    kind: &'static str,
    name: Words,
    question: Words,
    help: Words,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<FactOption>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<i32>,
}

#[derive(Serialize)]
struct FactOption {
    id: &'static str,
    name: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<Words>,
}

impl Catalogue {
    /// All of it.
    pub(crate) fn new() -> Self {
        let programmes = policy::Programme::ALL.into_iter();
        Self {
            programmes: programmes.map(Programme::new).collect(),
            facts: policy::Fact::all().map(Fact::new).collect(),
        }
    }
}

impl Programme {
    fn new(programme: policy::Programme) -> Self {
        let versions = programme.versions().iter().enumerate();
        Self {
            id: programme.id(),
            name: programme.name().into(),
            summary: programme.summary().into(),
            body: programme.body().into(),
            next: programme.next().into(),
            documents: words(programme.documents()),
            not_stated: words(programme.not_stated()),
            ended: programme.ended().map(Words::from),
            request: programme.request(),
            stations: programme
                .stations()
                .iter()
                .map(|kind| kind.code())
                .collect(),
            versions: versions
                .map(|(place, version)| Version::new(place + 1, version))
                .collect(),
        }
    }
}

impl Version {
    fn new(number: usize, version: &policy::Version) -> Self {
        Self {
            from: version.from,
            to: version.to,
            stated_until: version.stated_until,
            source: version.source.into(),
            gives: version.gives().into(),
            conditions: (version.conditions.iter().enumerate())
                .map(|(place, condition)| {
                    Condition::new(numbered(&number.to_string(), place), condition)
                })
                .collect(),
            amounts: (version.amounts.iter().enumerate())
                .map(|(place, amount)| {
                    Amount::new(numbered(&format!("{number}.amount"), place), amount)
                })
                .collect(),
        }
    }
}

impl Condition {
    fn new(id: String, condition: &policy::Condition) -> Self {
        let part = |place| Self::new(numbered(&id, place), &condition.parts()[place]);
        Self {
            needs: Needs::of(condition, part),
            source: condition.source.into(),
            id,
        }
    }
}

impl Amount {
    fn new(id: String, amount: &policy::Amount) -> Self {
        Self {
            sum: amount.sum.into(),
            what: amount.what().into(),
            when: amount.when.as_ref().map(|when| Condition::new(id, when)),
            source: amount.source.into(),
        }
    }
}

impl Fact {
    fn new(fact: policy::Fact) -> Self {
        let number = (fact.kind() == Kind::Number).then(|| fact.bounds());
        let options = fact.options().iter().enumerate();
        Self {
            id: fact.id(),
            kind: kind_code(fact.kind()),
            name: fact.name().into(),
            question: fact.question().into(),
            help: fact.help().into(),
            options: options
                .map(|(place, id)| FactOption {
                    id,
                    name: Words {
                        zh: Lang::Zh.option(fact, place),
                        en: Lang::En.option(fact, place),
                    },
                    change: fact.how_to_change(place).map(Words::from),
                })
                .collect(),
            from: number.map(|(from, _)| from),
            to: number.map(|(_, to)| to),
        }
    }
}

/// A kind in the words of the API.
const fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::YesNo => "yes_no",
        Kind::Choice => "choice",
        Kind::Set => "set",
        Kind::Number => "number",
    }
}

fn words(texts: &[policy::Text]) -> Vec<Words> {
    texts.iter().copied().map(Words::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn every_option_is_given_with_the_way_to_it() {
        for fact in policy::Fact::all() {
            let given = serde_json::to_value(Fact::new(fact)).unwrap();
            let given = given["options"].as_array().map_or(&[][..], Vec::as_slice);
            assert_eq!(given.len(), fact.options().len(), "{}", fact.id());
            for (place, option) in given.iter().enumerate() {
                assert_eq!(option["id"], fact.options()[place]);
                let change = fact.how_to_change(place);
                let change = change.map_or(Value::Null, |text| json!(Words::from(text)));
                assert_eq!(option["change"], change, "{}", fact.id());
            }
        }
        let insured = serde_json::to_value(Fact::new(policy::Fact::INSURED)).unwrap();
        let named = |place: usize| insured["options"][place]["name"]["zh"].as_str();
        assert_eq!([named(0), named(1)], [Some("不是"), Some("是")]);
    }
}
