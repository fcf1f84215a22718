//! Listings of holiday classes: CSV in the encodings, headers and forms of those of stations.
//!
//! ```
//! # use domain::{class::Mode, listing::classes};
//! let file = "主办单位,模式,区,年级,班期\n示例街道总工会,街道办,东城区,1-4,2027-07-12至2027-08-06\n";
//! let listing = classes::read(file.as_bytes(), None).unwrap();
//! assert_eq!(listing.classes[0].mode, Mode::Area);
//! assert_eq!(listing.report.loaded, 1);
//! ```

mod words;
mod write;

pub(super) use self::write::cell;
pub use self::write::{write_csv, write_xlsx};

use super::identity::{self, Listed};
use super::problem::{Failure, Problem, Reason, Report};
use super::row::{Draft, Reader, Row, Spot, tidy};
use super::{Column, Head, Subject, bounded, csv, decode, gather, open_text};
use crate::class::{ClassId, Daily, Enrolment, Grades, HolidayClass, Mode, Period};
use crate::geo::Datum;
use crate::places::{District, Street};

/// What was read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassListing {
    /// In the order of their ids. At least one.
    pub classes: Vec<HolidayClass>,
    /// What was wrong, and the counts.
    pub report: Report,
}

/// Reads a listing of classes. `datum` is that of rows which do not name their own. The same bytes
/// always give the same classes with the same ids.
///
/// # Errors
///
/// Where nothing can be loaded; see [`Failure`].
pub fn read(bytes: &[u8], datum: Option<Datum>) -> Result<ClassListing, Failure> {
    let text = decode::decode(bounded(bytes)?)?;
    gather_classes(datum, |take| csv::read(&text, Subject::Classes, take))
}

/// Reads a listing as [`write_csv`] writes it: UTF-8, and each row names its datum. Links no other
/// encodings.
///
/// # Errors
///
/// As [`read`].
pub fn read_open_csv(bytes: &[u8]) -> Result<ClassListing, Failure> {
    let text = open_text(bytes)?;
    gather_classes(None, |take| csv::read(text, Subject::Classes, take))
}

fn gather_classes(
    datum: Option<Datum>,
    read: impl FnOnce(&mut dyn FnMut(&Row<'_>)) -> Result<Head, Failure>,
) -> Result<ClassListing, Failure> {
    let (drafts, report) = gather(datum, read, |row| row.class(), settle)?;
    let classes = drafts.into_iter().map(|draft| draft.item).collect();
    Ok(ClassListing { classes, report })
}

impl Listed for HolidayClass {
    fn order(&self) -> (District, Option<Street>, &str, &str) {
        (self.district, self.street, &self.host, &self.address)
    }
}

fn settle(
    drafts: Vec<Draft<HolidayClass>>,
    problems: &mut Vec<Problem>,
) -> Vec<Draft<HolidayClass>> {
    let mut drafts = identity::settle(drafts, problems);
    for draft in &mut drafts {
        draft.item.id = ClassId(draft.id.unwrap_or_default());
    }
    drafts
}

impl Reader<'_> {
    /// The class that the row lists; its id is a placeholder.
    pub(super) fn class(&self) -> Option<HolidayClass> {
        let host = self.needed(Column::Host).map(|cell| tidy(cell.value));
        let mode = self.mode();
        let spot = self.spot();
        let (grades, sessions, daily) = (self.grades(), self.sessions(), self.daily());
        let (enrolment, places, fee_yuan) = (self.enrolment(), self.places(), self.fee());
        let verified_on = self.verified_on();
        let Spot {
            district,
            street,
            position,
        } = spot?;
        Some(HolidayClass {
            id: ClassId(0),
            host: host?,
            mode: mode?,
            district,
            street,
            address: self.text(Column::Address),
            position,
            grades,
            sessions,
            daily,
            enrolment,
            places,
            fee_yuan,
            contact: self.text(Column::Contact),
            verified_on,
            verified_by: self.text(Column::VerifiedBy),
        })
    }

    fn mode(&self) -> Option<Mode> {
        let cell = self.needed(Column::Mode)?;
        self.require(cell, words::mode(cell.value), Reason::UnknownMode)
    }

    fn grades(&self) -> Option<Grades> {
        let cell = self.get(Column::Grades)?;
        self.require(cell, words::grades(cell.value), Reason::NotGrades)
    }

    /// The sessions of the list, or else the only one, in the order of their first days.
    fn sessions(&self) -> Vec<Period> {
        let only = self.only_session();
        let Some(cell) = self.get(Column::Sessions) else {
            return only.into_iter().collect();
        };
        let mut sessions = Vec::new();
        for part in words::sessions(cell.value) {
            match words::days(part) {
                Some((first, last)) => match Period::new(first, last) {
                    Some(session) => sessions.push(session),
                    None => self.report_value(cell, part, Reason::EndsBeforeItBegins),
                },
                None => self.report_value(cell, part, Reason::NotASession),
            }
        }
        sessions.sort_unstable();
        sessions.dedup();
        if let (Some(only), Some(cell)) = (only, self.get(Column::FirstDay))
            && sessions != [only]
        {
            self.report(cell, Reason::SaidTwice);
        }
        sessions
    }

    fn only_session(&self) -> Option<Period> {
        let (first, last) = (self.get(Column::FirstDay), self.get(Column::LastDay));
        let (Some(_), Some(cell)) = (first, last) else {
            if let Some(half) = first.or(last) {
                self.report(half, Reason::HalfASession);
            }
            return None;
        };
        let (first, last) = (self.day(Column::FirstDay), self.day(Column::LastDay));
        let session = Period::new(first?, last?);
        self.require(cell, session, Reason::EndsBeforeItBegins)
    }

    fn daily(&self) -> Option<Daily> {
        let cell = self.get(Column::DailyHours)?;
        self.require(cell, words::daily(cell.value), Reason::DailyUnread)
    }

    fn enrolment(&self) -> Enrolment {
        let opens = self.day(Column::EnrolmentOpens);
        let closes = self.day(Column::EnrolmentCloses);
        let enrolment = Enrolment::new(opens, closes);
        if let (None, Some(cell)) = (enrolment, self.get(Column::EnrolmentCloses)) {
            self.report(cell, Reason::EndsBeforeItBegins);
        }
        enrolment.unwrap_or_default()
    }

    fn places(&self) -> Option<u32> {
        let cell = self.get(Column::Places)?;
        self.require(cell, words::places(cell.value), Reason::NotANumber)
    }

    fn fee(&self) -> Option<u32> {
        let cell = self.get(Column::Fee)?;
        let fee = self.require(cell, words::fee(cell.value), Reason::FeeUnread);
        fee.flatten()
    }
}
