//! Single people, and what they are told.

use chrono::NaiveDate;
use domain::params::ParamProblemKind as Problem;
use domain::policy::{Answers, Programme, Standing, State, Sum, next_question};
use serde_json::json;

fn july(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 7, 1).expect("every year has a July")
}

/// Who answers `query` is told `verdict` on `programme` in the July of `year`; `nearly` are the
/// changes that would be enough.
#[track_caller]
fn check(programme: Programme, year: i32, query: &str, verdict: &str, nearly: &str) {
    let (answers, problems) = Answers::parse(query);
    assert_eq!(problems, []);
    let assessment = programme.assess(july(year), &answers);
    let changes = assessment.nearly.iter().map(|missing| {
        let option = missing.fact.options()[missing.option];
        format!("{}={option}", missing.fact.id())
    });
    assert_eq!(assessment.verdict.code(), verdict);
    assert_eq!(changes.collect::<Vec<_>>().join(" "), nearly);
}

#[test]
fn certificates() {
    let it = Programme::SKILL_CERTIFICATE;
    check(
        it,
        2018,
        "membership=card&achievements=certificate_2",
        "eligible",
        "",
    );
    check(
        it,
        2018,
        "membership=member&achievements=certificate_2",
        "nearly",
        "membership=card",
    );
    check(
        it,
        2018,
        "membership=card&achievements=none",
        "not_eligible",
        "",
    );
    check(
        it,
        2018,
        "membership=none&achievements=none",
        "not_eligible",
        "",
    );
    check(it, 2018, "membership=card", "undetermined", "");
    check(
        it,
        2018,
        "membership=card&achievements=unknown",
        "undetermined",
        "",
    );
    check(
        it,
        2012,
        "membership=card&achievements=certificate_2",
        "not_eligible",
        "",
    );
}

#[test]
fn holiday_classes() {
    let it = Programme::HOLIDAY_CLASS;
    for grade in [1, 6] {
        let employer = format!("child_grade={grade}&class_near=employer");
        check(it, 2018, &employer, "eligible", "");
    }
    for grade in [0, 7] {
        let employer = format!("child_grade={grade}&class_near=employer");
        check(it, 2018, &employer, "not_eligible", "");
    }
    check(
        it,
        2018,
        "child_grade=3&class_near=area&both_parents_work=yes",
        "eligible",
        "",
    );
    check(
        it,
        2018,
        "child_grade=3&class_near=area&both_parents_work=no",
        "not_eligible",
        "",
    );
    check(
        it,
        2018,
        "child_grade=3&class_near=joint",
        "undetermined",
        "",
    );
    check(
        it,
        2018,
        "child_grade=3&class_near=none",
        "not_eligible",
        "",
    );
}

#[test]
fn what_no_source_carries_is_not_promised() {
    check(
        Programme::MIGRANT_CHECK_UP,
        2026,
        "work=migrant",
        "undetermined",
        "",
    );
    check(
        Programme::MIGRANT_CHECK_UP,
        2026,
        "work=employee",
        "not_eligible",
        "",
    );
    check(
        Programme::OTHER_MUTUAL_COVER,
        2026,
        "membership=card",
        "undetermined",
        "",
    );
    check(
        Programme::OTHER_MUTUAL_COVER,
        2026,
        "membership=none",
        "not_eligible",
        "",
    );
}

#[test]
fn who_counts_as_front_line_is_not_stated() {
    let it = Programme::SERVICE_INVENTION_PATENT;
    for year in [2018, 2026] {
        for (work, verdict) in [
            ("front_line", "eligible"),
            ("platform,front_line", "eligible"),
            ("platform", "undetermined"),
            ("agency", "undetermined"),
            ("migrant", "undetermined"),
            ("freelance", "not_eligible"),
            ("none", "not_eligible"),
        ] {
            let query = format!("membership=card&achievements=patent_first&work={work}");
            check(it, year, &query, verdict, "");
        }
    }
}

#[test]
fn what_has_ended_says_ended() {
    check(
        Programme::CARD_DISCOUNT,
        2020,
        "membership=card",
        "eligible",
        "",
    );
    check(
        Programme::CARD_DISCOUNT,
        2021,
        "membership=card",
        "ended",
        "",
    );
}

/// The amounts of a certificate grant, and whether each is given for certain.
fn yuan(query: &str) -> Vec<(u32, State)> {
    let (answers, _) = Answers::parse(query);
    let assessment = Programme::SKILL_CERTIFICATE.assess(july(2018), &answers);
    let amounts = assessment
        .amounts
        .iter()
        .map(|given| match given.amount.sum {
            Sum::Fixed(yuan) => (yuan, given.state),
            other => panic!("a certificate has a fixed sum, not {other:?}"),
        });
    amounts.collect()
}

#[test]
fn amounts_follow_the_answers() {
    let certain = State::Met;
    assert_eq!(
        yuan("membership=card&achievements=certificate_1"),
        [(2000, certain)]
    );
    assert_eq!(
        yuan("membership=card&achievements=certificate_3"),
        [(800, certain)]
    );
    assert_eq!(
        yuan("membership=none&achievements=certificate_2"),
        [(1000, certain)]
    );
    let open = State::Unknown;
    assert_eq!(
        yuan("membership=card"),
        [(2000, open), (1000, open), (800, open)]
    );
    assert_eq!(yuan("membership=none&achievements=none"), []);
}

#[test]
fn a_day_beyond_what_is_stated_says_so() {
    let standing = |year| {
        let answers = Answers::default();
        Programme::SKILL_CERTIFICATE
            .assess(july(year), &answers)
            .standing
            .code()
    };
    assert_eq!(standing(2012), "not_begun");
    assert_eq!(standing(2018), "stated");
    assert_eq!(standing(2026), "beyond_stated");
    let ended = Programme::CARD_DISCOUNT.assess(july(2026), &Answers::default());
    assert_eq!(ended.standing.code(), "ended");
    // Both sides of the year's end.
    let new_year = NaiveDate::from_ymd_opt(2019, 1, 1).expect("every year has a first day");
    let eve = new_year
        .pred_opt()
        .expect("it is not the first of all days");
    let (_, on_eve) = Programme::SKILL_CERTIFICATE.version_on(eve);
    let (_, after) = Programme::SKILL_CERTIFICATE.version_on(new_year);
    assert_eq!((on_eve, after), (Standing::Stated, Standing::BeyondStated));
}

#[test]
fn a_day_before_what_is_stated_says_so() {
    // Nobody says when it began; the first source that speaks of it speaks of 2016.
    let it = Programme::FREE_REGISTRATION;
    let new_year = NaiveDate::from_ymd_opt(2016, 1, 1).expect("every year has a first day");
    let eve = new_year.pred_opt().expect("a year before");
    let (version, before) = it.version_on(eve);
    assert_eq!((version.from, version.stated_since), (None, new_year));
    assert_eq!(before.code(), "before_stated");
    assert_eq!(it.version_on(new_year).1, Standing::Stated);
    // The rules are still asked and applied.
    check(it, 1900, "membership=card", "eligible", "");
    check(it, 1900, "membership=member", "nearly", "membership=card");
    let open = Answers::default();
    let asked = next_question(&[it], july(1900), &open);
    assert_eq!(asked, next_question(&[it], july(2016), &open));
    assert!(asked.is_some());
    // Whose beginning is told, is told from that day on.
    let it = Programme::MEDICAL_MUTUAL_AID;
    let first = NaiveDate::from_ymd_opt(2012, 5, 1).expect("a date");
    let (version, on_first) = it.version_on(first);
    assert_eq!((version.stated_since, on_first), (first, Standing::Stated));
    let (_, before) = it.version_on(first.pred_opt().expect("a day before"));
    assert_eq!(before, Standing::NotBegun);
}

#[test]
fn every_reason_has_its_source() {
    let (answers, _) = Answers::parse("membership=card");
    let assessment = Programme::SKILL_CERTIFICATE.assess(july(2018), &answers);
    for each in &assessment.conditions {
        assert_eq!(each.condition.source.document(), "000");
        assert_eq!(each.condition.source.year(), 2018);
    }
    let answered: Vec<_> = assessment
        .conditions
        .iter()
        .map(|each| each.answered.is_some())
        .collect();
    assert_eq!(answered, [true, false]);
}

#[test]
fn a_query_tells_everything_that_is_wrong_with_it() {
    #[track_caller]
    fn check(query: &str, written: &str, expected: &[(&str, Problem)]) {
        let (answers, problems) = Answers::parse(query);
        let problems: Vec<_> = problems
            .iter()
            .map(|problem| (problem.name.as_str(), problem.problem))
            .collect();
        assert_eq!(problems, expected);
        assert_eq!(answers.to_query(), written);
    }
    check(
        "work=platform&insured=yes&work=front_line",
        "insured=yes&work=front_line&work=platform",
        &[],
    );
    check(
        "work=platform,front_line",
        "work=front_line&work=platform",
        &[],
    );
    check("work=migrant&work=migrant", "work=migrant", &[]);
    check(
        "work=none&membership=none",
        "membership=none&work=none",
        &[],
    );
    check("insured=&dues=unknown", "dues=unknown", &[]);
    // 2,048 bytes are read, and no more.
    let filler = "&".repeat(2048 - "dues=yes".len());
    check(&(filler.clone() + "dues=yes"), "dues=yes", &[]);
    check(&(filler + "&dues=yes"), "", &[("", Problem::TooLong)]);
    check("child_grade=16", "child_grade=16", &[]);
    check(
        "child_grade=17",
        "",
        &[("child_grade", Problem::OutOfRange)],
    );
    check(
        "child_grade=three",
        "",
        &[("child_grade", Problem::UnknownValue)],
    );
    check(
        "insured=yes&insured=no",
        "",
        &[("insured", Problem::Repeated)],
    );
    check("work=none,migrant", "", &[("work", Problem::UnknownValue)]);
    check(
        "membership=king&colour=red&dues=no",
        "dues=no",
        &[
            ("colour", Problem::UnknownName),
            ("membership", Problem::UnknownValue),
        ],
    );
    check(&"x".repeat(3000), "", &[("", Problem::TooLong)]);
    let (_, problems) = Answers::parse_with("on=2018-09-01&insured=yes", &["on"]);
    assert_eq!(problems, []);
}

#[test]
fn json_is_taken_by_its_types() {
    #[track_caller]
    fn check(answer: serde_json::Value, written: &str, problem: Option<Problem>) {
        let object = answer.as_object().expect("answers are an object");
        let (answers, problems) = Answers::from_json(object);
        assert_eq!(problems.first().map(|each| each.problem), problem);
        assert_eq!(answers.to_query(), written);
    }
    check(
        json!({"insured": true, "dues": false}),
        "dues=no&insured=yes",
        None,
    );
    check(json!({"insured": null}), "insured=unknown", None);
    check(json!({"membership": "card"}), "membership=card", None);
    check(
        json!({"work": ["migrant", "front_line"]}),
        "work=front_line&work=migrant",
        None,
    );
    check(json!({"work": []}), "work=none", None);
    check(
        json!({"work": ["migrant", "migrant"]}),
        "work=migrant",
        None,
    );
    check(json!({"child_grade": 3}), "child_grade=3", None);
    check(json!({"insured": "yes"}), "", Some(Problem::UnknownValue));
    check(json!({"work": "migrant"}), "", Some(Problem::UnknownValue));
    check(
        json!({"work": ["migrant", 3]}),
        "",
        Some(Problem::UnknownValue),
    );
    check(json!({"child_grade": 3.5}), "", Some(Problem::UnknownValue));
    check(json!({"child_grade": 17}), "", Some(Problem::OutOfRange));
    check(
        json!({"child_grade": 99_999_999_999_i64}),
        "",
        Some(Problem::OutOfRange),
    );
    check(json!({"colour": "red"}), "", Some(Problem::UnknownName));
}

#[test]
fn a_condition_has_one_of_three_states() {
    let codes = [State::Met, State::NotMet, State::Unknown].map(State::code);
    assert_eq!(codes, ["met", "not_met", "unknown"]);
}
