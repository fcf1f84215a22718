//! Two people change the same entry: what both meant, as far as that can be.

use super::{Aspect, AspectSet, Cells};
use crate::listing::Column;
use chrono::NaiveDate;

/// What came of two changes to one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// With both changes; where they differ, as it stands now.
    pub cells: Cells,
    /// What the others changed meanwhile.
    pub theirs: AspectSet,
    /// What both changed, each to something else: nobody but a person decides that.
    pub conflicts: AspectSet,
}

/// Brings `yours`, made from `before`, to what is `now`.
///
/// ```
/// # use domain::listing::{Column, entry::{Aspect, AspectSet, Cells, merge}};
/// let cells = |name: &str, phone: &str| -> Cells {
///     [(Column::Name, name.to_owned()), (Column::Phone, phone.to_owned())].into_iter().collect()
/// };
/// let merged = merge(&cells("甲", "1"), &cells("甲", "2"), &cells("乙", "1"));
/// assert_eq!(merged.cells, cells("乙", "2"));
/// let merged = merge(&cells("甲", "1"), &cells("甲", "2"), &cells("甲", "3"));
/// assert_eq!(merged.conflicts, AspectSet::EMPTY.with(Aspect::Phone));
/// ```
pub fn merge(before: &Cells, now: &Cells, yours: &Cells) -> Merged {
    let theirs = AspectSet::between(before, now);
    let mut merged = Merged {
        cells: now.clone(),
        theirs,
        conflicts: AspectSet::EMPTY,
    };
    let differs = AspectSet::between(now, yours);
    for aspect in AspectSet::between(before, yours).iter() {
        match (theirs.contains(aspect), differs.contains(aspect)) {
            (false, _) => copy(aspect, yours, &mut merged.cells),
            (true, true) => merged.conflicts = merged.conflicts.with(aspect),
            (true, false) => {}
        }
    }
    merged
}

/// `cells` with those aspects as `from` has them.
pub fn taking(cells: &Cells, from: &Cells, aspects: AspectSet) -> Cells {
    let mut taken = cells.clone();
    for aspect in aspects.iter() {
        copy(aspect, from, &mut taken);
    }
    taken
}

/// `cells` of a station that is closed for good from `day` on, because the one of that number is
/// the same or took over.
pub fn superseded(cells: &Cells, by: u32, day: NaiveDate) -> Cells {
    let mut closed = cells.clone();
    closed.set(Column::Status, "closed");
    closed.set(Column::ClosedFrom, day.to_string());
    closed.set(Column::ClosedUntil, "");
    closed.set(Column::Successor, by.to_string());
    closed
}

fn copy(aspect: Aspect, from: &Cells, to: &mut Cells) {
    for column in aspect.columns() {
        to.set(*column, from.get(*column));
    }
}
