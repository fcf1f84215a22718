//! What the checker says of chosen people, and how its pages follow each other.

use super::*;
use crate::live;
use crate::wording::Lang;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

#[test]
fn an_address_is_read_as_it_is_written() {
    #[track_caller]
    fn check(programme: Option<Programme>, query: &str, address: &str) {
        let read = Check::read(programme, query, today());
        assert_eq!(read.address(), address);
        let query = address.split_once('?').map_or("", |(_, query)| query);
        assert_eq!(
            Check::read(programme, query, today()),
            Check { ..read },
            "{address}"
        );
    }
    check(None, "", "/check");
    check(None, "utm_source=a&membership=perhaps", "/check");
    check(
        None,
        "membership=card&asked=membership",
        "/check?membership=card",
    );
    check(
        None,
        "show=known&on=2018-09-01&membership=unknown",
        "/check?membership=unknown&on=2018-09-01&show=known",
    );
    check(None, "on=2018-9-1", "/check");
    check(None, "on=1018-09-01&show=all&ask=nothing", "/check");
    let loan = Some(Programme::STARTUP_LOAN);
    check(loan, "membership=card", "/check/startup-loan");
}

#[test]
fn a_day_before_the_sources_is_told() {
    let told = |lang: Lang, day: &str| {
        let query = format!("membership=card&on={day}");
        let check = Check::read(Some(Programme::FREE_REGISTRATION), &query, today());
        live::check::step(lang, &check).into_html()
    };
    let (zh, en) = (
        "条件是 2016 年的说法，那以前",
        "those of 2016; whether they held before",
    );
    for (day, before) in [("2015-12-31", true), ("2016-01-01", false)] {
        assert_eq!(told(Lang::Zh, day).contains(zh), before, "{day}");
        assert_eq!(told(Lang::En, day).contains(en), before, "{day}");
    }
}

#[test]
fn boxes_of_which_none_was_ticked_are_an_answer() {
    let read = Check::read(None, "membership=card&asked=work", today());
    assert_eq!(read.address(), "/check?membership=card&work=none");
    assert_eq!(read.unread, None);
}

#[test]
fn a_question_sent_without_an_answer_is_asked_again_and_says_so() {
    let aid = Some(Programme::MEDICAL_MUTUAL_AID);
    let first = Check::read(aid, "", today()).question().unwrap();
    let read = Check::read(aid, &format!("asked={}", first.id()), today());
    assert_eq!(read.unread.as_ref().map(|unread| unread.fact), Some(first));
    assert_eq!(read.question(), Some(first));
    let address = format!("/check/medical-mutual-aid?asked={}", first.id());
    assert_eq!(read.address(), address);
}

#[test]
fn a_number_beyond_its_bounds_is_still_there() {
    #[track_caller]
    fn check(sent: &str, typed: &str, address: &str) {
        let class = Some(Programme::HOLIDAY_CLASS);
        let query = format!("asked=child_grade&both_parents_work=yes&child_grade={sent}");
        let read = Check::read(class, &query, today());
        let unread = read.unread.clone().unwrap();
        assert_eq!((unread.fact, &*unread.typed), (Fact::CHILD_GRADE, typed));
        assert_eq!(read.question(), Some(Fact::CHILD_GRADE));
        assert_eq!(read.address(), format!("/check/holiday-class?{address}"));
        // What the address says is read the same again.
        assert_eq!(Check::read(class, address, today()), read);
    }
    let answered = "asked=child_grade&both_parents_work=yes";
    check("17", "17", &format!("{answered}&child_grade=17"));
    check("-1", "-1", &format!("{answered}&child_grade=-1"));
    check("%3Cb%3E", "", answered);
    check("123456789", "", answered);
}

#[test]
fn whoever_answers_is_done_soon_and_can_go_back_at_every_step() {
    for programme in [None].into_iter().chain(Programme::ALL.map(Some)) {
        let mut check = Check::read(programme, "", today());
        let mut steps = 0;
        while let Some(fact) = check.question() {
            let left = check.most_left();
            assert!(left > 0, "{programme:?} says that nothing is left and asks");
            let place = check.not_known(fact);
            let query = place.split_once('?').unwrap().1;
            let next = Check::read(programme, query, today());
            assert!(next.most_left() < left, "{programme:?} promised {left}");
            assert_eq!(next.path().last(), Some(&fact));
            assert_eq!(next.at(fact).question(), Some(fact));
            check = Check::read(
                programme,
                next.address().split_once('?').unwrap().1,
                today(),
            );
            steps += 1;
        }
        assert!(steps <= Fact::COUNT);
    }
}

#[test]
fn an_earlier_answer_that_changes_keeps_what_matters_and_names_what_does_not() {
    let class = Some(Programme::HOLIDAY_CLASS);
    let before = "both_parents_work=yes&child_grade=3&class_near=area";
    let kept = Check::read(class, before, today());
    assert_eq!(kept.answers.asked().len(), 3);
    let after = Check::read(
        class,
        "asked=child_grade&both_parents_work=yes&child_grade=9&class_near=area",
        today(),
    );
    assert_eq!(after.answers.get(Fact::CHILD_GRADE), Some(Value::Number(9)));
    assert!(!after.dropped.is_empty());
    assert!(!after.dropped.contains(Fact::CHILD_GRADE));
    let told = after.address();
    let again = Check::read(class, told.split_once('?').unwrap().1, today());
    assert_eq!(again.dropped, after.dropped);
    assert!(after.at(Fact::CHILD_GRADE).dropped.is_empty());
}

#[test]
fn a_programme_that_is_over_asks_nothing() {
    let over = Some(Programme::EPIDEMIC_ACCIDENT_COVER);
    assert_eq!(Check::read(over, "", today()).question(), None);
}
