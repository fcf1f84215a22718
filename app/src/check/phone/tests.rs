//! A phone gives the results that the server gives, and its addresses say nothing of the answers.

use super::*;
use domain::policy::Fact;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn phone(address: &str, kept: &str) -> Phone {
    let answers = Answers::parse(kept).0;
    Phone::open(address, today(), Kept::OnPhone, answers).unwrap()
}

/// The address to which a form leads in which `answer` was given to the open question.
fn sent(phone: &Phone, answer: &str) -> String {
    let step = phone.step();
    let fact = step.question().unwrap();
    let mut pairs = step.carried(fact);
    pairs.push((fact.id().to_owned(), answer.to_owned()));
    [&*step.place(), "?", &super::super::joined(pairs)].concat()
}

#[test]
fn what_was_kept_is_not_asked_again() {
    let phone = phone("/check/holiday-class", "child_grade=3&membership=card");
    assert_eq!(phone.step().answers.to_query(), "child_grade=3");
    assert_eq!(phone.answers(), "child_grade=3&membership=card");
}

#[test]
fn no_address_carries_an_answer() {
    let mut phone = phone("/check", "");
    for answer in ["card", "unknown"] {
        assert!(phone.follow(&sent(&phone, answer)));
        let address = phone.address();
        let asked = phone.step().question().unwrap().id();
        assert_eq!(address, format!("/check#ask={asked}"));
    }
    // What is left for a new tab stands behind the sign that is sent to nobody.
    assert!(phone.step().address().starts_with("/check#"));
    assert!(!phone.step().address().contains('?'));
}

#[test]
fn back_shows_the_question_with_its_answer_and_forgets_none() {
    let mut phone = phone("/check/holiday-class", "");
    let first = phone.step().question().unwrap();
    let there = phone.address();
    phone.follow(&sent(
        &phone,
        first.options().last().copied().unwrap_or("3"),
    ));
    let known = phone.answers();
    assert_ne!(phone.step().question(), Some(first));
    assert!(phone.come_back(&there));
    assert_eq!(phone.step().question(), Some(first));
    assert_eq!(phone.answers(), known);
}

#[test]
fn an_answer_that_falls_away_is_forgotten_and_named() {
    let class = "both_parents_work=yes&child_grade=3&class_near=area";
    let mut phone = phone("/check/holiday-class#ask=child_grade", class);
    assert_eq!(phone.step().question(), Some(Fact::CHILD_GRADE));
    phone.follow(&sent(&phone, "9"));
    assert!(!phone.step().dropped.is_empty());
    assert_eq!(phone.answers(), "child_grade=9");
}

#[test]
fn other_checks_leave_what_they_do_not_ask() {
    let mut phone = phone("/check", "membership=card");
    assert!(phone.follow("/check/holiday-class#child_grade=3"));
    assert_eq!(phone.answers(), "child_grade=3&membership=card");
    phone.clear();
    assert_eq!(phone.answers(), "");
    assert_eq!(phone.step().place(), "/check/holiday-class");
}

#[test]
fn a_link_that_answers_otherwise_is_shown_and_nothing_is_kept_of_it() {
    let kept = "child_grade=3&membership=card";
    let theirs = phone("/check/holiday-class?child_grade=9", kept);
    assert_eq!(theirs.step().kept, Kept::OfALink);
    assert_eq!(theirs.answers(), "child_grade=9");
    let unknown = phone("/check#membership=unknown", kept);
    assert_eq!(unknown.step().kept, Kept::OfALink);
    // One's own answers, or answers to what was not asked yet, are no contradiction.
    for more in [
        "child_grade=3",
        "child_grade=3&both_parents_work=yes",
        "ask=child_grade",
        "",
    ] {
        let own = phone(&format!("/check/holiday-class#{more}"), kept);
        assert_eq!(own.step().kept, Kept::OnPhone, "{more}");
        assert!(
            own.answers().contains(kept.split('&').next_back().unwrap()),
            "{more}"
        );
    }
}

#[test]
fn other_pages_are_left_alone() {
    let mut phone = phone("/check", "membership=card");
    for address in [
        "/stations?open=now",
        "/check/holiday-class/rules",
        "/checks",
        "tel:12351",
    ] {
        assert!(!phone.follow(address), "{address}");
        assert!(!phone.come_back(address), "{address}");
    }
    assert_eq!(phone.answers(), "membership=card");
}
