//! What a programme can say wrongly although every word of it is understood.

use super::logic::{Reach, reach};
use super::model::{Condition, Fact, Programme, Source, Test, Version};
use super::reader::Doc;
use chrono::Datelike;

/// Complains about periods, contradictions, and what can never come about.
pub(super) fn check(doc: &Doc, programme: &Programme, facts: &[Fact]) {
    periods(doc, programme);
    for version in &programme.versions {
        let checker = Checker {
            doc,
            facts,
            version,
            all: version.conditions.iter().collect(),
        };
        if checker.conditions() {
            checker.amounts();
        }
    }
}

fn periods(doc: &Doc, programme: &Programme) {
    let versions = &programme.versions;
    let Some(last) = versions.last() else {
        return doc.complain(1, "a programme has at least one version");
    };
    if last.to.is_some() != programme.ended.is_some() {
        let text = "`ended` is said where the last version has an end, and only there";
        doc.complain(last.line, text);
    }
    for version in versions {
        if version
            .from
            .zip(version.to)
            .is_some_and(|(from, to)| to < from)
        {
            doc.complain(version.line, "this period ends before it begins");
        }
        stated(doc, version);
    }
    for pair in versions.windows(2) {
        let line = pair[1].line;
        match pair[0].to.zip(pair[1].from) {
            None => doc.complain(
                line,
                "between two versions stand the end of one and the beginning of the other",
            ),
            Some((to, from)) if from <= to => {
                doc.complain(line, "this period overlaps the one before");
            }
            Some((to, from)) if to.succ_opt() != Some(from) => {
                doc.complain(
                    line,
                    "days are missing between this period and the one before",
                );
            }
            Some(_) => {}
        }
    }
}

/// The year to which rules are stated is one that a source speaks of, within their period.
fn stated(doc: &Doc, version: &Version) {
    let (year, line) = (version.stated_as_of, version.line);
    // Where nobody says when they began, they are stated from the year of the period's source on.
    let first = version.from.map_or(version.source.year, |from| from.year());
    let last = version.to.map_or(i32::MAX, |to| to.year());
    if !(first..=last).contains(&year) {
        doc.complain(line, "`stated_as_of` lies outside the period");
    }
    if sources(version).iter().all(|source| source.year != year) {
        let text = format!("no source of this version speaks of {year}");
        doc.complain(line, text);
    }
}

fn sources(version: &Version) -> Vec<&Source> {
    fn of<'s>(condition: &'s Condition, all: &mut Vec<&'s Source>) {
        all.push(&condition.source);
        parts(condition).iter().for_each(|part| of(part, all));
    }
    let mut all = vec![&version.source];
    version
        .conditions
        .iter()
        .for_each(|condition| of(condition, &mut all));
    for amount in &version.amounts {
        all.push(&amount.source);
        amount.when.iter().for_each(|when| of(when, &mut all));
    }
    all
}

struct Checker<'c> {
    doc: &'c Doc<'c>,
    facts: &'c [Fact],
    version: &'c Version,
    /// Its conditions.
    all: Vec<&'c Condition>,
}

impl Checker<'_> {
    /// Whether somebody can meet them.
    fn conditions(&self) -> bool {
        let line = self.version.line;
        if self.all.is_empty() {
            let text = "there is no condition: if it is open to all, a source says so";
            self.doc.complain(line, text);
        }
        let unsound = self
            .all
            .iter()
            .filter(|condition| !self.each_alone(condition))
            .count();
        if self.all.is_empty() || unsound > 0 || self.contradictions() {
            return false;
        }
        if !self.reach(&self.all, line).perhaps_met {
            self.doc
                .complain(line, "nobody can meet all conditions together");
            return false;
        }
        self.all
            .iter()
            .for_each(|condition| self.alternatives(condition));
        true
    }

    /// Whether every part of a condition can go both ways.
    fn each_alone(&self, condition: &Condition) -> bool {
        let parts_sound = parts(condition).iter().all(|part| self.each_alone(part));
        let reach = self.reach(&[condition], condition.line);
        let stated = !matches!(condition.test, Test::Everyone | Test::Unstated(_));
        let wrong = match reach {
            _ if !stated || !parts_sound => None,
            Reach {
                perhaps_met: false, ..
            } => Some("this can never be met"),
            Reach {
                perhaps_not_met: false,
                ..
            } => Some("this is always met"),
            _ => None,
        };
        if let Some(wrong) = wrong {
            self.doc.complain(condition.line, wrong);
        }
        parts_sound && wrong.is_none()
    }

    fn contradictions(&self) -> bool {
        let mut found = false;
        for (place, one) in self.all.iter().enumerate() {
            for other in &self.all[place + 1..] {
                if !self.reach(&[one, other], other.line).perhaps_met {
                    let text = format!("this contradicts the condition in line {}", one.line);
                    self.doc.complain(other.line, text);
                    found = true;
                }
            }
        }
        found
    }

    /// Every alternative must be a way in that the other conditions leave open.
    fn alternatives(&self, condition: &Condition) {
        for part in parts(condition) {
            let mut with = self.all.clone();
            with.push(part);
            let negative = matches!(condition.test, Test::Not(_));
            if !negative && !self.reach(&with, part.line).perhaps_met {
                let text = "this alternative can never be taken";
                self.doc.complain(part.line, text);
            }
            if !negative {
                self.alternatives(part);
            }
        }
    }

    fn amounts(&self) {
        for when in self
            .version
            .amounts
            .iter()
            .filter_map(|amount| amount.when.as_ref())
        {
            let mut with = self.all.clone();
            with.push(when);
            if self.each_alone(when) && !self.reach(&with, when.line).perhaps_met {
                self.doc
                    .complain(when.line, "this amount can never be given");
            }
        }
    }

    fn reach(&self, conditions: &[&Condition], line: usize) -> Reach {
        reach(conditions, self.facts).unwrap_or_else(|| {
            let text = "there are too many cases to check: ask fewer facts in one version";
            self.doc.complain(line, text);
            Reach {
                perhaps_met: true,
                perhaps_not_met: true,
            }
        })
    }
}

fn parts(condition: &Condition) -> &[Condition] {
    match &condition.test {
        Test::All(parts) | Test::Any(parts) => parts,
        Test::Not(part) => std::slice::from_ref(part),
        _ => &[],
    }
}
