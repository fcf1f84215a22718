//! The file of the holiday classes that the edge asks for.

use super::entries::Heads;
use super::refusal;
use crate::problem::Problem;
use domain::class::HolidayClass;
use domain::listing::classes::{read_open_csv, write_csv};
use domain::snapshot::fingerprint;

/// The classes as open data, and the name of that content.
pub(super) struct ClassFile {
    pub(super) version: String,
    pub(super) csv: Vec<u8>,
}

/// The file of what is held; `None` if nothing is.
pub(super) fn file(heads: &Heads<HolidayClass>) -> Option<ClassFile> {
    let classes: Vec<_> = heads.values().map(|head| head.entry.clone()).collect();
    if classes.is_empty() {
        return None;
    }
    let csv = write_csv(&classes).into_bytes();
    Some(ClassFile {
        version: fingerprint(&csv),
        csv,
    })
}

/// Reads the CSV of a listing: every row, or what is wrong.
pub(super) fn parse(csv: &[u8]) -> Result<Vec<HolidayClass>, Problem> {
    let read = read_open_csv(csv).map(|listing| (listing.classes, listing.report));
    refusal::whole(read)
}
