//! Reports on their way to the registry with their photos, and the photos on their way to staff.

use super::super::questions::{Done, Question};
use super::super::reports;
use super::super::vault::SealedKey;
use super::super::visitors::{NewReport, Told, Untold, Wish};
use super::console::Console;
use super::visitors::{problem, try_to_tell};
use super::{Client, unavailable};
use crate::desk::upkeep::Rewrapped;
use crate::desk::{self, WaitingPhoto};
use crate::lately;
use crate::photo_key;
use crate::problem::{FieldProblem, Problem};
use crate::visit::Visit;
use domain::report::{ReportKind, ReportReference};
use domain::request::PhotoName;
use domain::station::StationId;
use worker::Error;

/// What somebody found at a station.
#[derive(Clone, Copy)]
pub(crate) struct Found<'r> {
    pub(crate) station: StationId,
    pub(crate) kind: ReportKind,
    pub(crate) note: &'r str,
    /// What the sender calls it.
    pub(crate) key: &'r str,
    /// Whether it is the sender's first of this, as far as that can be told.
    pub(crate) counts: bool,
    /// A photo that was sent ahead.
    pub(crate) photo: Option<PhotoName>,
}

impl Client {
    /// Keeps a report and gives its reference; the same key and report give the same. A photo that
    /// has waited too long is a problem of `photo`.
    pub(crate) async fn report(visit: &Visit, found: Found<'_>) -> Result<String, Problem> {
        let mut new = NewReport {
            station: found.station.0,
            kind: found.kind.code().to_owned(),
            note: found.note.to_owned(),
            key: found.key.to_owned(),
            counts: found.counts,
            photo: found.photo.as_ref().map(photo_key::name_hash),
            opens: None,
        };
        let mut told = try_to_tell(visit, Wish::Report(new.clone()), &[]).await?;
        // Only now: whoever sends a report again needs no photo any more.
        if let (Err(Untold::PhotoWanted), Some(name)) = (&told, found.photo) {
            let (opens, sealed) = carried(visit, found.key, name).await?;
            new.opens = Some(opens);
            told = try_to_tell(visit, Wish::Report(new), &sealed).await?;
        }
        lately::forget();
        match told.map_err(problem)? {
            Told::Kept(reference) => Ok(reference),
            _ => Err(Problem::Internal),
        }
    }

    /// Wraps the keys of the next photos of reports anew.
    pub(crate) async fn rewrap_photos(&self, after: u32) -> Result<Rewrapped, Problem> {
        let done = self.get(&format!("rewrap/{after}")).await?;
        serde_json::from_slice(&done)
            .map_err(|error| unavailable(Error::RustError(error.to_string())))
    }
}

/// A photo that waits, with what opens it for the report that is called `key`.
async fn carried(
    visit: &Visit,
    key: &str,
    name: PhotoName,
) -> Result<(SealedKey, Vec<u8>), Problem> {
    let keys = visit.config.data_keys.as_ref();
    let keys = keys.ok_or(Problem::NotConfigured)?;
    let waiting = desk::Client::waiting_photo(visit, keys, name).await?;
    let WaitingPhoto { key: photo, sealed } = waiting.ok_or_else(gone)?;
    Ok((SealedKey::new(keys, key, &photo), sealed))
}

fn gone() -> Problem {
    Problem::Invalid(vec![FieldProblem {
        field: "photo".to_owned(),
        code: "gone",
        detail: "the photo is not kept any more, or never was; send it again".to_owned(),
    }])
}

impl Console<'_> {
    /// The photo of a report of that group.
    pub(crate) async fn report_photo(
        &self,
        group: u32,
        reference: ReportReference,
    ) -> Result<Vec<u8>, Problem> {
        let keys = self.visit().config.data_keys.as_ref();
        let keys = keys.ok_or(Problem::NotConfigured)?;
        let question = reports::Question::Photo {
            group,
            reference: reference.to_string(),
        };
        let Done::ReportPhoto(photo) = self.find(Question::Reports(question)).await? else {
            return Err(Problem::Internal);
        };
        let registry = Client::new(&self.visit().env)?;
        let sealed = registry.get(&format!("report-photos/{}", photo.id)).await?;
        let opened = photo.key.open(keys, &photo.report);
        let opened = opened.and_then(|key| Ok(key.open(&sealed)?));
        opened.map_err(|closed| {
            worker::console_error!("registry: the photo of a report: {closed}");
            Problem::Internal
        })
    }
}
