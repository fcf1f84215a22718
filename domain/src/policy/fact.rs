//! Facts: what a rule may ask, and what an answer is.

use super::Text;
use super::tables::{FACT_TEXTS, FACTS};

/// Something a rule may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact(pub(super) u8);

/// What an answer to a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Its options are "no" and "yes".
    YesNo,
    /// Exactly one of its options.
    Choice,
    /// Any number of its options, also none.
    Set,
    /// A whole number.
    Number,
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// One bit for each option that was chosen, the first option lowest.
    Options(u32),
    /// A number.
    Number(i32),
}

/// What the build says of a fact.
pub(super) struct FactRule {
    pub(super) id: &'static str,
    pub(super) kind: Kind,
    pub(super) options: &'static [&'static str],
    /// Options that a person can come to.
    pub(super) changeable: u32,
    pub(super) from: i32,
    pub(super) to: i32,
    /// For numbers: a value on each side of every bound in a rule.
    pub(super) samples: &'static [i32],
}

pub(super) struct FactTexts {
    pub(super) name: Text,
    pub(super) question: Text,
    pub(super) help: Text,
    pub(super) options: &'static [Text],
    pub(super) changes: &'static [Option<Text>],
}

impl Fact {
    /// How many there are.
    pub const COUNT: usize = FACTS.len();

    /// Every fact, in the order of asking where nothing else decides.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT as u8).map(Self)
    }

    /// The fact with that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|fact| fact.id() == id)
    }

    /// Its id in addresses and the API.
    pub fn id(self) -> &'static str {
        self.rule().id
    }

    /// What an answer to it is.
    pub fn kind(self) -> Kind {
        self.rule().kind
    }

    /// The ids of its options in order; "no" and "yes" for a `YesNo`, none for a number.
    pub fn options(self) -> &'static [&'static str] {
        self.rule().options
    }

    /// The ids of the options in an answer.
    pub fn chosen(self, mask: u32) -> impl Iterator<Item = &'static str> {
        let options = self.options().iter().enumerate();
        let chosen = options.filter(move |(place, _)| mask & 1 << place != 0);
        chosen.map(|(_, id)| *id)
    }

    /// The first and last number that can be an answer to a `Number`.
    pub fn bounds(self) -> (i32, i32) {
        (self.rule().from, self.rule().to)
    }

    /// A short name.
    pub fn name(self) -> Text {
        self.texts().name
    }

    /// The question.
    pub fn question(self) -> Text {
        self.texts().question
    }

    /// What helps to answer it.
    pub fn help(self) -> Text {
        self.texts().help
    }

    /// What its option at `place` is called; `None` where there is none, and for yes and no.
    pub fn option_name(self, place: usize) -> Option<Text> {
        self.texts().options.get(place).copied()
    }

    /// How a person comes to the option at `place`; `None` if nobody can choose to.
    pub fn how_to_change(self, place: usize) -> Option<Text> {
        self.texts().changes.get(place).copied().flatten()
    }

    /// Whether `value` can be an answer.
    pub fn takes(self, value: Value) -> bool {
        let rule = self.rule();
        let known = |mask: u32| mask >> rule.options.len() == 0;
        match (rule.kind, value) {
            (Kind::YesNo | Kind::Choice, Value::Options(mask)) => {
                mask.count_ones() == 1 && known(mask)
            }
            (Kind::Set, Value::Options(mask)) => known(mask),
            (Kind::Number, Value::Number(number)) => (rule.from..=rule.to).contains(&number),
            _ => false,
        }
    }

    /// The options that a person who answered `value` can come to, by their place, and the answer
    /// they then give; the easiest first.
    pub(super) fn changes(self, value: Value) -> impl Iterator<Item = (usize, Value)> {
        let rule = self.rule();
        let now = match value {
            Value::Options(mask) => mask,
            Value::Number(_) => u32::MAX,
        };
        (0..rule.options.len())
            .filter(move |place| rule.changeable & !now & 1 << place != 0)
            .map(|place| (place, Value::Options(1 << place)))
    }

    /// The answers by which its question is weighed; two of a set together are not among them.
    /// There are some of every fact that a rule asks: the build sees to it that each condition can
    /// go both ways.
    pub(super) fn samples(self) -> impl Iterator<Item = Value> {
        let rule = self.rule();
        let nothing = (rule.kind == Kind::Set).then_some(Value::Options(0));
        let options = (0..rule.options.len()).map(|place| Value::Options(1 << place));
        let numbers = rule.samples.iter().map(|number| Value::Number(*number));
        nothing.into_iter().chain(options).chain(numbers)
    }

    fn rule(self) -> &'static FactRule {
        &FACTS[usize::from(self.0)]
    }

    fn texts(self) -> &'static FactTexts {
        &FACT_TEXTS[usize::from(self.0)]
    }
}

/// Several facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct FactSet(pub(super) u32);

impl FactSet {
    /// None of them.
    pub const EMPTY: Self = Self(0);

    /// With `fact` added.
    pub const fn with(self, fact: Fact) -> Self {
        Self(self.0 | 1 << fact.0)
    }

    /// With `fact` removed.
    pub const fn without(self, fact: Fact) -> Self {
        Self(self.0 & !(1 << fact.0))
    }

    /// Whether `fact` is in it.
    pub const fn contains(self, fact: Fact) -> bool {
        self.0 & 1 << fact.0 != 0
    }

    /// Whether nothing is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// What is in either.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Its facts in the order of asking.
    pub fn iter(self) -> impl Iterator<Item = Fact> {
        Fact::all().filter(move |fact| self.contains(*fact))
    }
}
