//! Answers as the API takes and gives them: every fact with a value of its own type.

use super::{Answers, option};
use crate::params::{ParamProblem, ParamProblemKind};
use crate::policy::{Fact, Kind, Value};
use serde_json::{Map, Value as Json};

impl Answers {
    /// Reads the members of an object: `true` or `false` for a `YesNo`, the id of an option for a
    /// `Choice`, a list of ids for a `Set`, a whole number; `null` is "I don't
    /// know". Every member that is not understood is reported.
    pub fn from_json(object: &Map<String, Json>) -> (Self, Vec<ParamProblem>) {
        let mut answers = Self::default();
        let mut problems = Vec::new();
        for (name, json) in object {
            let problem = match (Fact::from_id(name), json) {
                (None, _) => ParamProblemKind::UnknownName,
                (Some(fact), Json::Null) => {
                    answers.set_not_known(fact);
                    continue;
                }
                (Some(fact), json) => match fact.value_from_json(json) {
                    None => ParamProblemKind::UnknownValue,
                    Some(value) if answers.set(fact, value) => continue,
                    Some(_) => ParamProblemKind::OutOfRange,
                },
            };
            problems.push(ParamProblem::new(name, problem));
        }
        (answers, problems)
    }
}

impl Fact {
    /// A value as the API writes it; see [`Answers::from_json`].
    pub fn value_to_json(self, value: Value) -> Json {
        match (self.kind(), value) {
            (Kind::YesNo, Value::Options(mask)) => Json::Bool(mask == 0b10),
            (Kind::Set, Value::Options(mask)) => self.chosen(mask).collect(),
            (_, Value::Options(mask)) => self.chosen(mask).next().into(),
            (_, Value::Number(number)) => number.into(),
        }
    }

    fn value_from_json(self, json: &Json) -> Option<Value> {
        match self.kind() {
            Kind::YesNo => json
                .as_bool()
                .map(|yes| Value::Options(1 << u32::from(yes))),
            Kind::Choice => option(self, json.as_str()?).map(Value::Options),
            Kind::Set => {
                let mut bits = json.as_array()?.iter().map(|id| option(self, id.as_str()?));
                let mask = bits.try_fold(0, |mask, bit| Some(mask | bit?));
                mask.map(Value::Options)
            }
            Kind::Number => {
                let number = i32::try_from(json.as_i64()?);
                // Beyond all bounds is beyond these bounds.
                Some(Value::Number(number.unwrap_or(i32::MIN)))
            }
        }
    }
}
