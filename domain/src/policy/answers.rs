//! What somebody answered.

mod json;
mod query;

use super::{Fact, FactSet, Value};

/// Answers to facts. What is not there is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answers {
    values: [Option<Value>; Fact::COUNT],
    not_known: FactSet,
}

impl Answers {
    /// The answer to `fact`; `None` if there is none, or the person does not know.
    pub fn get(&self, fact: Fact) -> Option<Value> {
        self.values[usize::from(fact.0)]
    }

    /// Takes an answer; `false`, and nothing changes, if `value` cannot be an answer to `fact`.
    pub fn set(&mut self, fact: Fact, value: Value) -> bool {
        let taken = fact.takes(value);
        if taken {
            self.forget(fact);
            self.values[usize::from(fact.0)] = Some(value);
        }
        taken
    }

    /// The person does not know: as good as no answer, but it is not asked again.
    pub fn set_not_known(&mut self, fact: Fact) {
        self.forget(fact);
        self.not_known = self.not_known.with(fact);
    }

    /// Takes an answer back.
    pub fn forget(&mut self, fact: Fact) {
        self.values[usize::from(fact.0)] = None;
        self.not_known = self.not_known.without(fact);
    }

    /// Whether the person was asked and does not know.
    pub fn is_not_known(&self, fact: Fact) -> bool {
        self.not_known.contains(fact)
    }

    /// What was asked: answered, or not known.
    pub fn asked(&self) -> FactSet {
        let answered = Fact::all().filter(|fact| self.get(*fact).is_some());
        answered.fold(self.not_known, FactSet::with)
    }

    /// Takes every answer of `others`; one's own stays where they have none.
    pub fn extend(&mut self, others: &Self) {
        for fact in others.asked().iter() {
            match others.get(fact) {
                Some(value) => drop(self.set(fact, value)),
                None => self.set_not_known(fact),
            }
        }
    }

    /// Without what is not in `facts`.
    pub fn only(mut self, facts: FactSet) -> Self {
        for fact in Fact::all().filter(|fact| !facts.contains(*fact)) {
            self.forget(fact);
        }
        self
    }

    /// The same with another answer to one fact.
    pub(super) fn with(&self, fact: Fact, value: Value) -> Self {
        let mut changed = self.clone();
        changed.set(fact, value);
        changed
    }
}

/// How "I don't know" is written.
const UNKNOWN: &str = "unknown";
/// How a set with nothing in it is written in a query.
const NONE: &str = "none";

/// The bit of an option.
fn option(fact: Fact, id: &str) -> Option<u32> {
    let place = fact.options().iter().position(|option| *option == id)?;
    Some(1 << place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_an_answer_is_taken() {
        let mut answers = Answers::default();
        assert!(!answers.set(Fact::INSURED, Value::Options(0b11)));
        assert!(!answers.set(Fact::INSURED, Value::Options(0)));
        assert!(!answers.set(Fact::INSURED, Value::Number(1)));
        assert!(!answers.set(Fact::CHILD_GRADE, Value::Options(1)));
        assert!(!answers.set(Fact::WORK, Value::Options(1 << 31)));
        assert_eq!(answers, Answers::default());
        assert!(answers.set(Fact::WORK, Value::Options(0)));
        assert!(answers.asked().contains(Fact::WORK));
    }

    #[test]
    fn an_answer_ends_not_knowing() {
        let mut answers = Answers::default();
        answers.set_not_known(Fact::INSURED);
        assert!(answers.is_not_known(Fact::INSURED));
        assert!(answers.set(Fact::INSURED, Value::Options(0b10)));
        assert!(!answers.is_not_known(Fact::INSURED));
        let kept = answers.clone().only(FactSet::EMPTY.with(Fact::INSURED));
        assert_eq!(kept, answers);
        assert_eq!(answers.only(FactSet::EMPTY), Answers::default());
    }

    #[test]
    fn answers_of_others_go_before_ones_own() {
        let parse = |query| Answers::parse(query).0;
        let mut answers = parse("insured=yes&dues=yes&managed=no");
        answers.extend(&parse("insured=no&dues=unknown&work=migrant"));
        let both = parse("insured=no&dues=unknown&managed=no&work=migrant");
        assert_eq!(answers, both);
    }
}
