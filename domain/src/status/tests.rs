//! The status at the moments that matter.

use super::*;
use crate::calendar::DayKind;
use crate::hours::Day;
use chrono::NaiveDate;

pub(super) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn moment(date: NaiveDate, minute: u16) -> BeijingTime {
    BeijingTime::at_minute(date, minute)
}

/// `2026-11-20 08:30`, perhaps with seconds.
fn at(text: &str) -> BeijingTime {
    let (date, time) = text.split_once(' ').unwrap();
    let seconds = if time.len() == 5 { ":00" } else { "" };
    BeijingTime::from_rfc3339(&format!("{date}T{time}{seconds}+08:00")).unwrap()
}

#[track_caller]
fn check_life(
    hours: &str,
    life: Life,
    when: &str,
    state: State,
    until: Option<&str>,
    reason: Reason,
) {
    let hours = Hours::read(hours);
    let found = status(&hours, life, at(when));
    let shown = (found.state, found.until, found.reason);
    assert_eq!(shown, (state, until.map(at), reason), "{hours:?} {when}");
    let early = at(when).plus_minutes(-2 * 1440);
    assert_eq!(
        Outlook::new(&hours, early).at(life, at(when)),
        found,
        "seen two days before"
    );
    let late = at(when).plus_minutes(9 * 1440);
    assert_eq!(
        Outlook::new(&hours, late).at(life, at(when)),
        found,
        "seen from beyond"
    );
}

#[track_caller]
fn check(hours: &str, when: &str, state: State, until: Option<&str>, reason: Reason) {
    check_life(hours, Life::Active, when, state, until, reason);
}

const OFFICE: &str = "周一至周五 8:30-12:00、13:00-17:30；节假日休息";

#[test]
#[rustfmt::skip]
fn an_ordinary_friday() {
    use Reason::{Break, WeekdayHours};
    use State::{Closed, ClosingSoon, Open, OpeningSoon};
    let monday = Some("2026-11-23 08:30");
    check(OFFICE, "2026-11-20 00:00", Closed, Some("2026-11-20 08:30"), WeekdayHours);
    check(OFFICE, "2026-11-20 07:59:59", Closed, Some("2026-11-20 08:30"), WeekdayHours);
    check(OFFICE, "2026-11-20 08:00", OpeningSoon, Some("2026-11-20 08:30"), WeekdayHours);
    check(OFFICE, "2026-11-20 08:29:59", OpeningSoon, Some("2026-11-20 08:30"), WeekdayHours);
    check(OFFICE, "2026-11-20 08:30", Open, Some("2026-11-20 12:00"), WeekdayHours);
    check(OFFICE, "2026-11-20 11:29:59", Open, Some("2026-11-20 12:00"), WeekdayHours);
    check(OFFICE, "2026-11-20 11:30", ClosingSoon, Some("2026-11-20 12:00"), WeekdayHours);
    check(OFFICE, "2026-11-20 12:00", Closed, Some("2026-11-20 13:00"), Break);
    check(OFFICE, "2026-11-20 12:30", OpeningSoon, Some("2026-11-20 13:00"), Break);
    check(OFFICE, "2026-11-20 13:00", Open, Some("2026-11-20 17:30"), WeekdayHours);
    check(OFFICE, "2026-11-20 17:30", Closed, monday, WeekdayHours);
    check(OFFICE, "2026-11-21 10:00", Closed, monday, WeekdayHours);
}

#[test]
#[rustfmt::skip]
fn holidays_by_each_rule() {
    use Reason::{Holiday, HolidayUnstated, WeekdayHours};
    use State::{Closed, Open, Unknown};
    let after = Some("2026-10-08 08:30");
    check(OFFICE, "2026-10-01 10:00", Closed, after, Holiday);
    // Friday evening before Spring Festival; Saturday is worked.
    check(OFFICE, "2026-02-14 18:00", Closed, Some("2026-02-24 08:30"), Reason::MakeUpDay);
    check("Mo-Fr 09:00-17:00", "2026-10-01 10:00", Open, Some("2026-10-01 17:00"), Holiday);
    let own = "Mo-Fr 09:00-17:00; PH 10:00-12:00";
    check(own, "2026-10-01 09:00", Closed, Some("2026-10-01 10:00"), Holiday);
    check(own, "2026-10-03 10:00", Open, Some("2026-10-03 12:00"), Holiday);
    let unstated = "周一至周五 9:00-17:00";
    check(unstated, "2026-09-30 18:00", Closed, Some("2026-10-01 09:00"), WeekdayHours);
    check(unstated, "2026-10-01 08:45", Closed, Some("2026-10-01 09:00"), WeekdayHours);
    check(unstated, "2026-10-01 09:00", Unknown, Some("2026-10-01 17:00"), HolidayUnstated);
    check(unstated, "2026-10-03 10:00", Closed, Some("2026-10-05 09:00"), WeekdayHours);
}

#[test]
#[rustfmt::skip]
fn what_follows_a_closed_stretch_may_be_unknown() {
    let hours = Hours::read("周一至周五 9:00-17:00");
    let before_holiday = status(&hours, Life::Active, at("2026-10-01 08:45"));
    assert_eq!(
        (before_holiday.state, before_holiday.then),
        (State::Closed, Truth::Unknown)
    );
    let any_day = status(&hours, Life::Active, at("2026-11-20 08:45"));
    assert_eq!(
        (any_day.state, any_day.then),
        (State::OpeningSoon, Truth::Open)
    );
}

#[test]
#[rustfmt::skip]
fn make_up_days() {
    use State::{Closed, Open, Unknown};
    check(OFFICE, "2026-10-10 10:00", Open, Some("2026-10-10 12:00"), Reason::MakeUpDay);
    check("工作日 9:00-17:00", "2026-09-20 10:00", Open, Some("2026-09-20 17:00"), Reason::MakeUpDay);
    let museum = "9:00-17:00，周一闭馆";
    check(museum, "2026-10-10 10:00", Unknown, Some("2026-10-10 17:00"), Reason::MakeUpUnstated);
    check(museum, "2026-10-10 18:00", Closed, Some("2026-10-11 09:00"), Reason::MakeUpDay);
    check("24/7", "2026-10-10 10:00", Open, None, Reason::AllDay);
}

#[test]
#[rustfmt::skip]
fn nights_belong_to_the_day_they_began_on() {
    use State::{Closed, ClosingSoon, Open};
    let bar = "工作日 20:00-次日2:00";
    check(bar, "2026-11-20 23:00", Open, Some("2026-11-21 02:00"), Reason::WeekdayHours);
    check(bar, "2026-11-21 01:45", ClosingSoon, Some("2026-11-21 02:00"), Reason::WeekdayHours);
    check(bar, "2026-11-21 02:00", Closed, Some("2026-11-23 20:00"), Reason::WeekdayHours);
    // The night before National Day runs into it; the holiday itself is closed.
    check(bar, "2026-10-01 01:00", Open, Some("2026-10-01 02:00"), Reason::WeekdayHours);
    check(bar, "2026-10-01 02:00", Closed, Some("2026-10-08 20:00"), Reason::Holiday);
    // Intervals that touch at midnight are one.
    let touching = "Mo-Su 00:00-06:00,22:00-24:00";
    check(touching, "2026-11-20 23:00", Open, Some("2026-11-21 06:00"), Reason::WeekdayHours);
}

#[test]
#[rustfmt::skip]
fn around_the_clock() {
    check("24/7", "2026-11-20 03:00", State::Open, None, Reason::AllDay);
    check("24小时", "2026-09-24 12:00", State::Open, Some("2026-09-25 00:00"), Reason::AllDay);
    check("24小时", "2026-09-25 12:00", State::Unknown, Some("2026-09-28 00:00"), Reason::HolidayUnstated);
    check("24/7", "2027-05-01 03:00", State::Open, None, Reason::AllDay);
}

#[test]
#[rustfmt::skip]
fn a_year_that_is_not_loaded() {
    use Reason::{CalendarUnknown, WeekdayHours};
    use State::{Closed, Open, Unknown};
    check(OFFICE, "2027-01-04 07:00", Closed, Some("2027-01-04 08:30"), WeekdayHours);
    check(OFFICE, "2027-01-04 10:00", Unknown, Some("2027-01-04 12:00"), CalendarUnknown);
    // A Saturday may be worked to make up for a holiday.
    check(OFFICE, "2027-01-09 10:00", Unknown, Some("2027-01-09 12:00"), CalendarUnknown);
    check("每天 9:00-17:00", "2027-01-04 10:00", Open, Some("2027-01-04 17:00"), WeekdayHours);
    check(OFFICE, "2026-12-31 18:00", Closed, Some("2027-01-01 08:30"), WeekdayHours);
}

#[test]
#[rustfmt::skip]
fn seasons_and_exceptions() {
    use State::{Closed, Open, Unknown};
    let summer = "5月1日-9月30日 每天 8:00-20:00";
    check(summer, "2026-09-30 10:00", Open, Some("2026-09-30 20:00"), Reason::WeekdayHours);
    check(summer, "2026-09-30 21:00", Closed, Some("2026-10-01 00:00"), Reason::WeekdayHours);
    check(summer, "2026-11-20 10:00", Unknown, None, Reason::SeasonUnstated);
    check(summer, "2026-04-20 10:00", Unknown, Some("2026-05-01 00:00"), Reason::SeasonUnstated);
    let closed_winter = "夏季(5月-9月)每天8:00-20:00；冬季(10月-4月)闭馆";
    check(closed_winter, "2026-04-01 10:00", Closed, Some("2026-05-01 08:00"), Reason::WeekdayHours);
    check(closed_winter, "2026-11-20 10:00", Closed, None, Reason::WeekdayHours);
    let dated = "每天8:00-20:00；2026年11月20日休息；2026年10月1日 10:00-12:00";
    check(dated, "2026-11-20 10:00", Closed, Some("2026-11-21 08:00"), Reason::Exception);
    check(dated, "2026-10-01 10:00", Open, Some("2026-10-01 12:00"), Reason::Exception);
}

#[test]
#[rustfmt::skip]
fn nothing_known() {
    check("", "2026-11-20 10:00", State::Unknown, None, Reason::HoursUnstated);
    check("看门大爷在就开", "2026-11-20 10:00", State::Unknown, None, Reason::HoursUnread);
    check("暂停开放", "2026-11-20 10:00", State::TemporarilyClosed, None, Reason::TemporaryClosure);
}

#[test]
#[rustfmt::skip]
fn a_temporary_closure_ends_by_itself() {
    use Reason::{TemporaryClosure, WeekdayHours};
    use State::{Closed, ClosingSoon, Open, TemporarilyClosed};
    let until = |until: &str| Life::TemporarilyClosed {
        from: Some(date("2026-11-20")),
        until: Some(date(until)),
    };
    let monday = Some("2026-11-23 08:30");
    let life = until("2026-11-20");
    check_life(OFFICE, life, "2026-11-19 17:00", ClosingSoon, Some("2026-11-19 17:30"), WeekdayHours);
    check_life(OFFICE, life, "2026-11-19 18:00", Closed, monday, WeekdayHours);
    check_life(OFFICE, life, "2026-11-20 00:00", TemporarilyClosed, monday, TemporaryClosure);
    check_life(OFFICE, life, "2026-11-20 23:59", TemporarilyClosed, monday, TemporaryClosure);
    check_life(OFFICE, life, "2026-11-21 00:00", Closed, monday, WeekdayHours);
    check_life("24/7", life, "2026-11-19 12:00", Open, Some("2026-11-20 00:00"), Reason::AllDay);
    check_life("24/7", life, "2026-11-20 12:00", TemporarilyClosed, Some("2026-11-21 00:00"), TemporaryClosure);
    check_life("24/7", life, "2026-11-21 00:00", Open, None, Reason::AllDay);
    let far = until("2026-12-31");
    check_life(OFFICE, far, "2026-11-20 12:00", TemporarilyClosed, None, TemporaryClosure);
    let unended = Life::TemporarilyClosed {
        from: None,
        until: None,
    };
    check_life("24/7", unended, "2026-11-20 12:00", TemporarilyClosed, None, TemporaryClosure);
    let backwards = Life::TemporarilyClosed {
        from: Some(date("2026-11-22")),
        until: Some(date("2026-11-20")),
    };
    check_life("24/7", backwards, "2026-11-21 12:00", Open, None, Reason::AllDay);
}

#[test]
#[rustfmt::skip]
fn a_place_closes_for_good() {
    use Reason::{ClosedForGood, WeekdayHours};
    use State::{Closed, ClosingSoon, Open, Unknown};
    let life = Life::Closed {
        from: Some(date("2026-11-21")),
        successor: None,
    };
    check_life(OFFICE, life, "2026-11-20 17:00", ClosingSoon, Some("2026-11-20 17:30"), WeekdayHours);
    check_life(OFFICE, life, "2026-11-20 18:00", Closed, None, ClosedForGood);
    check_life(OFFICE, life, "2026-11-23 10:00", Closed, None, ClosedForGood);
    check_life("24/7", life, "2026-11-20 12:00", Open, Some("2026-11-21 00:00"), Reason::AllDay);
    check_life("24/7", life, "2026-11-20 23:30", ClosingSoon, Some("2026-11-21 00:00"), Reason::AllDay);
    check_life("", life, "2026-11-20 23:30", Unknown, Some("2026-11-21 00:00"), Reason::HoursUnstated);
    let past = Life::Closed {
        from: None,
        successor: None,
    };
    check_life("24/7", past, "2026-11-20 12:00", Closed, None, ClosedForGood);
}

#[test]
#[rustfmt::skip]
fn the_week_of_national_day() {
    let week = week(&Hours::read("周一至周五 9:00-17:00"), date("2026-09-30"));
    let shown = week.map(|day| (day.kind, day.reason, matches!(day.plan, Plan::Perhaps(_))));
    let holiday = (DayKind::Holiday, Reason::HolidayUnstated, true);
    let weekend = (DayKind::Holiday, Reason::WeekdayHours, false);
    let ordinary = (DayKind::Ordinary, Reason::WeekdayHours, false);
    assert_eq!(
        shown,
        [
            ordinary, holiday, holiday, weekend, weekend, holiday, holiday
        ]
    );
}

#[test]
#[rustfmt::skip]
fn a_week_with_a_make_up_day() {
    let plan = |hours: &str| week(&Hours::read(hours), date("2026-10-10"))[0].clone();
    let office = plan(OFFICE);
    assert_eq!(
        (office.kind, office.reason),
        (DayKind::MakeUp, Reason::MakeUpDay)
    );
    assert!(matches!(office.plan, Plan::Certain(day) if day.intervals().len() == 2));
    assert_eq!(plan("9:00-17:00，周一闭馆").plan, Plan::Unknown);
    assert_eq!(
        plan("每天24小时").plan,
        Plan::Certain(Day::around_the_clock())
    );
    assert_eq!(plan("").reason, Reason::HoursUnstated);
}
