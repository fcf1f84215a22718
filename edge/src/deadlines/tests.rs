//! Both sides of what `DEADLINES` may say.

use super::*;

#[track_caller]
fn check(text: &str, class: Class, expected: Result<Limit, LimitProblem>) {
    assert_eq!(parse(text).unwrap().of(class), expected.unwrap(), "{text}");
}

#[track_caller]
fn refused(text: &str, expected: &str) {
    assert_eq!(parse(text).unwrap_err().to_string(), expected, "{text}");
}

#[test]
fn each_class_has_the_limit_that_is_named_and_the_others_their_default() {
    check("urgent:1h:10m", Class::Urgent, Limit::hours(1, 10));
    check("day:48h:4h", Class::Day, Limit::hours(48, 240));
    let both = "week:5d:1d, fortnight:20d:3d";
    check(both, Class::Week, Limit::working_days(5, 1));
    check(both, Class::Fortnight, Limit::working_days(20, 3));
    check(
        both,
        Class::Urgent,
        Ok(Limits::NOT_FROM_SOURCES.of(Class::Urgent)),
    );
}

#[test]
fn what_is_no_limit_is_told_by_its_place() {
    for text in [
        "urgent",
        "urgent:2h",
        "urgent:2h:1d",
        "urgent:2:1",
        "week:7d:1h",
        "week:+7d:1d",
        "week:7d:1d:",
        "week::",
    ] {
        refused(text, "entry 1 is not class:time:warning");
    }
    refused("", "entry 1 is not class:time:warning");
    refused("urgent:2h:30m,", "entry 2 is not class:time:warning");
    refused("month:30d:1d", "the class of entry 1 is unknown");
    refused(
        "urgent:2h:30m,urgent:3h:30m",
        "the class of entry 2 stands there twice",
    );
    refused("urgent:0h:0m", "entry 1 has no time");
    refused("urgent:169h:1h", "entry 1 is longer than 168 h or 250 d");
    refused("week:251d:1d", "entry 1 is longer than 168 h or 250 d");
    refused(
        "week:7d:7d",
        "the warning of entry 1 is not between the beginning and the end",
    );
    refused(
        "urgent:2h:0m",
        "the warning of entry 1 is not between the beginning and the end",
    );
}
