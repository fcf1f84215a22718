//! `/staff/requests/{reference}`: one request, and what whoever looks may do with it.

use super::super::request::history::{Log, Reader};
use super::super::staff::frame::{out, ways};
use super::asked::asked;
use super::clock::due;
use super::moves::{lost, moves};
use crate::desk::{Hitch, Opened};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::Stage;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    changed_heading: "你看的时候，这件事有了变化。还没发出去，你写的都在。" / "Things changed while you were looking. Nothing was sent, and what you wrote is still here.";
    changed_more: "看一眼刚才的事，再决定要不要发：" / "See what happened, then decide whether to send it:";
}

/// The page.
pub(crate) fn opened(lang: Lang, now: BeijingTime, model: Opened) -> impl IntoView {
    let log = Log {
        lang,
        now,
        reader: Reader::Staff(model.who.staff.id),
        filed: model.filed,
        events: &model.events,
    };
    let done = model.done.and_then(|kind| lang.was_done(kind));
    let done = done.map(|words| html!(r#"<p class="done" role="status">"# {words} "</p>"));
    let request = &model.request;
    let reference = request.reference().to_string();
    let content = html!(
        {ways(lang, &model.who)} {done} {changed(lang, &model, log)} {lost(lang, now, &model)} "<h1>"
        {lang.category(request.category())} r#" <small class="reference">"# {reference} "</small></h1>"
        {standing(lang, now, &model)} r#"<div class="work">"# {asked(lang, &model)} {log.messages()}
        {moves(lang, now, &model)} {log.history()} "</div>" {out(lang, &model.who)}
    );
    view! { <article class="desk" inner_html=content.into_html()></article> }
}

/// Where it stands, who has it, and by when.
fn standing(lang: Lang, now: BeijingTime, model: &Opened) -> Markup {
    let request = &model.request;
    let stage = request.stage();
    let holder = match stage {
        Stage::InHand { by, .. } => {
            html!(" <span>" {lang.held_by(by, model.who.staff.id)} "</span>")
        }
        _ => Markup::default(),
    };
    let queue = request.queue();
    let due = request.due().map(|moment| due(lang, now, moment, queue));
    html!(
        r#"<p class="at-desk"><b>"# {lang.stage_at_desk(stage.kind())} "</b> <span>"
        {lang.desk(request.desk())} "</span>" {holder} " " {due} "</p>"
    )
}

/// What others did since the page was made from which something was sent.
fn changed(lang: Lang, model: &Opened, log: Log<'_>) -> Option<Markup> {
    let Some(Hitch::Changed { seen }) = model.unsent.as_ref()?.hitch else {
        return None;
    };
    Some(html!(
        r#"<section class="problems" role="alert" tabindex="-1" autofocus><p>"# {lang.changed_heading()} "</p><p>"
        {lang.changed_more()} "</p>" {log.since(seen)} "</section>"
    ))
}
