//! The row that names the columns, whatever kind of file it stands in.

use super::columns::{Column, Field, Subject};
use super::problem::Failure;
use super::row::Cell;
use super::table::Line;
use super::{Head, MAX_COLUMNS};
use crate::spreadsheet::unguarded;
use csv::StringRecord;
use std::collections::BTreeSet;

/// A header is looked for in so many rows; above it stand titles and remarks.
pub(super) const HEADER_WITHIN: usize = 20;

/// The names of the columns, and what they stand for.
#[derive(Debug)]
pub(super) struct Header {
    /// How many rows stand above it.
    pub index: usize,
    /// As they are written, up to the last that is not blank.
    pub names: Vec<String>,
    fields: Vec<Option<Field>>,
}

impl Header {
    /// Of the first rows the one with the most known columns; of those alike the first. Two known
    /// columns make a header: a title above it may happen to be called like one.
    pub(super) fn find<'r>(
        records: impl IntoIterator<Item = &'r StringRecord>,
        subject: Subject,
    ) -> Option<Self> {
        let mut best: Option<(usize, Self)> = None;
        let records = records.into_iter().take(HEADER_WITHIN).enumerate();
        for (index, record) in records {
            let header = Self::of(record, subject, index);
            let columns: BTreeSet<_> = header.columns().collect();
            let known = header.fields.iter().flatten().count() >= 2;
            if known && best.as_ref().is_none_or(|(most, _)| columns.len() > *most) {
                best = Some((columns.len(), header));
            }
        }
        best.map(|(_, header)| header)
    }

    fn of(record: &StringRecord, subject: Subject, index: usize) -> Self {
        let mut names: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
        let used = names.iter().rposition(|name| !name.is_empty());
        names.truncate(used.map_or(0, |last| last + 1));
        let looked_at = names.iter().take(MAX_COLUMNS);
        let fields = looked_at.map(|name| subject.field(name)).collect();
        Self {
            index,
            names,
            fields,
        }
    }

    /// What stands in that place of a row.
    pub(super) fn field(&self, place: usize) -> Option<Field> {
        self.fields.get(place).copied().flatten()
    }

    fn columns(&self) -> impl Iterator<Item = Column> {
        self.fields.iter().filter_map(|field| match field {
            Some(Field::Column(column)) => Some(*column),
            _ => None,
        })
    }

    /// What it says about the file; a failure if a needed column is missing.
    pub(super) fn head(&self, subject: Subject) -> Result<Head, Failure> {
        if self.names.len() > MAX_COLUMNS {
            return Err(Failure::TooManyColumns {
                columns: self.names.len(),
            });
        }
        let unknown = self.names.iter().zip(&self.fields);
        let unknown = unknown.filter(|(name, field)| field.is_none() && !name.is_empty());
        let head = Head {
            columns: self.columns().collect(),
            names_amenities: (self.fields.iter())
                .any(|field| matches!(field, Some(Field::Amenity(_)))),
            ignored: unknown.map(|(name, _)| super::wording::cut(name)).collect(),
        };
        let mut missing = subject.needed().to_vec();
        if !head.columns.contains(&Column::Street) {
            missing.push(Column::District);
        }
        missing.retain(|column| !head.columns.contains(column));
        if missing.is_empty() {
            Ok(head)
        } else {
            Err(Failure::MissingColumns(missing))
        }
    }

    /// Whether a row says the same again, as at the top of each printed page.
    pub(super) fn is_repeated_by(&self, record: &StringRecord) -> bool {
        let names = self.names.iter().map(String::as_str);
        names.eq(record.iter().map(str::trim).take(self.names.len()))
    }

    /// Blank cells beyond the header are what spreadsheets leave behind; others are a mistake.
    pub(super) fn cells<'a>(&'a self, line: &'a Line) -> Vec<Cell<'a>> {
        let known = self.fields.iter().zip(&self.names).zip(&line.record);
        let known = known.enumerate();
        let known = known.filter_map(|(place, ((field, header), value))| {
            field.map(|field| Cell {
                field,
                header,
                value: unguarded(value),
                odd: line.odd(place),
            })
        });
        let beyond = line.record.iter().skip(self.names.len());
        let beyond = beyond.filter(|value| !value.trim().is_empty()).take(1);
        let beyond = beyond.map(|value| Cell {
            field: Field::Beyond,
            header: "",
            value,
            odd: None,
        });
        known.chain(beyond).collect()
    }
}
