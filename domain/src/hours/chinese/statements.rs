//! Joins days with what is said of them. A text that leaves days without times, or times whose
//! days could be told in two ways, is refused.

use super::items::{Days, Item, Subject};
use crate::hours::day::{Day, Interval};
use crate::hours::season::Span;

/// What is said of some days.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Hours(Day),
    Closed,
    AsUsual,
    Later,
}

/// One statement of the text.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    /// Which season it stands in; `None` before the first.
    pub(super) season: Option<usize>,
    /// `None` where no days are named.
    pub(super) subject: Option<Subject>,
    pub(super) value: Value,
    /// Whether a pause was taken out of the hours.
    pub(super) pause: bool,
}

impl Rule {
    pub(super) fn is_hours(&self) -> bool {
        matches!(self.value, Value::Hours(_))
    }

    /// The days it names, if it names days.
    pub(super) fn days(&self) -> Option<&Days> {
        match &self.subject {
            Some(Subject::Days(days)) => Some(days),
            _ => None,
        }
    }
}

/// The statements of a text.
#[derive(Debug, Default)]
pub(super) struct Statements {
    pub(super) seasons: Vec<Span>,
    /// The days that times without days of their own are about.
    pub(super) default_days: Option<Days>,
    pub(super) rules: Vec<Rule>,
    /// 全年无休 beside days with their own times: no day may be closed.
    pub(super) never_closed: bool,
    pub(super) no_pause: bool,
    /// Days that wait for their times.
    pending: Vec<Subject>,
}

pub(super) fn statements(items: &[Item]) -> Option<Statements> {
    let mut statements = Statements::default();
    for item in items {
        statements.take(item)?;
    }
    statements.finish()?;
    Some(statements)
}

impl Statements {
    fn take(&mut self, item: &Item) -> Option<()> {
        match item {
            Item::Season(span) => {
                if !self.pending.is_empty() {
                    let first = self.seasons.is_empty() && !self.rules.iter().any(Rule::is_hours);
                    self.default_days = Some(self.pending_days().filter(|_| first)?);
                    self.pending.clear();
                }
                self.seasons.push(*span);
            }
            Item::Subject(subject) => self.pending.push(subject.clone()),
            Item::Behind(days) => {
                let rule = self.rules.last_mut()?;
                let free = rule.subject.is_none() && rule.is_hours();
                free.then(|| rule.subject = Some(Subject::Days(*days)))?;
            }
            Item::Hours(intervals) => self.take_hours(intervals)?,
            Item::Pause(pause) => {
                let rule = self.rules.last_mut().filter(|_| self.pending.is_empty())?;
                let Value::Hours(day) = &rule.value else {
                    return None;
                };
                rule.value = Value::Hours(without(day, *pause)?);
                rule.pause = true;
            }
            Item::NoPause => self.no_pause = true,
            Item::Closed => self.take_word(Value::Closed, false)?,
            Item::Except => self.take_word(Value::Closed, true)?,
            Item::AsUsual => self.take_word(Value::AsUsual, true)?,
            Item::Later => self.take_word(Value::Later, true)?,
        }
        Some(())
    }

    fn take_hours(&mut self, intervals: &[Interval]) -> Option<()> {
        let value = Value::Hours(Day::new(intervals.iter().copied())?);
        let waiting = self.pending_days();
        let (every, mut named): (Vec<_>, Vec<_>) = std::mem::take(&mut self.pending)
            .into_iter()
            .partition(|subject| matches!(subject, Subject::Days(days) if days.every));
        self.never_closed |= !every.is_empty() && !named.is_empty();
        let subject = match named.len() {
            0 => every.into_iter().next(),
            1 => named.pop(),
            // 9:00-17:00，周一至周五，周六 9:00-12:00: the first days may belong to either times.
            _ if self.rules.iter().any(|rule| rule.subject.is_none()) => return None,
            _ => Some(Subject::Days(waiting?)),
        };
        self.push(subject, value);
        Some(())
    }

    /// A word said of the days before it, or of everything.
    fn take_word(&mut self, value: Value, needs_days: bool) -> Option<()> {
        let subject = self.pending.pop();
        match &subject {
            None if needs_days => return None,
            Some(Subject::Days(days)) if days.mixed => return None,
            _ => {}
        }
        // 周二至周日，周一闭馆，9:00-17:00: the other days still wait. Where the two do not
        // make a whole week, the word may be meant for both.
        if let Some(rest) = self.pending_days() {
            let Some(Subject::Days(days)) = &subject else {
                return None;
            };
            let whole = rest.and(*days).weekdays == [true; 7];
            let apart = *days == Days::HOLIDAYS || whole;
            apart.then_some(())?;
        } else if !self.pending.is_empty() {
            return None;
        }
        self.push(subject, value);
        Some(())
    }

    fn push(&mut self, subject: Option<Subject>, value: Value) {
        self.rules.push(Rule {
            season: self.seasons.len().checked_sub(1),
            subject,
            value,
            pause: false,
        });
    }

    /// The days that wait, taken together; `None` if there are none, or dates among them.
    fn pending_days(&self) -> Option<Days> {
        let days = self.pending.iter().map(|subject| match subject {
            Subject::Days(days) => Some(*days),
            Subject::Dates(..) => None,
        });
        days.collect::<Option<Vec<_>>>()?
            .into_iter()
            .reduce(Days::and)
    }

    /// Days at the very end belong to the only times that have none.
    fn finish(&mut self) -> Option<()> {
        let [subject] = &self.pending[..] else {
            return self.pending.is_empty().then_some(());
        };
        let mut hours: Vec<_> = self
            .rules
            .iter_mut()
            .filter(|rule| rule.is_hours())
            .collect();
        match &mut hours[..] {
            [rule] if rule.subject.is_none() && rule.season.is_none() => {
                rule.subject = Some(subject.clone());
            }
            [_, ..] if matches!(subject, Subject::Days(days) if days.every) => {
                self.never_closed = true;
            }
            _ => return None,
        }
        Some(())
    }
}

/// `day` with a pause inside one of its intervals.
fn without(day: &Day, pause: Interval) -> Option<Day> {
    let around =
        |interval: &&Interval| interval.opens < pause.opens && pause.closes < interval.closes;
    day.intervals().iter().find(around)?;
    let split = day.intervals().iter().flat_map(|interval| {
        if around(&interval) {
            let before = Interval {
                closes: pause.opens,
                ..*interval
            };
            let after = Interval {
                opens: pause.closes,
                ..*interval
            };
            vec![before, after]
        } else {
            vec![*interval]
        }
    });
    Day::new(split)
}
