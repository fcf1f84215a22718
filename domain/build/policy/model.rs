//! A programme as its file says it.

use chrono::NaiveDate;

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) zh: String,
    pub(super) en: String,
}

/// Where something is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) document: String,
    pub(super) year: i32,
    pub(super) place: String,
}

/// Something a rule may ask.
#[derive(Debug)]
pub(super) struct Fact {
    pub(super) id: String,
    pub(super) kind: Kind,
    pub(super) name: Text,
    pub(super) question: Text,
    pub(super) help: Text,
}

/// What an answer is.
#[derive(Debug)]
pub(super) enum Kind {
    /// How to come to a yes, if a person can.
    YesNo(Option<Text>),
    Choice(Vec<Choice>),
    Set(Vec<Choice>),
    /// Both bounds included.
    Number(i32, i32),
}

/// One option of a choice or set.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) change: Option<Text>,
}

/// A condition with where it stands in the file and in the sources.
#[derive(Debug, Clone)]
pub(super) struct Condition {
    pub(super) line: usize,
    pub(super) source: Source,
    pub(super) test: Test,
}

/// What a condition asks. Facts are indices; options are bits, "no" and "yes" the first two.
#[derive(Debug, Clone)]
pub(super) enum Test {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Options {
        fact: usize,
        mask: u32,
    },
    /// Both bounds included.
    Within {
        fact: usize,
        from: i32,
        to: i32,
    },
    Everyone,
    Unstated(Text),
}

/// Money that a programme gives.
#[derive(Debug)]
pub(super) struct Amount {
    pub(super) sum: Sum,
    pub(super) what: Text,
    pub(super) when: Option<Condition>,
    pub(super) source: Source,
}

/// How much, in yuan.
#[derive(Debug)]
pub(super) enum Sum {
    Fixed(u32),
    OneOf(Vec<u32>),
    AtMost(u32),
    Range(u32, u32),
    NotStated,
}

/// The rules of a period; both days included.
#[derive(Debug)]
pub(super) struct Version {
    pub(super) line: usize,
    pub(super) from: Option<NaiveDate>,
    pub(super) to: Option<NaiveDate>,
    pub(super) stated_as_of: i32,
    pub(super) source: Source,
    pub(super) gives: Text,
    pub(super) conditions: Vec<Condition>,
    pub(super) amounts: Vec<Amount>,
}

/// A programme.
#[derive(Debug)]
pub(super) struct Programme {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) summary: Text,
    pub(super) body: Text,
    pub(super) next: Text,
    pub(super) request: String,
    pub(super) stations: Vec<String>,
    pub(super) documents: Vec<Text>,
    pub(super) class_finder: bool,
    pub(super) not_stated: Vec<Text>,
    pub(super) ended: Option<Text>,
    pub(super) versions: Vec<Version>,
}

/// Something the union offers, whether or not there is anything to check.
#[derive(Debug)]
pub(super) struct Service {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) summary: Text,
    pub(super) as_of: i32,
    /// The first is the one to name.
    pub(super) sources: Vec<Source>,
    pub(super) request: String,
    pub(super) stations: Vec<String>,
    /// Ids.
    pub(super) programmes: Vec<String>,
}
