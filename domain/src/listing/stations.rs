//! A station from the cells of a row.

mod write;

pub(super) use write::cell;
pub use write::{write_csv, write_xlsx};

use super::Column;
use super::columns::Field;
use super::identity::{self, Listed};
use super::problem::{Problem, Reason};
use super::row::{Cell, Draft, Reader, Spot, tidy};
use super::vocabulary::{self, InUse, narrow};
use super::wording::cut;
use crate::hours::Hours;
use crate::places::{District, Street};
use crate::station::{Access, Amenities, AmenitySet, KindSet, Life, Station, StationId, Text};
use std::collections::HashMap;

/// A station whose id, and whose successor's, are not settled yet.
#[derive(Debug)]
pub(super) struct Unsettled {
    /// Its id is a placeholder, its successor unset.
    pub station: Station,
    /// The words that name it.
    pub successor: Option<String>,
}

impl Listed for Unsettled {
    fn order(&self) -> (District, Option<Street>, &str, &str) {
        let Station {
            district,
            street,
            text,
            ..
        } = &self.station;
        (*district, *street, &text.name, &text.address)
    }
}

impl Reader<'_> {
    /// The station that the row lists.
    pub(super) fn station(&self) -> Option<Unsettled> {
        let name = self.needed(Column::Name).map(|cell| tidy(cell.value));
        let kinds = self.kinds();
        let spot = self.spot();
        let (life, successor) = self.life();
        let (hours, amenities, access) = (self.hours(), self.amenities(), self.access());
        let verified_on = self.verified_on();
        let Spot {
            district,
            street,
            position,
        } = spot?;
        let station = Station {
            id: StationId(0),
            kinds: kinds?,
            district,
            street,
            position,
            hours,
            amenities,
            access,
            verified_on,
            life,
            text: Text {
                name: name?,
                address: self.text(Column::Address),
                show_at_door: self.text(Column::ShowAtDoor),
                phone: narrow(&self.text(Column::Phone)),
                verified_by: self.text(Column::VerifiedBy),
            },
        };
        Some(Unsettled { station, successor })
    }

    fn kinds(&self) -> Option<KindSet> {
        let cell = self.needed(Column::Kinds)?;
        let (mut kinds, mut unknown) = (KindSet::EMPTY, Vec::new());
        for word in vocabulary::split(cell.value) {
            match vocabulary::kind(word) {
                Some(kind) => kinds = kinds.with(kind),
                None => unknown.push(word),
            }
        }
        if kinds.is_empty() {
            self.report(cell, Reason::NoKnownKind);
            return None;
        }
        for word in unknown {
            self.report_value(cell, word, Reason::UnknownKind);
        }
        Some(kinds)
    }

    fn hours(&self) -> Hours {
        let Some(cell) = self.get(Column::Hours) else {
            return Hours::Unstated;
        };
        let hours = Hours::read(&tidy(cell.value));
        if let Hours::Unread(_) = hours {
            self.report(cell, Reason::HoursUnread);
        }
        hours
    }

    fn amenities(&self) -> Amenities {
        let mut present = self.amenity_list(Column::Amenities);
        let mut absent = self.amenity_list(Column::AmenitiesAbsent);
        for cell in self.cells() {
            let Field::Amenity(amenity) = cell.field else {
                continue;
            };
            match vocabulary::answer(cell.value) {
                Some(Some(true)) => present = present.with(amenity),
                Some(Some(false)) => absent = absent.with(amenity),
                Some(None) => {}
                None => self.report(cell, Reason::NeitherYesNorNo),
            }
        }
        Amenities::new(present, absent)
    }

    fn amenity_list(&self, column: Column) -> AmenitySet {
        let Some(cell) = self.get(column) else {
            return AmenitySet::EMPTY;
        };
        let known = |word| {
            let amenity = vocabulary::amenity(word);
            if amenity.is_none() {
                self.report_value(cell, word, Reason::UnknownAmenity);
            }
            amenity
        };
        vocabulary::split(cell.value).filter_map(known).collect()
    }

    fn access(&self) -> Access {
        let read = |cell: &Cell<'_>| {
            self.require(cell, vocabulary::access(cell.value), Reason::UnknownAccess)
        };
        self.get(Column::Access)
            .and_then(read)
            .unwrap_or(Access::Unknown)
    }

    /// Whether it is in use, and the words that name its successor.
    fn life(&self) -> (Life, Option<String>) {
        let (from, until) = (self.day(Column::ClosedFrom), self.day(Column::ClosedUntil));
        let status = self
            .get(Column::Status)
            .map_or(Some(InUse::Active), |cell| {
                self.require(cell, vocabulary::status(cell.value), Reason::UnknownStatus)
            });
        let unused: &[Column] = match status {
            Some(InUse::Active) => &[Column::ClosedFrom, Column::ClosedUntil, Column::Successor],
            Some(InUse::TemporarilyClosed) => &[Column::Successor],
            Some(InUse::Closed) => &[Column::ClosedUntil],
            None => &[],
        };
        for cell in unused.iter().filter_map(|column| self.get(*column)) {
            self.report(cell, Reason::NotClosed);
        }
        match status {
            Some(InUse::TemporarilyClosed) => {
                if let (Some(cell), true) = (
                    self.get(Column::ClosedUntil),
                    from.is_some() && until < from,
                ) {
                    self.report(cell, Reason::EndsBeforeItBegins);
                }
                (Life::TemporarilyClosed { from, until }, None)
            }
            Some(InUse::Closed) => {
                let successor = self.get(Column::Successor).map(|cell| tidy(cell.value));
                (
                    Life::Closed {
                        from,
                        successor: None,
                    },
                    successor,
                )
            }
            Some(InUse::Active) | None => (Life::Active, None),
        }
    }
}

/// The stations in the order of their ids. A successor is named by a reference or, if no row has
/// that reference, by an id.
pub(super) fn settle(
    drafts: Vec<Draft<Unsettled>>,
    problems: &mut Vec<Problem>,
) -> Vec<Draft<Unsettled>> {
    let mut drafts = identity::settle(drafts, problems);
    let ids = drafts
        .iter()
        .filter_map(|draft| Some((draft.id?.to_string(), draft.id?)));
    let references = drafts
        .iter()
        .filter_map(|draft| Some((draft.reference.clone()?, draft.id?)));
    let named: HashMap<String, u32> = ids.chain(references).collect();
    for draft in &mut drafts {
        let Unsettled {
            station,
            successor: words,
        } = &mut draft.item;
        station.id = StationId(draft.id.unwrap_or_default());
        let (Some(words), Life::Closed { successor, .. }) = (words, &mut station.life) else {
            continue;
        };
        let other = named.get(words).map(|id| StationId(*id));
        *successor = other.filter(|other| *other != station.id);
        if successor.is_none() {
            problems.push(Problem {
                at: draft.at,
                column: Column::Successor.help().code.to_owned(),
                value: cut(words),
                reason: Reason::UnknownSuccessor,
            });
        }
    }
    drafts
}
