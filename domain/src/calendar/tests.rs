//! The table against the notices it is taken from.

use super::years::YEARS;
use super::*;
use chrono::Weekday;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(year: i32) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    first.iter_days().take_while(move |day| day.year() == year)
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[test]
fn both_edges_of_each_kind_of_day() {
    #[track_caller]
    fn check(day: &str, kind: DayKind, name: Option<Festival>) {
        assert_eq!(day_kind(date(day)), kind, "{day}");
        assert_eq!(festival(date(day)), name, "{day}");
    }
    check("2024-12-31", DayKind::Unknown, None);
    check("2025-01-01", DayKind::Holiday, Some(Festival::NewYear));
    check("2025-01-02", DayKind::Ordinary, None);
    check("2025-01-26", DayKind::MakeUp, Some(Festival::Spring));
    check("2025-01-27", DayKind::Ordinary, None);
    check("2025-01-28", DayKind::Holiday, Some(Festival::Spring));
    check("2025-02-04", DayKind::Holiday, Some(Festival::Spring));
    check("2025-02-05", DayKind::Ordinary, None);
    check("2025-10-06", DayKind::Holiday, Some(Festival::MidAutumn));
    check("2025-10-08", DayKind::Holiday, Some(Festival::National));
    check("2026-02-14", DayKind::MakeUp, Some(Festival::Spring));
    check("2026-02-15", DayKind::Holiday, Some(Festival::Spring));
    check("2026-02-23", DayKind::Holiday, Some(Festival::Spring));
    check("2026-02-24", DayKind::Ordinary, None);
    check("2026-12-31", DayKind::Ordinary, None);
    check("2027-01-01", DayKind::Unknown, None);
}

#[test]
fn each_year_has_as_many_days_as_its_notice() {
    let count = |year, kind| days(year).filter(|day| day_kind(*day) == kind).count();
    assert_eq!(count(2025, DayKind::Holiday), 28);
    assert_eq!(count(2025, DayKind::MakeUp), 5);
    assert_eq!(count(2026, DayKind::Holiday), 33);
    assert_eq!(count(2026, DayKind::MakeUp), 6);
}

#[test]
fn only_weekend_days_are_worked_to_make_up() {
    for year in YEARS {
        for day in days(year.number).filter(|day| day_kind(*day) == DayKind::MakeUp) {
            assert!(is_weekend(day), "{day}");
        }
    }
}

#[test]
fn tables_are_in_order_and_days_are_listed_once() {
    for year in YEARS {
        assert!(year.days_off.iter().all(|(first, last, _)| first <= last));
        assert!(year.days_off.is_sorted_by(|a, b| a.1 < b.0));
        assert!(year.make_up.is_sorted_by(|a, b| a.0 < b.0));
        let off = |day| {
            year.days_off
                .iter()
                .any(|(a, z, _)| (*a..=*z).contains(&day))
        };
        assert!(!year.make_up.iter().any(|(day, _)| off(*day)));
    }
}
