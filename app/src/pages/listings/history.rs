//! Every version of an entry: who, when and why; two side by side; any once more.

use super::difference::difference;
use super::{address, way};
use crate::listings::{History, Wish, names};
use crate::live::request::street::option;
use crate::markup::Markup;
use crate::pages::staff::frame::{frame, post};
use crate::pages::staff::inputs::hidden;
use crate::wording::Lang;
use domain::listing::Subject;
use domain::listing::entry::Cells;
use domain::listing::history::Version;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    history_unlisted: "从清单里撤下" / "taken off the list";
    history_restore: "恢复成这一版" / "Restore this version";
    history_compare: "比一比" / "Compare";
    history_older: "旧的" / "The older";
    history_newer: "新的" / "The newer";
    history_changed: "改了什么" / "What changed";
    history_back: "回到表单" / "Back to the form";
}

/// The page.
pub(super) fn history(lang: Lang, now: BeijingTime, model: History) -> impl IntoView {
    let title = super::title(lang, &crate::listings::Page::History(model.clone()));
    let rows: Markup = model
        .versions
        .iter()
        .enumerate()
        .map(|(index, version)| {
            let before = model.versions.get(index + 1);
            row(lang, now, &model, version, before)
        })
        .collect();
    let content = html!(
        "<p>" {way(&address(model.subject, Some(model.number)), lang.history_back())} "</p>"
        {compare(lang, &model)} "<ol class=\"events\">" {rows} "</ol>"
    );
    frame(lang, &model.who, &title, content)
}

fn row(
    lang: Lang,
    now: BeijingTime,
    model: &History,
    version: &Version,
    before: Option<&Version>,
) -> Markup {
    let cells = |version: &Version| version.cells.clone();
    let (was, is) = (before.and_then(cells), cells(version));
    let unlisted = is
        .is_none()
        .then(|| html!(" · <b>" {lang.history_unlisted()} "</b>"));
    let latest = model.versions.first().map_or(0, |latest| latest.number);
    let restore = (model.may_edit && is.is_some() && version.number != latest).then(|| {
        let form = html!(
            {hidden(names::BASE, &latest.to_string())} {hidden(names::RESTORES, &version.number.to_string())}
            {hidden(names::WISH, Wish::Look.code())} r#"<button class="quiet">"# {lang.history_restore()}
            "</button>"
        );
        post(&address(model.subject, Some(model.number)), &model.who.form_token, form)
    });
    let difference = was
        .as_ref()
        .or(is.as_ref())
        .filter(|_| before.is_some())
        .map(|_| details(lang, model.subject, was.as_ref(), is.as_ref()));
    html!(
        "<li><p><b>" {lang.version(version.number)} "</b> · " {lang.cause(version.batch.cause)}
        {unlisted} r#"</p><p class="soft">"# {lang.when_and_who(&version.batch, now)} r#" · <a href="/staff/changes/"#
        {version.batch.id} "\">" {lang.change_title()} "</a></p><p class=\"typed\">" {&*version.batch.why} "</p>"
        {difference} {restore} "</li>"
    )
}

/// What a change did, to be opened.
pub(super) fn details(
    lang: Lang,
    subject: Subject,
    before: Option<&Cells>,
    after: Option<&Cells>,
) -> Markup {
    html!(
        "<details><summary>" {lang.history_changed()} "</summary>" {difference(lang, subject, before, after)}
        "</details>"
    )
}

fn compare(lang: Lang, model: &History) -> Option<Markup> {
    let [latest, before, ..] = &model.versions[..] else {
        return None;
    };
    let (from, to) = model.compared.unwrap_or((before.number, latest.number));
    let select = |name: &str, label: &str, chosen: u32| {
        let options: Markup = model
            .versions
            .iter()
            .map(|version| {
                let number = version.number.to_string();
                option(
                    &number,
                    lang.version(version.number),
                    version.number == chosen,
                )
            })
            .collect();
        html!(
            r#"<label class="presence"><span>"# {label} r#"</span> <select name=""# {name} "\">" {options}
            "</select></label>"
        )
    };
    let cells = |number: u32| {
        let mut versions = model.versions.iter();
        let version = versions.find(|version| version.number == number);
        version.and_then(|version| version.cells.as_ref())
    };
    let shown = model
        .compared
        .map(|(from, to)| difference(lang, model.subject, cells(from), cells(to)));
    Some(html!(
        r#"<form method="get">"# {select(names::FROM, lang.history_older(), from)}
        {select(names::TO, lang.history_newer(), to)} r#"<p><button class="quiet">"# {lang.history_compare()}
        "</button></p></form>" {shown}
    ))
}

impl Lang {
    /// A version, by its number.
    fn version(self, number: u32) -> String {
        match self {
            Self::Zh => format!("第 {number} 版"),
            Self::En => format!("Version {number}"),
        }
    }
}
