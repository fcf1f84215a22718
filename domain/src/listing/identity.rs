//! Which row is which: ids and repeated rows.

use super::Column;
use super::problem::{Problem, Reason, Where};
use super::row::Draft;
use super::wording::cut;
use crate::places::{District, Street};
use std::collections::HashMap;

/// Something that a listing lists.
pub(super) trait Listed {
    /// Where it is, and its words: what decides the order of those without an id.
    fn order(&self) -> (District, Option<Street>, &str, &str);
}

/// The drafts in the order of their ids, which all of them then have.
pub(super) fn settle<T: Listed>(
    drafts: Vec<Draft<T>>,
    problems: &mut Vec<Problem>,
) -> Vec<Draft<T>> {
    let mut drafts = without_repetitions(drafts, problems);
    give_ids(&mut drafts);
    drafts.sort_by_key(|draft| draft.id);
    drafts
}

/// Of rows with the same id or reference, the first stays.
fn without_repetitions<T>(drafts: Vec<Draft<T>>, problems: &mut Vec<Problem>) -> Vec<Draft<T>> {
    let mut seen: HashMap<(Column, String), Where> = HashMap::new();
    let is_new = |draft: &Draft<T>| {
        let id = draft.id.map(|id| (Column::Id, id.to_string()));
        let reference = draft
            .reference
            .clone()
            .map(|text| (Column::Reference, text));
        let mut new = true;
        for (column, mark) in id.into_iter().chain(reference) {
            let value = cut(&mark);
            let first = *seen.entry((column, mark)).or_insert(draft.at);
            if first != draft.at {
                new = false;
                problems.push(Problem {
                    at: draft.at,
                    column: column.help().code.to_owned(),
                    value,
                    reason: Reason::Repeated { first },
                });
            }
        }
        new
    };
    let mut drafts = drafts;
    drafts.retain(is_new);
    drafts
}

/// Rows without an id get the numbers after the largest given one, neighbours next to each
/// other, so that the order of the rows does not matter.
fn give_ids<T: Listed>(drafts: &mut [Draft<T>]) {
    let largest = drafts.iter().filter_map(|draft| draft.id).max();
    let mut next = largest.unwrap_or(0);
    drafts.sort_by(|a, b| order(a).cmp(&order(b)));
    for draft in drafts {
        draft.id.get_or_insert_with(|| {
            next += 1;
            next
        });
    }
}

fn order<T: Listed>(draft: &Draft<T>) -> impl Ord {
    (draft.item.order(), &draft.reference, draft.at)
}
