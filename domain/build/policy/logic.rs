//! Whether conditions can be met: every case that they tell apart is tried.

use super::model::{Condition, Fact, Kind, Test};
use std::collections::{BTreeMap, BTreeSet};

/// More cases than that are not tried.
const MOST_CASES: usize = 1 << 20;

/// What can become of some conditions, all taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reach {
    /// Somebody may meet them: what is unstated does not stand against it.
    pub(super) perhaps_met: bool,
    /// Somebody may not meet them: what is unstated does not stand for it.
    pub(super) perhaps_not_met: bool,
}

/// What can become of `conditions`; `None` if there are too many cases to try.
pub(super) fn reach(conditions: &[&Condition], facts: &[Fact]) -> Option<Reach> {
    let mut limits = BTreeMap::new();
    conditions
        .iter()
        .for_each(|condition| gather(condition, &mut limits));
    let cases: Vec<(usize, Vec<i64>)> = limits
        .into_iter()
        .map(|(fact, limits)| (fact, values(&facts[fact].kind, &limits)))
        .collect();
    let count = cases.iter().map(|(_, values)| values.len());
    if count.fold(1, usize::saturating_mul) > MOST_CASES {
        return None;
    }
    let mut reach = Reach {
        perhaps_met: false,
        perhaps_not_met: false,
    };
    let mut case = BTreeMap::new();
    each_case(&cases, &mut case, &mut |case| {
        let met = all(conditions.iter().map(|condition| holds(condition, case)));
        reach.perhaps_met |= met != Some(false);
        reach.perhaps_not_met |= met != Some(true);
    });
    Some(reach)
}

fn each_case(
    rest: &[(usize, Vec<i64>)],
    case: &mut BTreeMap<usize, i64>,
    see: &mut impl FnMut(&BTreeMap<usize, i64>),
) {
    let Some(((fact, values), rest)) = rest.split_first() else {
        return see(case);
    };
    for value in values {
        case.insert(*fact, *value);
        each_case(rest, case, see);
    }
}

/// What conditions compare a fact with: masks of options, or the bounds of ranges.
#[derive(Default)]
struct Limits {
    mask: u32,
    bounds: BTreeSet<i64>,
}

fn gather(condition: &Condition, limits: &mut BTreeMap<usize, Limits>) {
    match &condition.test {
        Test::All(parts) | Test::Any(parts) => parts.iter().for_each(|part| gather(part, limits)),
        Test::Not(part) => gather(part, limits),
        Test::Options { fact, mask } => limits.entry(*fact).or_default().mask |= mask,
        Test::Within { fact, from, to } => {
            let bounds = &mut limits.entry(*fact).or_default().bounds;
            bounds.extend([i64::from(*from), i64::from(*to)]);
        }
        Test::Everyone | Test::Unstated(_) => {}
    }
}

/// One value for each way in which an answer can stand to the limits.
fn values(kind: &Kind, limits: &Limits) -> Vec<i64> {
    match kind {
        Kind::YesNo(_) => vec![0b01, 0b10],
        Kind::Choice(options) => (0..options.len()).map(|place| 1 << place).collect(),
        Kind::Set(_) => subsets(limits.mask),
        Kind::Number(first, last) => around(limits, i64::from(*first), i64::from(*last)),
    }
}

fn subsets(mask: u32) -> Vec<i64> {
    // Counts down through the subsets of the mask; ends with the empty one.
    let next = |subset: &u32| subset.checked_sub(1).map(|less| less & mask);
    let subsets = std::iter::successors(Some(mask), next);
    subsets.take(MOST_CASES + 1).map(i64::from).collect()
}

fn around(limits: &Limits, first: i64, last: i64) -> Vec<i64> {
    let near = limits
        .bounds
        .iter()
        .flat_map(|bound| [bound - 1, *bound, bound + 1]);
    let within: BTreeSet<_> = near
        .filter(|value| (first..=last).contains(value))
        .collect();
    within.into_iter().collect()
}

fn holds(condition: &Condition, case: &BTreeMap<usize, i64>) -> Option<bool> {
    match &condition.test {
        Test::All(parts) => all(parts.iter().map(|part| holds(part, case))),
        Test::Any(parts) => {
            let none = all(parts.iter().map(|part| holds(part, case).map(|met| !met)));
            none.map(|none| !none)
        }
        Test::Not(part) => holds(part, case).map(|met| !met),
        Test::Options { fact, mask } => Some(case[fact] & i64::from(*mask) != 0),
        Test::Within { fact, from, to } => {
            Some((i64::from(*from)..=i64::from(*to)).contains(&case[fact]))
        }
        Test::Everyone => Some(true),
        Test::Unstated(_) => None,
    }
}

/// "And" where something may be unstated.
fn all(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut met = Some(true);
    for part in parts {
        match part {
            Some(false) => return Some(false),
            None => met = None,
            Some(true) => {}
        }
    }
    met
}
