//! How far a class is, who may join it, and which come first.

use super::*;
use crate::params::ParamProblemKind;
use crate::policy::{Answers, Programme, State as Known, Value, Verdict};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(first: &str, last: &str) -> Period {
    Period::new(day(first), day(last)).unwrap()
}

/// An area's class for grades 1 to 4 with two sessions, open for enrolment in the second half of June.
fn class() -> HolidayClass {
    HolidayClass {
        id: ClassId(1),
        host: "示例街道总工会".to_owned(),
        mode: Mode::Area,
        district: District::all()[0],
        street: None,
        address: String::new(),
        position: None,
        grades: Grades::new(1, 4),
        sessions: vec![
            period("2027-07-12", "2027-07-30"),
            period("2027-08-02", "2027-08-20"),
        ],
        daily: None,
        enrolment: Enrolment::new(Some(day("2027-06-15")), Some(day("2027-06-30"))).unwrap(),
        places: None,
        fee_yuan: None,
        contact: String::new(),
        verified_on: None,
        verified_by: String::new(),
    }
}

fn answers(query: &str) -> Answers {
    let (answers, problems) = Answers::parse(query);
    assert_eq!(problems, []);
    answers
}

#[test]
fn the_modes_are_those_of_the_policy_files() {
    let codes: Vec<_> = Mode::ALL.iter().map(|mode| mode.code()).collect();
    assert_eq!(codes, Fact::CLASS_NEAR.options());
    for mode in Mode::ALL {
        let chosen: Vec<_> = Fact::CLASS_NEAR.chosen(mode.bit()).collect();
        assert_eq!(chosen, [mode.code()]);
    }
}

#[test]
fn the_programme_is_the_one_that_leads_to_the_classes() {
    let mut finders = Programme::ALL
        .into_iter()
        .filter(|each| each.has_class_finder());
    assert_eq!((finders.next(), finders.next()), (Some(PROGRAMME), None));
    let asked: Vec<_> = ClassSearch::facts().iter().map(Fact::id).collect();
    assert_eq!(asked, ["child_grade", "class_near", "both_parents_work"]);
}

#[test]
fn what_cannot_be_is_not_made() {
    assert_eq!(Grades::new(0, 3), None);
    assert_eq!(Grades::new(4, 3), None);
    assert_eq!(Grades::new(1, 17), None);
    assert!(Grades::new(16, 16).is_some());
    assert_eq!(Daily::new(600, 600), None);
    assert_eq!(Daily::new(600, 1441), None);
    assert_eq!(Period::new(day("2027-07-02"), day("2027-07-01")), None);
    assert_eq!(period("2027-07-01", "2027-07-01").weeks(), 1);
    assert_eq!(period("2027-07-12", "2027-08-08").weeks(), 4);
    assert_eq!(period("2027-07-12", "2027-08-09").weeks(), 5);
    let (early, late) = (Some(day("2027-06-01")), Some(day("2027-06-02")));
    assert_eq!(Enrolment::new(late, early), None);
    assert!(Enrolment::new(late, None).is_some());
}

#[test]
fn the_state_changes_on_the_stated_days() {
    #[track_caller]
    fn check(on: &str, expected: State) {
        assert_eq!(class().state(day(on)), expected, "{on}");
    }
    let opens = day("2027-06-15");
    let closes = Some(day("2027-06-30"));
    let begins = |text| State::Closed {
        begins: Some(day(text)),
    };
    let running = |text| State::Running { until: day(text) };
    check("2027-06-14", State::Ahead { opens });
    check("2027-06-15", State::Open { closes });
    check("2027-06-30", State::Open { closes });
    check("2027-07-01", begins("2027-07-12"));
    check("2027-07-12", running("2027-07-30"));
    check("2027-07-30", running("2027-07-30"));
    check("2027-07-31", begins("2027-08-02"));
    check("2027-08-02", running("2027-08-20"));
    check("2027-08-20", running("2027-08-20"));
    let ended = day("2027-08-20");
    check("2027-08-21", State::Over { ended });
}

#[test]
fn what_nobody_stated_is_not_guessed() {
    #[track_caller]
    fn check(opens: &str, closes: &str, sessions: bool, on: &str, expected: State) {
        let stated = |text: &str| text.parse().ok();
        let mut class = class();
        class.enrolment = Enrolment::new(stated(opens), stated(closes)).unwrap();
        if !sessions {
            class.sessions.clear();
        }
        assert_eq!(class.state(day(on)), expected);
    }
    let until = day("2027-07-30");
    check("", "", true, "2027-07-11", State::Unknown);
    check("", "", true, "2027-07-12", State::Running { until });
    check("", "", false, "2027-07-12", State::Unknown);
    check("", "2027-06-30", true, "2027-06-30", State::Unknown);
    check(
        "",
        "2027-06-30",
        false,
        "2027-07-01",
        State::Closed { begins: None },
    );
    check(
        "2027-06-15",
        "",
        true,
        "2027-06-15",
        State::Open { closes: None },
    );
    check(
        "2027-06-15",
        "",
        true,
        "2027-07-11",
        State::Open { closes: None },
    );
    check(
        "2027-06-15",
        "",
        true,
        "2027-07-12",
        State::Running { until },
    );
    check("2027-06-15", "", true, "2027-07-31", State::Unknown);
    check("2027-06-15", "", false, "2027-06-15", State::Unknown);
    let opens = day("2027-06-15");
    check(
        "2027-06-15",
        "",
        false,
        "2027-06-14",
        State::Ahead { opens },
    );
    // A session may run while one can enrol in the next.
    let closes = Some(day("2027-07-25"));
    check(
        "2027-07-01",
        "2027-07-25",
        true,
        "2027-07-20",
        State::Open { closes },
    );
}

#[track_caller]
fn check(mode: Mode, query: &str, verdict: Verdict, known: &[Known]) {
    let class = HolidayClass { mode, ..class() };
    let joining = class.joining(&answers(query), day("2027-06-20"));
    let states: Vec<_> = joining.reasons.iter().map(Reason::state).collect();
    assert_eq!((joining.verdict, &states[..]), (verdict, known), "{query}");
}

#[test]
fn who_may_join_is_the_rule_of_the_mode_and_the_grades_of_the_class() {
    use Known::{Met, NotMet, Unknown};
    use Verdict::{Eligible, NotEligible, Undetermined};
    // The grade of the rule, the class near, both parents at work, the grades of this class.
    let both = "child_grade=4&class_near=area&both_parents_work=yes";
    check(Mode::Area, both, Eligible, &[Met, Met, Met, Met]);
    let older = "child_grade=5&class_near=area&both_parents_work=yes";
    check(Mode::Area, older, NotEligible, &[Met, Met, Met, NotMet]);
    let one = "child_grade=4&class_near=area&both_parents_work=no";
    check(Mode::Area, one, NotEligible, &[Met, Met, NotMet, Met]);
    let open = "child_grade=4&class_near=area";
    check(Mode::Area, open, Undetermined, &[Met, Met, Unknown, Met]);
    check(Mode::Area, "", Undetermined, &[Unknown; 4]);
    let far = "child_grade=4&class_near=employer&both_parents_work=yes";
    check(Mode::Area, far, NotEligible, &[Met, NotMet, Met, Met]);
    // An unanswered "near" does not hide that this mode is out of the question.
    let alone = "both_parents_work=no";
    check(
        Mode::Area,
        alone,
        NotEligible,
        &[Unknown, Unknown, NotMet, Unknown],
    );
    check(Mode::Employer, alone, Undetermined, &[Unknown; 3]);
    check(Mode::Employer, far, Eligible, &[Met, Met, Met]);
    let school = "child_grade=9&class_near=employer";
    check(Mode::Employer, school, NotEligible, &[NotMet, Met, NotMet]);
    let unasked = "class_near=employer";
    check(
        Mode::Employer,
        unasked,
        Undetermined,
        &[Unknown, Met, Unknown],
    );
    // Nobody has stated whose children a joint class takes.
    let joint = "child_grade=4&class_near=joint";
    check(Mode::Joint, joint, Undetermined, &[Met, Met, Unknown, Met]);
    check(
        Mode::Joint,
        "class_near=none",
        NotEligible,
        &[Unknown, NotMet, Unknown, Unknown],
    );
}

#[test]
fn a_class_that_names_no_grades_follows_the_rule() {
    let class = HolidayClass {
        mode: Mode::Employer,
        grades: None,
        ..class()
    };
    let joining = class.joining(
        &answers("child_grade=6&class_near=employer"),
        day("2027-06-20"),
    );
    assert_eq!(
        (joining.verdict, joining.reasons.len()),
        (Verdict::Eligible, 2)
    );
}

#[test]
fn before_the_programme_began_nobody_could_join() {
    let joining = class().joining(&answers("child_grade=4"), day("2014-07-01"));
    assert_eq!(joining.verdict, Verdict::NotEligible);
}

/// Every verdict is that of its reasons, and an answer never turns one around.
#[test]
fn every_family_gets_the_verdict_of_its_reasons() {
    let on = day("2027-06-20");
    let grades = (0..=16)
        .map(|grade| Some(Value::Number(grade)))
        .chain([None]);
    for grade in grades {
        for near in (0..8).map(|mask| Some(Value::Options(mask))).chain([None]) {
            for work in [Some(Value::Options(1)), Some(Value::Options(2)), None] {
                let mut given = Answers::default();
                let facts = [Fact::CHILD_GRADE, Fact::CLASS_NEAR, Fact::BOTH_PARENTS_WORK];
                for (fact, value) in facts.into_iter().zip([grade, near, work]) {
                    assert!(value.is_none_or(|value| given.set(fact, value)));
                }
                for mode in Mode::ALL {
                    let class = HolidayClass {
                        mode: *mode,
                        ..class()
                    };
                    let joining = class.joining(&given, on);
                    let any = |state| joining.reasons.iter().any(|each| each.state() == state);
                    let expected = match () {
                        () if any(Known::NotMet) => Verdict::NotEligible,
                        () if any(Known::Unknown) => Verdict::Undetermined,
                        () => Verdict::Eligible,
                    };
                    assert_eq!(joining.verdict, expected, "{mode:?} {}", given.to_query());
                }
            }
        }
    }
}

#[test]
fn a_query_is_read_as_it_is_written() {
    let query = "both_parents_work=yes&child_grade=3&class_near=employer&class_near=area\
                 &district=110108&join=possible&mode=area&page=2";
    let (search, problems) = ClassSearch::parse(query);
    assert_eq!(problems, []);
    assert_eq!(search.to_query(), query);
    assert_eq!(
        ClassSearch::parse("district=&mode=&join=&child_grade=").0,
        ClassSearch::default()
    );
}

#[test]
fn what_is_not_understood_is_left_out_and_named() {
    #[track_caller]
    fn check(query: &str, name: &str, kind: ParamProblemKind) {
        let (search, problems) = ClassSearch::parse_with(query, &["on"]);
        let [problem] = &problems[..] else {
            panic!("{problems:?}")
        };
        assert_eq!((&*problem.name, problem.problem), (name, kind));
        assert_eq!(search, ClassSearch::default());
    }
    check(
        "colour=red&on=2027-06-20",
        "colour",
        ParamProblemKind::UnknownName,
    );
    check(
        "membership=card",
        "membership",
        ParamProblemKind::UnknownName,
    );
    check(
        "child_grade=99",
        "child_grade",
        ParamProblemKind::OutOfRange,
    );
    check("district=1", "district", ParamProblemKind::UnknownValue);
    check("mode=area&mode=joint", "mode", ParamProblemKind::Repeated);
    check("join=all", "join", ParamProblemKind::UnknownValue);
    check("page=0", "page", ParamProblemKind::OutOfRange);
    check("page=x", "page", ParamProblemKind::UnknownValue);
    check(&"a=b&".repeat(600), "", ParamProblemKind::TooLong);
}

#[test]
fn what_one_can_do_something_about_comes_first() {
    let on = day("2027-06-20");
    let given = "child_grade=3&class_near=area&both_parents_work=yes";
    let make = |id, change: &dyn Fn(&mut HolidayClass)| {
        let mut class = HolidayClass {
            id: ClassId(id),
            ..class()
        };
        change(&mut class);
        class
    };
    let classes = [
        make(1, &|class| {
            class.sessions = vec![period("2026-07-01", "2026-07-31")]
        }),
        make(2, &|class| class.mode = Mode::Employer),
        make(3, &|class| class.enrolment = Enrolment::default()),
        make(4, &|class| {
            class.enrolment = Enrolment::new(Some(day("2027-06-25")), None).unwrap()
        }),
        make(5, &|class| {
            class.enrolment = Enrolment::new(None, Some(day("2027-06-01"))).unwrap()
        }),
        make(6, &|class| class.mode = Mode::Joint),
        make(7, &|class| class.district = District::all()[1]),
        make(8, &|class| {
            class.enrolment = Enrolment::new(Some(on), Some(on)).unwrap()
        }),
    ];
    let ids = |query: &str| {
        let (search, _) = ClassSearch::parse(&format!("{given}&{query}"));
        let found = search.find(&classes, on, 100);
        let ids: Vec<_> = found.rows.iter().map(|row| row.class.id.0).collect();
        assert_eq!((found.total, found.all), (ids.len(), classes.len()));
        ids
    };
    // Joint, area and employer classes differ in mode: only area is near.
    assert_eq!(ids(""), [8, 7, 4, 3, 5, 2, 6, 1]);
    assert_eq!(ids("join=possible"), [8, 7, 4, 3, 5]);
    assert_eq!(ids("mode=employer"), [2]);
    assert_eq!(ids("district=110102"), [7]);
    let (search, _) = ClassSearch::parse(&format!("{given}&page=2"));
    let found = search.find(&classes, on, 3);
    let second: Vec<_> = found.rows.iter().map(|row| row.class.id.0).collect();
    assert_eq!((second, found.total), (vec![3, 5, 2], 8));
}
