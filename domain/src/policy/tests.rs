//! Rules that no programme has yet, made by hand: what the amount alone depends on is asked too.

use super::questions::weighed;
use super::rules::{Amount, Condition, Source, Sum, Test, Version};
use super::{Answers, Fact, FactSet, Programme, State, Value};
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
fn a_question_weighs_what_is_left_after_it_on_average() {
    let on = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let all = Programme::ALL;
    for query in ["", "membership=card&work=platform", "insured=unknown"] {
        let (answers, _) = Answers::parse(query);
        let left = |answers: &Answers| -> usize {
            let going = all.iter().filter(|programme| programme.ended().is_none());
            let versions = going.map(|programme| programme.version_on(on).0);
            versions.map(|version| version.pending(answers).len()).sum()
        };
        for (fact, weight) in weighed(&all, on, &answers) {
            let after: Vec<_> = fact
                .samples()
                .map(|value| left(&answers.with(fact, value)))
                .collect();
            let (least, most) = (after.iter().min().unwrap(), after.iter().max().unwrap());
            assert!(
                (least * 1000..=most * 1000).contains(&weight),
                "{}",
                fact.id()
            );
            let rounding = after.len();
            let sum = after.iter().sum::<usize>() * 1000;
            assert!((sum - weight * after.len()) < rounding, "{}", fact.id());
        }
    }
}

#[test]
fn what_must_not_be_is_a_part_of_its_own() {
    const DUES: Condition = is(Fact::DUES);
    let not = Condition {
        test: Test::Not(&DUES),
        source: HERE,
    };
    assert!(
        not.parts()
            .iter()
            .map(Condition::fact)
            .eq([Some(Fact::DUES)])
    );
    let state = |query| not.state(&Answers::parse(query).0);
    assert_eq!(state("dues=yes"), State::NotMet);
    assert_eq!(state("dues=no"), State::Met);
    assert_eq!(state("dues=unknown"), State::Unknown);
}

#[test]
fn what_is_in_a_set_is_in_it_once() {
    let one = FactSet::EMPTY.with(Fact::DUES);
    assert_eq!(one.with(Fact::DUES), one);
    assert!(!one.is_empty() && one.without(Fact::DUES).is_empty());
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
