//! What an entry of a listing is to become, for the API and the pages alike.

use super::params::number;
use crate::cities;
use crate::problem::Problem;
use crate::registry::{Console, Wished, WishedEntry};
use crate::visit::Visit;
use domain::listing::entry::{AspectSet, Cause, Cells};
use domain::listing::{self, Column, Subject};
use domain::station::StationId;

/// An entry: which listing, and its number there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub(super) subject: Subject,
    pub(super) number: u32,
}

impl At {
    /// The one of an address.
    pub(super) fn read(listing: &str, entry: &str) -> Result<Self, Problem> {
        Ok(Self {
            subject: subject(listing)?,
            number: number(entry).ok_or(Problem::NotFound)?,
        })
    }
}

/// The listing of an address.
pub(super) fn subject(code: &str) -> Result<Subject, Problem> {
    Subject::from_code(code).ok_or(Problem::NotFound)
}

/// Cells as this site writes them, and everything that was said about them on the way.
pub(super) struct Settled {
    /// None if something is wrong that must not be.
    pub(super) cells: Option<Cells>,
    /// Errors and warnings.
    pub(super) problems: Vec<listing::Problem>,
}

/// Reads what somebody typed. `number` is 0 for a new entry.
pub(super) async fn settle(
    visit: &Visit,
    At { subject, number }: At,
    typed: &Cells,
) -> Result<Settled, Problem> {
    let named = typed.get(Column::Successor);
    let loaded = match named.is_empty() {
        true => None,
        false => Some(cities::current(&visit.env).await?),
    };
    let is_listed = |other| {
        let city = loaded.as_ref().map(|loaded| &loaded.city);
        city.is_some_and(|city| city.place(StationId(other)).is_some())
    };
    let (cells, problems) = typed.settled(subject, number, &is_listed);
    Ok(Settled { cells, problems })
}

/// A change to one entry, made from its version `base`; what it is called in the history follows
/// from what it changes.
pub(super) async fn edit(
    console: &Console<'_>,
    At { subject, number }: At,
    base: u32,
    cells: Cells,
    why: String,
) -> Result<Wished, Problem> {
    let (_, before) = console.entry(subject, number, Some(base)).await?;
    let changes = before.map(|before| AspectSet::between(&before, &cells));
    Ok(Wished {
        subject,
        cause: changes.map_or(Cause::Edit, Cause::of_edit),
        why,
        entries: vec![WishedEntry {
            number: Some(number),
            base,
            cells,
        }],
    })
}

/// The version `version` of an entry once more, made from its version `base`.
pub(super) async fn restore(
    console: &Console<'_>,
    At { subject, number }: At,
    base: u32,
    version: u32,
    why: String,
) -> Result<Wished, Problem> {
    let (_, cells) = console.entry(subject, number, Some(version)).await?;
    let cells = cells.ok_or_else(|| {
        let detail = "it was not listed in that version, or there is none";
        Problem::refused("restores", "unknown_version", detail)
    })?;
    Ok(Wished {
        subject,
        cause: Cause::Restore,
        why,
        entries: vec![WishedEntry {
            number: Some(number),
            base,
            cells,
        }],
    })
}
