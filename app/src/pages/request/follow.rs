//! `/requests/{reference}` before the secret is shown: the same page whether there is one or not.

use super::carried::hidden;
use crate::islands::requests::Requests;
use crate::live::request::danger::help_lines;
use crate::markup::Markup;
use crate::request::{Follow, Held, following::names};
use crate::wording::Lang;
use domain::request::{Survey, signals_danger};
use leptos::prelude::*;

messages! {
    follow_lead: "填上收据上的密码，就能看到办到哪一步、谁在办、最晚哪天答复。" / "Give the secret from your receipt to see who has it, how far it is, and by when they must answer.";
    follow_reference: "编号" / "Reference";
    follow_secret: "密码" / "Secret";
    follow_secret_hint: "32 个字母和数字，就是收据链接里 # 号后面那一段。大小写、空格、横线都不要紧。" / "32 letters and digits: what stands behind the # in the link of your receipt. Case, spaces and hyphens do not matter.";
    follow_show: "看看办到哪了" / "Show how it stands";
    follow_denied: "编号和密码对不上，两个都核对一下。" / "Reference and secret do not fit. Check both.";
    follow_too_many: "这会儿从你那边查得太多，先缓一缓。你填的、写的都在，过几分钟再点；急事打 12351。" / "Too much has been asked from where you are just now. Everything you typed is here: press the button again in a few minutes, or call 12351.";
    follow_held: "要发的话：" / "What you want to send:";
    follow_lost: "密码丢了，我们也找不回来。带上编号，打 12351 问。" / "A lost secret cannot be found again, not even by us. Call 12351 with the reference.";
}

/// The page.
pub(crate) fn follow(lang: Lang, model: Follow) -> impl IntoView {
    let denied = model.denied.then(
        || html!(r#"<p class="problem" id="p-secret" role="alert">"# {lang.follow_denied()} "</p>"),
    );
    let held = model.held.as_ref();
    let too_many = held.map(|_| {
        html!(
            r#"<p class="problems" role="alert" tabindex="-1" autofocus>"# {lang.follow_too_many()}
            "</p>"
        )
    });
    let said = held
        .and_then(|held| held.wish.as_ref())
        .map(|(_, said)| &**said);
    let help = said
        .filter(|said| signals_danger(said))
        .map(|_| help_lines(lang, None));
    let value = held.map(|held| held.secret.0.text()).unwrap_or_default();
    let described = match model.denied {
        true => html!(r#" aria-invalid="true" aria-describedby="p-secret h-secret""#),
        false => html!(r#" aria-describedby="h-secret""#),
    };
    let content = html!(
        {help} {too_many} "<h1>" {lang.follow_title()} "</h1><p>" {lang.follow_reference()} " <b>" {&*model.reference}
        "</b></p><p>" {lang.follow_lead()} r#"</p><form method="post" action=""# {model.address()}
        r#"">"# {held.map(|held| carried(lang, held))} r#"<div class="field"><label for="f-secret">"# {lang.follow_secret()}
        r#"</label><p class="soft" id="h-secret">"# {lang.follow_secret_hint()} "</p>" {denied}
        r#"<input id="f-secret" name=""# {names::SECRET} r#"" value=""# {value} "\"" {described}
        r#" required autocomplete="off" autocapitalize="characters" spellcheck="false"></div>"#
        r#"<p><button class="act">"# {lang.follow_show()} r#"</button></p></form><p class="soft">"#
        {lang.follow_lost()} r#"</p><p><a class="chip" href="tel:12351">"# {lang.call_12351()} "</a></p>"
    );
    view! {
        <article class="request" inner_html=content.into_html()></article>
        <Requests/>
    }
}

/// The move that was to be made, to be sent with the secret, its words in sight.
fn carried(lang: Lang, held: &Held) -> Option<Markup> {
    let (what, said) = held.wish.as_ref()?;
    let answer = |name, answer: Option<bool>| {
        answer.map(|answer| hidden(name, if answer { "yes" } else { "no" }))
    };
    let Survey { reached, satisfied } = what.survey();
    let words = (!said.is_empty())
        .then(|| html!("<p>" {lang.follow_held()} r#"</p><p class="typed">"# {&**said} "</p>"));
    Some(html!(
        {words} {hidden(names::MOVE, what.kind().code())} {hidden(names::NOTE, said)}
        {held.key.as_ref().map(|key| hidden(names::KEY, key))} {answer(names::REACHED, reached)}
        {answer(names::SATISFIED, satisfied)}
        {held.danger_shown.then(|| hidden(names::DANGER, "shown"))}
    ))
}
