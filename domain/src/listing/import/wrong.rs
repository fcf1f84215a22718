//! The rows that could not be taken, as a file to correct and send again.

use crate::spreadsheet;

/// Writes CSV with the columns as they were and one more, `reason`, with what is wrong.
pub fn write_csv<'a>(
    names: &[String],
    reason: &str,
    rows: impl Iterator<Item = (Vec<&'a str>, String)>,
) -> String {
    let header = names.iter().map(String::as_str).chain([reason]);
    let rows = rows.map(|(cells, why)| {
        let width = names.len();
        let within = (0..width).map(|place| *cells.get(place).unwrap_or(&""));
        let beyond = cells.iter().skip(width).copied();
        let row: Vec<String> = (within.map(str::to_owned))
            .chain([why])
            .chain(beyond.map(str::to_owned))
            .collect();
        row
    });
    let header = header.map(str::to_owned).collect();
    spreadsheet::csv(std::iter::once(header).chain(rows))
}
