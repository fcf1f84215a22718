//! The checker: one question, then what one may get and why.

mod already;
mod open;
mod question;
mod result;
mod results;
mod still_possible;

use crate::check::{Check, Kept};
use crate::markup::Markup;
use crate::wording::Lang;

messages! {
    check_lead: "回答几个问题，看看哪些待遇你可能享受。这只是初步判断，工会说了算。" / "A few questions show what you may get. It is a first assessment; the union decides.";
    answers_in_address: "回答写在这一页的网址里，只用来算出结果，本站不存。别人的手机上用完，点“清空我的回答”。" / "Your answers stand in the address of this page, only to work out the result; the site keeps none. On a shared phone, clear them afterwards.";
    answers_on_phone: "回答只留在这部手机里，不发出去，下次接着用。" / "Your answers stay on this phone for the next time and are sent nowhere.";
    answers_until_closed: "回答只留到这一页关掉为止，不发出去。" / "Your answers stay until this page is closed and are sent nowhere.";
    answers_of_a_link: "这个链接里的回答，和这部手机上记的不一样。现在按链接里的算，手机上记的没有动。" / "The answers in this link differ from those kept on this phone. This page goes by the link; what is kept was not touched.";
    keep_of_a_link: "换成链接里的回答" / "Keep these instead";
    show_own: "看我自己的" / "Show mine";
    keep_until_closed: "这是别人的手机，别留" / "Not my phone: keep nothing";
    keep_on_phone: "这是我的手机，留着" / "My phone: keep them";
    clear_answers: "清空我的回答" / "Clear my answers";
    your_answers: "你的回答" / "Your answers";
    change_answer: "改" / "Change";
    no_longer_needed: "用不上了，已去掉：" / "No longer needed, removed: ";
    do_not_know: "不知道" / "I don’t know";
}

/// A step: the question that is open, or the results.
pub(crate) fn step(lang: Lang, check: &Check) -> Markup {
    match check.question() {
        Some(fact) => question::question(lang, check, fact),
        None => results::results(lang, check),
    }
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
            r#"<p><a class="chip clear" href=""# {place} r#"">"# {lang.clear_answers()} "</a></p>"
            {keeping(lang, check)} "</section>"
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

/// Where the answers are kept, and the other way to keep them.
pub(crate) fn keeping(lang: Lang, check: &Check) -> Markup {
    let (words, other) = match check.kept {
        Kept::InAddress => (lang.answers_in_address(), None),
        Kept::OnPhone => (lang.answers_on_phone(), Some(lang.keep_until_closed())),
        Kept::UntilClosed => (lang.answers_until_closed(), Some(lang.keep_on_phone())),
        Kept::OfALink => (lang.answers_of_a_link(), Some(lang.keep_of_a_link())),
    };
    let own = (check.kept == Kept::OfALink).then(
        || html!(r#" <a class="quiet-link" href=""# {check.place()} "\">" {lang.show_own()} "</a>"),
    );
    let other =
        other.map(|words| html!(r#" <button type="button" class="quiet">"# {words} "</button>"));
    html!(r#"<p class="soft keeping">"# {words} {other} {own} "</p>")
}
