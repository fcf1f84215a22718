//! Which row is which station: ids, repeated rows, successors.

use super::Column;
use super::problem::{Problem, Reason, Where};
use super::row::Draft;
use super::wording::cut;
use crate::station::{Life, Station, StationId};
use std::collections::{BTreeSet, HashMap};

/// The stations in the order of their ids, and the rows they came from.
pub(super) fn settle(
    drafts: Vec<Draft>,
    problems: &mut Vec<Problem>,
) -> (Vec<Station>, BTreeSet<Where>) {
    let mut drafts = without_repetitions(drafts, problems);
    give_ids(&mut drafts);
    name_successors(&mut drafts, problems);
    let loaded = drafts.iter().map(|draft| draft.at).collect();
    let mut stations: Vec<_> = drafts.into_iter().map(|draft| draft.station).collect();
    stations.sort_by_key(|station| station.id);
    (stations, loaded)
}

/// Of rows with the same id or reference, the first stays.
fn without_repetitions(drafts: Vec<Draft>, problems: &mut Vec<Problem>) -> Vec<Draft> {
    let mut seen: HashMap<(Column, String), Where> = HashMap::new();
    let is_new = |draft: &Draft| {
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
fn give_ids(drafts: &mut [Draft]) {
    let largest = drafts
        .iter()
        .filter_map(|draft| draft.id)
        .max()
        .unwrap_or(0);
    drafts.sort_by(|a, b| order(a).cmp(&order(b)));
    let mut next = largest;
    for draft in drafts {
        let id = draft.id.unwrap_or_else(|| {
            next += 1;
            next
        });
        draft.station.id = StationId(id);
    }
}

fn order(draft: &Draft) -> impl Ord {
    let station = &draft.station;
    let place = (station.district, station.street);
    let words = (&station.text.name, &station.text.address);
    (place, words, &draft.reference, draft.at)
}

/// A successor is named by a reference or, if no row has that reference, by an id.
fn name_successors(drafts: &mut [Draft], problems: &mut Vec<Problem>) {
    let mut named: HashMap<String, StationId> = HashMap::new();
    for draft in drafts.iter() {
        named.insert(draft.station.id.0.to_string(), draft.station.id);
    }
    for draft in drafts.iter() {
        if let Some(reference) = &draft.reference {
            named.insert(reference.clone(), draft.station.id);
        }
    }
    for draft in drafts {
        let (Some(words), Life::Closed { successor, .. }) =
            (&draft.successor, &mut draft.station.life)
        else {
            continue;
        };
        *successor = named
            .get(words)
            .copied()
            .filter(|id| *id != draft.station.id);
        if successor.is_none() {
            problems.push(Problem {
                at: draft.at,
                column: Column::Successor.help().code.to_owned(),
                value: cut(words),
                reason: Reason::UnknownSuccessor,
            });
        }
    }
}
