//! `/staff/audit`: who did what with requests, who looked, and whether the record is whole.

use super::staff::frame::{out, ways};
use crate::audit::{AuditPage, Checked, Trail, names};
use crate::live::request::street::option;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::{Broken, Deed, MoveKind, Record};
use leptos::prelude::*;

const PAGE: &str = "/staff/audit";
const FILE: &str = "/staff/audit.csv";

messages! {
    audit_title: "操作记录" / "The record";
    whose_chain: "谁的记录" / "Whose record";
    what_was_done: "做了什么" / "What was done";
    any_deed: "什么都算" / "Anything";
    by_number: "几号（账号的编号）" / "By no. (of the account)";
    of_request: "哪一件（编号）" / "Request (reference)";
    day_from: "从哪天" / "From";
    day_to: "到哪天" / "To";
    narrow_record: "筛一下" / "Show";
    no_records: "没有这样的记录。" / "There is nothing like this on record.";
    older_records: "更早的" / "Earlier";
    record_file: "下载表格（CSV）" / "Download as CSV";
    check_chain: "核对整条记录" / "Check the whole record";
    when_column: "时间" / "When";
    who_column: "谁" / "Who";
    request_column: "诉求" / "Request";
}

/// The page.
pub(crate) fn audit(lang: Lang, model: AuditPage) -> impl IntoView {
    let here = Trail {
        keeper: Some(model.keeper),
        checks: false,
        ..model.trail.clone()
    };
    let to = |trail: &Trail, page: &str, words: &str| html!(r#"<a class="chip" href=""# {trail.address(page)} r#"">"# {words} "</a> ");
    let next = model.next.map(|number| {
        let trail = Trail {
            before: Some(number),
            ..here.clone()
        };
        to(&trail, PAGE, lang.older_records())
    });
    let check = model.may_check.then(|| {
        let trail = Trail {
            keeper: Some(model.keeper),
            checks: true,
            ..Trail::default()
        };
        to(&trail, PAGE, lang.check_chain())
    });
    let checked = model.checked.map(|checked| result(lang, checked));
    let content = html!(
        {ways(lang, &model.who)} "<h1>" {lang.audit_title()} " <small>" {lang.desk(model.keeper)} "</small></h1>"
        {checked} {narrow(lang, &model)} {table(lang, &model.records)} r#"<p class="ways">"# {next}
        {to(&here, FILE, lang.record_file())} {check} "</p>" {out(lang, &model.who)}
    );
    view! { <article class="desk record" inner_html=content.into_html()></article> }
}

fn result(lang: Lang, checked: Checked) -> Markup {
    match checked {
        Checked::Sound { entries, last } => html!(
            r#"<p class="done" role="status">"# {lang.sound(entries)} r#" <code class="key">"# {last.to_string()}
            "</code></p>"
        ),
        Checked::Broken(first) => {
            let words = match first.broken {
                Broken::Number { found } => lang.other_number(first.place, found),
                Broken::Hash => lang.other_hash(first.place),
            };
            html!(r#"<p class="problems" role="alert">"# {words} "</p>")
        }
        Checked::Unreadable(place) => html!(
            r#"<p class="problems" role="alert">"# {lang.unreadable_entry(place)} "</p>"
        ),
    }
}

fn narrow(lang: Lang, model: &AuditPage) -> Markup {
    let trail = &model.trail;
    let keepers: Markup = model
        .keepers
        .iter()
        .map(|desk| option(&desk.code(), lang.desk_first(*desk), *desk == model.keeper))
        .collect();
    let looks = [Deed::Opened, Deed::Found, Deed::Filed].into_iter();
    let moves = MoveKind::ALL.iter().copied().map(Deed::Moved);
    let deeds: Markup = looks
        .chain(moves)
        .map(|deed| option(deed.code(), lang.deed(deed), trail.what == Some(deed)))
        .collect();
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string());
    let input = |name: &'static str, kind: &'static str, label: &str, value: Option<String>| {
        html!(
            r#"<label>"# {label} r#" <input type=""# {kind} r#"" name=""# {name} r#"" value=""# {value} r#""></label> "#
        )
    };
    html!(
        r#"<form class="narrow" action=""# {PAGE} r#""><select name=""# {names::DESK} r#"" aria-label=""#
        {lang.whose_chain()} r#"">"# {keepers} r#"</select> <select name=""# {names::WHAT} r#"" aria-label=""#
        {lang.what_was_done()} r#"">"# {option("", lang.any_deed(), trail.what.is_none())} {deeds} "</select> "
        {input(names::REFERENCE, "text", lang.of_request(), trail.reference.map(|of| of.to_string()))}
        {input(names::BY, "text", lang.by_number(), trail.by.map(|id| id.0.to_string()))}
        {input(names::FROM, "date", lang.day_from(), day(trail.from))}
        {input(names::TO, "date", lang.day_to(), day(trail.to))} "<button>" {lang.narrow_record()} "</button></form>"
    )
}

fn table(lang: Lang, records: &[Record]) -> Markup {
    if records.is_empty() {
        return html!(r#"<p role="status">"# {lang.no_records()} "</p>");
    }
    let rows: Markup = records.iter().map(|record| row(lang, record)).collect();
    html!(
        r#"<table><caption class="unseen">"# {lang.audit_title()} r#"</caption><thead><tr><th scope="col">"#
        {lang.when_column()} r#"</th><th scope="col">"# {lang.who_column()} r#"</th><th scope="col">"#
        {lang.what_was_done()} r#"</th><th scope="col">"# {lang.request_column()} "</th></tr></thead><tbody>" {rows}
        "</tbody></table>"
    )
}

fn row(lang: Lang, record: &Record) -> Markup {
    let entry = &record.entry;
    let reference = entry.reference.to_string();
    let at = entry.at.to_rfc3339();
    let shown = at.get(..16).unwrap_or_default().replace('T', " ");
    html!(
        r#"<tr><td><time datetime=""# {&*at} r#"">"# {shown} "</time></td><td>" {lang.actor(entry.actor)} "</td><td>"
        {lang.deed(entry.what)} r#"</td><td><a href="/staff/requests/"# {&*reference} r#"">"# {&*reference}
        "</a></td></tr>"
    )
}

impl Lang {
    fn sound(self, entries: usize) -> String {
        match self {
            Self::Zh => format!("{entries} 条都和写下时一样。最后一条的指纹："),
            Self::En => format!("All {entries} entries are as they were written. The last hash:"),
        }
    }

    fn other_number(self, place: u64, found: u64) -> String {
        match self {
            Self::Zh => format!("从第 {place} 条起对不上：那里写的是第 {found} 条。"),
            Self::En => format!("Broken at entry {place}: number {found} stands there."),
        }
    }

    fn other_hash(self, place: u64) -> String {
        match self {
            Self::Zh => format!("从第 {place} 条起对不上：指纹和前面的不符。"),
            Self::En => {
                format!("Broken at entry {place}: its hash does not fit it and those before it.")
            }
        }
    }

    fn unreadable_entry(self, place: usize) -> String {
        match self {
            Self::Zh => format!("第 {place} 条读不出来。"),
            Self::En => format!("Entry {place} cannot be read."),
        }
    }
}
