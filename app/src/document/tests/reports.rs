//! The pages of reports, crowding and freshness as rendered.

use super::examples::{now, shell, station};
use super::says;
use crate::document::{Page, render};
use crate::report::*;
use crate::staff::Who;
use crate::wording::Lang;
use domain::hours::Hours;
use domain::listing::Column;
use domain::places::District;
use domain::report::{NoteTooLong, ReportKind, ReportReference, Verdict};
use domain::request::{PhotoName, Problem};
use domain::staff::{Role, Staff, StaffId};
use domain::station::{Amenity, AmenitySet, Life, StationId};
use domain::union::Desk;

const NAME: &str = "东华门街道暖心驿站（示例）";

/// Whether it is one of these pages, as they are addressed.
pub(super) fn leads(link: &str) -> bool {
    let number = |text: &str| text.parse::<u32>().is_ok();
    let report = link.strip_prefix("/stations/").is_some_and(|rest| {
        let (id, kind) = rest.split_once("/report?kind=").unwrap_or_default();
        number(id) && ReportKind::from_code(kind).is_some()
    });
    let desk = link.strip_prefix("/staff/freshness?desk=");
    let poster = link.strip_prefix("/staff/stations/");
    let poster = poster.and_then(|rest| rest.strip_suffix("/poster"));
    let form = link.strip_prefix("/staff/stations/");
    let form = form.and_then(|rest| rest.split_once("?report="));
    let door = link
        .strip_prefix("/at/")
        .and_then(|rest| rest.split_once("?k="));
    ["/staff/reports", "/staff/freshness"].contains(&link)
        || report
        || link.strip_prefix("/staff/reports/").is_some_and(|rest| {
            let (group, reference) = rest.split_once("/photos/").unwrap_or((rest, "Y8C-000-00A"));
            number(group) && ReportReference::parse(reference).is_ok()
        })
        || desk.is_some_and(|code| Desk::from_code(code).is_some())
        || poster.is_some_and(number)
        || form.is_some_and(|(id, group)| number(id) && number(group))
        || door.is_some_and(|(id, _)| number(id))
}

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

fn street() -> Desk {
    Desk::Street(District::all()[0].streets()[0])
}

fn form(note: &str, problem: Option<ReportProblem>) -> Page {
    Page::Report(Box::new(ReportForm {
        station: StationId(4),
        name: NAME.to_owned(),
        kind: Some(ReportKind::ClosedNow),
        note: note.to_owned(),
        key: "0123456789abcdef".to_owned(),
        photo: None,
        takes_photos: true,
        refused: None,
        trapped: false,
        problem,
    }))
}

/// Where photos are taken or not, with one that was sent and another that was refused.
fn with_photo(takes_photos: bool, refused: Option<Problem>) -> Page {
    let Page::Report(mut model) = form("", refused.map(|_| ReportProblem::Photo)) else {
        unreachable!("that is the form");
    };
    model.takes_photos = takes_photos;
    model.photo = takes_photos.then(|| PhotoName::new([7; 32]));
    model.refused = refused;
    Page::Report(model)
}

fn outcome(verdict: Option<Verdict>, word: &str) -> Page {
    Page::Outcome(Box::new(Outcome {
        reference: "Y8C-000-00A".to_owned(),
        station: StationId(4),
        name: Some(NAME.to_owned()),
        kind: ReportKind::ClosedNow,
        at: now().plus_minutes(-130),
        verdict: verdict.map(|verdict| (verdict, now().plus_minutes(-20))),
        word: word.to_owned(),
    }))
}

fn row() -> GroupRow {
    GroupRow {
        id: 3,
        station: StationId(4),
        name: NAME.to_owned(),
        desk: street(),
        kind: ReportKind::AlwaysClosed,
        people: 4,
        first_at: now().plus_minutes(-3 * 1440),
        last_at: now().plus_minutes(-40),
    }
}

fn group(word: &str, decided: bool, problem: Option<DecisionProblem>) -> Page {
    let fields = [
        (Column::Status, "temporarily_closed"),
        (Column::ClosedFrom, "2026-11-20"),
        (Column::ClosedUntil, ""),
    ];
    let fields = fields
        .map(|(column, text)| (column, text.to_owned()))
        .to_vec();
    Page::Group(Box::new(Group {
        who: who(),
        row: row(),
        reports: vec![
            ReportRow {
                reference: "Y8C-000-00A".to_owned(),
                at: now().plus_minutes(-40),
                note: word.to_owned(),
                has_photo: true,
            },
            ReportRow {
                reference: "Y00-000-000".to_owned(),
                at: now().plus_minutes(-90),
                note: String::new(),
                has_photo: false,
            },
        ],
        decided: decided.then(|| (Verdict::Declined, word.to_owned(), "Li Lei".to_owned())),
        may_decide: true,
        base: 2,
        now: vec![(Column::Status, "active".to_owned())],
        fields,
        word: word.to_owned(),
        problem,
        door: Some("/at/4?k=abc".to_owned()),
    }))
}

fn due(link: Option<&str>) -> Vec<DueRow> {
    let row = |id, amenities| DueRow {
        station: StationId(id),
        version: 3,
        name: NAME.to_owned(),
        address: "示例大街 1 号院".to_owned(),
        hours: vec!["24/7".to_owned()],
        amenities,
        verified_on: None,
        link: link.map(str::to_owned),
    };
    vec![
        row(4, AmenitySet::EMPTY.with(Amenity::HotMeal)),
        row(9, AmenitySet::EMPTY),
    ]
}

fn due_list(due: Vec<DueRow>, confirmed: Option<u32>) -> Page {
    Page::DueList(Box::new(DueList {
        who: who(),
        desk: street(),
        due,
        link: "https://nuanyi.example/confirm/abc".to_owned(),
        confirmed,
    }))
}

fn confirm(due: Vec<DueRow>, confirmed: Option<u32>) -> Page {
    Page::Confirm(Box::new(Confirm {
        token: "abc".to_owned(),
        place: street().name_zh(),
        due,
        confirmed,
    }))
}

fn poster() -> Page {
    let hours = Hours::read("周一至周五 8:30-12:00、13:00-21:00；周六 10:00-16:00；节假日休息");
    let Page::Station(model) = station(Life::Active, hours) else {
        unreachable!("that is the page of a station");
    };
    Page::Poster(Box::new(Poster {
        station: model.station,
        page: "https://nuanyi.example/stations/4".to_owned(),
        door: "https://nuanyi.example/at/4?k=abc".to_owned(),
    }))
}

fn door(just_said: bool) -> Page {
    Page::Door(Door {
        station: StationId(4),
        name: NAME.to_owned(),
        code: "abc".to_owned(),
        just_said,
    })
}

/// Every one of them, named.
pub(super) fn pages() -> Vec<(&'static str, Page)> {
    let too_long = NoteTooLong {
        found: 312,
        most: 300,
    };
    let groups = |groups: Vec<GroupRow>, total| {
        Page::Groups(Box::new(Groups {
            who: who(),
            groups,
            total,
        }))
    };
    let desks = vec![
        (street(), 12, 30),
        (Desk::District(District::all()[1]), 1, 1),
    ];
    let unconfirmed = |desks| Page::Unconfirmed(Box::new(Unconfirmed { who: who(), desks }));
    vec![
        ("report", form("", None)),
        (
            "report-wrong",
            form("", Some(ReportProblem::Note(too_long))),
        ),
        ("report-kind", form("", Some(ReportProblem::KindMissing))),
        (
            "report-waits",
            form("", Some(ReportProblem::TooMany { seconds: 90 })),
        ),
        ("report-photo", with_photo(true, Some(Problem::Gone))),
        ("report-no-photos", with_photo(false, None)),
        ("outcome", outcome(None, "")),
        ("outcome-declined", outcome(Some(Verdict::Declined), "OK")),
        ("reports", groups(vec![row()], 2)),
        ("reports-none", groups(Vec::new(), 0)),
        ("report-group", group("", false, None)),
        (
            "report-group-wrong",
            group("", false, Some(DecisionProblem::WordMissing)),
        ),
        ("report-group-decided", group("OK", true, None)),
        ("freshness", unconfirmed(desks)),
        ("freshness-none", unconfirmed(Vec::new())),
        (
            "due",
            due_list(due(Some("https://nuanyi.example/confirm/b")), None),
        ),
        ("due-none", due_list(Vec::new(), Some(2))),
        ("confirm", confirm(due(None), None)),
        ("confirm-done", confirm(Vec::new(), Some(1))),
        ("door", door(false)),
        ("door-again", door(true)),
        ("poster", poster()),
    ]
}

#[test]
fn what_people_write_is_shown_as_text() {
    let naughty = "</textarea><script>alert(1)</script>";
    for page in [
        form(naughty, None),
        outcome(Some(Verdict::Corrected), naughty),
        group(naughty, false, None),
        group(naughty, true, None),
    ] {
        let html = says(Lang::Zh, page, &["&lt;script&gt;alert(1)&lt;/script&gt;"]);
        assert!(!html.contains("<script>alert"));
    }
}

#[test]
fn a_photo_has_an_input_where_photos_are_taken() {
    let input = r#"type="file" id="f-photo" name="photo""#;
    let name = PhotoName::new([7; 32]).to_string();
    let html = says(
        Lang::En,
        with_photo(true, Some(Problem::Gone)),
        &[
            r#"enctype="multipart/form-data""#,
            input,
            &format!(r#"name="kept" value="{name}" checked"#),
            r#"id="p-photo" role="alert">The photos waited too long"#,
            r#"aria-describedby="p-photo h-photo""#,
            "30 days after they have decided",
        ],
    );
    assert!(!html.contains("p-report"), "it is said once, beside it");
    let html = says(Lang::Zh, with_photo(false, None), &["这里现在收不了照片"]);
    assert!(!html.contains(r#"type="file""#) && !html.contains("multipart"));
}

#[test]
fn only_a_report_with_a_photo_leads_to_one() {
    let html = says(
        Lang::Zh,
        group("", false, None),
        &[r#"href="/staff/reports/3/photos/Y8C-000-00A" target="_blank""#],
    );
    assert_eq!(html.matches("/photos/").count(), 1);
}

#[test]
fn what_came_is_read_once_and_a_key_that_is_none_gives_way() {
    let photo = PhotoName::new([7; 32]);
    let read =
        |sent: &str| ReportForm::read(StationId(4), NAME, sent.as_bytes(), "a-fresh-key-of-us");
    let form = read(&format!(
        "kind=moved&note=x&key=short&kept={photo}&colour=red"
    ));
    assert_eq!(form.checked(), Ok((ReportKind::Moved, "x".to_owned())));
    assert_eq!((form.photo, &*form.key), (Some(photo), "a-fresh-key-of-us"));
    let mut refused = read("kind=moved&kept=7");
    assert_eq!(refused.photo, None);
    refused.refuse_photo(Problem::NotKept);
    assert_eq!(refused.checked(), Err(ReportProblem::Photo));
    assert_eq!(read("").checked(), Err(ReportProblem::KindMissing));
    let trapped = read("kind=moved&website=x");
    assert_eq!(trapped.checked(), Err(ReportProblem::Again));
}

#[test]
fn a_station_says_who_found_it_closed_and_how_full_it_is() {
    let page = || station(Life::Active, Hours::Unstated);
    says(
        Lang::Zh,
        page(),
        &[
            "有 2 个人说 17:50 关着门，还没核实。",
            "18:20 有人说里面还有座。",
            r#"href="/stations/4/report?kind=always_closed""#,
        ],
    );
    says(
        Lang::En,
        page(),
        &["2 people said at 17:50 that it was closed."],
    );
}

#[test]
fn the_english_pages_keep_chinese_to_names() {
    for (name, page) in pages() {
        if matches!(page, Page::Poster(_)) {
            continue;
        }
        let mut html = render(&shell(Lang::En), page).replace("中文", "");
        while let Some((before, rest)) = html.split_once(r#"lang="zh-CN">"#) {
            let (_, after) = rest.split_once('<').unwrap();
            html = [before, after].concat();
        }
        let is_chinese = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
        let chinese: String = html.chars().filter(is_chinese).collect();
        assert_eq!(chinese, "", "{name}");
    }
}

#[test]
fn nothing_that_was_added_stands_on_the_page_for_everybody() {
    let html = says(
        Lang::Zh,
        outcome(None, ""),
        &["谢谢，收到了", "Y8C-000-00A", "2 小时前"],
    );
    assert!(!html.contains("textarea"));
}

#[test]
fn the_sheet_says_hours_and_what_is_inside_in_both_languages() {
    says(
        Lang::Zh,
        poster(),
        &[
            "周一至周五 8:30–12:00、13:00–21:00",
            "Mon–Fri 8:30–12:00, 13:00–21:00",
            "热饭",
            "class=\"qr\"",
        ],
    );
}
