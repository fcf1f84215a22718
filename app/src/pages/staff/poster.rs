//! `/staff/stations/{id}/poster`: a sheet for the door, A4, Chinese with small English.

use crate::markup::Markup;
use crate::pages::request::qr;
use crate::report::Poster;
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    poster_hint: "用浏览器的“打印”印成一张 A4。" / "Print it on one sheet of A4.";
}

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// The sheet. Whatever language whoever prints it reads, the door speaks both.
pub(crate) fn poster(lang: Lang, model: Poster) -> impl IntoView {
    let station = &model.station;
    let both = |zh: &str, en: &str| html!(r#"<span lang="zh-CN">"# {zh} r#"</span> <small lang="en">"# {en} "</small>");
    let [hours_zh, hours_en] = LANGS.map(|lang| lang.hours_in_words(&station.hours));
    let hours: Markup = hours_zh
        .iter()
        .zip(&hours_en)
        .map(|(zh, en)| html!("<li>" {both(zh, en)} "</li>"))
        .collect();
    let hours = match hours_zh.is_empty() {
        true => html!("<p>" {both("开放时间看门口通知", "Hours: see the notice here")} "</p>"),
        false => html!(r#"<ul class="hours">"# {hours} "</ul>"),
    };
    let inside: Markup = station
        .amenities
        .present()
        .iter()
        .map(|one| html!("<li>" {both(Lang::Zh.amenity(one), Lang::En.amenity(one))} "</li>"))
        .collect();
    let code = |address: &str, zh: &str, en: &str| html!(r#"<figure>"# {qr(zh, address)} "<figcaption>" {both(zh, en)} "</figcaption></figure>");
    let html = html!(
        r#"<p class="on-screen">"# {lang.poster_hint()} r#"</p><div class="door-sheet"><p class="mark">"#
        {both("暖驿 · 工会请你进来歇歇", "Come in and rest: your union’s place")} r#"</p><h1 lang="zh-CN">"#
        {&*station.text.name} r#"</h1><p lang="zh-CN">"# {&*station.text.address} "</p>" {hours}
        r#"<ul class="inside">"# {inside} r#"</ul><div class="codes">"#
        {code(&model.page, "时间变了没有、怎么走，扫这里", "Hours and the way here")}
        {code(&model.door, "里面人多不多，扫一下告诉大家", "Tell others how full it is")}
        r#"</div><p class="mark">"# {both("工会热线 12351", "The union’s help line: 12351")} "</p></div>"
    );
    view! { <article class="poster" inner_html=html.into_html()></article> }
}
