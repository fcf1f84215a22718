//! The worker's pages of a request as rendered.

pub(crate) mod examples;
mod held;
mod join;
mod photos;
pub(crate) mod sent;

use super::examples::{now, shell};
use super::{attribute, says};
use crate::document::{Page, render};
use crate::request::{Form, Next, Shown};
use crate::wording::Lang;
use domain::request::{Field, Limits, Move, Secret, Survey};
use examples::*;
use sent::sent;

fn html(lang: Lang, page: Page) -> String {
    render(&shell(lang), page)
}

/// What people type who mean no harm, and what others do.
const NAUGHTY: [&str; 9] = [
    "</textarea><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; DROP TABLE request; --",
    "&lt;b&gt; &amp;amp; &#60;",
    "\nfirst line empty\n\nlast too\n",
    "<!--",
    "你好 𠮷野家 👩‍👧‍👦 \u{202e}txet",
    "{{7*7}} ${7*7} %3Cb%3E",
    "]]></option></select></form>",
];

/// The same form, as it comes back from a page that nobody touched.
#[track_caller]
fn sent_again(page: Page, button: (&str, &str)) -> Form {
    let html = html(Lang::Zh, page);
    let mut inputs = sent(&html, "/requests/new");
    inputs.push((button.0.to_owned(), button.1.to_owned()));
    let inputs: Vec<_> = inputs
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    Form::read(&body(&inputs), "fresh-key-0123456789")
}

#[test]
fn whatever_is_typed_comes_back_from_every_page_as_it_was_typed() {
    for naughty in NAUGHTY {
        let line = naughty.replace('\n', " ");
        let changes = [
            ("text", naughty),
            ("employer", &*line),
            ("name", &*line),
            ("since", &*line),
            // Not asked by this category, and carried along all the same.
            ("child", &*line),
        ];
        let asked = page(next(&[changes.as_slice(), &[("contact", "")]].concat()));
        let buttons = page(next(
            &[changes.as_slice(), &[("step", "category")]].concat(),
        ));
        let checked = page(next(&changes));
        for (page, button) in [
            (asked, ("step", "check")),
            (buttons, ("category", "pay")),
            (checked, ("step", "edit")),
        ] {
            let form = sent_again(page, button);
            let text = form.draft.get(Field::Text).replace("\r\n", "\n");
            assert_eq!(text, naughty);
            for field in [Field::Employer, Field::Name, Field::Since, Field::Child] {
                assert_eq!(form.draft.get(field), line, "{field:?}");
            }
            assert_eq!(form.draft.get(Field::PhoneSeenBy), "street");
            assert_eq!(form.key, KEY);
        }
    }
}

#[test]
fn nothing_that_is_typed_becomes_an_element() {
    for (_, page) in pages() {
        let inner = html(Lang::Zh, page);
        assert!(!inner.contains("<Station>") && !inner.contains("<the>"));
    }
    for naughty in NAUGHTY {
        let every: Vec<_> = Field::all()
            .filter(|field| !matches!(field, Field::Category | Field::Contact | Field::Place))
            .map(|field| (field.code(), naughty))
            .collect();
        let html = html(Lang::Zh, page(next(&every)));
        assert!(!html.contains("<script>alert"));
        assert!(!html.contains("<img"));
        assert!(!html.contains("<!--"));
        assert_eq!(html.matches("</form>").count(), 2, "{naughty}");
        assert_eq!(html.matches("</textarea>").count(), 1, "{naughty}");
    }
}

#[test]
fn the_first_page_is_twelve_ways_on_that_keep_what_is_known() {
    let html = says(
        Lang::Zh,
        open("station=4&programme=x%26y"),
        &["工资和合同", "/requests/new?category=pay&amp;station=4"],
    );
    assert_eq!(html.matches("/requests/new?category=").count(), 12);
    assert_eq!(html.matches("&amp;programme=x%26y").count(), 12);
}

#[test]
fn every_problem_stands_above_with_a_way_to_its_field() {
    let changes = [
        ("text", ""),
        ("place", ""),
        ("phone", "12"),
        ("name_seen_by", ""),
    ];
    let html = says(
        Lang::Zh,
        page(next(&changes)),
        &[
            "<title>有地方要改：说说难处",
            r##"<a href="#f-text">写一写出了什么事。"##,
            r##"<a href="#f-place">"##,
            r##"<a href="#f-phone">"##,
            r##"<a href="#f-name_seen_by">"##,
            r#"aria-invalid="true" aria-describedby="p-text h-text""#,
            r#"id="p-phone">这不像国内的电话号码"#,
            r#"value="12""#,
            r#"tabindex="-1" autofocus>"#,
        ],
    );
    assert_eq!(html.matches(r#"class="problem""#).count(), 4);
    let long = "字".repeat(2001);
    says(
        Lang::En,
        page(next(&[("text", &long)])),
        &["2001 characters, 1 more than the 2000", &long],
    );
}

#[test]
fn help_stands_above_everything_once_somebody_may_be_in_danger() {
    let html = says(
        Lang::Zh,
        page(next(&[("text", "不想活了"), ("phone", "")])),
        &["tel:12356", "tel:120", "tel:110", "tel:12351", "还是要提交"],
    );
    let (help, rest) = (html.find("tel:12356").unwrap(), html.find("<h1>").unwrap());
    assert!(help < rest && help < html.find(r##"href="#f-phone""##).unwrap());
    assert!(html.contains(r#"name="danger" value="shown""#));
    assert!(
        !html.contains(" autofocus"),
        "it would scroll past the help"
    );
    // Also on the way back, and without a word about what is missing.
    let edited = page(next(&[("text", "不想活了"), ("step", "edit")]));
    says(Lang::En, edited, &["tel:12356", "Go on with the form"]);
}

#[test]
fn numbers_are_shown_as_they_would_be_masked() {
    let html = says(
        Lang::Zh,
        page(next(&[("text", "打 13800138000 找我")])),
        &[
            "手机号",
            "138****8000",
            r#"value="mask""#,
            r#"value="keep""#,
        ],
    );
    // The whole number stands in the text alone.
    assert_eq!(html.matches("13800138000").count(), 1);
}

#[test]
fn the_answers_say_who_gets_them_and_by_when() {
    says(
        Lang::Zh,
        page(next(&[])),
        &[
            "No pay since August.\nThree of us.",
            "东华门街道总工会",
            "12 月 1 日（周二）18:40",
            "138 0013 8000",
            "谁能看到：区总工会",
            "加密",
            r##"formaction="/requests/new#f-contact""##,
        ],
    );
    says(
        Lang::En,
        page(next(&[("category", "safety"), ("place", "not_sure")])),
        &["the city union", "Fri 20 Nov, 20:40"],
    );
}

#[test]
fn every_change_leads_to_the_field_that_it_changes() {
    let page_of = |changes: &[(&str, &str)]| html(Lang::Zh, page(next(changes)));
    let checked = page_of(&[]);
    let buttons: Vec<_> = checked
        .split("<button")
        .skip(1)
        .filter_map(|rest| {
            let tag = rest.split('>').next().unwrap();
            let field = tag.split_once("/requests/new#").map(|(_, field)| field)?;
            let step = tag
                .split_once("name=\"step\" value=\"")?
                .1
                .split('"')
                .next()?;
            Some((field.trim_end_matches('"'), step))
        })
        .collect();
    assert_eq!(buttons.len(), 6);
    for (field, step) in buttons {
        let html = page_of(&[("step", step)]);
        assert!(html.contains(&format!("id=\"{field}\"")), "{field}");
    }
}

#[test]
fn help_stands_above_a_message_that_was_not_sent_and_nothing_typed_is_lost() {
    let of = |name| {
        let mut pages = pages().into_iter();
        pages.find(|(page, _)| *page == name).unwrap().1
    };
    let html = says(
        Lang::Zh,
        of("standing-danger"),
        &[
            "tel:12356",
            "I want to kill myself</textarea>",
            r#"name="reached" value="yes" checked"#,
            r#"name="danger" value="shown""#,
        ],
    );
    assert!(html.find("tel:12356") < html.find("<h1>"));
    assert!(
        !html.contains(" autofocus"),
        "it would scroll past the help"
    );
    says(Lang::Zh, of("standing-late"), &["Too &lt;late&gt;"]);
}

#[test]
fn a_receipt_shows_the_reference_the_secret_and_the_link_with_it() {
    let model = receipt();
    let (reference, secret) = (model.filed.reference.to_string(), secret());
    let link = format!("/requests/{reference}#{}", secret.text());
    let html = says(
        Lang::Zh,
        Page::Receipt(Box::new(model)),
        &[
            &format!(r#"<p class="reference">{reference}</p>"#),
            &secret.grouped(),
            &format!(r#"href="{link}""#),
            &format!("https://nuanyi.example{link}"),
            "<svg class=\"qr\"",
            "拍张照",
            "东华门街道总工会",
        ],
    );
    assert!(!html.contains("name=\"secret\""));
}

#[test]
fn an_unknown_reference_and_a_wrong_secret_get_the_same_page() {
    let page = |reference: &str| {
        let reference = reference.to_owned();
        html(
            Lang::Zh,
            Page::Follow(crate::request::Follow {
                reference,
                denied: true,
                held: None,
            }),
        )
    };
    let (one, other) = (page("7KM-2PX-40C"), page("7KM-2PX-40D"));
    assert_eq!(one.replace("40C", "40D"), other);
    assert!(page("\"><script>").contains(r#"action="/requests/%22%3E%3Cscript%3E""#));
}

#[test]
fn the_page_of_a_request_says_what_happened_and_offers_what_can_be_done() {
    let standing = |model| Page::Standing(Box::new(model));
    says(
        Lang::Zh,
        standing(after(&ASKED)),
        &[
            r#"<li aria-current="step">在办</li>"#,
            "Where was it?",
            "答复的钟停着",
            "回答他们",
            r#"value="withdraw""#,
            "还没有人看过",
        ],
    );
    let html = says(
        Lang::Zh,
        standing(after(&ANSWERED)),
        &[
            r#"<li aria-current="step">答复</li>"#,
            "At &lt;the&gt; depot.",
            "They will pay by Friday.",
            "有人跟你联系过吗",
            "没解决，往上一级",
            "To call back",
            "看了个人信息",
        ],
    );
    assert!(!html.contains(r#"value="withdraw""#));
    assert!(!html.contains("最晚答复"));
    let html = says(
        Lang::Zh,
        standing(not_solved()),
        &[
            "东城区总工会",
            "最晚答复",
            "Nothing came.",
            r#"value="withdraw""#,
        ],
    );
    assert!(!html.contains(r#"value="solved""#));
    let solved = [
        ANSWERED.as_slice(),
        &[(Move::Solved(Survey::default()), "")],
    ]
    .concat();
    let html = says(Lang::Zh, standing(after(&solved)), &["你说解决了"]);
    assert!(!html.contains(r#"name="move""#));
    let html = says(
        Lang::Zh,
        standing(destroyed()),
        &[
            "谁也看不到了",
            "（到了保存期限，内容已经销毁）",
            "本站到了保存期限，删掉了个人信息。",
        ],
    );
    assert!(!html.contains(r#"name="move""#) && !html.contains("by Friday"));
    says(
        Lang::En,
        standing(left_alone(now().plus_minutes(60 * 1440))),
        &[
            "has passed: it went one level up",
            "Dongcheng district union",
        ],
    );
}

#[test]
fn the_secret_is_in_no_address_but_the_links_of_the_receipt() {
    let text = secret().text();
    let standing = html(Lang::Zh, Page::Standing(Box::new(after(&ANSWERED))));
    for place in attribute(&standing, "href")
        .into_iter()
        .chain(attribute(&standing, "action"))
    {
        assert!(!place.contains(&text), "{place}");
    }
    let inputs = sent(&standing, &format!("/requests/{}", filed().reference));
    let read = |value: &str| Secret::parse(value).ok().map(Shown);
    let carried = inputs.iter().find(|(name, _)| name == "secret").unwrap();
    assert_eq!(read(&carried.1), Some(Shown(secret())));
}

#[test]
fn what_is_checked_and_sent_is_what_was_checked() {
    let form = sent_again(page(next(&[])), ("step", "send"));
    let now = now();
    let Next::File(sent) = form.next(now, &Limits::NOT_FROM_SOURCES, station) else {
        panic!()
    };
    assert_eq!(sent.submission, checked(&[]).submission);
}
