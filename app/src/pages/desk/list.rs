//! `/staff/requests`: the requests of a desk and of those below it, the most urgent first.

use super::super::staff::frame::{out, ways};
use super::narrowing::{look, narrow};
use super::row::rows;
use super::several::several;
use crate::desk::{List, Narrowing, Shown, Unsent};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::time::BeijingTime;
use domain::union::Desk;
use leptos::prelude::*;

messages! {
    nothing_at_desk: "没有诉求。" / "There are no requests.";
    nothing_narrowed: "没有这样的诉求。" / "There are no such requests.";
    nothing_looked: "没找到。编号和电话要写全，话要是原话里的。" / "Nothing found. References and numbers must be whole; words must be those of the request.";
    found_bounded: "可能还有别的，写得再细一点。" / "There may be more. Look for something more exact.";
    unreached_desks: "这几家的诉求暂时连不上，下面没有，也没算进去：" / "Out of reach just now, and neither shown nor counted: ";
    request_gone: "你写的时候，这件诉求已经不在你们这儿了，没发出去。你写的：" / "While you were writing the request went elsewhere. This was not sent:";
    looked_for: "找的是：" / "Looked for: ";
    whole_desk: "看全部" / "Show everything";
    first_page: "回第一页" / "Back to the first page";
    pages_of_list: "翻页" / "Pages";
}

/// The page.
pub(crate) fn list(lang: Lang, now: BeijingTime, model: List) -> impl IntoView {
    let done = model.done.and_then(|kind| lang.was_done(kind));
    let done = done.map(|words| html!(r#"<p class="done" role="status">"# {words} "</p>"));
    let unsent = model.unsent.as_ref().map(|unsent| gone(lang, unsent));
    let (above, below) = match &model.shown {
        Shown::Page {
            narrowing,
            overdue,
            soon,
            next,
        } => (
            html!(
                {counts(lang, *overdue, *soon)} {look(lang, &model.who.form_token)} {narrow(lang, narrowing)}
            ),
            Some(html!({several(lang, &model, narrowing)} {pages(lang, narrowing, next.as_ref())})),
        ),
        Shown::Found { words, bounded } => (
            html!({look(lang, &model.who.form_token)} {looked(lang, words)}),
            bounded.then(|| html!(r#"<p class="soft">"# {lang.found_bounded()} "</p>")),
        ),
    };
    let content = html!(
        {ways(lang, &model.who)} {done} {unsent} "<h1>" {lang.desk_title()} " <small>"
        {lang.desk(model.who.staff.desk)} "</small></h1>" {above} {unreached(lang, &model.unreached)}
        {found(lang, now, &model)} {below} {out(lang, &model.who)}
    );
    view! { <article class="desk" inner_html=content.into_html()></article> }
}

/// How many are late and soon, of the whole desk.
fn counts(lang: Lang, overdue: u32, soon: u32) -> Markup {
    // Red is for what is late, not for saying that nothing is.
    let class = if overdue > 0 { "overdue" } else { "" };
    html!(
        r#"<p class="counts"><span class=""# {class} "\">" {lang.count_overdue(overdue)}
        r#"</span> <span class="soon">"# {lang.count_soon(soon)} "</span></p>"
    )
}

fn looked(lang: Lang, words: &str) -> Markup {
    html!(
        "<p>" {lang.looked_for()} "<b>" {words} r#"</b></p><p><a class="chip" href="/staff/requests">"#
        {lang.whole_desk()} "</a></p>"
    )
}

fn found(lang: Lang, now: BeijingTime, model: &List) -> Markup {
    let nothing = match &model.shown {
        Shown::Found { .. } => lang.nothing_looked(),
        Shown::Page { narrowing, .. } if narrowing.is_narrow() => lang.nothing_narrowed(),
        Shown::Page { .. } => lang.nothing_at_desk(),
    };
    match &*model.rows {
        [] => html!(r#"<p role="status">"# {nothing} "</p>"),
        _ => rows(lang, now, model),
    }
}

/// Whose requests are missing, because their keepers do not answer.
fn unreached(lang: Lang, desks: &[Desk]) -> Option<Markup> {
    (!desks.is_empty()).then(|| {
        html!(
            r#"<p class="problems" role="alert">"# {lang.unreached_desks()} {lang.desks(desks)} "</p>"
        )
    })
}

/// What was written to a request that is not at this desk any more: to be copied.
fn gone(lang: Lang, unsent: &Unsent) -> Markup {
    html!(
        r#"<section class="problems" role="alert"><p>"# {lang.request_gone()} r#"</p><p class="typed">"#
        {&*unsent.typed.note} "</p></section>"
    )
}

/// The next page; the list moves on by itself, so that the way back is the first one.
fn pages(lang: Lang, narrowing: &Narrowing, next: Option<&String>) -> Option<Markup> {
    let to = |after: Option<&String>, words: &str| {
        let narrowing = Narrowing {
            after: after.cloned(),
            ..narrowing.clone()
        };
        html!(r#"<a class="chip" href=""# {narrowing.address()} r#"">"# {words} "</a>")
    };
    let first = narrowing.after.is_some();
    let first = first.then(|| to(None, lang.first_page()));
    let next = next.map(|next| to(Some(next), lang.next_page()));
    (first.is_some() || next.is_some()).then(|| {
        html!(
            r#"<nav class="ways" aria-label=""# {lang.pages_of_list()} r#"">"# {first} {next} "</nav>"
        )
    })
}

impl Lang {
    fn count_overdue(self, count: u32) -> String {
        match self {
            Self::Zh => format!("超期 {count} 件"),
            Self::En => format!("{count} overdue"),
        }
    }

    fn count_soon(self, count: u32) -> String {
        match self {
            Self::Zh => format!("即将到期 {count} 件"),
            Self::En => format!("{count} due soon"),
        }
    }
}
