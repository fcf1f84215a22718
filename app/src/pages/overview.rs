//! `/staff/overview`: the whole of what was asked, drawn and in numbers.

mod chart;
mod words;

use super::request::hidden;
use super::staff::frame::{out, ways};
use crate::live::request::street::option;
use crate::markup::Markup;
use crate::overview::{OverviewPage, Subject, names};
use crate::wording::Lang;
use chart::chart;
use domain::overview::Shown;
use domain::union::Desk;
use leptos::prelude::*;

const PAGE: &str = "/staff/overview";
const FILE: &str = "/staff/overview.csv";

messages! {
    overview_title: "全局" / "Overview";
    choose_quarter: "哪个季度" / "Which quarter";
    show_quarter: "看" / "Show";
    one_up: "上一级：" / "One level up: ";
    sum_kept: "这里的诉求太少，数字不单列，免得让人认出是谁。" / "Too few requests came here to show numbers: they might tell who it was.";
    few_explained: "写“不单列”的，是不到 5 件，或者列出来就能算出别的不到 5 件的数。" / "“Kept” is less than 5, or would let somebody compute another number that is.";
    all_kept: "数太小，或者和别处的数一减就能算出小数，这里不列。" / "Kept: small, or the numbers of other places would give small ones away.";
    counted_how: "每件诉求按最先收到它的单位和季度算一次，后来转到哪都不变。" / "Each request counts once, at the desk that got it first and in the quarter in which it came, wherever it went later.";
    no_open_reports: "都处理完了。" / "None: all of them are dealt with.";
    as_file: "下载表格（CSV）" / "Download as CSV";
    overview_unreached: "这几家暂时连不上，数字里没有它们的：" / "Out of reach just now, and not in these numbers: ";
}

/// The page.
pub(crate) fn overview(lang: Lang, model: OverviewPage) -> impl IntoView {
    let charts: Markup = model
        .charts(lang)
        .into_iter()
        .map(|(subject, bars)| match bars {
            Some(bars) if bars.is_empty() => without(lang, subject, lang.no_open_reports()),
            Some(bars) => chart(lang, &model, subject, &bars),
            None => without(lang, subject, lang.all_kept()),
        })
        .collect();
    let content = html!(
        {ways(lang, &model.who)} "<h1>" {lang.overview_title()} " <small>" {lang.desk(model.place)} "</small></h1>"
        {choice(lang, &model)} {up(lang, &model)} {unreached(lang, &model.unreached)} {sum(lang, &model)}
        r#"<p class="soft">"# {lang.counted_how()} " " {lang.few_explained()} r#"</p><div class="charts">"# {charts}
        r#"</div><p><a class="chip" href=""# {model.address(FILE, model.place)} r#"">"# {lang.as_file()} "</a></p>"
        {out(lang, &model.who)}
    );
    view! { <article class="desk overview" inner_html=content.into_html()></article> }
}

/// The choice of a quarter; the place stays.
fn choice(lang: Lang, model: &OverviewPage) -> Markup {
    let quarters: Markup = model
        .quarters
        .iter()
        .map(|quarter| {
            let chosen = *quarter == model.quarter;
            option(&quarter.to_string(), lang.quarter(*quarter), chosen)
        })
        .collect();
    html!(
        r#"<form class="narrow" action=""# {PAGE} r#"">"# {hidden(names::PLACE, &model.place.code())}
        r#"<select name=""# {names::QUARTER} r#"" aria-label=""# {lang.choose_quarter()} r#"">"# {quarters}
        "</select> <button>" {lang.show_quarter()} "</button></form>"
    )
}

/// The way back up, as far as this person may go.
fn up(lang: Lang, model: &OverviewPage) -> Option<Markup> {
    let up = model
        .place
        .up()
        .filter(|_| model.place != model.who.staff.desk)?;
    Some(html!(
        r#"<p><a class="chip" href=""# {model.address(PAGE, up)} r#"">"# {lang.one_up()} {lang.desk_first(up)} "</a></p>"
    ))
}

fn unreached(lang: Lang, desks: &[Desk]) -> Option<Markup> {
    (!desks.is_empty()).then(|| {
        html!(
            r#"<p class="problems" role="alert">"# {lang.overview_unreached()} {lang.desks(desks)} "</p>"
        )
    })
}

fn sum(lang: Lang, model: &OverviewPage) -> Markup {
    match model.overview.sum {
        Shown::Exact(count) => html!(
            r#"<p class="sum"><b>"# {count} "</b> " {lang.sum_words()} "</p>"
        ),
        Shown::Hidden => html!("<p>" {lang.sum_kept()} "</p>"),
    }
}

/// What would be a chart, and why it is none.
fn without(lang: Lang, subject: Subject, why: &str) -> Markup {
    html!(
        r#"<section class="figure"><h2>"# {lang.charted(subject)} r#"</h2><p class="soft">"# {why}
        "</p></section>"
    )
}
