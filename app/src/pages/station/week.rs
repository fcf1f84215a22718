//! The hours of the coming week, as a table with a picture of each day.

use crate::wording::Lang;
use crate::wording::dates::clock;
use chrono::{Datelike, NaiveDate};
use domain::calendar::DayKind;
use domain::hours::Interval;
use leptos::prelude::*;

messages! {
    today: "今天" / "Today";
    holiday_mark: "放假" / "Holiday";
    make_up_mark: "调休上班" / "Working day";
    open_all_day: "全天" / "All day";
    not_open: "不开" / "Closed";
    hours_unknown: "说不准" / "Not known";
}

/// The hours of one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekDay {
    /// Which date.
    pub date: NaiveDate,
    /// What the holiday table says of it.
    pub kind: DayKind,
    /// When it is open.
    pub hours: DayHours,
}

/// When a place is open on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayHours {
    /// In these intervals; not at all if there are none.
    Known(Vec<Interval>),
    /// Nobody can say.
    Unknown,
}

/// The table.
pub(crate) fn week(lang: Lang, week: Vec<WeekDay>) -> impl IntoView {
    let rows: Vec<_> = week
        .into_iter()
        .enumerate()
        .map(|(index, WeekDay { date, kind, hours })| {
            let day = if index == 0 {
                lang.today()
            } else {
                lang.weekday(date.weekday())
            };
            let mark = match kind {
                DayKind::Holiday => Some(lang.holiday_mark()),
                DayKind::MakeUp => Some(lang.make_up_mark()),
                DayKind::Ordinary | DayKind::Unknown => None,
            };
            view! {
                <tr>
                    <th scope="row">
                        {day}
                        <small>{lang.day(date)}</small>
                        {mark.map(|mark| view! { <small class="mark">{mark}</small> })}
                    </th>
                    <td>{lang.day_hours(&hours)}</td>
                    <td class="strip">{strip(hours)}</td>
                </tr>
            }
        })
        .collect();
    view! { <table class="week"><tbody>{rows}</tbody></table> }
}

/// A day as a strip of 24 hours, lit where the place is open. The words beside it say the same.
fn strip(hours: DayHours) -> impl IntoView {
    let known = matches!(hours, DayHours::Known(_));
    let lit: Vec<_> = match hours {
        DayHours::Known(intervals) => intervals
            .into_iter()
            .map(|Interval { opens, closes }| {
                let width = closes.min(1440) - opens.min(1440);
                view! { <rect class="glow" x=opens.to_string() width=width.to_string() height="120"></rect> }
            })
            .collect(),
        DayHours::Unknown => Vec::new(),
    };
    let frame = if known { "frame" } else { "frame unknown" };
    view! {
        <svg viewBox="0 0 1440 120" preserveAspectRatio="none" aria-hidden="true">
            {lit}
            <path class=frame d="M0 0h1440v120H0zM360 0v120M720 0v120M1080 0v120"></path>
        </svg>
    }
}

impl Lang {
    /// The hours of a day in words.
    fn day_hours(self, hours: &DayHours) -> String {
        match hours {
            DayHours::Unknown => self.hours_unknown().to_owned(),
            DayHours::Known(intervals) if intervals.is_empty() => self.not_open().to_owned(),
            DayHours::Known(intervals) => match intervals[..] {
                [
                    Interval {
                        opens: 0,
                        closes: 1440,
                    },
                ] => self.open_all_day().to_owned(),
                _ => intervals
                    .iter()
                    .map(|Interval { opens, closes }| {
                        format!("{}–{}", clock(*opens), clock(*closes))
                    })
                    .collect::<Vec<_>>()
                    .join(self.pick("、", ", ")),
            },
        }
    }
}
