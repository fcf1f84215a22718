//! A change before it is made: what it does, field by field, and whether a second person is needed.

use super::difference::{difference, doubts, warnings};
use super::inputs::carried;
use super::{address, name};
use crate::listings::{Draft, Look, Wish, names};
use crate::markup::Markup;
use crate::pages::staff::frame::{frame, post};
use crate::pages::staff::inputs::hidden;
use crate::pages::station::week::week;
use crate::wording::Lang;
use domain::hours::Hours;
use domain::listing::Column;
use domain::listing::entry::{Aspect, AspectSet};
use domain::status;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    look_make: "就这么改" / "Change it so";
    look_edit: "再改改" / "Go on with the form";
    look_theirs: "这期间别人改过，一并留下：" / "Meanwhile others changed this, and it stays: ";
    look_week: "看懂的开放时间" / "The hours as they were understood";
    look_week_not: "没有看懂这段开放时间，会照原文显示，是不是开着说不准。" / "These hours were not understood. They are shown as written, and whether it is open stays unknown.";
}

/// The page.
pub(super) fn look(lang: Lang, now: BeijingTime, model: Look) -> impl IntoView {
    let Look {
        who,
        subject,
        number,
        before,
        draft,
        warnings: doubtful,
        theirs,
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
        {warnings(lang, subject, number, before.as_ref(), &draft.cells)} {doubts(lang, &doubtful)}
        {difference(lang, subject, before.as_ref(), Some(&draft.cells))} {hours(lang, now, &draft)}
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

/// The week as the hours were understood.
pub(super) fn hours(lang: Lang, now: BeijingTime, draft: &Draft) -> Option<Markup> {
    let text = draft.cells.get(Column::Hours);
    let inside = match Hours::read(text) {
        Hours::Unstated => return None,
        Hours::Unread(_) => html!(r#"<p class="problem">"# {lang.look_week_not()} "</p>"),
        hours => Markup::of_view(week(lang, status::week(&hours, now.date()))),
    };
    Some(html!("<section><h2>" {lang.look_week()} "</h2>" {inside} "</section>"))
}
