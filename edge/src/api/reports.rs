//! Reports, crowding and freshness as the API gives them.

use crate::registry;
use domain::crowding::Crowding;
use domain::listing::entry::Cells;
use domain::report::{SaidClosed, Verdict};
use domain::time::BeijingTime;
use serde::Serialize;
use std::collections::BTreeMap;

/// The receipt of a report.
#[derive(Serialize)]
pub(crate) struct Kept {
    pub(crate) reference: String,
}

/// What became of a report.
#[derive(Serialize)]
pub(crate) struct Outcome {
    reference: String,
    station: u32,
    kind: &'static str,
    at: String,
    verdict: Option<&'static str>,
    decided_at: Option<String>,
    word: String,
}

/// What is said of a station just now.
#[derive(Serialize)]
pub(crate) struct Lately {
    crowding: Option<Crowded>,
    said_closed: Option<Closed>,
}

#[derive(Serialize)]
struct Crowded {
    level: &'static str,
    at: String,
}

#[derive(Serialize)]
struct Closed {
    people: u32,
    at: String,
}

/// Reports of one thing at one station.
#[derive(Serialize)]
pub(crate) struct Group {
    id: u32,
    station: u32,
    name: String,
    desk: String,
    kind: &'static str,
    people: u32,
    first_at: String,
    last_at: String,
    verdict: Option<&'static str>,
    word: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reports: Option<Vec<Report>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposed: Option<BTreeMap<&'static str, String>>,
}

#[derive(Serialize)]
struct Report {
    reference: String,
    at: String,
    note: String,
    photo: bool,
}

/// A station that is due to be confirmed.
#[derive(Serialize)]
pub(crate) struct Due {
    station: u32,
    version: u32,
    cells: BTreeMap<&'static str, String>,
}

impl Outcome {
    pub(crate) fn new(reference: String, outcome: registry::Outcome) -> Self {
        let (verdict, decided_at) = outcome.verdict.unzip();
        Self {
            reference,
            station: outcome.station.0,
            kind: outcome.kind.code(),
            at: outcome.at.to_rfc3339(),
            verdict: verdict.map(Verdict::code),
            decided_at: decided_at.map(BeijingTime::to_rfc3339),
            word: outcome.word,
        }
    }
}

impl Lately {
    pub(crate) fn new(
        crowding: Option<(Crowding, BeijingTime)>,
        said_closed: Option<SaidClosed>,
    ) -> Self {
        Self {
            crowding: crowding.map(|(level, at)| Crowded {
                level: level.code(),
                at: at.to_rfc3339(),
            }),
            said_closed: said_closed.map(|said| Closed {
                people: said.people,
                at: said.at.to_rfc3339(),
            }),
        }
    }
}

impl Group {
    /// A group of a list.
    pub(crate) fn new(group: registry::Group) -> Self {
        Self {
            id: group.id,
            station: group.station.0,
            name: group.name,
            desk: group.desk.code(),
            kind: group.kind.code(),
            people: group.people,
            first_at: group.first_at.to_rfc3339(),
            last_at: group.last_at.to_rfc3339(),
            verdict: group.verdict.map(Verdict::code),
            word: group.word,
            reports: None,
            version: None,
            proposed: None,
        }
    }

    /// With its reports, and what the listing would become from that version on.
    pub(crate) fn whole(
        group: registry::Group,
        reports: Vec<registry::Report>,
        version: u32,
        proposed: &Cells,
    ) -> Self {
        let columns = group.kind.columns().iter();
        let proposed = columns.map(|column| {
            let text = proposed.get(*column).to_owned();
            (column.help().code, text)
        });
        let reports = reports.into_iter().map(|report| Report {
            reference: report.reference,
            at: report.at.to_rfc3339(),
            note: report.note,
            photo: report.has_photo,
        });
        Self {
            proposed: Some(proposed.collect()),
            reports: Some(reports.collect()),
            version: Some(version),
            ..Self::new(group)
        }
    }
}

impl Due {
    pub(crate) fn new(due: registry::Due) -> Self {
        let cells = due.cells.iter();
        Self {
            station: due.number,
            version: due.version,
            cells: cells
                .map(|(column, text)| (column.help().code, text.to_owned()))
                .collect(),
        }
    }
}
