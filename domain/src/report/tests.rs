//! What counts together and how long, what is proposed, and what a reference is.

use super::*;
use crate::hours::Hours;
use crate::listing::Column;
use crate::listing::entry::Cells;
use crate::request::Reference;
use crate::station::Life;
use crate::time::BeijingTime;
use crate::union::Desk;

const HOURS: &str = "每天 8:30-12:00、13:00-17:30";

fn at(time: &str) -> BeijingTime {
    BeijingTime::from_rfc3339(&format!("2026-11-20T{time}:00+08:00")).unwrap()
}

#[track_caller]
fn check_closed(hours: &str, said: &str, shown: Option<&str>, counts: &str) {
    let (hours, said) = (Hours::read(hours), at(said));
    let kind = ReportKind::ClosedNow;
    assert_eq!(shown_until(kind, &hours, Life::Active, said), shown.map(at));
    assert_eq!(counts_until(kind, &hours, Life::Active, said), at(counts));
}

#[test]
fn a_closed_door_is_told_for_the_rest_of_that_opening() {
    check_closed(HOURS, "09:00", Some("12:00"), "12:00");
    check_closed(HOURS, "11:59", Some("12:00"), "12:00");
    check_closed(HOURS, "13:00", Some("17:30"), "17:30");
}

#[test]
fn it_is_not_told_where_it_should_be_closed() {
    check_closed(HOURS, "12:00", None, "18:00");
    check_closed(HOURS, "12:40", None, "18:40");
}

#[test]
fn where_no_closing_is_near_it_is_told_for_six_hours() {
    check_closed("24小时", "09:00", Some("15:00"), "15:00");
    check_closed("", "09:00", Some("15:00"), "15:00");
    check_closed("每天 6:00-22:00", "15:59", Some("21:59"), "21:59");
    check_closed("每天 6:00-22:00", "16:01", Some("22:00"), "22:00");
}

#[test]
fn nothing_is_told_of_a_place_closed_for_a_time() {
    let life = Life::TemporarilyClosed {
        from: None,
        until: None,
    };
    let shown = shown_until(
        ReportKind::ClosedNow,
        &Hours::read(HOURS),
        life,
        at("09:00"),
    );
    assert_eq!(shown, None);
}

#[test]
fn what_lasts_counts_for_weeks_and_is_never_told() {
    let hours = Hours::read(HOURS);
    for (kind, days) in [
        (ReportKind::NoEntry, 7),
        (ReportKind::Missing, 14),
        (ReportKind::AlwaysClosed, 28),
        (ReportKind::HoursWrong, 28),
        (ReportKind::Moved, 56),
    ] {
        let said = at("09:00");
        let until = counts_until(kind, &hours, Life::Active, said);
        assert_eq!(until, said.plus_minutes(days * 24 * 60), "{kind:?}");
        assert_eq!(shown_until(kind, &hours, Life::Active, said), None);
    }
}

fn cells() -> Cells {
    let cells = [(Column::Name, "示例驿站"), (Column::Status, "active")];
    let cells = cells.map(|(column, text)| (column, text.to_owned()));
    cells.into_iter().collect()
}

#[test]
fn a_closure_is_proposed_from_today_and_nothing_else_is() {
    let today = at("09:00").date();
    for kind in ReportKind::ALL {
        let proposed = proposal(*kind, &cells(), today);
        let (status, from, until) = match kind {
            ReportKind::ClosedNow => ("temporarily_closed", "2026-11-20", "2026-11-20"),
            ReportKind::AlwaysClosed => ("temporarily_closed", "2026-11-20", ""),
            _ => ("active", "", ""),
        };
        assert_eq!(proposed.get(Column::Status), status, "{kind:?}");
        assert_eq!(proposed.get(Column::ClosedFrom), from, "{kind:?}");
        assert_eq!(proposed.get(Column::ClosedUntil), until, "{kind:?}");
        assert_eq!(proposed.get(Column::Name), "示例驿站", "{kind:?}");
    }
}

#[test]
fn what_was_proposed_is_accepted_and_all_else_is_a_correction() {
    let proposed = proposal(ReportKind::AlwaysClosed, &cells(), at("09:00").date());
    assert_eq!(made(&proposed, &proposed), Verdict::Accepted);
    let mut other = proposed.clone();
    other.set(Column::ClosedUntil, "2026-12-01");
    assert_eq!(made(&proposed, &other), Verdict::Corrected);
}

#[test]
fn only_a_refusal_must_say_why() {
    let needs = Verdict::ALL.iter().filter(|verdict| verdict.needs_word());
    assert!(needs.eq([&Verdict::Declined]));
}

#[test]
fn no_reference_is_both_a_requests_and_a_reports() {
    for seed in 0..200_u64 {
        let random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
        let report = ReportReference::new(random).to_string();
        assert!(ReportReference::parse(&report).is_ok());
        assert!(Reference::parse(&report).is_err(), "{report}");
        let request = Reference::new(Desk::City, random).to_string();
        assert!(ReportReference::parse(&request).is_err(), "{request}");
    }
}
