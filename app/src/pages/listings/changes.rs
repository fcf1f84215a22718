//! What was done at once, and taking it back.

use super::history::details;
use super::{address, way};
use crate::listings::{Changes, OneChange, names};
use crate::markup::Markup;
use crate::pages::staff::frame::{frame, post};
use crate::pages::staff::inputs::Line;
use crate::wording::Lang;
use domain::listing::history::{Batch, Step, UndoCounts};
use domain::listing::import::Alarm;
use domain::listing::second::Second;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    changes_none: "还没有改动。" / "Nothing was changed yet.";
    changes_older: "更早的" / "Earlier";
    change_undoes: "撤销的是：" / "It took back: ";
    change_undone: "后来被撤销：" / "It was taken back by: ";
    change_whole: "能完全恢复的：" / "Become what they were: ";
    change_part: "能恢复一部分的：" / "Become so in part: ";
    change_prevented: "后来又改过、恢复不了的：" / "Changed again since, and stay: ";
    change_already: "本来就已经恢复的：" / "Are so already: ";
    change_undo: "撤销这次改动" / "Take this change back";
    change_undo_lead: "撤销是一次新的改动，历史都留着。后来别人改过的地方不动。" / "Taking it back is a new change, and the history stays. What others changed since is not touched.";
    change_undo_propose: "提议撤销" / "Propose to take it back";
    change_takes_two: "撤销这次改动要第二个人确认，在那之前什么都不动。" / "Taking this back needs a second person. Until then nothing is changed.";
    change_sensitive: "其中会永久关闭、撤下或挪得远的：" / "Of it, close for good, leave the list or move far: ";
    change_nothing: "没有什么可以撤销的。" / "Nothing of it can be taken back.";
    change_all_stays: "后来改过，恢复不了" / "changed again since: it stays";
    change_some_stays: "后来改过，这些不动：" / "changed again since, this stays: ";
    change_next: "后面的" / "More entries";
}

/// The list.
pub(super) fn changes(lang: Lang, now: BeijingTime, model: Changes) -> impl IntoView {
    let rows: Markup = model
        .batches
        .iter()
        .map(|batch| row(lang, now, batch))
        .collect();
    let list = match model.batches.is_empty() {
        true => html!("<p>" {lang.changes_none()} "</p>"),
        false => html!("<ul>" {rows} "</ul>"),
    };
    let next = model.next.map(|before| {
        way(
            &format!("/staff/changes?before={before}"),
            lang.changes_older(),
        )
    });
    frame(
        lang,
        &model.who,
        lang.changes_title(),
        html!({list} "<p>" {next} "</p>"),
    )
}

fn row(lang: Lang, now: BeijingTime, batch: &Batch) -> Markup {
    html!(
        r#"<li><a href="/staff/changes/"# {batch.id} "\">" {lang.cause(batch.cause)} " · "
        {lang.listing(batch.subject)} " · " {lang.entries(batch.entries)} "</a> <span>"
        {lang.when_and_who(batch, now)} " · " {lang.desk_first(batch.desk)} " " {&*batch.why} "</span></li>"
    )
}

/// One of them.
pub(super) fn one_change(lang: Lang, now: BeijingTime, model: OneChange) -> impl IntoView {
    let batch = &model.batch;
    let steps: Markup = model
        .steps
        .iter()
        .map(|one| step(lang, batch, one))
        .collect();
    let link = |words: &str, id: Option<u32>| {
        id.map(|id| html!("<p>" {words} {way(&format!("/staff/changes/{id}"), lang.change_title())} "</p>"))
    };
    let next = model.next.map(|after| {
        way(
            &format!("/staff/changes/{}?after={after}", batch.id),
            lang.change_next(),
        )
    });
    let content = html!(
        "<p><b>" {lang.cause(batch.cause)} "</b> · " {lang.listing(batch.subject)} " · "
        {lang.entries(batch.entries)} r#"</p><p class="soft">"# {lang.when_and_who(batch, now)} " · "
        {lang.desk_first(batch.desk)} r#"</p><p class="typed">"# {&*batch.why} "</p>"
        {link(lang.change_undoes(), batch.undoes)} {link(lang.change_undone(), batch.undone_by)}
        r#"<ol class="events">"# {steps} "</ol><p>" {next} "</p>" {undo(lang, &model)}
    );
    frame(lang, &model.who, lang.change_title(), content)
}

fn step(lang: Lang, batch: &Batch, step: &Step) -> Markup {
    let cells = step.after.as_ref().or(step.before.as_ref());
    let name = cells.map_or("", |cells| super::name(batch.subject, cells));
    let stays = match step.prevented {
        None => Some(html!("<p>" {lang.change_all_stays()} "</p>")),
        Some(prevented) if prevented.is_empty() => None,
        Some(prevented) => {
            let names: Vec<_> = prevented.iter().map(|aspect| lang.aspect(aspect)).collect();
            let names = names.join(lang.pick("、", ", "));
            Some(html!("<p>" {lang.change_some_stays()} {names} "</p>"))
        }
    };
    html!(
        r#"<li><a href=""# {address(batch.subject, Some(step.number))} r#"" lang="zh-CN">"# {name} "</a> № "
        {step.number} {stays} {details(lang, batch.subject, step.before.as_ref(), step.after.as_ref())} "</li>"
    )
}

fn undo(lang: Lang, model: &OneChange) -> Option<Markup> {
    if !model.may_undo {
        return None;
    }
    let UndoCounts {
        whole,
        part,
        prevented,
        already,
        second,
    } = &model.undo;
    let counts = [
        (lang.change_whole(), whole),
        (lang.change_part(), part),
        (lang.change_prevented(), prevented),
        (lang.change_already(), already),
    ];
    let counts: Markup = counts
        .into_iter()
        .filter(|(_, count)| **count > 0)
        .map(|(words, count)| html!("<p>" {words} {*count} "</p>"))
        .collect();
    let why = Line {
        name: names::WHY,
        label: lang.form_why(),
        hint: None,
        problem: None,
        value: "",
        attributes: r#" autocomplete="off" maxlength="500""#,
    };
    let form = match whole + part {
        0 => html!("<p>" {lang.change_nothing()} "</p>"),
        _ => {
            let button = match second.is_needed() {
                true => lang.change_undo_propose(),
                false => lang.change_undo(),
            };
            let inside =
                html!({why.field()} r#"<p><button class="quiet">"# {button} "</button></p>");
            post(
                &format!("/staff/changes/{}", model.batch.id),
                &model.who.form_token,
                inside,
            )
        }
    };
    Some(html!(
        "<section><h2>" {lang.change_undo()} "</h2><p>" {lang.change_undo_lead()} "</p>" {counts}
        {takes_two(lang, second)} {form} "</section>"
    ))
}

/// Why taking it back takes a second person.
fn takes_two(lang: Lang, second: &Second) -> Option<Markup> {
    let sensitive = (second.sensitive > 0)
        .then(|| html!("<p>" {lang.change_sensitive()} {second.sensitive.to_string()} "</p>"));
    second.is_needed().then(|| {
        html!(
            r#"<p class="problem">"# {lang.change_takes_two()} "</p>" {sensitive}
            {strange(lang, &second.alarms)}
        )
    })
}

/// What is strange about many changes at once, in a sentence each.
pub(super) fn strange(lang: Lang, alarms: &[Alarm]) -> Option<Markup> {
    let items: Markup = alarms
        .iter()
        .map(|alarm| html!("<li>" {lang.alarm(alarm)} "</li>"))
        .collect();
    (!alarms.is_empty()).then(|| html!("<ul>" {items} "</ul>"))
}

impl Lang {
    /// So many entries.
    pub(super) fn entries(self, count: u32) -> String {
        match (self, count) {
            (Self::Zh, count) => format!("{count} 条"),
            (Self::En, 1) => "1 entry".to_owned(),
            (Self::En, count) => format!("{count} entries"),
        }
    }
}
