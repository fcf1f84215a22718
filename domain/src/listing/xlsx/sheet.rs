//! The cells of a sheet, row by row.

use super::number;
use super::strings::{Runs, Strings};
use super::styles::Styles;
use super::unpacked::Unpacked;
use super::xml::{Element, Next, each};
use super::{MAX_COLUMNS, MOST_CELLS, MOST_TEXT_BYTES, Unopened};
use crate::listing::MAX_CELL_CHARS;
use crate::listing::table::Odd;
use csv::StringRecord;
use std::ops::ControlFlow;

/// The last row and column that a sheet may have.
const LAST_ROW: usize = 1_048_576;
const LAST_COLUMN: usize = 16_384;

/// Merged areas beyond this are left as they are.
const MOST_MERGED: usize = 20_000;

/// The rows below the first of all merged areas together.
const MOST_FILLED: usize = 200_000;

/// A row that is not blank.
pub(super) struct SheetRow {
    /// As the sheet counts.
    pub(super) number: usize,
    pub(super) record: StringRecord,
    /// What is special about the cells in these places.
    pub(super) kinds: Vec<(usize, Kind)>,
}

#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A number that no style shows as a day.
    Number,
    /// Something for whoever reads the row.
    Odd(Odd),
}

/// The first `most` rows that are not blank. What is merged downwards stands in each of its rows.
pub(super) fn read(
    part: Unpacked<'_>,
    strings: &Strings,
    styles: &Styles,
    from_1904: bool,
    most: usize,
) -> Result<Vec<SheetRow>, Unopened> {
    let mut reading = Reading {
        strings,
        styles,
        from_1904,
        rows: Vec::new(),
        row: Open::default(),
        cell: CellXml::default(),
        cells: 0,
        text_bytes: 0,
        merged: Vec::new(),
    };
    each(part, |next| {
        reading.see(&next)?;
        match reading.rows.len() >= most {
            true => Ok(ControlFlow::Break(())),
            false => Ok(ControlFlow::Continue(())),
        }
    })?;
    let Reading {
        mut rows, merged, ..
    } = reading;
    let mut left = MOST_FILLED;
    for area in merged {
        left = left
            .checked_sub(area.fill(&mut rows))
            .ok_or(Unopened::TooMuch)?;
    }
    Ok(rows)
}

struct Reading<'a> {
    strings: &'a Strings,
    styles: &'a Styles,
    from_1904: bool,
    rows: Vec<SheetRow>,
    row: Open,
    cell: CellXml,
    cells: usize,
    text_bytes: usize,
    merged: Vec<Merged>,
}

/// The row that is being read.
#[derive(Default)]
struct Open {
    number: usize,
    texts: Vec<String>,
    kinds: Vec<(usize, Kind)>,
    /// Where the next cell stands if it does not say.
    next: usize,
}

/// The cell that is being read.
#[derive(Default)]
struct CellXml {
    place: usize,
    kind: String,
    style: usize,
    value: String,
    formula: Option<String>,
    inside: Inside,
    runs: Runs,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    Value,
    Formula,
    Inline,
}

impl Reading<'_> {
    fn see(&mut self, next: &Next<'_>) -> Result<(), Unopened> {
        if self.cell.inside == Inside::Inline {
            self.cell.runs.see(next, &mut self.cell.value);
        }
        match next {
            Next::Begins(element) => self.begins(element)?,
            Next::Ends(b"c") => self.end_cell()?,
            Next::Ends(b"row") => self.end_row(),
            Next::Ends(b"v" | b"f" | b"is") => self.cell.inside = Inside::Nothing,
            Next::Ends(_) => {}
            Next::Text(text) => match self.cell.inside {
                Inside::Value => self.cell.value.push_str(text),
                Inside::Formula => (self.cell.formula.get_or_insert_default()).push_str(text),
                Inside::Inline | Inside::Nothing => {}
            },
        }
        Ok(())
    }

    fn begins(&mut self, element: &Element<'_>) -> Result<(), Unopened> {
        match element.name() {
            b"row" => {
                let stated = element.attribute(b"r")?.and_then(|r| r.parse().ok());
                let number = stated.unwrap_or(self.row.number + 1);
                if number > LAST_ROW || number <= self.row.number {
                    return Err(Unopened::Broken);
                }
                self.row = Open {
                    number,
                    ..Open::default()
                };
            }
            b"c" => {
                let place = match element.attribute(b"r")? {
                    Some(at) => column(&at).ok_or(Unopened::Broken)?,
                    None => self.row.next,
                };
                if place >= LAST_COLUMN {
                    return Err(Unopened::TooMuch);
                }
                self.row.next = place + 1;
                self.cell = CellXml {
                    place,
                    kind: element.attribute(b"t")?.unwrap_or_default(),
                    style: (element.attribute(b"s")?)
                        .and_then(|style| style.parse().ok())
                        .unwrap_or(0),
                    ..CellXml::default()
                };
            }
            b"v" => self.cell.inside = Inside::Value,
            b"f" => {
                self.cell.inside = Inside::Formula;
                self.cell.formula = Some(String::new());
            }
            b"is" => self.cell.inside = Inside::Inline,
            b"mergeCell" if self.merged.len() < MOST_MERGED => {
                let area = element.attribute(b"ref")?;
                self.merged.extend(area.as_deref().and_then(Merged::read));
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Unopened> {
        let cell = std::mem::take(&mut self.cell);
        let (text, kind) = self.shown(&cell)?;
        if text.is_empty() {
            return Ok(());
        }
        self.cells += 1;
        self.text_bytes += text.len();
        if self.cells > MOST_CELLS || self.text_bytes > MOST_TEXT_BYTES {
            return Err(Unopened::TooMuch);
        }
        // Beyond the columns that are looked at, one tells that there are too many.
        let place = cell.place.min(MAX_COLUMNS);
        if self.row.texts.len() <= place {
            self.row.texts.resize(place + 1, String::new());
        }
        self.row.texts[place] = text;
        self.row.kinds.extend(kind.map(|kind| (place, kind)));
        Ok(())
    }

    /// The text that people see in a cell, and what is special about it.
    fn shown(&self, cell: &CellXml) -> Result<(String, Option<Kind>), Unopened> {
        let (text, kind) = match cell.kind.as_str() {
            "s" => {
                let index = cell.value.trim().parse().ok();
                let text = index.and_then(|index| self.strings.get(index));
                let blank = cell.value.trim().is_empty().then_some("");
                (text.or(blank).ok_or(Unopened::Broken)?.to_owned(), None)
            }
            "b" => {
                let is_true = cell.value.trim() == "1";
                ((if is_true { "true" } else { "false" }).to_owned(), None)
            }
            "e" => (cell.value.clone(), Some(Kind::Odd(Odd::ErrorValue))),
            "" | "n" if !cell.value.trim().is_empty() => {
                let days = self.styles.shows_days(cell.style);
                let day = (cell.value.trim().parse().ok()).filter(|_| days);
                match day.and_then(|day| number::day(day, self.from_1904)) {
                    Some(day) => (day, None),
                    None => (number::text(&cell.value), Some(Kind::Number)),
                }
            }
            _ => (cell.value.clone(), None),
        };
        // What a line end within a cell is called in files.
        let text = text.replace("_x000D_", " ");
        let text: String = text.chars().take(MAX_CELL_CHARS + 1).collect();
        Ok(match (&cell.formula, kind) {
            (_, Some(Kind::Odd(_))) | (None, _) => (text, kind),
            (Some(formula), _) if text.is_empty() => (
                format!("={}", super::super::wording::cut(formula)),
                Some(Kind::Odd(Odd::FormulaWithoutValue)),
            ),
            (Some(_), _) => (text, Some(Kind::Odd(Odd::Formula))),
        })
    }

    fn end_row(&mut self) {
        let number = self.row.number;
        let row = std::mem::take(&mut self.row);
        self.row.number = number;
        if row.texts.iter().any(|text| !text.trim().is_empty()) {
            self.rows.push(SheetRow {
                number,
                record: StringRecord::from(row.texts),
                kinds: row.kinds,
            });
        }
    }
}

/// An area of merged cells, as far as it goes down: titles are merged across, and stay one cell.
struct Merged {
    column: usize,
    first_row: usize,
    last_row: usize,
}

impl Merged {
    /// Of `B3:C7`; `None` if it is one row high.
    fn read(area: &str) -> Option<Self> {
        let (from, to) = area.split_once(':')?;
        let row = |at: &str| {
            at.trim_start_matches(|c: char| c.is_ascii_alphabetic())
                .parse()
                .ok()
        };
        let (first_row, last_row) = (row(from)?, row(to)?);
        let column = column(from).filter(|column| *column < MAX_COLUMNS)?;
        (first_row < last_row).then_some(Self {
            column,
            first_row,
            last_row,
        })
    }

    /// Writes the text of the first row in those below; of how many there are.
    fn fill(&self, rows: &mut [SheetRow]) -> usize {
        let place = |row: usize| rows.partition_point(|each| each.number < row);
        let (first, last) = (place(self.first_row), place(self.last_row + 1));
        let Some((top, below)) = rows[first..last].split_first_mut() else {
            return 0;
        };
        let Some(text) = (top.record.get(self.column)).filter(|_| top.number == self.first_row)
        else {
            return 0;
        };
        for row in &mut *below {
            if row.record.get(self.column).is_none_or(str::is_empty) {
                let mut texts: Vec<&str> = row.record.iter().collect();
                texts.resize(texts.len().max(self.column + 1), "");
                texts[self.column] = text;
                row.record = StringRecord::from(texts);
            }
        }
        below.len()
    }
}

/// The column of `AB12`, counted from 0.
fn column(at: &str) -> Option<usize> {
    let letters = at.bytes().take_while(u8::is_ascii_alphabetic);
    let mut column = 0_usize;
    for letter in letters.take(8) {
        column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    column.checked_sub(1)
}
