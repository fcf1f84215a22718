//! A listing as rows of text, as this site writes it in any format.

use super::columns::is_written;
use super::{Column, Subject};

/// The header and a row for each. What is said in two ways is written in one, and the listing's own
/// mark is not kept.
pub(super) fn rows<T>(
    subject: Subject,
    items: &[T],
    cell: impl Fn(&T, Column) -> String,
) -> impl Iterator<Item = Vec<String>> {
    let columns = subject.columns().iter().copied();
    let columns: Vec<_> = columns.filter(|column| is_written(*column)).collect();
    let header = columns.iter().map(|column| column.help().code.to_owned());
    let header: Vec<String> = header.collect();
    let row = move |item: &T| columns.iter().map(|column| cell(item, *column)).collect();
    std::iter::once(header).chain(items.iter().map(row))
}
