//! CSV, as spreadsheets save it and as this site publishes it.

use super::columns::{Column, Field, Subject, is_written};
use super::problem::{Failure, Where};
use super::row::{Cell, Row};
use super::{Head, MAX_COLUMNS, MAX_LINE_BYTES, MAX_ROWS};
use crate::spreadsheet::{self, unguarded};
use csv::{ReaderBuilder, StringRecord};

/// A header is looked for in so many rows; above it stand titles and remarks.
const HEADER_WITHIN: usize = 20;

/// Calls `take` with every row that is not blank.
pub(super) fn read(
    text: &str,
    subject: Subject,
    mut take: impl FnMut(&Row<'_>),
) -> Result<Head, Failure> {
    check_lines(text)?;
    let header = Header::find(text, subject)?;
    let head = header.head(subject)?;
    let mut lines = Lines {
        text,
        byte: 0,
        line: 1,
    };
    let mut rows = 0;
    for record in records(text, header.delimiter).skip(header.index + 1) {
        if record.iter().all(|value| value.trim().is_empty()) {
            continue;
        }
        rows += 1;
        if rows > MAX_ROWS {
            return Err(Failure::TooManyRows);
        }
        take(&Row {
            at: Where::Line(lines.of(&record)),
            cells: header.cells(&record),
            broken: None,
        });
    }
    Ok(head)
}

/// Before anything is built from it: a line of megabytes is no row.
fn check_lines(text: &str) -> Result<(), Failure> {
    match (text.split('\n').enumerate()).find(|(_, line)| line.len() > MAX_LINE_BYTES) {
        None => Ok(()),
        Some((index, line)) => Err(Failure::TooLong {
            at: Where::Line(index + 1),
            bytes: line.len(),
        }),
    }
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
        .into_records()
        .map(|record| {
            record.expect("the text is valid UTF-8, in memory, and rows may differ in length")
        })
}

/// The row that names the columns.
struct Header {
    delimiter: u8,
    index: usize,
    names: Vec<String>,
    fields: Vec<Option<Field>>,
}

impl Header {
    /// The first row with two known columns. Spreadsheets save UTF-16 with tabs.
    fn find(text: &str, subject: Subject) -> Result<Self, Failure> {
        for delimiter in *b",\t;" {
            for (index, record) in records(text, delimiter).take(HEADER_WITHIN).enumerate() {
                let header = Self::of(&record, subject, delimiter, index);
                if header.fields.iter().flatten().count() >= 2 {
                    return Ok(header);
                }
            }
        }
        Err(Failure::NoHeader)
    }

    fn of(record: &StringRecord, subject: Subject, delimiter: u8, index: usize) -> Self {
        let mut names: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
        let used = names.iter().rposition(|name| !name.is_empty());
        names.truncate(used.map_or(0, |last| last + 1));
        let looked_at = names.iter().take(MAX_COLUMNS);
        let fields = looked_at.map(|name| subject.field(name)).collect();
        Self {
            delimiter,
            index,
            names,
            fields,
        }
    }

    fn head(&self, subject: Subject) -> Result<Head, Failure> {
        if self.names.len() > MAX_COLUMNS {
            return Err(Failure::TooManyColumns {
                columns: self.names.len(),
            });
        }
        let mut head = Head::default();
        for (name, field) in self.names.iter().zip(&self.fields) {
            match field {
                Some(Field::Column(column)) => {
                    head.columns.insert(*column);
                }
                None if !name.is_empty() => head.ignored.push(super::wording::cut(name)),
                _ => {}
            }
        }
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

    /// Blank cells beyond the header are what spreadsheets leave behind; others are a mistake.
    fn cells<'a>(&'a self, record: &'a StringRecord) -> Vec<Cell<'a>> {
        let known = self.fields.iter().zip(&self.names).zip(record);
        let known = known.filter_map(|((field, header), value)| {
            let value = unguarded(value);
            field.map(|field| Cell {
                field,
                header,
                value,
            })
        });
        let beyond = record.iter().skip(self.names.len());
        let beyond = beyond.filter(|value| !value.trim().is_empty()).take(1);
        let beyond = beyond.map(|value| Cell {
            field: Field::Beyond,
            header: "",
            value,
        });
        known.chain(beyond).collect()
    }
}

/// Counts lines forwards. The reader's own count is of the line before any blank ones.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, record: &StringRecord) -> usize {
        let from = record.position().map_or(self.byte, |position| {
            usize::try_from(position.byte()).expect("the text is in memory")
        });
        let bytes = self.text.as_bytes();
        let blank = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let start = from + bytes[from..].iter().take_while(blank).count();
        self.line += bytes[self.byte..start]
            .iter()
            .filter(|b| **b == b'\n')
            .count();
        self.byte = start;
        self.line
    }
}

/// Writes rows as CSV. What is said in two ways is written in one, and the listing's own mark is not kept.
pub(super) fn write<T>(
    subject: Subject,
    items: &[T],
    cell: impl Fn(&T, Column) -> String,
) -> String {
    let columns: Vec<_> = subject
        .columns()
        .iter()
        .filter(|column| is_written(**column))
        .collect();
    let header: Vec<String> = columns
        .iter()
        .map(|column| column.help().code.to_owned())
        .collect();
    let cells = |item: &T| -> Vec<String> {
        let cells = columns.iter().map(|column| cell(item, **column));
        cells.collect()
    };
    spreadsheet::csv(std::iter::once(header).chain(items.iter().map(cells)))
}
