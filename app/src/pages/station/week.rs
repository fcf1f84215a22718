//! The hours of the coming week, as a table with a picture of each day.

use crate::wording::Lang;
use crate::wording::dates::clock;
use chrono::{Datelike, NaiveDate};
use domain::calendar::{DayKind, festival};
use domain::hours::{Day, Interval};
use domain::status::{DayHours, Plan};
use leptos::prelude::*;

messages! {
    today: "今天" / "Today";
    open_all_day: "全天" / "All day";
    not_open: "不开" / "Closed";
    calendar_unpublished: "放假安排未公布" / "Holidays not yet announced";
    hours_unknown: "说不准" / "Not sure";
}

/// The table.
pub(crate) fn week(lang: Lang, days: [DayHours; 7]) -> AnyView {
    let today = days[0].date;
    let rows: Vec<_> = days
        .into_iter()
        .map(
            |DayHours {
                 date, kind, plan, ..
             }| {
                let day = if date == today {
                    lang.today()
                } else {
                    lang.weekday(date.weekday())
                };
                let mark = lang.day_mark(date, kind);
                view! {
                    <tr>
                        <th scope="row">
                            {day}
                            <small>{lang.day(date)}</small>
                            {mark.map(|mark| view! { <small class="mark">{mark}</small> })}
                        </th>
                        <td>{lang.plan(&plan)}</td>
                        <td class="strip">{strip(&plan)}</td>
                    </tr>
                }
            },
        )
        .collect();
    view! { <table class="week"><tbody>{rows}</tbody></table> }.into_any()
}

/// A day as a strip of 24 hours, lit where the place is open, dashed where nobody is sure. The
/// words beside it say the same.
fn strip(plan: &Plan) -> impl IntoView + use<> {
    let (day, frame) = match plan {
        Plan::Certain(day) => (Some(day), "frame"),
        Plan::Perhaps(day) => (Some(day), "frame unsure"),
        Plan::Unknown => (None, "frame unsure"),
    };
    let lit: Vec<_> = day
        .map_or(&[][..], Day::intervals)
        .iter()
        .map(|Interval { opens, closes }| {
            let width = (*closes).min(1440) - opens;
            view! { <rect class="glow" x=opens.to_string() width=width.to_string() height="120"></rect> }
        })
        .collect();
    view! {
        <svg viewBox="0 0 1440 120" preserveAspectRatio="none" aria-hidden="true">
            {lit}
            <path class=frame d="M0 0h1440v120H0zM360 0v120M720 0v120M1080 0v120"></path>
        </svg>
    }
}

impl Lang {
    /// The hours of a day in words.
    fn plan(self, plan: &Plan) -> String {
        match (self, plan) {
            (_, Plan::Unknown) => self.hours_unknown().to_owned(),
            (_, Plan::Certain(day)) => self.intervals(day),
            (Self::Zh, Plan::Perhaps(day)) => format!("说不准，平常 {}", self.intervals(day)),
            (Self::En, Plan::Perhaps(day)) => format!("Not sure; usually {}", self.intervals(day)),
        }
    }

    fn intervals(self, day: &Day) -> String {
        if day.is_closed() {
            return self.not_open().to_owned();
        }
        if day.is_around_the_clock() {
            return self.open_all_day().to_owned();
        }
        let spans: Vec<_> = day
            .intervals()
            .iter()
            .map(|Interval { opens, closes }| format!("{}–{}", clock(*opens), clock(*closes)))
            .collect();
        spans.join(self.pick("、", ", "))
    }

    /// What is particular about a date.
    fn day_mark(self, date: NaiveDate, kind: DayKind) -> Option<String> {
        let festival =
            festival(date).map_or("", |festival| self.pick(festival.zh(), festival.en()));
        match (self, kind) {
            (Self::Zh, DayKind::Holiday) => Some(format!("{festival}放假")),
            (Self::En, DayKind::Holiday) => Some(format!("Holiday: {festival}")),
            (Self::Zh, DayKind::MakeUp) => Some(format!("{festival}调休上班")),
            (Self::En, DayKind::MakeUp) => Some(format!("Working day for {festival}")),
            (_, DayKind::Ordinary) => None,
            (_, DayKind::Unknown) => Some(self.calendar_unpublished().to_owned()),
        }
    }
}
