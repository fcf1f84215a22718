//! A change is taken back: as far as nobody changed the same since.

use super::{AspectSet, Cells, Entry, merge};

/// What taking a change back comes to for one entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Undone<E> {
    /// It is as it was before the change, but for what was changed elsewhere since; `None` is not
    /// listed. What a later change prevents stays.
    Can {
        /// What it becomes.
        entry: Option<E>,
        /// What stays as it is now.
        prevented: AspectSet,
    },
    /// A later change prevents all of it.
    Prevented,
    /// It is so already.
    Already,
}

/// Takes back the change from `before` to `after` of the entry that is `now`; `None` is not listed.
pub fn undo<E: Entry>(
    before: Option<&E>,
    after: Option<&E>,
    now: Option<&E>,
    is_listed: &dyn Fn(u32) -> bool,
) -> Undone<E> {
    if now == before {
        return Undone::Already;
    }
    if now == after {
        return Undone::Can {
            entry: before.cloned(),
            prevented: AspectSet::EMPTY,
        };
    }
    let (Some(before), Some(after), Some(now)) = (before, after, now) else {
        return Undone::Prevented;
    };
    let cells = Cells::of(now);
    let merged = merge(&Cells::of(after), &cells, &Cells::of(before));
    if merged.cells == cells {
        return match merged.conflicts.is_empty() {
            true => Undone::Already,
            false => Undone::Prevented,
        };
    }
    match merged.cells.read(now.number(), is_listed) {
        (Some(entry), _) => Undone::Can {
            entry: Some(entry),
            prevented: merged.conflicts,
        },
        (None, _) => Undone::Prevented,
    }
}
