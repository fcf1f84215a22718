//! Above the list: what is looked for, and what is left out. The first is personal and is posted;
//! the second is the address of the list.

use super::super::request::hidden;
use crate::desk::{Narrowing, list_names, names};
use crate::live::request::street::option;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::{Category, StageKind, bounds};

messages! {
    look_label: "找一件：编号、电话，或原话里的几个字" / "Find one: by reference, phone number, or words of it";
    look_button: "找" / "Find";
    which_stage: "到哪一步" / "Where it stands";
    any_stage: "哪一步都行" / "Any stage";
    which_about: "哪方面" / "About";
    any_category: "哪方面都行" / "Anything";
    only_own: "只看我在办的" / "Only what I have in hand";
    narrow_button: "筛一下" / "Show";
}

/// The form that looks for one.
pub(super) fn look(lang: Lang, token: &str) -> Markup {
    let most = bounds::LINE_CHARS as u32;
    html!(
        r#"<form class="look" method="post" action="/staff/requests" role="search">"#
        {hidden(names::TOKEN, token)} r#"<label for="f-words">"# {lang.look_label()}
        r#"</label><input id="f-words" type="search" name=""# {list_names::WORDS} r#"" maxlength=""# {most}
        r#"" autocomplete="off" required> <button>"# {lang.look_button()} "</button></form>"
    )
}

/// The form that narrows the list.
pub(super) fn narrow(lang: Lang, narrowing: &Narrowing) -> Markup {
    let stages: Markup = StageKind::ALL
        .iter()
        .map(|stage| {
            let chosen = narrowing.stage == Some(*stage);
            option(stage.code(), lang.stage_at_desk(*stage), chosen)
        })
        .collect();
    let categories: Markup = Category::ALL
        .iter()
        .map(|category| {
            let chosen = narrowing.category == Some(*category);
            option(category.code(), lang.category(*category), chosen)
        })
        .collect();
    let own = narrowing.own.then(|| html!(" checked"));
    html!(
        r#"<form class="narrow" action="/staff/requests"><select name=""# {list_names::STAGE} r#"" aria-label=""#
        {lang.which_stage()} r#"">"# {option("", lang.any_stage(), narrowing.stage.is_none())} {stages}
        r#"</select> <select name=""# {list_names::CATEGORY} r#"" aria-label=""# {lang.which_about()} r#"">"#
        {option("", lang.any_category(), narrowing.category.is_none())} {categories}
        r#"</select> <label class="tick"><input type="checkbox" name=""# {list_names::OWN} r#"" value="yes""# {own}
        "> " {lang.only_own()} "</label> <button>" {lang.narrow_button()} "</button></form>"
    )
}
