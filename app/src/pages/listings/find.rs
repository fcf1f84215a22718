//! The entries that somebody looks for.

use super::{address, way};
use crate::listings::{Find, Row, names};
use crate::markup::Markup;
use crate::pages::staff::frame::frame;
use crate::pages::staff::inputs::Line;
use crate::wording::Lang;
use domain::listing::Subject;
use domain::staff::{Action, may};
use leptos::prelude::*;

messages! {
    find_label: "名称、地址、街道、类型、拼音或编号" / "Name, address, street, kind, pinyin or number";
    find_act: "找" / "Find";
    find_everywhere: "别处的也找" / "Elsewhere too";
    find_total: "共：" / "In all: ";
    find_none: "没有找到。换个词，或者只写一部分。" / "None was found. Try another word, or less of it.";
    find_more: "只列出了前面这些，把词写得再细一点。" / "Only the first are listed here: say more of the name.";
    find_closed: "永久关闭" / "closed for good";
    find_elsewhere: "别处的" / "elsewhere";
}

/// The page.
pub(super) fn find(lang: Lang, model: Find) -> impl IntoView {
    let Find {
        who,
        subject,
        words,
        everywhere,
        rows,
        total,
    } = model;
    let line = Line {
        name: names::WORDS,
        label: lang.find_label(),
        hint: None,
        problem: None,
        value: &words,
        attributes: r#" type="search" autocomplete="off" maxlength="40""#,
    };
    let checked = everywhere.then(|| html!(" checked"));
    let list: Markup = rows.iter().map(|one| row(lang, subject, one)).collect();
    let list = match rows.is_empty() {
        true => html!("<p>" {lang.find_none()} "</p>"),
        false => html!("<ul>" {list} "</ul>"),
    };
    let more = (total > rows.len()).then(|| html!("<p>" {lang.find_more()} "</p>"));
    let may_edit = may(who.staff, Action::EditListing, who.staff.desk);
    let new = may_edit.then(|| way(&address(subject, None), lang.new_title(subject)));
    let duplicates = (may_edit && subject == Subject::Stations)
        .then(|| way("/staff/duplicates", lang.duplicates_title()));
    let content = html!(
        "<p>" {new} {duplicates} r#"</p><form method="get" action="/staff/"# {subject.code()} "\">" {line.field()}
        r#"<label class="tick"><input type="checkbox" name=""# {names::EVERYWHERE} r#"" value="yes""# {checked} "> "
        {lang.find_everywhere()} r#"</label><p><button class="quiet">"# {lang.find_act()}
        "</button></p></form><p>" {lang.find_total()} {total.to_string()} "</p>" {list} {more}
    );
    frame(lang, &who, lang.kept_title(subject), content)
}

fn row(lang: Lang, subject: Subject, row: &Row) -> Markup {
    let named = html!(r#"<span lang="zh-CN">"# {&*row.name} "</span>");
    let named = match row.is_own {
        true => html!(
            r#"<a href=""# {address(subject, Some(row.number))} "\">" {named} "</a>"
        ),
        false => html!("<span>" {named} " (" {lang.find_elsewhere()} ")</span>"),
    };
    let closed = row
        .is_closed
        .then(|| html!(" · <b>" {lang.find_closed()} "</b>"));
    html!(
        "<li>" {named} " <span>№ " {row.number} " · " {lang.desk_first(row.desk)} " · " {&*row.address} {closed}
        "</span></li>"
    )
}
