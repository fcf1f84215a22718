//! Every state, reached, and what is said of it in both languages.

use super::*;
use crate::row::Light;

/// Friday, 20 November 2026, 18:40 in Beijing.
fn now() -> BeijingTime {
    BeijingTime::from_rfc3339("2026-11-20T18:40:00+08:00").unwrap()
}

fn status(state: State, until: Option<i64>, then: Truth) -> Status {
    let until = until.map(|minutes| now().plus_minutes(minutes));
    Status {
        state,
        until,
        then,
        reason: Reason::WeekdayHours,
    }
}

fn open() -> Status {
    status(State::Open, Some(140), Truth::Closed)
}

fn closed() -> Status {
    status(State::Closed, Some(800), Truth::Open)
}

#[track_caller]
fn check(now_there: Status, on_arrival: Status, minutes: Option<u16>, zh: &str, en: &str) {
    let journey = minutes.map(|minutes| Journey {
        travel: Travel::Foot,
        minutes,
    });
    let say = |lang: Lang| lang.status_sentence(now(), now_there, on_arrival, journey);
    assert_eq!(say(Lang::Zh), zh);
    assert_eq!(say(Lang::En), en);
}

#[test]
fn a_light_that_is_on() {
    let soon = status(State::ClosingSoon, Some(20), Truth::Closed);
    let all_day = Status {
        reason: Reason::AllDay,
        ..status(State::Open, None, Truth::Unknown)
    };
    let holiday_ahead = status(State::Open, Some(320), Truth::Unknown);
    let night = status(State::Open, Some(440), Truth::Closed);
    check(
        open(),
        open(),
        Some(6),
        "亮着灯，走 6 分钟到，21:00 关门。",
        "Lights on, 6 min walk, closes 21:00.",
    );
    check(
        open(),
        open(),
        None,
        "亮着灯，21:00 关门。",
        "Lights on, closes 21:00.",
    );
    check(
        soon,
        soon,
        Some(3),
        "快关门了，走 3 分钟到，19:00 关门。",
        "Closing soon, 3 min walk, closes 19:00.",
    );
    check(
        all_day,
        all_day,
        None,
        "亮着灯，全天不关门。",
        "Lights on, open around the clock.",
    );
    check(
        holiday_ahead,
        holiday_ahead,
        None,
        "亮着灯，明天 0:00 以后说不准。",
        "Lights on, not sure after tomorrow 0:00.",
    );
    check(
        night,
        night,
        None,
        "亮着灯，明天 2:00 关门。",
        "Lights on, closes tomorrow 2:00.",
    );
}

#[test]
fn a_light_that_goes_out_on_the_way() {
    check(
        open(),
        closed(),
        Some(150),
        "亮着灯，可走 150 分钟到时已经关门，21:00 就关。",
        "Lights on, but 150 min walk: it closes 21:00, before you arrive.",
    );
}

#[test]
fn a_light_that_is_off() {
    let soon = status(State::OpeningSoon, Some(20), Truth::Open);
    let monday = status(State::Closed, Some(2 * 1440 + 800), Truth::Open);
    let far = status(State::Closed, Some(12 * 1440 + 800), Truth::Open);
    let unsure = status(State::Closed, Some(320), Truth::Unknown);
    let never = status(State::Closed, None, Truth::Unknown);
    check(
        closed(),
        closed(),
        None,
        "关着门，明天 8:00 开门。",
        "Closed, opens tomorrow 8:00.",
    );
    check(
        soon,
        open(),
        Some(24),
        "还没开，走 24 分钟到时正好开着，19:00 开门。",
        "Not open yet, but 24 min walk: it opens 19:00, before you arrive.",
    );
    check(
        monday,
        monday,
        None,
        "关着门，周一 8:00 开门。",
        "Closed, opens Mon 8:00.",
    );
    check(
        far,
        far,
        None,
        "关着门，12 月 3 日 8:00 开门。",
        "Closed, opens 3 Dec 8:00.",
    );
    check(
        unsure,
        unsure,
        None,
        "关着门，明天 0:00 起说不准。",
        "Closed; nobody is sure from tomorrow 0:00 on.",
    );
    check(
        never,
        never,
        None,
        "关着门，下次哪天开说不准。",
        "Closed; nobody is sure when it opens next.",
    );
}

#[test]
fn what_is_paused_gone_or_unknown() {
    let paused = status(State::TemporarilyClosed, Some(12 * 1440 + 800), Truth::Open);
    let open_end = status(State::TemporarilyClosed, None, Truth::Unknown);
    let gone = Status {
        reason: Reason::ClosedForGood,
        ..status(State::Closed, None, Truth::Unknown)
    };
    let unknown = status(State::Unknown, None, Truth::Unknown);
    let surely = status(State::Unknown, Some(320), Truth::Open);
    check(
        paused,
        paused,
        None,
        "暂停开放，12 月 3 日 8:00 再开门。",
        "Closed for a while, open again 3 Dec 8:00.",
    );
    check(
        open_end,
        open_end,
        None,
        "暂停开放，哪天恢复说不准。",
        "Closed for a while; nobody is sure until when.",
    );
    check(
        gone,
        gone,
        None,
        "这里不再开放了。",
        "This place has closed for good.",
    );
    check(
        unknown,
        unknown,
        Some(15),
        "现在开不开说不准，走 15 分钟到。",
        "Nobody is sure if it is open, 15 min walk.",
    );
    check(
        surely,
        surely,
        None,
        "现在开不开说不准，明天 0:00 肯定开着。",
        "Nobody is sure if it is open, surely open tomorrow 0:00.",
    );
}

#[test]
fn the_window_says_the_same_as_the_sentence() {
    let soon = status(State::ClosingSoon, Some(20), Truth::Closed);
    let unknown = status(State::Unknown, None, Truth::Unknown);
    let opening = status(State::OpeningSoon, Some(20), Truth::Open);
    let paused = status(State::TemporarilyClosed, None, Truth::Unknown);
    for (now_there, on_arrival, light) in [
        (open(), open(), Light::Lit),
        (open(), unknown, Light::Lit),
        (open(), soon, Light::Half),
        (open(), closed(), Light::Half),
        (soon, soon, Light::Half),
        (opening, open(), Light::Off),
        (closed(), closed(), Light::Off),
        (paused, paused, Light::Off),
        (unknown, unknown, Light::Unknown),
    ] {
        assert_eq!(
            Light::of(now_there, on_arrival),
            light,
            "{now_there:?}, {on_arrival:?}"
        );
    }
}

#[test]
fn every_reason_but_the_ordinary_is_given_in_words() {
    const REASONS: [Reason; 14] = [
        Reason::WeekdayHours,
        Reason::AllDay,
        Reason::Break,
        Reason::Holiday,
        Reason::MakeUpDay,
        Reason::Exception,
        Reason::TemporaryClosure,
        Reason::ClosedForGood,
        Reason::HoursUnstated,
        Reason::HoursUnread,
        Reason::HolidayUnstated,
        Reason::MakeUpUnstated,
        Reason::CalendarUnknown,
        Reason::SeasonUnstated,
    ];
    for lang in Lang::ALL {
        let said: std::collections::BTreeSet<_> = REASONS
            .iter()
            .filter_map(|reason| lang.reason(*reason))
            .collect();
        assert_eq!(said.len(), REASONS.len() - 2, "each has its own sentence");
        assert_eq!(lang.reason(Reason::WeekdayHours), None);
        assert_eq!(lang.reason(Reason::AllDay), None, "the status says it");
    }
    assert_eq!(
        Lang::Zh.reason(Reason::MakeUpDay),
        Some("今天是调休上班日，按工作日开放。")
    );
}
