//! The rules of a programme in a period, and what becomes of a condition.

use super::tables::{GIVES, SOURCES, UNSTATED, WHATS};
use super::{Answers, Fact, FactSet, Text, Value};
use chrono::NaiveDate;

/// What is known of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// It is met (`met`).
    Met,
    /// It is not met (`not_met`).
    NotMet,
    /// Nobody answered, nobody knows, or no source says (`unknown`).
    Unknown,
}

impl State {
    /// The code used in the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::Unknown => "unknown",
        }
    }

    fn from_bool(met: bool) -> Self {
        match met {
            true => Self::Met,
            false => Self::NotMet,
        }
    }

    fn negated(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            Self::Unknown => Self::Unknown,
        }
    }
}

/// The rules of a programme in a period.
#[derive(Debug)]
pub struct Version {
    /// First day; `None` if no source says when it began.
    pub from: Option<NaiveDate>,
    /// Last day; `None` while nobody has ended it.
    pub to: Option<NaiveDate>,
    /// The first day for which a source states these rules: `from`, or where nobody says when they
    /// began, the first day of the year that `source` speaks of.
    pub stated_since: NaiveDate,
    /// The last day for which a source states these rules.
    pub stated_until: NaiveDate,
    /// Where the period is written.
    pub source: Source,
    /// All of them must be met.
    pub conditions: &'static [Condition],
    /// Every one whose condition holds is given; none where it is a service.
    pub amounts: &'static [Amount],
    /// What its conditions and amounts ask.
    pub(super) facts: FactSet,
    pub(super) gives: u8,
}

impl Version {
    /// What one gets, in words.
    pub fn gives(&self) -> Text {
        GIVES[usize::from(self.gives)]
    }

    /// What its conditions and amounts ask.
    pub fn facts(&self) -> FactSet {
        self.facts
    }

    /// What is known of all its conditions together.
    pub fn state(&self, answers: &Answers) -> State {
        all(self.conditions, answers)
    }

    pub(super) fn has_begun(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on)
    }

    pub(super) fn is_over(&self, on: NaiveDate) -> bool {
        self.to.is_some_and(|to| to < on)
    }
}

/// A condition and where it is written.
#[derive(Debug)]
pub struct Condition {
    /// What it asks.
    pub test: Test,
    /// Where it is written.
    pub source: Source,
}

/// What a condition asks.
#[derive(Debug)]
pub enum Test {
    /// All of these.
    All(&'static [Condition]),
    /// At least one of these.
    Any(&'static [Condition]),
    /// Not this.
    Not(&'static Condition),
    /// At least one of the options whose bits are set.
    Options {
        /// What is asked.
        fact: Fact,
        /// The options.
        mask: u32,
    },
    /// A number; both bounds included.
    Within {
        /// What is asked.
        fact: Fact,
        /// The least.
        from: i32,
        /// The most.
        to: i32,
    },
    /// A source says that it is open to all.
    Everyone,
    /// There is a condition, and no source says which.
    Unstated(Unstated),
}

impl Condition {
    /// What is known of it.
    pub fn state(&self, answers: &Answers) -> State {
        match &self.test {
            Test::All(parts) => all(parts, answers),
            Test::Any(parts) => any(parts, answers),
            Test::Not(part) => part.state(answers).negated(),
            Test::Options { fact, mask } => match answers.get(*fact) {
                Some(Value::Options(chosen)) => State::from_bool(chosen & mask != 0),
                _ => State::Unknown,
            },
            Test::Within { fact, from, to } => match answers.get(*fact) {
                Some(Value::Number(number)) => State::from_bool((*from..=*to).contains(&number)),
                _ => State::Unknown,
            },
            Test::Everyone => State::Met,
            Test::Unstated(_) => State::Unknown,
        }
    }

    /// The fact it asks, unless it is a group or asks nothing.
    pub fn fact(&self) -> Option<Fact> {
        match self.test {
            Test::Options { fact, .. } | Test::Within { fact, .. } => Some(fact),
            _ => None,
        }
    }

    /// The conditions of a group.
    pub fn parts(&self) -> &'static [Condition] {
        match self.test {
            Test::All(parts) | Test::Any(parts) => parts,
            Test::Not(part) => core::slice::from_ref(part),
            _ => &[],
        }
    }
}

/// One that is not met decides; else one that is unknown.
fn all(parts: &[Condition], answers: &Answers) -> State {
    let mut state = State::Met;
    for part in parts {
        match part.state(answers) {
            State::NotMet => return State::NotMet,
            State::Unknown => state = State::Unknown,
            State::Met => {}
        }
    }
    state
}

/// One that is met decides; else one that is unknown.
fn any(parts: &[Condition], answers: &Answers) -> State {
    let mut state = State::NotMet;
    for part in parts {
        match part.state(answers) {
            State::Met => return State::Met,
            State::Unknown => state = State::Unknown,
            State::NotMet => {}
        }
    }
    state
}

/// Money that a programme gives.
#[derive(Debug)]
pub struct Amount {
    /// How much.
    pub sum: Sum,
    /// Given only if this holds.
    pub when: Option<Condition>,
    /// Where it is written.
    pub source: Source,
    pub(super) what: u8,
}

impl Amount {
    /// What it is given for, and how often.
    pub fn what(&self) -> Text {
        WHATS[usize::from(self.what)]
    }

    /// Whether it is given, to somebody who meets the conditions of the programme.
    pub fn state(&self, answers: &Answers) -> State {
        let when = self.when.as_ref();
        when.map_or(State::Met, |condition| condition.state(answers))
    }
}

/// How much, in yuan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sum {
    /// Exactly this.
    Fixed(u32),
    /// One of these; no source says which for whom.
    OneOf(&'static [u32]),
    /// No more than this.
    AtMost(u32),
    /// From the first to the second.
    Range(u32, u32),
    /// There is money, and no source says how much.
    NotStated,
}

/// Where something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source(pub(super) u16);

pub(super) struct SourceRow {
    pub(super) document: &'static str,
    pub(super) year: u16,
    pub(super) place: &'static str,
}

impl Source {
    /// The number of the text, "000" to "004".
    pub fn document(self) -> &'static str {
        self.row().document
    }

    /// The year it speaks of.
    pub fn year(self) -> u16 {
        self.row().year
    }

    /// The heading or the first words of the passage, in Chinese as the text is.
    pub fn place(self) -> &'static str {
        self.row().place
    }

    fn row(self) -> &'static SourceRow {
        &SOURCES[usize::from(self.0)]
    }
}

/// A condition that exists although no source states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unstated(pub(super) u8);

impl Unstated {
    /// What it is about.
    pub fn text(self) -> Text {
        UNSTATED[usize::from(self.0)]
    }
}
