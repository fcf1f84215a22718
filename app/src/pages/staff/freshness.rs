//! `/staff/freshness`: what is due to be confirmed this month, street by street.

use super::frame::{frame, post};
use crate::markup::Markup;
use crate::pages::report::due_rows;
use crate::report::{DueList, Unconfirmed};
use crate::wording::Lang;
use domain::union::Desk;
use leptos::prelude::*;

messages! {
    freshness_title: "本月待核实" / "To be confirmed this month";
    freshness_lead: "两个月没核实的，在找站点的名单里会往后排。" / "What nobody confirmed for two months sinks in the list of stations.";
    freshness_none: "这个月的都核实过了。" / "All of this month is confirmed.";
    freshness_act: "打勾的都没变，核实" / "Nothing changed in what is ticked: confirm";
    freshness_on: "看完了，到最后去核实" / "All seen: on to the button at the end";
    freshness_link: "发给看门的人" / "For whoever is there";
    freshness_link_lead: "把下面这段话发到微信。点开就能核实，不用登录；只管这个地方，只在这个月有用。" / "Send this in a message. Whoever opens it can confirm without an account: this place alone, this month alone.";
    freshness_up: "全部街道" / "All streets";
}

/// The overview.
pub(crate) fn unconfirmed(lang: Lang, model: Unconfirmed) -> impl IntoView {
    let rows: Markup = model
        .desks
        .iter()
        .map(|(desk, due, all)| {
            html!(
                r#"<li><a href=""# {address(*desk)} r#"">"# {lang.desk_first(*desk)} "</a> <span><b>"
                {lang.due_of(*due, *all)} "</b></span></li>"
            )
        })
        .collect();
    let list = match model.desks.is_empty() {
        true => html!("<p>" {lang.freshness_none()} "</p>"),
        false => html!("<ul>" {rows} "</ul>"),
    };
    let content = html!("<p>" {lang.freshness_lead()} "</p>" {list});
    frame(lang, &model.who, lang.freshness_title(), content)
}

/// What is due at one desk.
pub(crate) fn due_list(lang: Lang, model: DueList) -> impl IntoView {
    let done = model
        .confirmed
        .map(|count| html!(r#"<p class="done" role="status">"# {lang.confirmed(count)} "</p>"));
    let list = match model.due.is_empty() {
        true => html!("<p>" {lang.freshness_none()} "</p>"),
        false => {
            let inside = html!(
                r##"<p><a class="chip" href="#confirm">"## {lang.freshness_on()} "</a></p>"
                {due_rows(lang, &model.due, model.confirmed.is_some())}
                r#"<p><button class="act" id="confirm">"# {lang.freshness_act()} "</button></p>"
            );
            html!(
                {post(&address(model.desk), &model.who.form_token, inside)} "<section><h2>"
                {lang.freshness_link()} "</h2><p>" {lang.freshness_link_lead()}
                r#"</p><p class="link message" lang="zh-CN">"# {message(model.desk, &model.link)} "</p></section>"
            )
        }
    };
    let content = html!(
        "<p><b>" {lang.desk_first(model.desk)} r#"</b> · <a href="/staff/freshness">"#
        {lang.freshness_up()} "</a></p>" {done} {list}
    );
    frame(lang, &model.who, lang.freshness_title(), content)
}

/// The address of a desk's list.
fn address(desk: Desk) -> String {
    format!("/staff/freshness?desk={}", desk.code())
}

/// What is sent: in Chinese, whatever language whoever sends it reads.
fn message(desk: Desk, link: &str) -> String {
    let place = desk.name_zh();
    format!("{place}：请看一眼这个月的站点信息，没变就点一下，一分钟。{link}")
}

impl Lang {
    fn due_of(self, due: usize, all: usize) -> String {
        match self {
            Self::Zh => format!("{due} 处（共 {all} 处）"),
            Self::En => format!("{due} of {all}"),
        }
    }
}
