//! Answers as the query of an address, both ways.

use super::{Answers, NONE, UNKNOWN, option};
use crate::params::{ParamProblem, ParamProblemKind, QUERY_BYTES, pairs};
use crate::policy::{Fact, Kind, Value};

impl Answers {
    /// Reads a query string. What is not understood is no answer and reported: pages go on
    /// without it, the API refuses.
    ///
    /// ```
    /// # use domain::policy::Answers;
    /// let (answers, problems) = Answers::parse("work=migrant&work=front_line&insured=perhaps");
    /// assert_eq!(answers.to_query(), "work=front_line&work=migrant");
    /// assert_eq!(problems[0].name, "insured");
    /// ```
    pub fn parse(query: &str) -> (Self, Vec<ParamProblem>) {
        Self::parse_with(query, &[])
    }

    /// The same, passing over parameters that the caller reads by itself.
    pub fn parse_with(query: &str, others: &[&str]) -> (Self, Vec<ParamProblem>) {
        let mut answers = Self::default();
        let mut problems = Vec::new();
        let mut report = |name: &str, problem| {
            problems.push(ParamProblem::new(name, problem));
        };
        if query.len() > QUERY_BYTES {
            report("", ParamProblemKind::TooLong);
            return (answers, problems);
        }
        let given: Vec<_> = pairs(query)
            .map(|(name, value)| (name, value.trim().to_owned()))
            // An empty field of a form says nothing.
            .filter(|(name, value)| !others.contains(&&**name) && !value.is_empty())
            .collect();
        for (name, _) in &given {
            if Fact::from_id(name).is_none() {
                report(name, ParamProblemKind::UnknownName);
            }
        }
        for fact in Fact::all() {
            let values = given.iter().filter(|(name, _)| name == fact.id());
            let values: Vec<_> = values.flat_map(|(_, value)| value.split(',')).collect();
            match values[..] {
                [] => {}
                [UNKNOWN] => answers.set_not_known(fact),
                _ => match read(fact, &values) {
                    Ok(value) => drop(answers.set(fact, value)),
                    Err(problem) => report(fact.id(), problem),
                },
            }
        }
        (answers, problems)
    }

    /// Writes the canonical query string, without `?`: facts sorted by id, options in their order.
    /// "I don't know" is `unknown`, a set with nothing in it `none`; what was not answered is left
    /// out. It is what a browser writes for a plain form.
    pub fn to_query(&self) -> String {
        let mut facts: Vec<_> = self.asked().iter().collect();
        facts.sort_by_key(|fact| fact.id());
        let mut query = String::new();
        for fact in facts {
            for value in written(fact, self.get(fact)) {
                let before = if query.is_empty() { "" } else { "&" };
                query.extend([before, fact.id(), "=", &value]);
            }
        }
        query
    }
}

fn read(fact: Fact, values: &[&str]) -> Result<Value, ParamProblemKind> {
    let [first, rest @ ..] = values else {
        return Err(ParamProblemKind::UnknownValue);
    };
    if fact.kind() != Kind::Set && !rest.is_empty() {
        return Err(ParamProblemKind::Repeated);
    }
    let value = match fact.kind() {
        Kind::YesNo | Kind::Choice => option(fact, first).map(Value::Options),
        Kind::Set if *values == [NONE] => Some(Value::Options(0)),
        Kind::Set => {
            let bits = values.iter().map(|id| option(fact, id));
            bits.reduce(|one, other| Some(one? | other?))
                .flatten()
                .map(Value::Options)
        }
        Kind::Number => first.parse().ok().map(Value::Number),
    };
    let value = value.ok_or(ParamProblemKind::UnknownValue)?;
    match fact.takes(value) {
        true => Ok(value),
        false => Err(ParamProblemKind::OutOfRange),
    }
}

/// The values of a parameter; ids and digits need no escapes.
fn written(fact: Fact, value: Option<Value>) -> Vec<String> {
    match value {
        None => vec![UNKNOWN.to_owned()],
        Some(Value::Options(0)) => vec![NONE.to_owned()],
        Some(Value::Options(mask)) => fact.chosen(mask).map(str::to_owned).collect(),
        Some(Value::Number(number)) => vec![number.to_string()],
    }
}
