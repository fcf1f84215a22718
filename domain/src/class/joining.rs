//! Whether a family may send its child to a class, by the rule of the programme and the grades
//! that the class itself names.

use super::{Grades, HolidayClass, Mode};
use crate::policy::{Answers, Condition, Fact, Programme, Standing, State, Test, Value, Verdict};
use chrono::NaiveDate;

/// The programme whose rule decides, with a branch for each mode.
pub const PROGRAMME: Programme = Programme::HOLIDAY_CLASS;

/// Whether a family may join, and why.
///
/// `Eligible` is said of classes of this mode: that the host is the parent's own employer, or that
/// the family lives in its area, is what the parent answered, and the host will look at it.
#[derive(Debug)]
pub struct Joining {
    /// The first assessment; the host decides.
    pub verdict: Verdict,
    /// How the day stands to what the sources say.
    pub standing: Standing,
    /// All of them must be met.
    pub reasons: Vec<Reason>,
}

/// Something that must be met.
#[derive(Debug)]
pub enum Reason {
    /// A condition of the rule, as far as it is about classes of this mode.
    Rule {
        /// What is needed, and where it is written.
        condition: &'static Condition,
        /// What is known of it.
        state: State,
    },
    /// The class takes only these grades.
    Grades {
        /// Which.
        grades: Grades,
        /// What is known of the child's.
        state: State,
    },
}

impl Reason {
    /// What is known of it.
    pub const fn state(&self) -> State {
        match self {
            Self::Rule { state, .. } | Self::Grades { state, .. } => *state,
        }
    }
}

impl HolidayClass {
    /// Whether a family that gave these answers may join, as far as can be said on `day`.
    pub fn joining(&self, answers: &Answers, day: NaiveDate) -> Joining {
        // What the rule says if this class is one of those near the family, and as it is.
        let near = near(answers, self.mode.bit());
        let supposed = PROGRAMME.assess(day, &near);
        let (actual, verdict) = match answers.get(Fact::CLASS_NEAR) {
            Some(Value::Options(mask)) => {
                let actual = self::near(answers, mask & self.mode.bit());
                let verdict = PROGRAMME.assess(day, &actual).verdict;
                (actual, verdict)
            }
            _ => (answers.clone(), at_most_open(supposed.verdict)),
        };
        let mut conditions = Vec::new();
        gather(supposed.version.conditions, self.mode, &mut conditions);
        let rule = conditions.into_iter().map(|condition| Reason::Rule {
            condition,
            state: condition.state(&actual),
        });
        let own = self.grades.map(|grades| Reason::Grades {
            grades,
            state: state_of(grades, answers),
        });
        Joining {
            verdict: match own.as_ref().map(Reason::state) {
                Some(State::NotMet) if verdict != Verdict::Ended => Verdict::NotEligible,
                Some(State::Unknown) => at_most_open(verdict),
                _ => verdict,
            },
            standing: supposed.standing,
            reasons: rule.chain(own).collect(),
        }
    }
}

/// The answers of a family that has just these modes near.
fn near(answers: &Answers, modes: u32) -> Answers {
    let mut changed = answers.clone();
    changed.set(Fact::CLASS_NEAR, Value::Options(modes));
    changed
}

/// A yes for which something is not answered yet.
fn at_most_open(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Eligible | Verdict::Nearly => Verdict::Undetermined,
        other => other,
    }
}

fn state_of(grades: Grades, answers: &Answers) -> State {
    match answers.get(Fact::CHILD_GRADE) {
        Some(Value::Number(grade)) if grades.contains(grade) => State::Met,
        Some(_) => State::NotMet,
        None => State::Unknown,
    }
}

/// The conditions that must all be met by whoever joins a class of `mode`: of several ways, only
/// those that this mode opens.
fn gather(conditions: &'static [Condition], mode: Mode, gathered: &mut Vec<&'static Condition>) {
    for condition in conditions {
        match condition.test {
            Test::All(parts) => gather(parts, mode, gathered),
            Test::Any(parts) => {
                let mut ways = parts.iter().filter(|part| !is_of_another(part, mode));
                match (ways.next(), ways.next()) {
                    (Some(only), None) => gather(core::slice::from_ref(only), mode, gathered),
                    _ => gathered.push(condition),
                }
            }
            _ => gathered.push(condition),
        }
    }
}

/// Whether a condition asks for a class of another mode.
fn is_of_another(condition: &Condition, mode: Mode) -> bool {
    match condition.test {
        Test::Options { fact, mask } => fact == Fact::CLASS_NEAR && mask & mode.bit() == 0,
        Test::All(parts) => parts.iter().any(|part| is_of_another(part, mode)),
        _ => false,
    }
}
