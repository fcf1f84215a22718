//! The rows that could not be taken, as a file to correct and send again.

use super::super::header::guarded;

/// Writes CSV with the columns as they were and one more, `reason`, with what is wrong.
pub fn write_csv<'a>(
    names: &[String],
    reason: &str,
    rows: impl Iterator<Item = (Vec<&'a str>, String)>,
) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .flexible(true)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
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
    for row in std::iter::once(header).chain(rows) {
        let row = row.into_iter().map(guarded);
        writer.write_record(row).expect("memory takes every record");
    }
    let bytes = writer.into_inner().expect("memory needs no flushing");
    String::from_utf8(bytes).expect("made of strings")
}
