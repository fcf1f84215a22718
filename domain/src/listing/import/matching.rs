//! Which of the entries that are held a row is about.

use super::super::entry::Entry;
use super::super::problem::Reason;
use super::super::vocabulary;
use crate::places::{District, Street};
use crate::union::Desk;
use std::collections::HashMap;

/// What is held, found by number and by name.
pub(super) struct Held<E> {
    entries: Vec<E>,
    by_number: HashMap<u32, usize>,
    by_name: HashMap<(String, Option<District>), Vec<usize>>,
}

impl<E: Entry> Held<E> {
    pub(super) fn new(entries: Vec<E>) -> Self {
        let mut by_name: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, entry) in entries.iter().enumerate() {
            by_name.entry(name_in(entry)).or_default().push(place);
        }
        let numbers = entries.iter().map(E::number).enumerate();
        Self {
            by_number: numbers.map(|(place, number)| (number, place)).collect(),
            entries,
            by_name,
        }
    }

    pub(super) fn entries(&self) -> &[E] {
        &self.entries
    }

    pub(super) fn get(&self, number: u32) -> Option<&E> {
        let place = self.by_number.get(&number)?;
        self.entries.get(*place)
    }

    /// The entry of that number; without one the only one of that name in that street. What names no
    /// street may be in any of its district. Of several of one name the address may tell.
    pub(super) fn find(&self, number: Option<u32>, row: &E) -> Result<Option<&E>, Reason> {
        if let Some(number) = number {
            return self.get(number).map(Some).ok_or(Reason::NoSuchId);
        }
        let same_name = self
            .by_name
            .get(&name_in(row))
            .map_or(&[][..], Vec::as_slice);
        let same_name = same_name.iter().map(|place| &self.entries[*place]);
        let found: Vec<&E> = same_name.filter(|held| is_there(*held, row)).collect();
        match found[..] {
            [] => Ok(None),
            [only] => Ok(Some(only)),
            _ => {
                let address =
                    |entry: &E| vocabulary::key(&entry.cell(super::super::Column::Address));
                let wanted = address(row);
                let mut same = found.into_iter().filter(|held| address(held) == wanted);
                match (same.next(), same.next()) {
                    (Some(only), None) => Ok(Some(only)),
                    _ => Err(Reason::SeveralSuch),
                }
            }
        }
    }
}

/// The form in which names are compared, and the district.
pub(super) fn name_in<E: Entry>(entry: &E) -> (String, Option<District>) {
    (vocabulary::key(entry.name()), entry.desk().district())
}

fn is_there<E: Entry>(held: &E, row: &E) -> bool {
    let street = |entry: &E| -> Option<Street> {
        match entry.desk() {
            Desk::Street(street) => Some(street),
            Desk::District(_) | Desk::City => None,
        }
    };
    street(row).is_none_or(|wanted| street(held) == Some(wanted))
}
