//! A TOML document whose every value knows its line and complains by it.

use super::model::{Source, Text};
use super::{File, Problem};
use chrono::NaiveDate;
use std::cell::RefCell;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The texts that rules are drawn from, each with the year it speaks of.
const DOCUMENTS: [(&str, i32); 5] = [
    ("000", 2018),
    ("001", 2020),
    ("002", 2018),
    ("003", 2016),
    ("004", 2025),
];

/// The programmes of the sources began no earlier.
const FIRST_YEAR: i32 = 2000;

/// A file while it is read.
pub(super) struct Doc<'d> {
    file: &'d File,
    problems: RefCell<Vec<Problem>>,
}

impl Doc<'_> {
    /// Notes that something is wrong in `line`.
    pub(super) fn complain(&self, line: usize, text: impl Into<String>) {
        self.problems.borrow_mut().push(Problem {
            file: self.file.name.clone(),
            line,
            text: text.into(),
        });
    }

    fn line_at(&self, offset: usize) -> usize {
        let before = self.file.text.bytes().take(offset);
        1 + before.filter(|byte| *byte == b'\n').count()
    }
}

/// Parses `file` and hands it to `take`; `None` if it cannot be read to the end.
pub(super) fn read<T>(
    file: &File,
    problems: &mut Vec<Problem>,
    take: impl FnOnce(&Doc, Table) -> Option<T>,
) -> Option<T> {
    let doc = Doc {
        file,
        problems: RefCell::default(),
    };
    let taken = match DeTable::parse(&file.text) {
        Ok(root) => {
            let table = root.get_ref();
            take(
                &doc,
                Table {
                    doc: &doc,
                    table,
                    line: 1,
                },
            )
        }
        Err(error) => {
            let line = doc.line_at(error.span().map_or(0, |span| span.start));
            doc.complain(line, error.message());
            None
        }
    };
    problems.append(&mut doc.problems.borrow_mut());
    taken
}

/// A table of the document.
#[derive(Clone, Copy)]
pub(super) struct Table<'d> {
    doc: &'d Doc<'d>,
    table: &'d DeTable<'d>,
    /// Where it begins.
    pub(super) line: usize,
}

impl<'d> Table<'d> {
    /// Complains about every key that is none of `keys`.
    pub(super) fn only(self, keys: &[&str]) -> Self {
        for key in self.table.keys() {
            if !keys.contains(&&**key.get_ref()) {
                let line = self.doc.line_at(key.span().start);
                let text = format!("`{}` means nothing here", key.get_ref());
                self.doc.complain(line, text);
            }
        }
        self
    }

    /// The value of `key`, if there is one.
    pub(super) fn get(self, key: &str) -> Option<Item<'d>> {
        let value = self.table.get(key)?;
        let doc = self.doc;
        Some(Item { doc, value })
    }

    /// The value of `key`, or the complaint that it is missing.
    pub(super) fn need(self, key: &str) -> Option<Item<'d>> {
        let item = self.get(key);
        if item.is_none() {
            let text = format!("`{key}` is missing");
            self.doc.complain(self.line, text);
        }
        item
    }

    /// The one key of `keys` that is there, or the complaint that it is not exactly one.
    pub(super) fn one_of(self, keys: &[&'static str]) -> Option<(&'static str, Item<'d>)> {
        let mut there = keys
            .iter()
            .filter_map(|key| Some((*key, self.get(key)?)))
            .collect::<Vec<_>>();
        if there.len() != 1 {
            let text = format!("there must be one of `{}`", keys.join("`, `"));
            self.doc.complain(self.line, text);
            return None;
        }
        there.pop()
    }
}

/// A value of the document.
#[derive(Clone, Copy)]
pub(super) struct Item<'d> {
    doc: &'d Doc<'d>,
    value: &'d Spanned<DeValue<'d>>,
}

impl<'d> Item<'d> {
    /// Notes that something is wrong with it.
    pub(super) fn complain(self, text: impl Into<String>) {
        self.doc.complain(self.line(), text);
    }

    pub(super) fn line(self) -> usize {
        self.doc.line_at(self.value.span().start)
    }

    pub(super) fn string(self) -> Option<&'d str> {
        let text = self.value.get_ref().as_str();
        let text = text.filter(|text| !text.trim().is_empty());
        self.or_complain(text, "a text is wanted here")
    }

    pub(super) fn bool(self) -> Option<bool> {
        self.or_complain(
            self.value.get_ref().as_bool(),
            "true or false is wanted here",
        )
    }

    /// A flag that only has to stand there.
    pub(super) fn stands(self) -> Option<()> {
        self.or_complain(
            self.value.get_ref().as_bool().filter(|is| *is).map(|_| ()),
            "only `true` can stand here",
        )
    }

    pub(super) fn is_number(self) -> bool {
        self.value.get_ref().is_integer()
    }

    pub(super) fn number(self) -> Option<i32> {
        let number = self.value.get_ref().as_integer();
        let number =
            number.and_then(|number| i32::from_str_radix(number.as_str(), number.radix()).ok());
        self.or_complain(number, "a whole number is wanted here")
    }

    pub(super) fn yuan(self) -> Option<u32> {
        let yuan = u32::try_from(self.number()?).ok().filter(|yuan| *yuan > 0);
        self.or_complain(yuan, "a sum of yuan is above zero")
    }

    pub(super) fn date(self) -> Option<NaiveDate> {
        let moment = self.value.get_ref().as_datetime();
        let date = moment.filter(|moment| moment.time.is_none());
        let date = date.and_then(|moment| {
            let date = moment.date?;
            NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        });
        self.or_complain(date, "a date is wanted here")
    }

    pub(super) fn list(self) -> Option<Vec<Item<'d>>> {
        let doc = self.doc;
        let list = self.value.get_ref().as_array();
        let list = list.map(|list| list.iter().map(|value| Item { doc, value }).collect());
        self.or_complain(list, "a list is wanted here")
    }

    pub(super) fn table(self) -> Option<Table<'d>> {
        let (doc, line) = (self.doc, self.line());
        let table = self.value.get_ref().as_table();
        let table = table.map(|table| Table { doc, table, line });
        self.or_complain(table, "a table is wanted here")
    }

    /// `{ zh = "…", en = "…" }`
    pub(super) fn text(self) -> Option<Text> {
        let table = self.table()?.only(&["zh", "en"]);
        let (zh, en) = (table.need("zh"), table.need("en"));
        Some(Text {
            zh: zh?.string()?.to_owned(),
            en: en?.string()?.to_owned(),
        })
    }

    /// `{ document = "…", year = …, where = "…" }`
    pub(super) fn source(self) -> Option<Source> {
        let table = self.table()?.only(&["document", "year", "where"]);
        let (document, year, place) = (
            table.need("document")?,
            table.need("year")?,
            table.need("where"),
        );
        let id = document.string()?;
        let known = DOCUMENTS.iter().find(|(known, _)| *known == id);
        let (_, written) = document.or_complain(known, "there is no such document")?;
        let stated = year.number()?;
        if !(FIRST_YEAR..=*written).contains(&stated) {
            year.complain(format!(
                "document {id} speaks of years from {FIRST_YEAR} to {written}"
            ));
        }
        Some(Source {
            document: id.to_owned(),
            year: stated,
            place: place?.string()?.to_owned(),
        })
    }

    fn or_complain<T>(self, value: Option<T>, text: &str) -> Option<T> {
        if value.is_none() {
            self.complain(text);
        }
        value
    }
}
