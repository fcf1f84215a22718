//! `/requests/{reference}` once the secret was shown: where it stands, and what can be done.

use super::actions::actions;
use super::check::deadline;
use super::history::{Log, Reader};
use super::join::other;
use super::photos;
use super::stage::stage;
use crate::islands::requests::Requests;
use crate::live::request::danger::help_lines;
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
    let log = Log {
        lang,
        now,
        reader: Reader::Worker,
        filed: model.filed,
        events: &model.events,
    };
    let content = html!(
        {help} "<h1>" {lang.standing_title()} r#"</h1><p><span class="reference">"# {reference} "</span> "
        {lang.category(request.category())} "</p>" {stage(lang, request)} {clock(lang, now, request)}
        {model.other.map(|one| other(lang, now, one))}
        {destroyed(lang, now, request)} {photos::shown(lang, &model)}
        {log.messages()} {actions(lang, now, &model)} {log.reveals()} {log.history()}
    );
    view! {
        <article class="request" inner_html=content.into_html()></article>
        <Requests/>
    }
}

/// Since when nothing personal is kept of it.
fn destroyed(lang: Lang, now: BeijingTime, request: &Request) -> Option<Markup> {
    let at = lang.day_and_time(request.destroyed_at()?, now);
    let words = match lang {
        Lang::Zh => format!(
            "到了保存期限，你写的内容、名字、电话和说过的话已在 {at} 删掉，谁也看不到了。留下的只有：什么类别、谁办的、几时办的。"
        ),
        Lang::En => format!(
            "What you wrote, your name, your number and every message were deleted at the end of their time, on {at}. Nobody can read them any more. What is left: the category, who dealt with it, and when."
        ),
    };
    Some(html!("<p>" {words} "</p>"))
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
