//! CSV that spreadsheets show as it is meant.

/// Rows as CSV: UTF-8 with its mark, so that spreadsheets show Chinese, and no cell that one would
/// run.
pub fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    for row in rows {
        let row: Vec<_> = row.into_iter().map(guarded).collect();
        writer.write_record(row).expect("memory takes every record");
    }
    let bytes = writer.into_inner().expect("memory needs no flushing");
    String::from_utf8(bytes).expect("made of strings")
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
fn guarded(cell: String) -> String {
    if is_formula(&cell) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// The cell without the apostrophe of [`guarded`].
pub(crate) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| is_formula(rest))
        .unwrap_or(cell)
}

/// Cells that begin with apostrophes and then a formula count too, or they would lose one.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
