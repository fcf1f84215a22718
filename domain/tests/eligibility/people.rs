//! People, as the crate's answers.

use crate::naive::{Answer, Person};
use domain::policy::{Answers, Fact, Kind, Value};
use proptest::prelude::*;

/// The same person for the crate, through the query of an address.
pub(crate) fn answers(person: &Person) -> Answers {
    let each = person.iter().map(|(fact, answer)| {
        let value = match answer {
            Answer::Yes(true) => "yes".to_owned(),
            Answer::Yes(false) => "no".to_owned(),
            Answer::One(option) => option.clone(),
            Answer::Many(options) if options.is_empty() => "none".to_owned(),
            Answer::Many(options) => options.iter().cloned().collect::<Vec<_>>().join(","),
            Answer::Number(number) => number.to_string(),
        };
        format!("{fact}={value}")
    });
    let (answers, problems) = Answers::parse(&each.collect::<Vec<_>>().join("&"));
    assert_eq!(problems, []);
    answers
}

/// Any answer to a fact.
pub(crate) fn value(fact: Fact) -> BoxedStrategy<Value> {
    let options = fact.options().len() as u32;
    match fact.kind() {
        Kind::YesNo | Kind::Choice => (0..options)
            .prop_map(|place| Value::Options(1 << place))
            .boxed(),
        // Few of the options, as with most people.
        Kind::Set => proptest::collection::vec(0..options, 0..4)
            .prop_map(|places| {
                Value::Options(places.iter().fold(0, |mask, place| mask | 1 << place))
            })
            .boxed(),
        Kind::Number => {
            let (from, to) = fact.bounds();
            (from..=to).prop_map(Value::Number).boxed()
        }
    }
}

/// Somebody who knows all answers.
pub(crate) fn somebody() -> impl Strategy<Value = Answers> {
    let values: Vec<_> = Fact::all().map(value).collect();
    values.prop_map(|values| {
        let mut answers = Answers::default();
        for (fact, value) in Fact::all().zip(values) {
            assert!(answers.set(fact, value));
        }
        answers
    })
}

/// The same with only some of the answers given; the others are not known.
pub(crate) fn knowing(answers: &Answers, known: &[bool]) -> Answers {
    let mut some = answers.clone();
    for (fact, known) in Fact::all().zip(known) {
        if !known {
            some.forget(fact);
        }
    }
    some
}
