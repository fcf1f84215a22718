//! Asking: few questions, each of which matters, and an answer never turns a verdict around.

use crate::people::{knowing, somebody};
use chrono::NaiveDate;
use domain::policy::{
    Answers, Fact, FactSet, Programme, State, Sum, Verdict, assess, next_question, relevant,
};
use proptest::prelude::*;

/// More would tire a tired person.
const MOST_QUESTIONS: usize = 12;

fn on(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 7, 1).unwrap()
}

/// Asks `person` until nothing is left to ask; the answers given, and how many there are.
fn asked(programmes: &[Programme], on: NaiveDate, person: &Answers) -> (Answers, usize) {
    let mut answers = Answers::default();
    let mut count = 0;
    while let Some(fact) = next_question(programmes, on, &answers) {
        assert!(
            !answers.asked().contains(fact),
            "{} is asked twice",
            fact.id()
        );
        match person.get(fact) {
            Some(value) => assert!(answers.set(fact, value)),
            None => answers.set_not_known(fact),
        }
        count += 1;
    }
    (answers, count)
}

fn verdicts(on: NaiveDate, answers: &Answers) -> Vec<Verdict> {
    let all = assess(on, answers);
    all.iter().map(|assessment| assessment.verdict).collect()
}

/// What is given to somebody who is eligible.
fn given(on: NaiveDate, answers: &Answers) -> Vec<(Sum, State)> {
    let all = assess(on, answers);
    all.iter()
        .filter(|assessment| assessment.verdict == Verdict::Eligible)
        .flat_map(|assessment| &assessment.amounts)
        .map(|given| (given.amount.sum, given.state))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn twelve_questions_decide_everything(person in somebody(), year in 2012..2027) {
        let (answers, count) = asked(&Programme::ALL, on(year), &person);
        prop_assert!(count <= MOST_QUESTIONS);
        prop_assert_eq!(verdicts(on(year), &answers), verdicts(on(year), &person));
        prop_assert_eq!(given(on(year), &answers), given(on(year), &person));
    }

    #[test]
    fn who_does_not_know_is_not_asked_again(
        person in somebody(),
        known in proptest::collection::vec(any::<bool>(), Fact::COUNT),
    ) {
        let person = knowing(&person, &known);
        let (answers, count) = asked(&Programme::ALL, on(2026), &person);
        prop_assert!(count <= MOST_QUESTIONS);
        prop_assert_eq!(verdicts(on(2026), &answers), verdicts(on(2026), &person));
    }

    #[test]
    fn one_programme_asks_only_what_it_needs(person in somebody(), place in 0..Programme::COUNT) {
        let programme = Programme::ALL[place];
        let (answers, _) = asked(&[programme], on(2018), &person);
        let (version, _) = programme.version_on(on(2018));
        for fact in answers.asked().iter() {
            prop_assert!(version.facts().contains(fact));
        }
    }

    #[test]
    fn what_was_asked_is_relevant_and_nothing_else(person in somebody()) {
        let (answers, _) = asked(&Programme::ALL, on(2026), &person);
        prop_assert_eq!(relevant(&Programme::ALL, on(2026), &answers), answers.asked());
        prop_assert_eq!(relevant(&Programme::ALL, on(2026), &person), answers.asked());
    }

    /// A yes stays a yes and a no a no; a no may turn out to be nearly a yes.
    #[test]
    fn an_answer_never_turns_a_verdict_around(
        person in somebody(),
        known in proptest::collection::vec(any::<bool>(), Fact::COUNT),
        year in 2012..2027,
    ) {
        let before = verdicts(on(year), &knowing(&person, &known));
        let after = verdicts(on(year), &person);
        for (before, after) in before.into_iter().zip(after) {
            let steady = match before {
                Verdict::Undetermined => after != Verdict::Ended,
                Verdict::NotEligible => matches!(after, Verdict::NotEligible | Verdict::Nearly),
                decided => after == decided,
            };
            prop_assert!(steady, "{before:?} became {after:?}");
        }
    }

    #[test]
    fn what_is_missing_is_enough(person in somebody(), year in 2013..2027) {
        for assessment in assess(on(year), &person) {
            prop_assert_eq!(assessment.verdict == Verdict::Nearly, !assessment.nearly.is_empty());
            for missing in assessment.nearly {
                prop_assert!(missing.fact.how_to_change(missing.option).is_some());
                let mut then = person.clone();
                prop_assert!(then.set(missing.fact, missing.needed));
                let after = assessment.programme.assess(on(year), &then);
                prop_assert_eq!(after.verdict, Verdict::Eligible);
            }
        }
    }

    #[test]
    fn answers_survive_their_query(
        person in somebody(),
        known in proptest::collection::vec(any::<bool>(), Fact::COUNT),
    ) {
        let mut answers = knowing(&person, &known);
        answers.set_not_known(Fact::MEMBERSHIP);
        let (read, problems) = Answers::parse(&answers.to_query());
        prop_assert_eq!(problems, []);
        prop_assert_eq!(read, answers);
    }

    #[test]
    fn answers_survive_json(person in somebody()) {
        let members = Fact::all().map(|fact| {
            let value = person.get(fact).expect("somebody knows all answers");
            (fact.id().to_owned(), fact.value_to_json(value))
        });
        let (read, problems) = Answers::from_json(&members.collect());
        prop_assert_eq!(problems, []);
        prop_assert_eq!(read, person);
    }
}

#[test]
fn an_earlier_answer_that_changes_drops_what_no_longer_matters() {
    let class = [Programme::HOLIDAY_CLASS];
    let (mut answers, problems) =
        Answers::parse("child_grade=3&class_near=area&both_parents_work=yes");
    assert_eq!(problems, []);
    let all = relevant(&class, on(2018), &answers);
    assert_eq!(all.len(), 3);
    assert!(answers.set(Fact::CHILD_GRADE, domain::policy::Value::Number(9)));
    let kept = relevant(&class, on(2018), &answers);
    assert_eq!(kept, FactSet::EMPTY.with(Fact::CHILD_GRADE));
}
