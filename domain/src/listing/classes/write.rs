//! Classes as rows of a listing, as this site writes them.

use super::super::row::Spot;
use super::super::{Column, Subject, written, xlsx};
use crate::class::{Daily, Grades, HolidayClass, Period};
use crate::spreadsheet;
use chrono::NaiveDate;

/// Writes classes as CSV, in WGS-84. [`super::read`] gives the same classes back.
pub fn write_csv(classes: &[HolidayClass]) -> String {
    spreadsheet::csv(written::rows(Subject::Classes, classes, cell))
}

/// The same as a workbook, every cell as text.
pub fn write_xlsx(classes: &[HolidayClass]) -> Vec<u8> {
    xlsx::write(written::rows(Subject::Classes, classes, cell))
}

/// What stands in that column; empty if nothing is known.
pub(in crate::listing) fn cell(class: &HolidayClass, column: Column) -> String {
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let number = |number: Option<u32>| number.map(|number| number.to_string());
    let spot = Spot {
        district: class.district,
        street: class.street,
        position: class.position,
    };
    let words = match column {
        Column::Id => Some(class.id.0.to_string()),
        Column::Host => Some(class.host.clone()),
        Column::Mode => Some(class.mode.code().to_owned()),
        Column::Address => Some(class.address.clone()),
        Column::Grades => class.grades.map(grades),
        Column::Sessions => {
            let sessions: Vec<_> = class.sessions.iter().copied().map(days).collect();
            Some(sessions.join(";"))
        }
        Column::DailyHours => class.daily.map(daily),
        Column::EnrolmentOpens => day(class.enrolment.opens()),
        Column::EnrolmentCloses => day(class.enrolment.closes()),
        Column::Places => number(class.places),
        Column::Fee => number(class.fee_yuan),
        Column::Contact => Some(class.contact.clone()),
        Column::VerifiedOn => day(class.verified_on),
        Column::VerifiedBy => Some(class.verified_by.clone()),
        other => Some(spot.cell(other)),
    };
    words.unwrap_or_default()
}

fn grades(grades: Grades) -> String {
    format!("{}-{}", grades.first(), grades.last())
}

fn days(session: Period) -> String {
    format!("{}至{}", session.first(), session.last())
}

fn daily(daily: Daily) -> String {
    let clock = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    format!("{}-{}", clock(daily.from()), clock(daily.until()))
}
