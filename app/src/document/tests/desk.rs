//! The pages on which staff work a desk, as rendered.

pub(crate) mod examples;
mod several;

use super::requests::examples::{ANSWERED, ASKED, filed};
use super::requests::sent::sent;
use super::{attribute, says};
use crate::desk::{Hitch, Opened};
use crate::wording::Lang;
use domain::request::{MoveKind, Note};
use domain::staff::{Role, Staff, StaffId};
use domain::union::Desk;
use examples::*;

/// The forms of the page, by the codes of their moves, in order.
#[track_caller]
fn forms(model: Opened) -> Vec<String> {
    let html = says(Lang::Zh, opened_page(model), &[]);
    let moves = html.split(r#"name="move" value=""#).skip(1);
    moves
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_list_goes_by_deadline_and_says_who_has_what() {
    let html = says(
        Lang::Zh,
        desk_page(list()),
        &[
            "超期 1 件",
            "即将到期 2 件",
            "超了 3 小时",
            "还有 5 分钟",
            "11 月 20 日（周五）18:45",
            "还有 6 天",
            "北京市总工会（东华门街道）",
            "12 号在办",
            "你在办",
            "钟停着",
            r#"href="/staff/requests?after=7%26x%3D1""#,
        ],
    );
    let headings = [
        "已超期",
        "即将到期",
        "未到期",
        "等职工回复",
        "等职工确认",
        "已办结",
    ];
    let places: Vec<_> = headings
        .iter()
        .map(|heading| html.find(&format!("\">{heading}</h2>")).unwrap())
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(html.matches("即将到期</h2>").count(), 1);
}

#[test]
fn what_is_looked_for_is_posted_and_stands_in_no_address() {
    let html = says(
        Lang::Zh,
        desk_page(examples::found("13800138000")),
        &["找的是：<b>13800138000</b>", "可能还有别的"],
    );
    assert!(html.contains(r#"method="post" action="/staff/requests" role="search""#));
    for link in attribute(&html, "href") {
        assert!(!link.contains("13800138000"), "{link}");
    }
}

#[test]
fn a_narrowed_list_keeps_what_was_chosen_on_every_page() {
    let pages = examples::pages();
    let (_, page) = pages
        .into_iter()
        .find(|(name, _)| *name == "desk-narrow")
        .unwrap();
    says(
        Lang::Zh,
        page,
        &[
            r#"<option value="in_hand" selected>"#,
            r#"<option value="pay" selected>"#,
            r#"name="own" value="yes" checked"#,
            r#"href="/staff/requests?stage=in_hand&amp;category=pay&amp;own=yes">回第一页"#,
            "没算进去：北京市总工会、东华门街道总工会",
            "退回上一级了",
        ],
    );
}

#[test]
fn each_stage_offers_what_may_be_done_the_usual_first() {
    let others = ["reveal", "return", "refer_out"];
    assert_eq!(
        forms(opened(&[])),
        [&["take", "write"], &others[..]].concat()
    );
    let in_hand = [&["answer", "ask", "write"], &others[..]].concat();
    assert_eq!(forms(opened(&ASKED[..1])), in_hand);
    let asked = [&["write", "answer"], &others[..]].concat();
    assert_eq!(forms(opened(&ASKED)), asked);
    assert_eq!(forms(opened(&ANSWERED)), ["write", "reveal"]);
    let colleague = Staff {
        id: StaffId(8),
        ..me()
    };
    let held = [&["take", "write"], &others[..]].concat();
    assert_eq!(forms(opened_by(colleague, &ASKED)), held);
    let district = [&["take", "dispatch", "write", "reveal", "refer_out"][..]].concat();
    assert_eq!(forms(at_city()), district);
}

#[test]
fn who_only_looks_is_offered_nothing() {
    for (role, desk) in [
        (Role::Auditor, filed().desk),
        (Role::Supervisor, Desk::City),
    ] {
        let looking = Staff { role, desk, ..me() };
        assert_eq!(forms(opened_by(looking, &[])), [""; 0]);
    }
    let looking = Staff {
        role: Role::Auditor,
        ..me()
    };
    says(
        Lang::Zh,
        opened_page(opened_by(looking, &[])),
        &["这会儿没有你要做的"],
    );
}

#[test]
fn the_city_hands_on_to_every_desk() {
    let html = says(Lang::Zh, opened_page(at_city()), &["东城区总工会"]);
    let desks = html.split(r#"id="f-dispatch-to""#).nth(1).unwrap();
    let desks = desks.split("</select>").next().unwrap();
    assert_eq!(
        desks.matches("<option").count(),
        1 + Desk::City.below().count()
    );
}

#[test]
fn numbers_stay_masked_until_they_are_revealed() {
    let masked = says(Lang::Zh, opened_page(opened(&ASKED)), &["138****8000"]);
    assert!(!masked.contains("13800138000"));
    let pages = examples::pages();
    let (_, page) = pages
        .into_iter()
        .find(|(name, _)| *name == "opened-revealed")
        .unwrap();
    let html = says(
        Lang::Zh,
        page,
        &[r#"href="tel:13800138000""#, "只显示这一次", "不给这一级看"],
    );
    assert!(!html.contains("Wang"), "the name is for the district alone");
}

#[test]
fn each_photo_is_opened_on_purpose() {
    let mut model = opened(&ASKED);
    model.seen.as_mut().unwrap().photos = 2;
    let address = format!(r#"href="/staff/requests/{}/photos/"#, filed().reference);
    let html = says(Lang::Zh, opened_page(model), &["照片 2"]);
    assert_eq!(html.matches(&address).count(), 2);
    assert!(!html.contains("<img"), "looking is on record");
}

#[test]
fn what_was_typed_comes_back_with_what_is_wrong() {
    let problem = unsent(&ASKED[..1], MoveKind::Answer, Some(Hitch::Blanks));
    let html = says(
        Lang::Zh,
        opened_page(problem),
        &[
            r#"id="p-answer" role="alert">还有没填的空"#,
            r#"aria-invalid="true" aria-describedby="p-answer" autofocus"#,
            "Three &lt;b&gt;weeks&lt;/b&gt;</textarea>",
            r#"<option value="hardship-aid" selected>"#,
        ],
    );
    assert!(!html.contains("<b>weeks"));
    let folded = unsent(&ASKED[..1], MoveKind::Return, Some(Hitch::NoteMissing));
    let html = says(Lang::Zh, opened_page(folded), &["写一句再发"]);
    assert_eq!(html.matches(r#"<details class="move" open>"#).count(), 1);
}

#[test]
fn what_others_did_meanwhile_stands_above_and_the_text_is_kept() {
    let changed = Some(Hitch::Changed { seen: 1 });
    let html = says(
        Lang::Zh,
        opened_page(unsent(&ASKED, MoveKind::Answer, changed)),
        &[
            "这件事有了变化",
            "Three &lt;b&gt;weeks&lt;/b&gt;</textarea>",
        ],
    );
    let above = html.split("<h1").next().unwrap();
    assert!(above.contains("问职工一句") && above.contains("Where was it?"));
    assert!(!above.contains("接办。"), "that was seen before");
    let reference = filed().reference;
    let inputs = sent(&html, &format!("/staff/requests/{reference}"));
    let seen = inputs.iter().find(|(name, _)| name == "seen").unwrap();
    assert_eq!(seen.1, "2", "what is sent next has seen it");
    let pages = examples::pages();
    let (_, elsewhere) = pages
        .into_iter()
        .find(|(name, _)| *name == "desk-gone")
        .unwrap();
    let lost = "Three &lt;b&gt;weeks";
    says(Lang::Zh, elsewhere, &["已经不在你们这儿了", lost]);
    let gone = unsent(&ANSWERED, MoveKind::Answer, changed);
    says(
        Lang::Zh,
        opened_page(gone),
        &[r#"<p class="typed">Three &lt;b&gt;weeks"#],
    );
}

#[test]
fn both_sides_see_the_rule_that_an_answer_rests_on() {
    use super::requests::examples::after;
    use crate::document::Page;
    use domain::policy::Programme;
    use domain::request::{Cite, Move};
    let cites = Some(Cite::programme_only(Programme::HARDSHIP_AID));
    let moves = [(Move::Take, ""), (Move::Answer { cites }, "See the rule.")];
    let link = r#"依据：<a href="/check/hardship-aid/rules">"#;
    says(Lang::Zh, opened_page(opened(&moves)), &[link]);
    says(Lang::Zh, Page::Standing(Box::new(after(&moves))), &[link]);
    let cites = Cite::condition_of(Programme::SKILL_CERTIFICATE, "1.1");
    assert!(cites.is_some());
    let moves = [(Move::Take, ""), (Move::Answer { cites }, "See the rule.")];
    let html = says(
        Lang::Zh,
        opened_page(opened(&moves)),
        &["class=\"conditions\""],
    );
    assert!(html.contains("/check/skill-certificate/rules"));
}

#[test]
fn colleagues_have_numbers_and_the_worker_is_not_you() {
    let colleague = Staff {
        id: StaffId(8),
        ..me()
    };
    let html = says(
        Lang::Zh,
        opened_page(opened_by(colleague, &ASKED)),
        &["东华门街道总工会，7 号", "职工交来诉求", "问职工一句"],
    );
    assert!(!html.contains("你交来诉求"));
    let destroyed = {
        let mut model = opened(&ASKED);
        model.events[1].note = Note::Destroyed;
        model
    };
    says(Lang::Zh, opened_page(destroyed), &["内容已经销毁"]);
}

#[test]
fn every_form_is_of_this_session_and_of_this_state() {
    let html = says(Lang::Zh, opened_page(opened(&ASKED)), &[]);
    let opening = r#"<form class="action" method="post""#;
    let forms: Vec<_> = html.split(opening).skip(1).collect();
    assert!(!forms.is_empty());
    for form in forms {
        let form = form.split("</form>").next().unwrap();
        assert!(form.contains(&format!(r#"name="form_token" value="{TOKEN}""#)));
        assert!(form.contains(r#"name="seen" value="2""#));
        assert!(form.contains(r#"name="key" value=""#));
    }
}
