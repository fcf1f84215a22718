//! Deadlines across weekends, days off, make-up days and the end of the calendar.

use super::*;
use crate::time::BeijingTime;
use proptest::prelude::*;

fn at(text: &str) -> BeijingTime {
    BeijingTime::from_rfc3339(&format!("{text}:00+08:00")).unwrap()
}

#[track_caller]
fn check(class: Class, from: &str, due: &str) {
    let countdown = Countdown::start(Limits::NOT_FROM_SOURCES.of(class), at(from));
    let expected = Due {
        at: at(due),
        assumed: false,
    };
    assert_eq!(countdown.due(), Some(expected), "from {from}");
}

#[test]
fn hours_run_through_nights_weekends_and_holidays() {
    check(Class::Urgent, "2026-11-20T23:30", "2026-11-21T01:30");
    check(Class::Day, "2026-09-30T18:00", "2026-10-01T18:00");
    check(Class::Day, "2026-12-31T18:00", "2027-01-01T18:00");
}

#[test]
fn days_pass_over_weekends() {
    check(Class::Week, "2026-11-20T15:00", "2026-12-01T15:00"); // Friday
    check(Class::Week, "2026-11-16T00:00", "2026-11-25T00:00"); // the first minute of a Monday
    check(Class::Fortnight, "2026-11-16T09:00", "2026-12-07T09:00");
}

#[test]
fn what_comes_on_a_day_off_begins_on_the_next_working_day() {
    for from in [
        "2026-11-21T00:00",
        "2026-11-21T15:00",
        "2026-11-22T23:59",
        "2026-11-23T00:00",
    ] {
        check(Class::Week, from, "2026-12-02T00:00");
    }
}

#[test]
fn national_day_is_passed_over_and_its_make_up_days_count() {
    // 1 to 7 October are off, Saturday the 10th is worked.
    check(Class::Week, "2026-09-29T10:00", "2026-10-14T10:00");
    // Sunday 20 September is worked, 25 to 27 are off.
    check(Class::Week, "2026-09-18T10:00", "2026-09-29T10:00");
}

#[test]
fn spring_festival_is_passed_over_and_its_make_up_days_count() {
    // Saturdays 14 and 28 February are worked, 15 to 23 are off.
    check(Class::Week, "2026-02-12T16:00", "2026-02-28T16:00");
}

#[test]
fn a_year_that_is_not_loaded_counts_by_weekdays_and_says_so() {
    let limit = Limits::NOT_FROM_SOURCES.of(Class::Week);
    let due = |from| Countdown::start(limit, at(from)).due().unwrap();
    // The last working minute of a loaded year, and the first that is not.
    let certain = due("2026-12-22T23:59");
    assert_eq!(
        certain,
        Due {
            at: at("2026-12-31T23:59"),
            assumed: false
        }
    );
    let ends_the_year = due("2026-12-23T00:00");
    assert_eq!(
        ends_the_year,
        Due {
            at: at("2027-01-01T00:00"),
            assumed: false
        }
    );
    // 1 January 2027 is a Friday: surely off, but no notice says so yet.
    let assumed = due("2026-12-23T00:01");
    assert_eq!(
        assumed,
        Due {
            at: at("2027-01-01T00:01"),
            assumed: true
        }
    );
}

#[test]
fn the_warning_comes_before_the_deadline() {
    #[track_caller]
    fn check(class: Class, from: &str, warning: &str) {
        let countdown = Countdown::start(Limits::NOT_FROM_SOURCES.of(class), at(from));
        assert_eq!(countdown.warning().map(|due| due.at), Some(at(warning)));
    }
    check(Class::Urgent, "2026-11-20T23:30", "2026-11-21T01:00");
    check(Class::Day, "2026-11-20T09:00", "2026-11-21T05:00");
    check(Class::Week, "2026-11-20T15:00", "2026-11-30T15:00");
    check(Class::Fortnight, "2026-11-16T09:00", "2026-12-03T09:00");
}

#[test]
fn time_while_it_is_stopped_does_not_pass() {
    let mut countdown = Countdown::start(
        Limits::NOT_FROM_SOURCES.of(Class::Urgent),
        at("2026-11-20T10:00"),
    );
    countdown.stop(at("2026-11-20T11:00"));
    assert_eq!((countdown.due(), countdown.warning()), (None, None));
    countdown.stop(at("2026-11-20T12:00"));
    assert_eq!(countdown.minutes_used(at("2026-11-25T12:00")), 60);
    countdown.resume(at("2026-11-25T12:00"));
    countdown.resume(at("2026-11-25T12:30"));
    assert_eq!(countdown.due().unwrap().at, at("2026-11-25T13:00"));
    assert_eq!(countdown.minutes_used(at("2026-11-25T12:45")), 105);
}

#[test]
fn a_countdown_that_ran_over_is_due_when_it_runs_on() {
    let mut countdown = Countdown::start(
        Limits::NOT_FROM_SOURCES.of(Class::Urgent),
        at("2026-11-20T10:00"),
    );
    countdown.stop(at("2026-11-20T15:00"));
    countdown.resume(at("2026-11-20T16:00"));
    assert_eq!(countdown.due().unwrap().at, at("2026-11-20T16:00"));
}

#[test]
fn seconds_are_dropped() {
    let from = BeijingTime::from_rfc3339("2026-11-20T10:00:59+08:00").unwrap();
    let countdown = Countdown::start(Limits::NOT_FROM_SOURCES.of(Class::Urgent), from);
    assert_eq!(countdown.due().unwrap().at, at("2026-11-20T12:00"));
}

#[test]
fn both_sides_of_what_a_limit_may_be() {
    assert_eq!(Limit::hours(0, 1), Err(LimitProblem::Nothing));
    assert_eq!(Limit::hours(1, 0), Err(LimitProblem::Warning));
    assert_eq!(Limit::hours(1, 60), Err(LimitProblem::Warning));
    assert!(Limit::hours(1, 59).is_ok());
    assert!(Limit::hours(168, 60).is_ok());
    assert_eq!(Limit::hours(169, 60), Err(LimitProblem::TooLong));
    assert_eq!(Limit::working_days(1, 1), Err(LimitProblem::Warning));
    assert!(Limit::working_days(250, 1).is_ok());
    assert_eq!(Limit::working_days(251, 1), Err(LimitProblem::TooLong));
}

#[test]
fn configuration_replaces_one_class_alone() {
    let hour = Limit::hours(1, 10).unwrap();
    let limits = Limits::NOT_FROM_SOURCES.with(Class::Urgent, hour);
    assert_eq!(limits.of(Class::Urgent), hour);
    assert_eq!(
        limits.of(Class::Day),
        Limits::NOT_FROM_SOURCES.of(Class::Day)
    );
}

/// Any minute from the spring of 2025 into the year that is not loaded.
fn any_moment() -> impl Strategy<Value = BeijingTime> {
    (0_i64..1_000_000).prop_map(|minutes| at("2025-03-01T00:00").plus_minutes(minutes))
}

proptest! {
    #[test]
    fn a_due_moment_is_the_earliest_by_which_so_much_has_run(from in any_moment(), minutes in 1_u32..30_000, hours: bool) {
        let rhythm = if hours { Rhythm::RoundTheClock } else { Rhythm::WorkingDays };
        let due = rhythm.after(from, minutes).value;
        prop_assert_eq!(rhythm.minutes_between(from, due), minutes);
        prop_assert_eq!(rhythm.minutes_between(from, due.plus_minutes(-1)), minutes - 1);
    }

    #[test]
    fn stops_cost_nothing_and_give_nothing(from in any_moment(), runs in proptest::collection::vec((0_i64..3000, 0_i64..9000), 0..6)) {
        let limit = Limits::NOT_FROM_SOURCES.of(Class::Fortnight);
        let (mut countdown, mut now, mut ran) = (Countdown::start(limit, from), from, 0);
        for (run, stand) in runs {
            let stopped = now.plus_minutes(run);
            ran += limit.rhythm().minutes_between(now, stopped);
            countdown.stop(stopped);
            now = stopped.plus_minutes(stand);
            countdown.resume(now);
        }
        prop_assert_eq!(countdown.minutes_used(now), ran);
        let due = countdown.due().unwrap().at;
        prop_assert_eq!(due, limit.rhythm().after(now, limit.minutes().saturating_sub(ran)).value);
    }
}
