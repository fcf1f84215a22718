//! Reports, crowding and freshness: what is sent, and what each page shows.

mod staff;

pub(crate) use staff::wishes;
pub use staff::{
    Decision, DecisionProblem, DueList, DueRow, Group, GroupRow, Groups, Poster, ReportRow,
    Unconfirmed, place_of, seen,
};

use crate::request::is_key;
use domain::crowding::Crowding;
use domain::report::{MOST_NOTE_CHARS, NoteTooLong, ReportKind, Verdict, note};
use domain::request::{PhotoName, Problem};
use domain::station::StationId;
use domain::time::BeijingTime;

/// The names of the inputs.
pub(crate) mod names {
    /// What was found.
    pub(crate) const KIND: &str = "kind";
    /// In their own words.
    pub(crate) const NOTE: &str = "note";
    /// What the sender calls it.
    pub(crate) const KEY: &str = "key";
    /// What people leave empty and programs fill in.
    pub(crate) const TRAP: &str = "website";
    /// How full it is.
    pub(crate) const LEVEL: &str = "level";
    /// The code at the door.
    pub(crate) const CODE: &str = "k";
    /// The file of a photo.
    pub(crate) const PHOTO: &str = "photo";
    /// The name of one that was sent before.
    pub(crate) const KEPT_PHOTO: &str = "kept";
    /// A station that was seen, with its version.
    pub(crate) const SEEN: &str = "seen";
    /// The same, of the one whose button was pressed.
    pub(crate) const ONE: &str = "one";
}

/// `/stations/{id}/report`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportForm {
    /// Where.
    pub station: StationId,
    /// What it is called.
    pub name: String,
    /// What was found.
    pub kind: Option<ReportKind>,
    /// The note as it was typed.
    pub note: String,
    /// What this report is called, however often it is sent.
    pub key: String,
    /// The photo that was sent.
    pub photo: Option<PhotoName>,
    /// Whether photos are taken.
    pub takes_photos: bool,
    /// Why a photo that was sent just now is not taken.
    pub refused: Option<Problem>,
    /// Whether somebody filled in what people do not see.
    pub trapped: bool,
    /// Why it was not kept.
    pub problem: Option<ReportProblem>,
}

/// Why a report was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportProblem {
    /// Nothing was chosen.
    KindMissing,
    /// The note is too long.
    Note(NoteTooLong),
    /// The photo was not taken; the form says why.
    Photo,
    /// Too much came from there.
    TooMany {
        /// After so many seconds one more is taken.
        seconds: u32,
    },
    /// It was not certain that somebody wanted this.
    Again,
}

/// The address of the form, with what was found.
pub(crate) fn form_address(id: StationId, kind: Option<ReportKind>) -> String {
    let query = kind.map_or_else(String::new, |kind| format!("?kind={}", kind.code()));
    format!("/stations/{}/report{query}", id.0)
}

impl ReportForm {
    /// The longest body of a form: a note of twice its length, each character escaped, and the rest.
    pub const MOST_BYTES: usize = 16 << 10;

    /// More inputs than the form has.
    pub const MOST_INPUTS: usize = 8;

    /// Reads a query, or a body of bounded length. A key that cannot be one gives way to `fresh_key`.
    pub fn read(station: StationId, name: &str, sent: &[u8], fresh_key: &str) -> Self {
        Self::of(station, name, form_urlencoded::parse(sent), fresh_key)
    }

    /// The same, from names and values that came otherwise.
    pub fn of<T: AsRef<str>>(
        station: StationId,
        name: &str,
        inputs: impl IntoIterator<Item = (T, T)>,
        fresh_key: &str,
    ) -> Self {
        let mut form = Self {
            station,
            name: name.to_owned(),
            kind: None,
            note: String::new(),
            key: fresh_key.to_owned(),
            photo: None,
            takes_photos: false,
            refused: None,
            trapped: false,
            problem: None,
        };
        for (name, value) in inputs {
            let value = value.as_ref();
            match name.as_ref() {
                names::KIND => form.kind = ReportKind::from_code(value),
                names::NOTE => value.clone_into(&mut form.note),
                names::KEY if is_key(value) => value.clone_into(&mut form.key),
                names::KEPT_PHOTO => form.photo = PhotoName::parse(value),
                names::TRAP => form.trapped = !value.is_empty(),
                _ => {}
            }
        }
        form
    }

    /// Says why a photo is not there: the one that was sent before, or just now.
    pub fn refuse_photo(&mut self, problem: Problem) {
        self.photo = None;
        self.refused = Some(problem);
    }

    /// What is to be kept, or why it cannot be.
    pub fn checked(&self) -> Result<(ReportKind, String), ReportProblem> {
        let note = note(&self.note, MOST_NOTE_CHARS).map_err(ReportProblem::Note)?;
        let kind = self.kind.ok_or(ReportProblem::KindMissing)?;
        match (self.trapped, self.refused) {
            (true, _) => Err(ReportProblem::Again),
            (false, Some(_)) => Err(ReportProblem::Photo),
            (false, None) => Ok((kind, note)),
        }
    }

    /// The form again, with why nothing was kept. What trapped a program shows a person an empty field.
    pub fn again(self, problem: ReportProblem) -> Self {
        Self {
            problem: Some(problem),
            trapped: false,
            ..self
        }
    }
}

/// `/reports/{reference}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Of the report.
    pub reference: String,
    /// Where it was.
    pub station: StationId,
    /// What that is called, if it is listed still.
    pub name: Option<String>,
    /// What was found.
    pub kind: ReportKind,
    /// When.
    pub at: BeijingTime,
    /// What became of it.
    pub verdict: Option<(Verdict, BeijingTime)>,
    /// What staff said.
    pub word: String,
}

/// `/at/{id}`: how full it is, by whoever stands at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// Where.
    pub station: StationId,
    /// What it is called.
    pub name: String,
    /// What stands on the poster.
    pub code: String,
    /// Whether they said it a moment ago, and it was not taken.
    pub just_said: bool,
}

/// The code of a query, or of a body of bounded length.
pub fn door_code(sent: &[u8]) -> String {
    crate::staff::value(sent, names::CODE)
}

/// How full it is, of a body of bounded length.
pub fn door_level(sent: &[u8]) -> Option<Crowding> {
    Crowding::from_code(&crate::staff::value(sent, names::LEVEL))
}

/// `/confirm/{token}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirm {
    /// What opened it.
    pub token: String,
    /// Whose list it is.
    pub place: String,
    /// What it would confirm.
    pub due: Vec<DueRow>,
    /// How many were confirmed just now.
    pub confirmed: Option<u32>,
}
