//! Two people change the same entry: what both meant, as far as that can be.

use super::{Aspect, AspectSet, Cells};

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

fn copy(aspect: Aspect, from: &Cells, to: &mut Cells) {
    for column in aspect.columns() {
        to.set(*column, from.get(*column));
    }
}
