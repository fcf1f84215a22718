//! Values as Rust writes them.

use crate::policy::model::{Source, Text};
use chrono::{Datelike, NaiveDate};

pub(super) fn source_row(source: &Source) -> String {
    let Source {
        document,
        year,
        place,
    } = source;
    format!("SourceRow {{ document: {document:?}, year: {year}, place: {place:?} }}")
}

pub(super) fn text(text: &Text) -> String {
    format!("Text {{ zh: {:?}, en: {:?} }}", text.zh, text.en)
}

pub(super) fn optional_text(words: Option<&Text>) -> String {
    words.map_or("None".to_owned(), |words| format!("Some({})", text(words)))
}

pub(super) fn optional_date(day: Option<NaiveDate>) -> String {
    day.map_or("None".to_owned(), |day| format!("Some({})", date(day)))
}

pub(super) fn date(day: NaiveDate) -> String {
    format!("day({}, {}, {})", day.year(), day.month(), day.day())
}

/// `caring_station` as `CaringStation`.
fn camel(code: &str) -> String {
    let words = code
        .split('_')
        .map(|word| word[..1].to_uppercase() + &word[1..]);
    words.collect()
}

/// A set of kinds of station.
pub(super) fn kinds(codes: &[String]) -> String {
    let with = codes
        .iter()
        .map(|code| format!(".with(station::Kind::{})", camel(code)));
    format!("KindSet::EMPTY{}", with.collect::<String>())
}

/// The elements of a slice.
pub(super) fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    let items: Vec<_> = items.iter().map(write).collect();
    format!("&[{}]", items.join(", "))
}
