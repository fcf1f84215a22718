//! CSV that spreadsheets show as it is meant.

/// Rows as CSV: UTF-8 with its mark, so that spreadsheets show Chinese, and no cell that one would
/// run.
pub fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    // A row may be longer than the header, where somebody's file had more in it.
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    for row in rows {
        let row: Vec<_> = row.into_iter().map(guarded).collect();
        writer.write_record(row).expect("memory takes every record");
    }
    let bytes = writer.into_inner().expect("memory needs no flushing");
    String::from_utf8(bytes).expect("made of strings")
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
pub(crate) fn guarded(cell: String) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let rows = [row(&["a", "b"]), row(&["=1+1", "＠SUM", "-3,4", "x"])];
        assert_eq!(csv(rows), "\u{FEFF}a,b\n'=1+1,'＠SUM,\"'-3,4\",x\n");
    }

    #[test]
    fn the_apostrophe_is_taken_away_again() {
        for cell in ["=1", "'=1", "''=1", "'", "plain", "+86", ""] {
            assert_eq!(unguarded(&guarded(cell.to_owned())), cell, "{cell}");
        }
    }
}
