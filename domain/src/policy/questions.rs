//! Which question decides most, and which no longer matter.

use super::{Answers, Condition, Fact, FactSet, Programme, Standing, State, Value, Version};
use chrono::NaiveDate;

/// What to ask next about `programmes`: the question after which, on average over its answers,
/// the fewest others are left. `None` when there is no question left whose answer may still change
/// a verdict or an amount.
pub fn next_question(programmes: &[Programme], on: NaiveDate, answers: &Answers) -> Option<Fact> {
    // Of equals the first in the order of asking is taken.
    let best = weighed(programmes, on, answers).min_by_key(|(_, left)| *left);
    best.map(|(fact, _)| fact)
}

/// Everything that is left to ask, [`next_question`] first.
pub fn questions(programmes: &[Programme], on: NaiveDate, answers: &Answers) -> Vec<Fact> {
    let mut all: Vec<_> = weighed(programmes, on, answers).collect();
    all.sort_by_key(|(_, left)| *left);
    all.into_iter().map(|(fact, _)| fact).collect()
}

/// Each question whose answer may still change something, in the order of asking, with how much is
/// left to ask after it.
pub(super) fn weighed(
    programmes: &[Programme],
    on: NaiveDate,
    answers: &Answers,
) -> impl Iterator<Item = (Fact, usize)> {
    let open: Vec<_> = programmes
        .iter()
        .map(|programme| programme.version_on(on))
        .filter(|(_, standing)| !matches!(standing, Standing::NotBegun | Standing::Ended))
        .map(|(version, _)| version)
        .filter(|version| !version.pending(answers).is_empty())
        .collect();
    let pending = open.iter().map(|version| version.pending(answers));
    let pending = pending.fold(FactSet::EMPTY, FactSet::union);
    let left = move |fact: Fact, value: Value| -> usize {
        let then = answers.with(fact, value);
        open.iter()
            .map(|version| version.pending(&then).len())
            .sum()
    };
    pending.iter().map(move |fact| {
        let lefts: Vec<_> = fact.samples().map(|value| left(fact, value)).collect();
        let sum: usize = lefts.iter().sum();
        (fact, sum * AVERAGE_STEPS / lefts.len())
    })
}

/// Averages are told apart to a thousandth of a question.
const AVERAGE_STEPS: usize = 1000;

/// Those of the answers that matter: each was asked, or would have been, when the questions are
/// gone through from the first. When an earlier answer changes, the others no longer matter.
pub fn relevant(programmes: &[Programme], on: NaiveDate, answers: &Answers) -> FactSet {
    let path = path(programmes, on, answers).into_iter();
    path.fold(FactSet::EMPTY, FactSet::with)
}

/// The same in the order of asking.
pub fn path(programmes: &[Programme], on: NaiveDate, answers: &Answers) -> Vec<Fact> {
    let mut walked = Answers::default();
    let mut path = Vec::new();
    while let Some(fact) = next_question(programmes, on, &walked) {
        match answers.get(fact) {
            Some(value) => drop(walked.set(fact, value)),
            None => walked.set_not_known(fact),
        }
        if answers.asked().contains(fact) {
            path.push(fact);
        }
    }
    path
}

impl Version {
    /// The facts whose answer may still change the verdict or the amount.
    pub(super) fn pending(&self, answers: &Answers) -> FactSet {
        match self.state(answers) {
            State::Met => self.deciding_amounts(answers),
            State::Unknown => {
                deciding(self.conditions, answers).union(self.deciding_amounts(answers))
            }
            State::NotMet => self.pending_for_nearly(answers),
        }
    }

    /// A no can still become "nearly": the facts on which that depends.
    fn pending_for_nearly(&self, answers: &Answers) -> FactSet {
        let mut open = FactSet::EMPTY;
        for fact in self.facts().iter() {
            for (_, changed) in self.changes(fact, answers) {
                match self.state(&changed) {
                    State::Met => return self.deciding_amounts(&changed),
                    State::Unknown => open = open.union(deciding(self.conditions, &changed)),
                    State::NotMet => {}
                }
            }
        }
        open
    }

    fn deciding_amounts(&self, answers: &Answers) -> FactSet {
        let amounts = self.amounts.iter();
        let when = amounts.filter_map(|amount| amount.when.as_ref());
        when.map(|when| when.deciding(answers))
            .fold(FactSet::EMPTY, FactSet::union)
    }
}

impl Condition {
    /// The facts that can still decide it: those of its unknown parts.
    fn deciding(&self, answers: &Answers) -> FactSet {
        match (self.state(answers), self.fact()) {
            (State::Unknown, Some(fact)) if !answers.is_not_known(fact) => {
                FactSet::EMPTY.with(fact)
            }
            (State::Unknown, None) => deciding(self.parts(), answers),
            _ => FactSet::EMPTY,
        }
    }
}

fn deciding(conditions: &[Condition], answers: &Answers) -> FactSet {
    let parts = conditions.iter().map(|part| part.deciding(answers));
    parts.fold(FactSet::EMPTY, FactSet::union)
}
