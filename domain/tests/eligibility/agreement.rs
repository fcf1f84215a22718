//! Every programme, every combination of answers, each also unknown: two evaluators, one verdict.

use crate::document;
use crate::naive::{self, Answer, Person};
use crate::people;
use domain::policy::{Condition, Explained, Programme, State, Test, Verdict};
use std::collections::{BTreeMap, BTreeSet};

/// What was seen of a condition, known by its address.
type Seen = BTreeMap<*const Condition, BTreeSet<&'static str>>;

#[test]
fn both_evaluators_agree_on_everybody() {
    let facts = document::file("facts");
    let mut verdicts = BTreeSet::new();
    for programme in Programme::ALL {
        let rules = document::file(programme.id());
        let asked: Vec<(String, Vec<Answer>)> = facts
            .list("fact")
            .iter()
            .map(|fact| (fact.get("id").unwrap().text().to_owned(), fact))
            .filter(|(id, _)| naive::asked(&rules).contains(id))
            .map(|(id, fact)| (id, naive::answers(fact, &rules)))
            .collect();
        let days = naive::days(&rules);
        let mut seen = Seen::new();
        everybody(&asked, &mut Person::new(), &mut |person| {
            let answers = people::answers(person);
            for on in &days {
                let assessment = programme.assess(*on, &answers);
                let expected = naive::verdict(&rules, &facts, *on, person);
                let found = assessment.verdict.code();
                assert_eq!(found, expected, "{} on {on}: {person:?}", programme.id());
                verdicts.insert(assessment.verdict);
                note(&assessment.conditions, &mut seen);
            }
        });
        for version in programme.versions() {
            let conditions = version.conditions.iter();
            conditions.for_each(|condition| every_state(condition, &seen, programme));
        }
    }
    assert!(verdicts.into_iter().eq(Verdict::ALL));
}

/// Calls `see` with every person who answers the `asked` facts, each fact also not at all.
fn everybody(asked: &[(String, Vec<Answer>)], person: &mut Person, see: &mut impl FnMut(&Person)) {
    let Some(((fact, answers), rest)) = asked.split_first() else {
        return see(person);
    };
    person.remove(fact);
    everybody(rest, person, see);
    for answer in answers {
        person.insert(fact.clone(), answer.clone());
        everybody(rest, person, see);
    }
    person.remove(fact);
}

fn note(conditions: &[Explained], seen: &mut Seen) {
    for each in conditions {
        seen.entry(each.condition)
            .or_default()
            .insert(each.state.code());
        note(&each.parts, seen);
    }
}

/// A condition that asks something was seen met, not met and unknown.
fn every_state(condition: &Condition, seen: &Seen, programme: Programme) {
    let states = &seen[&std::ptr::from_ref(condition)];
    let expected: &[State] = match condition.test {
        Test::Everyone => &[State::Met],
        Test::Unstated(_) => &[State::Unknown],
        _ if certain(condition) => &[State::Met, State::NotMet, State::Unknown],
        _ => &[State::Unknown],
    };
    for state in expected {
        assert!(
            states.contains(state.code()),
            "{}: {condition:?}",
            programme.id()
        );
    }
    condition
        .parts()
        .iter()
        .for_each(|part| every_state(part, seen, programme));
}

/// Whether nothing in it is unstated.
fn certain(condition: &Condition) -> bool {
    !matches!(condition.test, Test::Unstated(_)) && condition.parts().iter().all(certain)
}
