//! One row: from words in cells to a station, with everything that is wrong with it.

mod position;

use super::MAX_CELL_CHARS;
use super::columns::{Column, Field};
use super::problem::{Problem, Reason, Where};
use super::vocabulary::{self, InUse, narrow};
use super::wording::cut;
use crate::geo::Datum;
use crate::hours::Hours;
use crate::places::{District, Street, district_at, may_contain};
use crate::station::{Access, Amenities, AmenitySet, KindSet, Life, Station, StationId, Text};
use chrono::NaiveDate;
use std::cell::RefCell;

/// A row of either format: its cells in the file's order, those of unknown columns left out.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub at: Where,
    pub cells: Vec<Cell<'a>>,
    /// What the format itself found wrong.
    pub broken: Option<Reason>,
}

/// What stands in one column of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'a> {
    pub field: Field,
    pub header: &'a str,
    pub value: &'a str,
}

/// A station whose id, and whose successor's, are not settled yet.
#[derive(Debug)]
pub(super) struct Draft {
    pub at: Where,
    pub id: Option<u32>,
    pub reference: Option<String>,
    pub successor: Option<String>,
    /// Its id is a placeholder, its successor unset.
    pub station: Station,
}

/// The draft, unless something is wrong that a station cannot have; and all that is wrong.
pub(super) fn read(row: &Row<'_>, datum: Option<Datum>) -> (Option<Draft>, Vec<Problem>) {
    let reader = Reader {
        row,
        problems: RefCell::default(),
    };
    let draft = reader.draft(datum);
    let problems = reader.problems.into_inner();
    let sound = !problems.iter().any(|problem| problem.reason.is_error());
    (draft.filter(|_| sound), problems)
}

/// Text as it is kept: no control characters, single spaces, none at the ends.
pub(super) fn tidy(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Reads on past problems, so that people see all of a row's at once.
struct Reader<'a> {
    row: &'a Row<'a>,
    problems: RefCell<Vec<Problem>>,
}

impl<'a> Reader<'a> {
    fn draft(&self, datum: Option<Datum>) -> Option<Draft> {
        self.check_form();
        let name = self.needed(Column::Name).map(|cell| tidy(cell.value));
        let kinds = self.kinds();
        let (district, street) = self.district_and_street();
        let position = self.position(datum);
        if let (Some((point, cell)), Some(district)) = (position, district)
            && !may_contain(district, point)
        {
            self.report(cell, Reason::PointElsewhere(district_at(point)));
        }
        let (life, successor) = self.life();
        let station = Station {
            id: StationId(0),
            kinds: kinds?,
            district: district?,
            street,
            position: position.map(|(point, _)| point),
            hours: self.hours(),
            amenities: self.amenities(),
            access: self.access(),
            verified_on: self.verified_on(),
            life,
            text: Text {
                name: name?,
                address: self.text(Column::Address),
                show_at_door: self.text(Column::ShowAtDoor),
                phone: narrow(&self.text(Column::Phone)),
                verified_by: self.text(Column::VerifiedBy),
            },
        };
        let reference = Some(self.text(Column::Reference)).filter(|text| !text.is_empty());
        Some(Draft {
            at: self.row.at,
            id: self.id(),
            reference,
            successor,
            station,
        })
    }

    /// What is wrong with cells whatever stands in them.
    fn check_form(&self) {
        if let Some(reason) = &self.row.broken {
            self.report_bare(reason.clone());
        }
        for cell in &self.row.cells {
            if cell.field == Field::Beyond {
                self.report(cell, Reason::ExtraCell);
            }
            if cell.value.chars().nth(MAX_CELL_CHARS).is_some() {
                self.report(cell, Reason::CellTooLong);
            }
            if let Field::Column(column) = cell.field
                && let Some(first) = self.get(column)
                && !cell.value.trim().is_empty()
                && first.value.trim() != cell.value.trim()
            {
                self.report(cell, Reason::SaidTwice);
            }
        }
    }

    fn id(&self) -> Option<u32> {
        let cell = self.get(Column::Id)?;
        let id = narrow(cell.value.trim()).parse().ok();
        let id = id.filter(|id| (1..1_000_000_000).contains(id));
        self.require(cell, id, Reason::NotAnId)
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

    fn district_and_street(&self) -> (Option<District>, Option<Street>) {
        let stated = self.get(Column::District);
        let district = stated.and_then(|cell| {
            self.require(
                cell,
                vocabulary::district(cell.value),
                Reason::UnknownDistrict,
            )
        });
        let Some(cell) = self.get(Column::Street) else {
            if stated.is_none() {
                self.report_bare(Reason::Missing(Column::District));
            }
            return (district, None);
        };
        match vocabulary::streets(cell.value, district)[..] {
            [street] if district.is_none_or(|district| district == street.district()) => {
                (Some(street.district()), Some(street))
            }
            [street, ..] if district.is_some_and(|district| district != street.district()) => {
                self.report(cell, Reason::StreetElsewhere(street.district()));
                (district, None)
            }
            [_, _, ..] => {
                self.report(cell, Reason::AmbiguousStreet);
                (district, None)
            }
            _ => {
                match vocabulary::streets(cell.value, None)[..] {
                    [other] if stated.is_some() => {
                        self.report(cell, Reason::StreetElsewhere(other.district()));
                    }
                    _ => self.report(cell, Reason::UnknownStreet),
                }
                if stated.is_none() {
                    self.report_bare(Reason::Missing(Column::District));
                }
                (district, None)
            }
        }
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
        for cell in &self.row.cells {
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

    fn verified_on(&self) -> Option<NaiveDate> {
        let cell = self.get(Column::VerifiedOn)?;
        self.require(cell, vocabulary::date(cell.value), Reason::VerifiedWhen)
    }

    /// Whether it is in use, and the words that name its successor.
    fn life(&self) -> (Life, Option<String>) {
        let day = |column| {
            let cell = self.get(column)?;
            self.require(cell, vocabulary::date(cell.value), Reason::NotADate)
        };
        let (from, until) = (day(Column::ClosedFrom), day(Column::ClosedUntil));
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

    fn text(&self, column: Column) -> String {
        self.get(column)
            .map_or_else(String::new, |cell| tidy(cell.value))
    }

    /// The first cell of that column that is not blank.
    fn get(&self, column: Column) -> Option<&Cell<'a>> {
        self.row
            .cells
            .iter()
            .find(|cell| cell.field == Field::Column(column) && !tidy(cell.value).is_empty())
    }

    fn needed(&self, column: Column) -> Option<&Cell<'a>> {
        let cell = self.get(column);
        if cell.is_none() {
            self.report_bare(Reason::Missing(column));
        }
        cell
    }

    /// Passes `read` on; where there is nothing, says why.
    fn require<T>(&self, cell: &Cell<'_>, read: Option<T>, reason: Reason) -> Option<T> {
        if read.is_none() {
            self.report(cell, reason);
        }
        read
    }

    fn report(&self, cell: &Cell<'_>, reason: Reason) {
        self.report_value(cell, cell.value, reason);
    }

    fn report_value(&self, cell: &Cell<'_>, value: &str, reason: Reason) {
        self.problems.borrow_mut().push(Problem {
            at: self.row.at,
            column: cut(cell.header),
            value: cut(value),
            reason,
        });
    }

    /// For what no cell is to blame.
    fn report_bare(&self, reason: Reason) {
        let beyond = Cell {
            field: Field::Beyond,
            header: "",
            value: "",
        };
        self.report(&beyond, reason);
    }
}
