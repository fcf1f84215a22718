//! `/check` and `/check/{programme}`: one question a page, then what one may get and why.

mod question;
mod result;
mod results;

use crate::check::Check;
use crate::markup::Markup;
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    check_title: "我能享受什么" / "What am I entitled to?";
    check_description: "回答几个问题，看看工会的哪些待遇你可能享受，每一条都写明依据。" / "A few questions, and you see which benefits of the union you may get, each with where it is written.";
    check_lead: "回答几个问题，看看哪些待遇你可能享受。这只是初步判断，工会说了算。" / "A few questions show what you may get. It is a first assessment; the union decides.";
    check_privacy: "回答只写在这一页的网址里，用来算出结果，本站不存。别人的手机上用完，点“清空我的回答”。" / "Your answers stand in the address of this page, only to work out the result; the site keeps none. On a shared phone, clear them afterwards.";
    clear_answers: "清空我的回答" / "Clear my answers";
    your_answers: "你的回答" / "Your answers";
    change_answer: "改" / "Change";
    no_longer_needed: "用不上了，已去掉：" / "No longer needed, removed: ";
    do_not_know: "不知道" / "I don’t know";
}

/// The page.
pub(crate) fn check(lang: Lang, check: Check) -> impl IntoView {
    let page = match check.question() {
        Some(fact) => question::question(lang, &check, fact),
        None => results::results(lang, &check),
    };
    view! { <article class="check" inner_html=page.into_html()></article> }
}

/// What was answered so far, each with a way to change it.
fn answered(lang: Lang, check: &Check) -> Option<Markup> {
    let path = check.path();
    let items: Markup = path
        .iter()
        .map(|fact| {
            let value = check.answers.get(*fact);
            let words = value.map_or_else(
                || lang.do_not_know().to_owned(),
                |value| lang.answer(*fact, value),
            );
            html!(
                "<div><dt>" {lang.text(fact.name())} "</dt><dd>" {words} "</dd>"
                r#"<dd><a href=""# {check.at(*fact).address()} r#"">"# {lang.change_answer()}
                r#"<span class="unseen"> "# {lang.text(fact.name())} "</span></a></dd></div>"
            )
        })
        .collect();
    (!path.is_empty()).then(|| {
        let place = check.place();
        html!(
            r#"<section class="answers"><h2>"# {lang.your_answers()} "</h2><dl>" {items} "</dl>"
            r#"<p><a class="chip" href=""# {place} r#"">"# {lang.clear_answers()} "</a></p></section>"
        )
    })
}

/// Which answers fell away after the last one.
fn dropped(lang: Lang, check: &Check) -> Option<Markup> {
    let names: Vec<_> = check
        .dropped
        .iter()
        .map(|fact| lang.text(fact.name()))
        .collect();
    let names = names.join(lang.pick("、", ", "));
    (!names.is_empty()).then(
        || html!(r#"<p class="dropped" role="status">"# {lang.no_longer_needed()} {names} "</p>"),
    )
}
