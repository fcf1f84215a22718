//! Dealing with a request together with a like one, as the pages show it.

use super::super::says;
use super::examples::*;
use super::sent::sent;
use crate::document::Page;
use crate::request::{Form, Next, Step};
use crate::wording::Lang;
use domain::request::{Limits, Move, Survey};

#[test]
fn a_like_one_is_offered_with_nothing_of_it_but_how_it_stands() {
    let mut model = checked(&AT_STATION);
    model.like = Some(like());
    let page = Page::CheckAnswers(Box::new(model));
    let html = says(
        Lang::Zh,
        page,
        &[
            "已经有一件一样的在办",
            "办理中",
            "12 月 1 日（周二）18:40",
            "东华门街道总工会",
            r#"class="act" name="step" value="join""#,
            r#"class="" name="step" value="send""#,
        ],
    );
    assert_eq!(
        html.matches(r#"class="act""#).count(),
        1,
        "one main thing to do"
    );
    assert!(!html.contains(&filed().reference.to_string()));

    for (button, step) in [("join", Step::Join), ("send", Step::Send)] {
        let mut inputs = sent(&html, "/requests/new");
        inputs.push(("step".to_owned(), button.to_owned()));
        let inputs: Vec<_> = inputs
            .iter()
            .map(|(name, value)| (&**name, &**value))
            .collect();
        let form = Form::read(&body(&inputs), "fresh-key-0123456789");
        let limits = Limits::NOT_FROM_SOURCES;
        let Next::File(sent) = form.next(super::now(), &limits, station) else {
            panic!("{button}")
        };
        assert_eq!(sent.form.step, step);
    }
}

#[test]
fn nothing_is_offered_where_there_is_nothing_like_it() {
    let page = Page::CheckAnswers(Box::new(checked(&AT_STATION)));
    let html = says(Lang::Zh, page, &[r#"class="act" name="step" value="send""#]);
    assert!(!html.contains("value=\"join\""));
}

#[test]
fn the_receipt_says_that_it_was_joined_and_promises_no_time_of_its_own() {
    let page = Page::Receipt(Box::new(joined_receipt()));
    let html = says(Lang::Zh, page, &["跟一件一样的并在一起办", "拍张照"]);
    assert!(!html.contains("最晚答复"));
}

#[test]
fn the_page_of_a_joined_request_shows_how_the_other_stands() {
    let html = says(
        Lang::Zh,
        Page::Standing(Box::new(joined())),
        &[
            "一起办的那件",
            "办理中",
            "12 月 1 日（周二）18:40",
            "并案",
            "没解决，往上一级",
        ],
    );
    assert!(!html.contains(&other().to_string()));
    let mut up = joined();
    let no = domain::request::Event {
        what: Move::NotSolved(Survey::default()),
        ..up.events[0].clone()
    };
    assert_eq!(up.request.apply(&no), Ok(()));
    (up.events, up.other) = ([up.events, vec![no]].concat(), None);
    let page = Page::Standing(Box::new(up));
    let html = says(Lang::Zh, page, &["重新办", "东城区总工会"]);
    assert!(!html.contains("一起办的那件"));
}
