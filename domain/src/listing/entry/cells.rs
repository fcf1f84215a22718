//! The texts themselves, and the way there and back.

use super::super::columns::{Field, is_written};
use super::super::problem::Reason;
use super::super::row::{self, Cell, Row};
use super::super::{Column, Problem, Subject, Where};
use super::super::{pin, vocabulary};
use super::Entry;
use crate::class::HolidayClass;
use crate::geo::Wgs84;
use crate::station::Station;
use std::collections::BTreeMap;

/// The texts of an entry by column, without its number. What is blank is not there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cells(BTreeMap<Column, String>);

impl Cells {
    /// Those of an entry.
    pub fn of<E: Entry>(entry: &E) -> Self {
        let columns = E::SUBJECT.columns().iter().copied();
        let columns = columns.filter(|column| is_written(*column) && *column != Column::Id);
        columns.map(|column| (column, entry.cell(column))).collect()
    }

    /// What stands in that column; empty if nothing does.
    pub fn get(&self, column: Column) -> &str {
        self.0.get(&column).map_or("", String::as_str)
    }

    /// Writes `text` in that column.
    pub fn set(&mut self, column: Column, text: impl Into<String>) {
        let text = text.into();
        if text.is_empty() {
            self.0.remove(&column);
        } else {
            self.0.insert(column, text);
        }
    }

    /// What is not blank, in the order of the columns.
    pub fn iter(&self) -> impl Iterator<Item = (Column, &str)> {
        self.0.iter().map(|(column, text)| (*column, text.as_str()))
    }

    /// Where they say that it is, if that can be read.
    pub fn pin(&self) -> Option<Wgs84> {
        let datum = vocabulary::datum(self.get(Column::Datum))?;
        pin::read(self.get(Column::Lat), self.get(Column::Lng), datum).ok()?
    }

    /// The entry that they tell, as one with that number, and everything that is wrong with them,
    /// each problem under the code of its column; no entry if something is wrong that must not be.
    /// A successor is the number of something listed.
    ///
    /// ```
    /// # use domain::listing::{Column, entry::Cells};
    /// # use domain::station::Station;
    /// let mut cells = Cells::default();
    /// cells.set(Column::Name, "示例驿站");
    /// cells.set(Column::Kinds, "暖心驿站");
    /// let (none, problems) = cells.read::<Station>(7, &|_| false);
    /// assert!(none.is_none() && problems.len() == 1);
    /// cells.set(Column::District, "东城区");
    /// let (station, _) = cells.read::<Station>(7, &|_| false);
    /// assert_eq!(station.unwrap().id.0, 7);
    /// ```
    pub fn read<E: Entry>(
        &self,
        number: u32,
        is_listed: &dyn Fn(u32) -> bool,
    ) -> (Option<E>, Vec<Problem>) {
        let cells = self.iter().map(|(column, value)| Cell {
            field: Field::Column(column),
            header: column.help().code,
            value,
            odd: None,
        });
        let row = Row {
            at: Where::Line(1),
            cells: cells.collect(),
            broken: None,
        };
        let item = |row: &row::Reader<'_>| E::from_row(row, number, is_listed);
        let (draft, mut problems) = row::read(&row, None, item);
        for problem in &mut problems {
            if let Reason::Missing(column) = problem.reason {
                problem.column = column.help().code.to_owned();
            }
        }
        (draft.map(|draft| draft.item), problems)
    }

    /// The same as this site writes it, whatever words, numerals or datum they are in; with every
    /// problem, and nothing if one is there that must not be. See [`Cells::read`].
    ///
    /// ```
    /// # use domain::listing::{Column, Subject, entry::Cells};
    /// let typed = [(Column::Name, "示例驿站"), (Column::Kinds, "暖心驿站"), (Column::District, "110101")];
    /// let typed: Cells = typed.map(|(column, text)| (column, text.to_owned())).into_iter().collect();
    /// let (settled, _) = typed.settled(Subject::Stations, 7, &|_| false);
    /// assert_eq!(settled.unwrap().get(Column::District), "东城区");
    /// ```
    pub fn settled(
        &self,
        subject: Subject,
        number: u32,
        is_listed: &dyn Fn(u32) -> bool,
    ) -> (Option<Self>, Vec<Problem>) {
        match subject {
            Subject::Stations => self.settled_as::<Station>(number, is_listed),
            Subject::Classes => self.settled_as::<HolidayClass>(number, is_listed),
        }
    }

    fn settled_as<E: Entry>(
        &self,
        number: u32,
        is_listed: &dyn Fn(u32) -> bool,
    ) -> (Option<Self>, Vec<Problem>) {
        let (entry, problems) = self.read::<E>(number, is_listed);
        (entry.as_ref().map(Self::of), problems)
    }
}

impl FromIterator<(Column, String)> for Cells {
    fn from_iter<I: IntoIterator<Item = (Column, String)>>(cells: I) -> Self {
        let mut all = Self::default();
        for (column, text) in cells {
            all.set(column, text);
        }
        all
    }
}
