//! What was asked: masked, or once as it was written where that was asked for with a reason.

use super::super::request::answers::{details, place};
use crate::desk::Opened;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::{Personal, Seen, SeenContact};

messages! {
    asked_heading: "要办什么" / "What is asked";
    asked_masked: "号码和名字打了码，要看写理由。" / "Numbers and names are masked; looking takes a reason.";
    asked_destroyed: "到了保存期限，写的内容已经销毁。" / "What was written was destroyed at the end of its retention.";
    asked_name: "名字" / "Name";
    asked_phone: "电话" / "Number";
    contact_way: "怎么回话" / "How to answer";
    only_here: "只在网页上看" / "Here alone";
    is_anonymous: "匿名，只在网页上看" / "Anonymous, here alone";
    is_withheld: "不给这一级看" / "Not for this level to see";
    revealed_once: "个人信息只显示这一次。职工看得到是哪个工会看的、什么时候、为什么。" / "The personal data is shown this once. The worker sees which union looked, when and why.";
}

/// What is asked.
pub(super) fn asked(lang: Lang, model: &Opened) -> Markup {
    let content = match &model.seen {
        Some(seen) => told(lang, model, seen),
        None => html!("<p>" {lang.asked_destroyed()} "</p>"),
    };
    html!(
        r#"<section class="told"><h2>"# {lang.asked_heading()} "</h2>" {content} "</section>"
    )
}

fn told(lang: Lang, model: &Opened, seen: &Seen) -> Markup {
    let about = match model.is_revealed {
        true => html!(
            r#"<p class="done" role="status" tabindex="-1" autofocus>"# {lang.revealed_once()} "</p>"
        ),
        false => html!(r#"<p class="soft">"# {lang.asked_masked()} "</p>"),
    };
    let rows: Markup = details(lang, &seen.details)
        .map(|row| fact(row.name, row.answer))
        .collect();
    html!(
        {about} r#"<p class="typed">"# {&*seen.text} "</p><dl>"
        {fact(lang.answer_place(), place(lang, seen.place, model.station.as_deref()))} {rows}
        {photos(lang, model, seen.photos)} {contact(lang, model, &seen.contact)} "</dl>"
    )
}

/// Ways to the photos: each is opened on purpose, because that is on record.
fn photos(lang: Lang, model: &Opened, count: usize) -> Option<Markup> {
    let reference = model.request.reference().to_string();
    let link = |number: u32| {
        html!(
            r#"<a class="chip" href="/staff/requests/"# {&*reference} "/photos/" {number} r#"" target="_blank">"#
            {lang.photo(number)} "</a> "
        )
    };
    let links: Markup = (1..).take(count).map(link).collect();
    (count > 0).then(|| fact(lang.answer_photos(), links))
}

fn contact(lang: Lang, model: &Opened, contact: &SeenContact) -> Markup {
    let way = |words: &str| fact(lang.contact_way(), html!({ words }));
    let (how, name) = match contact {
        SeenContact::Anonymous => (way(lang.is_anonymous()), None),
        SeenContact::Reference { name } => (way(lang.only_here()), name.as_ref()),
        SeenContact::Phone { phone, name } => {
            let number = match phone {
                Personal::Told(number) if model.is_revealed => call(number),
                other => personal(lang, other),
            };
            (fact(lang.asked_phone(), number), name.as_ref())
        }
    };
    let name = name.map(|name| fact(lang.asked_name(), personal(lang, name)));
    html!({how} {name})
}

fn personal(lang: Lang, personal: &Personal) -> Markup {
    match personal {
        Personal::Told(told) => html!({ &**told }),
        Personal::Withheld => html!(r#"<span class="soft">"# {lang.is_withheld()} "</span>"),
    }
}

fn call(number: &str) -> Markup {
    html!(r#"<a class="chip" href="tel:"# {number} "\">" {number} "</a>")
}

fn fact(name: &str, value: Markup) -> Markup {
    html!("<div><dt>" {name} "</dt><dd>" {value} "</dd></div>")
}
