//! What a report would change in the listing, if it is so.

use super::ReportKind;
use crate::listing::Column;
use crate::listing::entry::Cells;
use chrono::NaiveDate;

/// What the entry becomes if what was reported is so and nobody knows more: closed for today, or from
/// today until further notice. Everything else a person must find out first, so the entry stays as
/// it is.
pub fn proposal(kind: ReportKind, now: &Cells, today: NaiveDate) -> Cells {
    let mut cells = now.clone();
    let until = match kind {
        ReportKind::ClosedNow => Some(today.to_string()),
        ReportKind::AlwaysClosed => Some(String::new()),
        _ => None,
    };
    if let Some(until) = until {
        cells.set(Column::Status, "temporarily_closed");
        cells.set(Column::ClosedFrom, today.to_string());
        cells.set(Column::ClosedUntil, until);
    }
    cells
}
