//! One row: the cells of its columns, and everything that is wrong with them.

mod position;

use super::MAX_CELL_CHARS;
use super::columns::{Column, Field};
use super::pin;
use super::problem::{Problem, Reason, Where};
use super::table::Odd;
use super::vocabulary::{self, narrow};
use super::wording::cut;
use crate::geo::{Datum, Wgs84};
use crate::places::{District, Street};
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

impl Row<'_> {
    /// Whether something stands in that column.
    pub(super) fn has(&self, column: Column) -> bool {
        let mut cells = self.cells.iter();
        cells.any(|cell| cell.field == Field::Column(column) && !tidy(cell.value).is_empty())
    }
}

/// What stands in one column of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'a> {
    pub field: Field,
    pub header: &'a str,
    pub value: &'a str,
    /// What its spreadsheet has beside the text.
    pub odd: Option<Odd>,
}

/// Something that was read from a row, before it is known which one it is.
#[derive(Debug)]
pub(super) struct Draft<T> {
    pub at: Where,
    /// The id that the row names; every draft has one once they are settled.
    pub id: Option<u32>,
    pub reference: Option<String>,
    pub item: T,
}

/// Where something is.
pub(super) struct Spot {
    pub district: District,
    pub street: Option<Street>,
    pub position: Option<Wgs84>,
}

impl Spot {
    /// What stands in a column about where something is, in WGS-84; empty for other columns.
    pub(super) fn cell(&self, column: Column) -> String {
        let point = |of: fn(Wgs84) -> f64| self.position.map(|at| of(at).to_string());
        let words = match column {
            Column::District => Some(self.district.name_zh().to_owned()),
            Column::Street => self.street.map(|street| street.name_zh().to_owned()),
            Column::Lat => point(Wgs84::lat),
            Column::Lng => point(Wgs84::lng),
            Column::Datum => self.position.map(|_| Datum::Wgs84.name().to_owned()),
            _ => None,
        };
        words.unwrap_or_default()
    }
}

/// The draft, unless something is wrong that must not be; and all that is wrong. `item` makes of
/// the row what it lists.
pub(super) fn read<T>(
    row: &Row<'_>,
    datum: Option<Datum>,
    item: impl FnOnce(&Reader<'_>) -> Option<T>,
) -> (Option<Draft<T>>, Vec<Problem>) {
    let reader = Reader {
        row,
        datum,
        problems: RefCell::default(),
    };
    reader.check_form();
    let item = item(&reader);
    let (id, reference) = (reader.id(), reader.text(Column::Reference));
    let problems = reader.problems.into_inner();
    let sound = !problems.iter().any(|problem| problem.reason.is_error());
    let draft = item.filter(|_| sound).map(|item| Draft {
        at: row.at,
        id,
        reference: Some(reference).filter(|text| !text.is_empty()),
        item,
    });
    (draft, problems)
}

/// Text as it is kept: no control characters, single spaces, none at the ends.
pub(super) fn tidy(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Reads on past problems, so that people see all of a row's at once.
pub struct Reader<'a> {
    row: &'a Row<'a>,
    /// That of coordinates which do not name theirs.
    datum: Option<Datum>,
    problems: RefCell<Vec<Problem>>,
}

impl<'a> Reader<'a> {
    /// The cells of the row, in the file's order.
    pub(super) fn cells(&self) -> &'a [Cell<'a>] {
        &self.row.cells
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
            if let Some(odd) = cell.odd {
                self.report(
                    cell,
                    match odd {
                        Odd::Formula => Reason::Formula,
                        Odd::FormulaWithoutValue => Reason::FormulaWithoutValue,
                        Odd::ErrorValue => Reason::ErrorValue,
                    },
                );
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

    /// Where it is; `None` if the district is not known.
    pub(super) fn spot(&self) -> Option<Spot> {
        let (district, street) = self.district_and_street();
        let position = self.position(self.datum);
        if let (Some((point, cell)), Some(district)) = (position, district)
            && let Some(doubt) = pin::doubt(point, district)
        {
            self.report(cell, doubt);
        }
        Some(Spot {
            district: district?,
            street,
            position: position.map(|(point, _)| point),
        })
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

    /// When it was last confirmed.
    pub(super) fn verified_on(&self) -> Option<NaiveDate> {
        let cell = self.get(Column::VerifiedOn)?;
        self.require(cell, vocabulary::date(cell.value), Reason::VerifiedWhen)
    }

    /// The day in that column.
    pub(super) fn day(&self, column: Column) -> Option<NaiveDate> {
        let cell = self.get(column)?;
        self.require(cell, vocabulary::date(cell.value), Reason::NotADate)
    }

    /// The words in that column; empty if there are none.
    pub(super) fn text(&self, column: Column) -> String {
        self.get(column)
            .map_or_else(String::new, |cell| tidy(cell.value))
    }

    /// The first cell of that column that is not blank.
    pub(super) fn get(&self, column: Column) -> Option<&Cell<'a>> {
        self.row
            .cells
            .iter()
            .find(|cell| cell.field == Field::Column(column) && !tidy(cell.value).is_empty())
    }

    /// The same; without one, the row is left out.
    pub(super) fn needed(&self, column: Column) -> Option<&Cell<'a>> {
        let cell = self.get(column);
        if cell.is_none() {
            self.report_bare(Reason::Missing(column));
        }
        cell
    }

    /// Passes `read` on; where there is nothing, says why.
    pub(super) fn require<T>(&self, cell: &Cell<'_>, read: Option<T>, reason: Reason) -> Option<T> {
        if read.is_none() {
            self.report(cell, reason);
        }
        read
    }

    /// Says what is wrong with a cell.
    pub(super) fn report(&self, cell: &Cell<'_>, reason: Reason) {
        self.report_value(cell, cell.value, reason);
    }

    /// The same of a part of it.
    pub(super) fn report_value(&self, cell: &Cell<'_>, value: &str, reason: Reason) {
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
            odd: None,
        };
        self.report(&beyond, reason);
    }
}
