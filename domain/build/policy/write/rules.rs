//! Programmes as Rust.

use super::literals::{date, kinds, optional_date};
use crate::policy::model::{Amount, Condition, Programme, Source, Sum, Test, Text, Version};
use chrono::NaiveDate;

/// Texts and sources of rules, numbered as they are met.
#[derive(Default)]
pub(super) struct Words {
    pub(super) sources: Vec<Source>,
    pub(super) unstated: Vec<Text>,
    pub(super) gives: Vec<Text>,
    pub(super) whats: Vec<Text>,
}

impl Words {
    /// The row of a programme.
    pub(super) fn programme(&mut self, programme: &Programme) -> String {
        let versions: Vec<_> = programme
            .versions
            .iter()
            .map(|version| self.version(version))
            .collect();
        format!(
            "Rules {{ id: {:?}, request: {:?}, stations: {}, class_finder: {}, versions: &[{}] }}",
            programme.id,
            programme.request,
            kinds(&programme.stations),
            programme.class_finder,
            versions.join(", ")
        )
    }

    fn version(&mut self, version: &Version) -> String {
        let facts = conditions(version).fold(0_u32, |mask, condition| mask | facts(condition));
        let conditions: Vec<_> = version
            .conditions
            .iter()
            .map(|condition| self.condition(condition))
            .collect();
        let amounts: Vec<_> = version
            .amounts
            .iter()
            .map(|amount| self.amount(amount))
            .collect();
        let year = |year, month, day| {
            let day = NaiveDate::from_ymd_opt(year, month, day);
            day.expect("the reader bounded the years of sources")
        };
        let first = || year(version.source.year, 1, 1);
        format!(
            "Version {{ from: {}, to: {}, stated_since: {}, stated_until: {}, source: {}, conditions: &[{}], amounts: &[{}], facts: FactSet({facts}), gives: {} }}",
            optional_date(version.from),
            optional_date(version.to),
            date(version.from.unwrap_or_else(first)),
            date(year(version.stated_as_of, 12, 31)),
            self.source(&version.source),
            conditions.join(", "),
            amounts.join(", "),
            place(&mut self.gives, &version.gives),
        )
    }

    fn condition(&mut self, condition: &Condition) -> String {
        let mut list = |parts: &[Condition]| {
            let parts: Vec<_> = parts.iter().map(|part| self.condition(part)).collect();
            format!("&[{}]", parts.join(", "))
        };
        let test = match &condition.test {
            Test::All(parts) => format!("All({})", list(parts)),
            Test::Any(parts) => format!("Any({})", list(parts)),
            Test::Not(part) => format!("Not(&{})", self.condition(part)),
            Test::Options { fact, mask } => {
                format!("Options {{ fact: Fact({fact}), mask: {mask} }}")
            }
            Test::Within { fact, from, to } => {
                format!("Within {{ fact: Fact({fact}), from: {from}, to: {to} }}")
            }
            Test::Everyone => "Everyone".to_owned(),
            Test::Unstated(words) => {
                format!("Unstated(Unstated({}))", place(&mut self.unstated, words))
            }
        };
        let source = self.source(&condition.source);
        format!("Condition {{ test: Test::{test}, source: {source} }}")
    }

    fn amount(&mut self, amount: &Amount) -> String {
        let sum = match &amount.sum {
            Sum::Fixed(yuan) => format!("Fixed({yuan})"),
            Sum::OneOf(sums) => format!("OneOf(&{sums:?})"),
            Sum::AtMost(yuan) => format!("AtMost({yuan})"),
            Sum::Range(from, to) => format!("Range({from}, {to})"),
            Sum::NotStated => "NotStated".to_owned(),
        };
        let when = match &amount.when {
            Some(condition) => format!("Some({})", self.condition(condition)),
            None => "None".to_owned(),
        };
        format!(
            "Amount {{ sum: Sum::{sum}, when: {when}, source: {}, what: {} }}",
            self.source(&amount.source),
            place(&mut self.whats, &amount.what),
        )
    }

    /// A source by its number.
    pub(super) fn source(&mut self, source: &Source) -> String {
        format!("Source({})", place(&mut self.sources, source))
    }
}

/// The place of `item` in `list`, where it is put if it is new.
fn place<T: Clone + PartialEq>(list: &mut Vec<T>, item: &T) -> usize {
    list.iter()
        .position(|known| known == item)
        .unwrap_or_else(|| {
            list.push(item.clone());
            list.len() - 1
        })
}

/// Its conditions and those on which amounts depend.
pub(super) fn conditions(version: &Version) -> impl Iterator<Item = &Condition> {
    let when = version
        .amounts
        .iter()
        .filter_map(|amount| amount.when.as_ref());
    version.conditions.iter().chain(when)
}

/// One bit for each fact that a condition asks.
fn facts(condition: &Condition) -> u32 {
    match &condition.test {
        Test::All(parts) | Test::Any(parts) => {
            parts.iter().fold(0, |mask, part| mask | facts(part))
        }
        Test::Not(part) => facts(part),
        Test::Options { fact, .. } | Test::Within { fact, .. } => 1 << fact,
        Test::Everyone | Test::Unstated(_) => 0,
    }
}
