//! `/requests/{reference}` once the secret was shown: where it stands, and what can be done.

use super::actions::actions;
use super::check::deadline;
use super::danger::help_lines;
use super::history::{history, messages, reveals};
use super::join::other;
use super::stage::stage;
use crate::markup::Markup;
use crate::request::{NoteProblem, Standing};
use crate::wording::Lang;
use domain::request::{Request, StageKind};
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    clock_stopped: "答复的钟停着：他们问了你，等你回。你一回，接着走。" / "The clock has stopped: they asked you something. It runs on when you reply.";
    overdue: "市里也超期了。打 12351 催一下。" / "It is overdue at the city too. Call 12351 about it.";
}

/// The page.
pub(crate) fn standing(lang: Lang, now: BeijingTime, model: Standing) -> impl IntoView {
    let request = &model.request;
    let reference = request.reference().to_string();
    let unsent = model.unsent.as_ref();
    let in_danger = unsent.is_some_and(|unsent| unsent.problem == NoteProblem::HelpFirst);
    let help = in_danger.then(|| help_lines(lang, None));
    let content = html!(
        {help} "<h1>" {lang.standing_title()} r#"</h1><p><span class="reference">"# {reference} "</span> "
        {lang.category(request.category())} "</p>" {stage(lang, request)} {clock(lang, now, request)}
        {model.other.map(|one| other(lang, now, one))}
        {messages(lang, now, &model)} {actions(lang, now, &model)} {reveals(lang, now, &model)}
        {history(lang, now, &model)}
    );
    view! { <article class="request" inner_html=content.into_html()></article> }
}

/// By when they must answer, or why that does not count now.
fn clock(lang: Lang, now: BeijingTime, request: &Request) -> Option<Markup> {
    let words = |words: &str| Some(html!("<p>" {words} "</p>"));
    match (request.is_overdue(), request.due()) {
        (true, _) => words(lang.overdue()),
        (false, Some(due)) => Some(deadline(lang, now, request.desk(), due)),
        (false, None) if request.stage().kind() == StageKind::Asked => words(lang.clock_stopped()),
        (false, None) => None,
    }
}
