//! Every beginning comes back as it was.

use super::*;
use domain::request::{Class, Limits};
use domain::time::BeijingTime;

fn filed(limit: Limit) -> Filed {
    Filed {
        reference: Reference::new(Desk::City, [3; 8]),
        category: Category::Pay,
        desk: Desk::from_code("110101001").unwrap(),
        limit,
        at: BeijingTime::from_rfc3339("2026-11-20T12:00:07+08:00").unwrap(),
    }
}

#[test]
fn every_limit_comes_back() {
    let own = Limit::hours(168, 1).unwrap();
    let long = Limit::working_days(250, 249).unwrap();
    let limits = Class::ALL
        .iter()
        .map(|class| Limits::NOT_FROM_SOURCES.of(*class));
    for limit in limits.chain([own, long]) {
        let filed = filed(limit);
        assert_eq!(
            StoredFiled::new(filed).read().ok(),
            Some(filed),
            "{limit:?}"
        );
    }
}

#[test]
fn what_means_nothing_is_told_by_its_field() {
    let sound = StoredFiled::new(filed(Limits::NOT_FROM_SOURCES.of(Class::Day)));
    #[track_caller]
    fn check(stored: StoredFiled, expected: &str) {
        assert_eq!(stored.read().unwrap_err().to_string(), expected);
    }
    let with = |change: fn(&mut StoredFiled)| {
        let mut stored = sound.clone();
        change(&mut stored);
        stored
    };
    check(with(|s| s.desk = "x".into()), r#"desk: "x" is unknown"#);
    check(
        with(|s| s.category = String::new()),
        r#"category: "" is unknown"#,
    );
    check(
        with(|s| s.reference = "P8C-000-009".into()),
        r#"reference: "P8C-000-009" is unknown"#,
    );
    check(
        with(|s| s.rhythm = "daily".into()),
        "a limit is not what was written",
    );
    check(with(|s| s.minutes = 0), "a limit is not what was written");
    check(
        with(|s| s.minutes = u32::MAX),
        "a limit is not what was written",
    );
}
