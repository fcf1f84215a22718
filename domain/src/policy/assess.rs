//! The verdict on a programme, and why.

use super::{Amount, Answers, Condition, Fact, Programme, State, Value, Version};
use chrono::NaiveDate;

/// The first assessment of a programme; the union decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Every condition is met (`eligible`).
    Eligible,
    /// One thing that a person can change stands between (`nearly`).
    Nearly,
    /// What is not known yet, or not stated, decides (`undetermined`).
    Undetermined,
    /// A condition is not met (`not_eligible`).
    NotEligible,
    /// There is no such programme any more (`ended`).
    Ended,
}

impl Verdict {
    /// Every value, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Eligible,
        Self::Nearly,
        Self::Undetermined,
        Self::NotEligible,
        Self::Ended,
    ];

    /// The code used in the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Nearly => "nearly",
            Self::Undetermined => "undetermined",
            Self::NotEligible => "not_eligible",
            Self::Ended => "ended",
        }
    }
}

/// How the day of an assessment stands to what the sources say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The rules are those of the first source that speaks of them; whether they held before, none
    /// says (`before_stated`).
    BeforeStated,
    /// A source states the rules for that day (`stated`).
    Stated,
    /// The rules are those of the last source that speaks of them; they may have changed since
    /// (`beyond_stated`).
    BeyondStated,
    /// The programme had not begun (`not_begun`).
    NotBegun,
    /// It was over (`ended`).
    Ended,
}

impl Standing {
    /// The code used in the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BeforeStated => "before_stated",
            Self::Stated => "stated",
            Self::BeyondStated => "beyond_stated",
            Self::NotBegun => "not_begun",
            Self::Ended => "ended",
        }
    }
}

/// A verdict with all its reasons.
#[derive(Debug)]
pub struct Assessment {
    /// What was assessed.
    pub programme: Programme,
    /// The first assessment.
    pub verdict: Verdict,
    /// How the day stands to what the sources say.
    pub standing: Standing,
    /// The rules that were applied: those of the day; after the end the last, before the
    /// beginning the first.
    pub version: &'static Version,
    /// Every condition; all of them must be met.
    pub conditions: Vec<Explained>,
    /// If the verdict is `Nearly`: each one change that would be enough. Else empty.
    pub nearly: Vec<Missing>,
    /// What would be given: to who is `Nearly`, after the first of the changes. Empty where the
    /// verdict is a no.
    pub amounts: Vec<Given>,
}

/// A condition with what is known of it.
#[derive(Debug)]
pub struct Explained {
    /// What is needed, and where it is written.
    pub condition: &'static Condition,
    /// What is known of it.
    pub state: State,
    /// What was answered to the fact it asks.
    pub answered: Option<Value>,
    /// The parts of a group.
    pub parts: Vec<Explained>,
}

/// The one thing that would change a no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What must be different.
    pub fact: Fact,
    /// The whole answer that would do.
    pub needed: Value,
    /// The option that has to be added or taken, by its place.
    pub option: usize,
}

/// An amount of a verdict.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    /// How much, what for, and where it is written.
    pub amount: &'static Amount,
    /// `Met`, or `Unknown` where it depends on what nobody answered.
    pub state: State,
}

/// Every programme, in the order of their ids.
pub fn assess(on: NaiveDate, answers: &Answers) -> Vec<Assessment> {
    let all = Programme::ALL.into_iter();
    all.map(|programme| programme.assess(on, answers)).collect()
}

impl Programme {
    /// What can be said of it on the day `on`.
    pub fn assess(self, on: NaiveDate, answers: &Answers) -> Assessment {
        let (version, standing) = self.version_on(on);
        let nearly = match standing {
            Standing::BeforeStated | Standing::Stated | Standing::BeyondStated => {
                version.nearly(answers)
            }
            Standing::NotBegun | Standing::Ended => Vec::new(),
        };
        let verdict = match (standing, version.state(answers)) {
            (Standing::Ended, _) => Verdict::Ended,
            (Standing::NotBegun, _) => Verdict::NotEligible,
            (_, State::Met) => Verdict::Eligible,
            (_, State::Unknown) => Verdict::Undetermined,
            (_, State::NotMet) if nearly.is_empty() => Verdict::NotEligible,
            (_, State::NotMet) => Verdict::Nearly,
        };
        Assessment {
            programme: self,
            verdict,
            standing,
            version,
            conditions: explained(version.conditions, answers),
            amounts: match verdict {
                Verdict::Eligible | Verdict::Undetermined => version.given(answers),
                Verdict::Nearly => {
                    let then = answers.with(nearly[0].fact, nearly[0].needed);
                    version.given(&then)
                }
                Verdict::NotEligible | Verdict::Ended => Vec::new(),
            },
            nearly,
        }
    }

    /// The rules for a day; after the end the last, before the beginning the first.
    pub fn version_on(self, on: NaiveDate) -> (&'static Version, Standing) {
        let versions = self.versions();
        // Periods follow each other without a gap: the last that has begun holds, or all is over.
        match versions.iter().rfind(|version| version.has_begun(on)) {
            None => (&versions[0], Standing::NotBegun),
            Some(version) if version.is_over(on) => (version, Standing::Ended),
            Some(version) if on < version.stated_since => (version, Standing::BeforeStated),
            Some(version) if on <= version.stated_until => (version, Standing::Stated),
            Some(version) => (version, Standing::BeyondStated),
        }
    }
}

impl Version {
    /// The single changes that turn a no into a yes, each proven by running the rules again.
    fn nearly(&self, answers: &Answers) -> Vec<Missing> {
        if self.state(answers) != State::NotMet {
            return Vec::new();
        }
        let enough = |fact| {
            let mut changes = self.changes(fact, answers);
            changes.find(|(_, changed)| self.state(changed) == State::Met)
        };
        let facts = self.facts().iter();
        let missing = facts.filter_map(|fact| Some((fact, enough(fact)?)));
        missing
            .filter_map(|(fact, (option, changed))| {
                let needed = changed.get(fact)?;
                Some(Missing {
                    fact,
                    needed,
                    option,
                })
            })
            .collect()
    }

    /// The answers with one fact changed as a person can change it, the easiest first. What
    /// nobody answered is no fact to change.
    pub(super) fn changes<'a>(
        &self,
        fact: Fact,
        answers: &'a Answers,
    ) -> impl Iterator<Item = (usize, Answers)> + use<'a> {
        let now = answers.get(fact);
        let changes = now.into_iter().flat_map(move |now| fact.changes(now));
        changes.map(move |(option, value)| (option, answers.with(fact, value)))
    }

    fn given(&'static self, answers: &Answers) -> Vec<Given> {
        let amounts = self.amounts.iter();
        amounts
            .map(|amount| Given {
                amount,
                state: amount.state(answers),
            })
            .filter(|given| given.state != State::NotMet)
            .collect()
    }
}

fn explained(conditions: &'static [Condition], answers: &Answers) -> Vec<Explained> {
    let each = conditions.iter().map(|condition| Explained {
        condition,
        state: condition.state(answers),
        answered: condition.fact().and_then(|fact| answers.get(fact)),
        parts: explained(condition.parts(), answers),
    });
    each.collect()
}
