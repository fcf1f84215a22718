//! The checker: what was answered, what is asked next, and the address that says both.

#[cfg(any(feature = "checker", test))]
pub(crate) mod phone;

use chrono::{Datelike, NaiveDate};
use domain::policy::{Answers, Fact, FactSet, Kind, Programme, Value, next_question, path};
use domain::time::date;

/// Where the answers are kept from one step to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// In the address, which is sent to the server: what works everywhere.
    #[default]
    InAddress,
    /// On the phone, until they are cleared.
    OnPhone,
    /// On the phone, until the page is closed.
    UntilClosed,
    /// Nowhere: they came with a link, and those that the phone keeps say something else.
    OfALink,
}

/// A step of the checker.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What is checked; `None` is everything.
    pub programme: Option<Programme>,
    /// The day for which it is checked.
    pub on: NaiveDate,
    /// Whether the day was asked for; else it is today.
    pub on_was_given: bool,
    /// What was answered, and matters.
    pub answers: Answers,
    /// An answer that is to be changed.
    pub changing: Option<Fact>,
    /// Whether to show what is known now, though there is more to ask.
    pub show_known: bool,
    /// Answers that no longer mattered after the last one.
    pub dropped: FactSet,
    /// A question that was sent without an answer that could be read.
    pub unread: Option<Unread>,
    /// Where the answers are kept.
    pub kept: Kept,
}

/// What a form sent instead of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The question.
    pub fact: Fact,
    /// What was typed as a number; empty if that was nothing, or nothing like a number.
    pub typed: String,
}

/// Parameters beside the answers: the fact to change, the one that a form asked, those that fell
/// away, the day, and whether to show what is known.
const OTHERS: [&str; 5] = ["ask", "asked", "dropped", "on", "show"];
const KNOWN: &str = "known";

/// More than this is no slip of the finger.
const TYPED_BYTES: usize = 8;

impl Check {
    /// Reads a query; what is not understood is dropped.
    pub fn read(programme: Option<Programme>, query: &str, today: NaiveDate) -> Self {
        Self::resume(programme, query, today, &Answers::default())
    }

    /// Reads a query of somebody whose answers were `known` before; those of the query go first.
    fn resume(
        programme: Option<Programme>,
        query: &str,
        today: NaiveDate,
        known: &Answers,
    ) -> Self {
        let value = |name: &'static str| values(query, name).next();
        let fact = |name: &'static str| value(name).and_then(Fact::from_id);
        let (mut answers, _dropped) = Answers::parse_with(query, &OTHERS);
        let asked = fact("asked");
        let unanswered = asked.filter(|fact| !answers.asked().contains(*fact));
        // A form with boxes of which none was ticked sends nothing: that is an answer.
        let unread = unanswered
            .filter(|fact| fact.kind() != Kind::Set || !answers.set(*fact, Value::Options(0)));
        let unread = unread.map(|fact| Unread {
            fact,
            typed: typed(query, fact),
        });
        let sent = answers.asked();
        let mut all = known.clone();
        all.extend(&answers);
        let on = value("on").and_then(day);
        let mut check = Self {
            programme,
            on: on.unwrap_or(today),
            on_was_given: on.is_some(),
            answers: all,
            changing: None,
            show_known: value("show") == Some(KNOWN),
            dropped: FactSet::EMPTY,
            unread: None,
            kept: Kept::InAddress,
        };
        let kept = check.path().into_iter().fold(FactSet::EMPTY, FactSet::with);
        let told = values(query, "dropped").filter_map(Fact::from_id);
        let fallen = sent.iter().filter(|fact| !kept.contains(*fact));
        let fallen = fallen.filter(|_| asked.is_some());
        check.dropped = told.chain(fallen).fold(FactSet::EMPTY, FactSet::with);
        check.answers = check.answers.only(kept);
        check.dropped = without(check.dropped, check.answers.asked());
        let again = unread.as_ref().map(|unread| unread.fact);
        check.changing = fact("ask").or(again).filter(|fact| kept.contains(*fact));
        let next = check.next();
        let matters = |fact| kept.contains(fact) || next == Some(fact);
        check.unread = unread.filter(|unread| matters(unread.fact));
        check
    }

    /// The programmes that are checked.
    pub fn programmes(&self) -> Vec<Programme> {
        match self.programme {
            Some(programme) => vec![programme],
            None => Programme::ALL.to_vec(),
        }
    }

    /// The question of this step; `None` is the time for results.
    pub fn question(&self) -> Option<Fact> {
        match self.changing {
            Some(fact) => Some(fact),
            None if self.show_known => None,
            None => self.next(),
        }
    }

    /// What is still to be asked.
    pub fn next(&self) -> Option<Fact> {
        next_question(&self.programmes(), self.on, &self.answers)
    }

    /// What was answered, in the order of asking.
    pub fn path(&self) -> Vec<Fact> {
        path(&self.programmes(), self.on, &self.answers)
    }

    /// No more questions than this are left: those of the programmes that are still open.
    pub fn most_left(&self) -> usize {
        let open = self
            .programmes()
            .into_iter()
            .filter(|programme| next_question(&[*programme], self.on, &self.answers).is_some());
        let facts = open.map(|programme| programme.version_on(self.on).0.facts());
        without(
            facts.fold(FactSet::EMPTY, FactSet::union),
            self.answers.asked(),
        )
        .len()
    }

    /// Its path on this site.
    pub fn place(&self) -> String {
        match self.programme {
            Some(programme) => format!("/check/{}", programme.id()),
            None => "/check".to_owned(),
        }
    }

    /// Its one address, parameters sorted.
    pub fn address(&self) -> String {
        let sign = match self.kept {
            Kept::InAddress => "?",
            // Browsers send to nobody what stands behind this.
            Kept::OnPhone | Kept::UntilClosed | Kept::OfALink => "#",
        };
        match &*self.query() {
            "" => self.place(),
            query => [&*self.place(), sign, query].concat(),
        }
    }

    fn query(&self) -> String {
        joined(self.parameters())
    }

    /// What a form carries along that asks for `fact`: all else that was answered, and the day.
    pub fn carried(&self, fact: Fact) -> Vec<(String, String)> {
        let mut others = Self {
            changing: None,
            show_known: false,
            dropped: FactSet::EMPTY,
            unread: None,
            ..self.clone()
        };
        others.answers.forget(fact);
        let mut parameters = others.parameters();
        parameters.push(("asked".to_owned(), fact.id().to_owned()));
        parameters
    }

    /// The same at the question `fact`, to answer it again.
    pub fn at(&self, fact: Fact) -> Self {
        Self {
            changing: Some(fact),
            ..self.onward()
        }
    }

    /// The address after "I don't know" to `fact`.
    pub fn not_known(&self, fact: Fact) -> String {
        let mut next = self.onward();
        next.answers.set_not_known(fact);
        // Read as a form is, so that it is told which answers fall away.
        let mut sent = next.parameters();
        sent.push(("asked".to_owned(), fact.id().to_owned()));
        Self {
            kept: self.kept,
            ..Self::read(self.programme, &joined(sent), self.on)
        }
        .address()
    }

    /// The same, showing what is known now.
    pub fn showing(&self) -> Self {
        Self {
            show_known: true,
            ..self.onward()
        }
    }

    /// The same at the next open question.
    pub fn onward(&self) -> Self {
        Self {
            changing: None,
            show_known: false,
            dropped: FactSet::EMPTY,
            unread: None,
            ..self.clone()
        }
    }

    /// The same for one programme, with the answers that matter to it.
    pub fn about(&self, programme: Programme) -> Self {
        let mut one = Self {
            programme: Some(programme),
            ..self.onward()
        };
        let kept = one.path().into_iter().fold(FactSet::EMPTY, FactSet::with);
        one.answers = one.answers.only(kept);
        one
    }

    fn parameters(&self) -> Vec<(String, String)> {
        let query = self.answers.to_query();
        let answers = query.split('&').filter_map(|pair| pair.split_once('='));
        let ask = self.changing.filter(|_| self.unread.is_none());
        let dropped: Vec<_> = self.dropped.iter().map(Fact::id).collect();
        let unread = self.unread.as_ref();
        let typed = unread.filter(|unread| !unread.typed.is_empty());
        let others = [
            ("ask", ask.map(|fact| fact.id().to_owned())),
            ("asked", unread.map(|unread| unread.fact.id().to_owned())),
            ("dropped", (!dropped.is_empty()).then(|| dropped.join(","))),
            ("on", self.on_was_given.then(|| self.on.to_string())),
            ("show", self.show_known.then(|| KNOWN.to_owned())),
        ];
        let typed = typed.map(|unread| (unread.fact.id(), Some(unread.typed.clone())));
        let others = others
            .into_iter()
            .chain(typed)
            .filter_map(|(name, value)| Some((name.to_owned(), value?)));
        let mut all: Vec<_> = answers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .chain(others)
            .collect();
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        all
    }
}

fn joined(parameters: Vec<(String, String)>) -> String {
    let pairs = parameters.into_iter();
    let pairs: Vec<_> = pairs.map(|(name, value)| name + "=" + &value).collect();
    pairs.join("&")
}

/// The values of a parameter; they are ids and days, of which only a comma may be escaped.
fn values<'a>(query: &'a str, name: &'static str) -> impl Iterator<Item = &'a str> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let values = pairs.filter(move |(given, _)| *given == name);
    values.flat_map(|(_, value)| value.split(',').flat_map(|part| part.split("%2C")))
}

/// What stands in the place of a number, as far as an address can carry it back.
fn typed(query: &str, fact: Fact) -> String {
    let mut values = values(query, fact.id()).filter(|_| fact.kind() == Kind::Number);
    let typed = values.next().unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-.".contains(&byte);
    match typed.len() <= TYPED_BYTES && typed.bytes().all(plain) {
        true => typed.to_owned(),
        false => String::new(),
    }
}

/// A day of this century: what is further off is a slip.
fn day(text: &str) -> Option<NaiveDate> {
    let day = date(text)?;
    (2000..2100).contains(&day.year()).then_some(day)
}

fn without(facts: FactSet, others: FactSet) -> FactSet {
    others.iter().fold(facts, FactSet::without)
}

#[cfg(test)]
mod tests;
