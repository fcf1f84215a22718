//! Two changes to the same: what it was, theirs and yours, with a choice for each.

use super::difference::value;
use super::inputs::carried;
use super::{address, name};
use crate::listings::{Conflict, Wish, names};
use crate::markup::Markup;
use crate::pages::staff::frame::{frame, post};
use crate::pages::staff::inputs::hidden;
use crate::wording::Lang;
use domain::listing::entry::{Aspect, Cells};
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    conflict_lead: "你们改了同一处，什么都还没动。每处选一个；你改的其他地方都留着。" / "You both changed the same, and nothing was overwritten. Choose one for each; all else that you changed is kept.";
    conflict_who: "别人的改动：" / "The other change: ";
    conflict_before: "原来：" / "Before: ";
    conflict_theirs: "对方改成：" / "Theirs: ";
    conflict_yours: "你改成：" / "Yours: ";
    conflict_look: "看一看会改成什么" / "Look at what will change";
}

/// The page.
pub(super) fn conflict(lang: Lang, now: BeijingTime, model: Conflict) -> impl IntoView {
    let Conflict {
        who,
        subject,
        number,
        before,
        now: theirs,
        draft,
        yours,
        conflicts,
    } = model;
    let none = Cells::default();
    let now_cells = theirs.cells.as_ref().unwrap_or(&none);
    let choices: Markup = conflicts
        .iter()
        .map(|aspect| choice(lang, aspect, [&before, now_cells, &yours]))
        .collect();
    let columns = conflicts.iter().flat_map(Aspect::columns);
    let yours: Markup = columns
        .map(|column| {
            html!(
                r#"<input type="hidden" name="yours."# {column.help().code} r#"" value=""# {yours.get(*column)}
                "\">"
            )
        })
        .collect();
    let form = html!(
        {carried(subject, &draft)} {yours} {choices} {hidden(names::WISH, Wish::Look.code())}
        r#"<p><button class="act">"# {lang.conflict_look()} "</button></p>"
    );
    let content = html!(
        "<p><b>" {name(subject, now_cells)} r#"</b></p><p role="alert">"# {lang.conflict_lead()} "</p><p>"
        {lang.conflict_who()} {lang.when_and_who(&theirs.batch, now)} " " {&*theirs.batch.why} "</p>"
        {post(&address(subject, Some(number)), &who.form_token, form)}
    );
    frame(lang, &who, lang.conflict_title(), content)
}

fn choice(lang: Lang, aspect: Aspect, [before, theirs, yours]: [&Cells; 3]) -> Markup {
    let one = |whose: &str, words: &str, cells: &Cells| {
        html!(
            r#"<label class="tick"><input type="radio" required name="take."# {aspect.code()} r#"" value=""#
            {whose} r#""> "# {words} "<b>" {value(lang, aspect, cells)} "</b></label>"
        )
    };
    html!(
        r#"<fieldset class="field"><legend>"# {lang.aspect(aspect)} "</legend><p>" {lang.conflict_before()}
        {value(lang, aspect, before)} "</p>" {one(names::THEIRS, lang.conflict_theirs(), theirs)}
        {one(names::MINE, lang.conflict_yours(), yours)} "</fieldset>"
    )
}
