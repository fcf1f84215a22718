//! The pages of imports as rendered.

use super::examples::{now, shell};
use super::says;
use crate::document::{Page, render};
use crate::import::*;
use crate::listings::{self, Proposals, Waiting};
use crate::staff::Who;
use crate::wording::Lang;
use domain::geo::Datum;
use domain::listing::entry::{Aspect, Cells};
use domain::listing::import::{Alarm, Outcome};
use domain::listing::{Column, Subject};
use domain::staff::{Role, Staff, StaffId};
use domain::union::Desk;

const EVIL: &str = "</textarea><script>";

fn who() -> Who {
    Who {
        name: "li.lei".to_owned(),
        person: "Li Lei".to_owned(),
        staff: Staff {
            id: StaffId(7),
            role: Role::ListingEditor,
            desk: Desk::City,
        },
        form_token: "f0".repeat(32),
    }
}

fn cells(name: &str, status: &str) -> Cells {
    let texts = [
        (Column::Name, name),
        (Column::Kinds, "caring_station;library"),
        (Column::Status, status),
    ];
    let texts = texts.map(|(column, text)| (column, text.to_owned()));
    texts.into_iter().collect()
}

fn row(outcome: Outcome, before: Option<Cells>, after: Option<Cells>) -> Row {
    Row {
        place: outcome as u32,
        at: Some(outcome as u32 + 2),
        outcome,
        number: before.is_some().then_some(12),
        before,
        after,
        cells: vec![EVIL.to_owned()],
        problems: vec![EVIL.to_owned()],
        is_sensitive: false,
        ticked: outcome != Outcome::Gone,
    }
}

fn page(state: State, change: impl FnOnce(&mut PlanPage)) -> Page {
    let mut page = PlanPage {
        who: who(),
        plan: Plan {
            id: 3,
            subject: Subject::Stations,
            at: now(),
            by: EVIL.to_owned(),
            why: EVIL.to_owned(),
            state,
            rows: 400,
            looked_at: 100,
        },
        covers: Some(Desk::City),
        alarms: Vec::new(),
        ignored_columns: vec![EVIL.to_owned()],
        counts: vec![(Outcome::Changed, 2, 1), (Outcome::Wrong, 1, 0)],
        outcome: None,
        after: None,
        shown: vec![
            row(Outcome::New, None, Some(cells("New", "active"))),
            row(
                Outcome::Changed,
                Some(cells("Old", "active")),
                Some(cells(EVIL, "closed")),
            ),
            row(Outcome::Gone, Some(cells("Gone", "active")), None),
            row(Outcome::Wrong, None, None),
        ],
        next: Some(50),
        seal: "5ea1".to_owned(),
        takes_two: false,
        may_change: true,
        may_approve: false,
        moved: Vec::new(),
        told: None,
    };
    change(&mut page);
    Page::Plan(Box::new(page))
}

#[test]
fn a_plan_shows_each_change_before_and_after_and_no_markup_of_the_file() {
    for (lang, all) in [
        (
            Lang::Zh,
            [
                "第 3 行",
                "暖心驿站、职工书屋",
                "永久关闭",
                "导入勾选的",
                "有改动 2，勾 1",
            ],
        ),
        (
            Lang::En,
            [
                "Row 3",
                "Caring station",
                "closed for good",
                "Import what is ticked",
                "changed 2, 1 ticked",
            ],
        ),
    ] {
        let html = says(lang, page(State::Ready, |_| {}), &all);
        assert!(!html.contains(EVIL));
        assert_eq!(html.matches(r#"name="shown""#).count(), 3);
        assert_eq!(html.matches(r#"name="on""#).count(), 3);
        assert_eq!(html.matches(" checked").count(), 2);
        assert!(html.contains(r#"value="5ea1""#));
    }
}

#[test]
fn who_only_looks_ticks_nothing_and_the_second_person_approves() {
    let looking = |may_approve| {
        page(State::Proposed, |page| {
            page.may_change = false;
            page.may_approve = may_approve;
        })
    };
    let html = says(
        Lang::En,
        looking(true),
        &["Approve and import", "Do not approve"],
    );
    assert!(!html.contains(r#"type="checkbox""#));
    let html = says(Lang::En, looking(false), &["It waits for a second person"]);
    assert!(!html.contains("Approve and import"));
    let two = page(State::Ready, |page| page.takes_two = true);
    says(Lang::Zh, two, &["请第二个人确认"]);
}

#[test]
fn an_import_that_waits_stands_in_the_list_of_what_does_with_its_plan() {
    let Page::Plan(page) = page(State::Proposed, |_| {}) else {
        unreachable!()
    };
    let list = Page::Listings(Box::new(listings::Page::Proposals(Proposals {
        who: who(),
        open: vec![Waiting::Import(page.plan)],
        decided: Vec::new(),
    })));
    let html = says(Lang::En, list, &[r#"<li><a href="/staff/import/3">"#]);
    assert!(!html.contains(EVIL) && !html.contains("Nothing waits"));
}

#[test]
fn every_alarm_has_its_sentence() {
    let alarms = vec![
        Alarm::MostChange {
            what: Aspect::Name,
            rows: 80,
            of: 80,
            sorted: true,
        },
        Alarm::MoveTogether {
            rows: 400,
            of: 400,
            metres: 512,
            looks_like: Some(Datum::Gcj02),
        },
        Alarm::Shifted {
            columns: vec!["区".to_owned(), "类型".to_owned()],
            rows: 6,
            of: 6,
        },
        Alarm::Swapped { rows: 6, of: 7 },
        Alarm::Disappear { gone: 9, of: 10 },
    ];
    let with = || page(State::Ready, |page| page.alarms.clone_from(&alarms));
    says(
        Lang::Zh,
        with(),
        &[
            "80 个里有 80 个要改名称",
            "是不是只给这一列排了序",
            "GCJ-02",
            "区、类型",
            "填反了",
            "少了 9 个",
        ],
    );
    says(
        Lang::En,
        with(),
        &[
            "80 of 80 change in: Name",
            "sorted by itself",
            "512 m",
            "6 of 6",
            "swapped",
            "9 are not in the file",
        ],
    );
}

#[test]
fn every_state_says_what_comes_next() {
    for (state, words) in [
        (State::Planning, "100 / 400"),
        (State::ChooseSheet(vec!["一".to_owned()]), "要导入哪一张"),
        (State::ChooseDatum, "GCJ-02"),
        (
            State::Failed {
                why: "读不懂".to_owned(),
            },
            "读不懂",
        ),
        (State::Applied { batch: 9 }, "/staff/changes/9"),
        (State::Declined { instead: Some(4) }, "/staff/import/4"),
    ] {
        let html = render(&shell(Lang::Zh), page(state, |_| {}));
        assert!(html.contains(words), "{words}");
    }
    let moved = page(State::Ready, |page| page.moved = vec![12, 14]);
    says(Lang::En, moved, &["#12, #14"]);
}

#[test]
fn what_was_typed_beside_a_file_that_was_not_taken_is_kept() {
    let page = Page::Imports(Box::new(Imports {
        who: who(),
        may_import: true,
        plans: Vec::new(),
        draft: Draft {
            subject: "classes".to_owned(),
            datum: "BD-09".to_owned(),
            why: EVIL.to_owned(),
        },
        problem: Some(FileProblem::TooLarge),
    }));
    let html = says(Lang::Zh, page, &["超过 8 MB"]);
    assert!(
        html.contains(r#"value="classes" selected"#) && html.contains(r#"value="BD-09" selected"#)
    );
    assert!(html.contains("&lt;/textarea&gt;") && !html.contains(EVIL));
}
