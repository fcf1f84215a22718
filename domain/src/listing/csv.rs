//! CSV, as spreadsheets save it and as this site publishes it.

use super::columns::Subject;
use super::header::{HEADER_WITHIN, Header};
use super::problem::{Failure, Where};
use super::row::Row;
use super::table::Line;
use super::{Head, MAX_LINE_BYTES, MAX_ROWS};
use csv::{ReaderBuilder, StringRecord};

/// Calls `take` with every row that is not blank.
pub(super) fn read(
    text: &str,
    subject: Subject,
    mut take: impl FnMut(&Row<'_>),
) -> Result<Head, Failure> {
    let (header, delimiter) = find_header(text, subject)?;
    let head = header.head(subject)?;
    below(text, &header, delimiter, |line| {
        take(&Row {
            at: line.at,
            cells: header.cells(&line),
            broken: None,
        });
    })?;
    Ok(head)
}

/// Calls `take` with the same rows as they stand; their header.
pub(super) fn lines(
    text: &str,
    subject: Subject,
    take: impl FnMut(Line),
) -> Result<Header, Failure> {
    let (header, delimiter) = find_header(text, subject)?;
    below(text, &header, delimiter, take)?;
    Ok(header)
}

/// The header, and what stands between its cells: spreadsheets save UTF-16 with tabs.
fn find_header(text: &str, subject: Subject) -> Result<(Header, u8), Failure> {
    check_lines(text)?;
    let found = b",\t;".iter().find_map(|delimiter| {
        let first: Vec<_> = records(text, *delimiter).take(HEADER_WITHIN).collect();
        Header::find(&first, subject).map(|header| (header, *delimiter))
    });
    found.ok_or(Failure::NoHeader)
}

fn below(
    text: &str,
    header: &Header,
    delimiter: u8,
    mut take: impl FnMut(Line),
) -> Result<(), Failure> {
    let mut numbers = Lines {
        text,
        byte: 0,
        line: 1,
    };
    let mut rows = 0;
    for record in records(text, delimiter).skip(header.index + 1) {
        let at = Where::Line(numbers.of(&record));
        let line = Line {
            at,
            record,
            odd: Vec::new(),
        };
        if line.is_blank() || header.is_repeated_by(&line.record) {
            continue;
        }
        rows += 1;
        if rows > MAX_ROWS {
            return Err(Failure::TooManyRows);
        }
        take(line);
    }
    Ok(())
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
