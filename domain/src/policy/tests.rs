//! Rules that no programme has yet, made by hand: what the amount alone depends on is asked too.

use super::rules::{Amount, Condition, Source, Sum, Test, Version};
use super::{Answers, Fact, FactSet, Programme, Value};
use chrono::NaiveDate;

const HERE: Source = Source(0);
const YES: u32 = 0b10;

const fn is(fact: Fact) -> Condition {
    Condition {
        test: Test::Options { fact, mask: YES },
        source: HERE,
    }
}

/// Given to card holders, and the sum only to who is insured.
static RULES: Version = Version {
    from: None,
    to: None,
    stated_since: NaiveDate::MIN,
    stated_until: NaiveDate::MAX,
    source: HERE,
    conditions: &[Condition {
        test: Test::Options {
            fact: Fact::MEMBERSHIP,
            mask: 0b1000,
        },
        source: HERE,
    }],
    amounts: &[Amount {
        sum: Sum::Fixed(100),
        when: Some(is(Fact::INSURED)),
        source: HERE,
        what: 0,
    }],
    facts: FactSet::EMPTY.with(Fact::MEMBERSHIP).with(Fact::INSURED),
    gives: 0,
};

#[track_caller]
fn check(query: &str, pending: &[Fact]) {
    let (answers, problems) = Answers::parse(query);
    assert_eq!(problems, []);
    assert!(RULES.pending(&answers).iter().eq(pending.iter().copied()));
}

#[test]
fn whatever_is_asked_has_answers_by_which_it_is_weighed() {
    for version in Programme::ALL.into_iter().flat_map(Programme::versions) {
        for fact in version.facts().iter() {
            let samples: Vec<_> = fact.samples().collect();
            assert!(samples.len() > 1, "{}", fact.id());
            assert!(samples.into_iter().all(|value| fact.takes(value)));
        }
    }
    // Both sides of each bound that a rule sets: holiday classes are for grades 1 to 6.
    let grades: Vec<_> = Fact::CHILD_GRADE.samples().collect();
    for grade in [0, 1, 6, 7].map(Value::Number) {
        assert!(grades.contains(&grade), "{grade:?}");
    }
}

#[test]
fn the_amount_is_asked_about_while_there_may_be_one() {
    check("", &[Fact::MEMBERSHIP, Fact::INSURED]);
    check("membership=card", &[Fact::INSURED]);
    check("membership=card&insured=yes", &[]);
    check("membership=card&insured=unknown", &[]);
    // A change away, and what it would bring.
    check("membership=none", &[Fact::INSURED]);
    check("membership=none&insured=no", &[]);
}
