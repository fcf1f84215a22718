//! A change before it is made: what it does, field by field, and whether a second person is needed.

use super::difference::seen;
use super::inputs::carried;
use super::{address, name};
use crate::listings::{Look, Wish, names};
use crate::markup::Markup;
use crate::pages::staff::frame::{frame, post};
use crate::pages::staff::inputs::hidden;
use crate::wording::Lang;
use domain::listing::entry::{Aspect, AspectSet};
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    look_make: "就这么改" / "Change it so";
    look_edit: "再改改" / "Go on with the form";
    look_report: "改好以后，这几条反映就算处理了，反映的人看得到。" / "Once it is changed, the reports are decided, and those who reported see it.";
    look_answered: "这几条反映别人刚处理了。你写的都在，还要改就接着改。" / "Somebody has just decided about these reports. All that you typed is kept; go on if it is still to be changed.";
    look_theirs: "这期间别人改过，一并留下：" / "Meanwhile others changed this, and it stays: ";
}

/// The page.
pub(super) fn look(lang: Lang, now: BeijingTime, model: Look) -> impl IntoView {
    let Look {
        who,
        subject,
        number,
        before,
        draft,
        theirs,
        is_answered,
    } = model;
    let token = &*who.form_token;
    let target = address(subject, number);
    let send = |wish: Wish, class: &'static str, words: &str| {
        let button = html!(
            {carried(subject, &draft)} {hidden(names::WISH, wish.code())} r#"<p><button class=""# {class} "\">"
            {words} "</button></p>"
        );
        post(&target, token, button)
    };
    let content = html!(
        "<p><b>" {name(subject, &draft.cells)} "</b></p>" {merged(lang, theirs)}
        {is_answered.then(|| html!(r#"<p class="problem" role="alert">"# {lang.look_answered()} "</p>"))}
        {draft.report.map(|_| html!("<p>" {lang.look_report()} "</p>"))}
        {seen(lang, now, subject, number, before.as_ref(), Some(&draft.cells))}
        {send(Wish::Make, "act", lang.look_make())} {send(Wish::Edit, "quiet", lang.look_edit())}
    );
    frame(lang, &who, lang.look_title(), content)
}

fn merged(lang: Lang, theirs: AspectSet) -> Option<Markup> {
    let names: Vec<_> = theirs
        .iter()
        .map(|aspect: Aspect| lang.aspect(aspect))
        .collect();
    let names = names.join(lang.pick("、", ", "));
    (!theirs.is_empty())
        .then(|| html!(r#"<p role="status"><b>"# {lang.look_theirs()} {names} "</b></p>"))
}
