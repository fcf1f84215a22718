//! Facts as Rust.

use super::literals::{optional_text, text};
use super::rules::conditions;
use crate::policy::model::{Choice, Condition, Fact, Kind, Programme, Test};
use std::collections::BTreeSet;

/// The row of a fact: what decides.
pub(super) fn fact_rule(place: usize, fact: &Fact, programmes: &[Programme]) -> String {
    let (kind, from, to) = match &fact.kind {
        Kind::YesNo(_) => ("YesNo", 0, 0),
        Kind::Choice(_) => ("Choice", 0, 0),
        Kind::Set(_) => ("Set", 0, 0),
        Kind::Number(from, to) => ("Number", *from, *to),
    };
    let (ids, changeable) = match &fact.kind {
        Kind::YesNo(change) => (vec!["no", "yes"], u32::from(change.is_some()) << 1),
        Kind::Choice(options) | Kind::Set(options) => {
            let bits = options.iter().enumerate();
            let bits = bits.map(|(place, option)| u32::from(option.change.is_some()) << place);
            (
                options.iter().map(|option| option.id.as_str()).collect(),
                bits.sum(),
            )
        }
        Kind::Number(..) => (Vec::new(), 0),
    };
    let samples = match fact.kind {
        Kind::Number(..) => samples(place, from..=to, programmes),
        _ => Vec::new(),
    };
    let id = &fact.id;
    format!(
        "FactRule {{ id: {id:?}, kind: Kind::{kind}, options: &{ids:?}, changeable: {changeable}, from: {from}, to: {to}, samples: &{samples:?} }}"
    )
}

/// A value on each side of every bound that a rule sets.
fn samples(
    fact: usize,
    range: std::ops::RangeInclusive<i32>,
    programmes: &[Programme],
) -> Vec<i32> {
    let mut bounds = BTreeSet::new();
    for version in programmes.iter().flat_map(|each| &each.versions) {
        for condition in conditions(version) {
            bounds_of(fact, condition, &mut bounds);
        }
    }
    bounds.retain(|value| range.contains(value));
    bounds.into_iter().collect()
}

fn bounds_of(asked: usize, condition: &Condition, bounds: &mut BTreeSet<i32>) {
    match &condition.test {
        Test::All(parts) | Test::Any(parts) => {
            parts.iter().for_each(|part| bounds_of(asked, part, bounds));
        }
        Test::Not(part) => bounds_of(asked, part, bounds),
        Test::Within { fact, from, to } if *fact == asked => {
            bounds.extend([from.saturating_sub(1), *from, *to, to.saturating_add(1)]);
        }
        _ => {}
    }
}

/// The row of a fact: what is read.
pub(super) fn fact_texts(fact: &Fact) -> String {
    let (options, changes) = match &fact.kind {
        Kind::YesNo(change) => (Vec::new(), vec![None, change.as_ref()]),
        Kind::Choice(options) | Kind::Set(options) => (
            options.iter().map(|option| text(&option.name)).collect(),
            options
                .iter()
                .map(|Choice { change, .. }| change.as_ref())
                .collect(),
        ),
        Kind::Number(..) => (Vec::new(), Vec::new()),
    };
    let changes: Vec<_> = changes.into_iter().map(optional_text).collect();
    format!(
        "FactTexts {{ name: {}, question: {}, help: {}, options: &[{}], changes: &[{}] }}",
        text(&fact.name),
        text(&fact.question),
        text(&fact.help),
        options.join(", "),
        changes.join(", ")
    )
}
