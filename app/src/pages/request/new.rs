//! `/requests/new`: what it is about, then the rest on one page.

use super::carried::{carried, hidden};
use super::danger::danger;
use super::details::{details, field_of};
use super::fields::{Fields, text_area};
use super::numbers::numbers;
use super::{contact, photos, place};
use crate::islands::requests::Requests;
use crate::live::request::problems;
use crate::markup::Markup;
use crate::request::{Asking, NewRequest, Step, names};
use crate::wording::Lang;
use domain::request::{Category, Field, bounds};
use leptos::prelude::*;

messages! {
    new_request_lead: "不用注册。写完先给你看一遍，再提交。" / "No account. You see it all once more before it is sent.";
    what_about: "是哪方面的事？" / "What is it about?";
    other_category: "换一类" / "Choose another";
    text_label: "出了什么事？" / "What is wrong?";
    text_hint: "什么时候、谁、差多少，想到哪写到哪。别写身份证号、银行卡号。" / "When, who, how much: as it comes to mind. Leave out identity and bank card numbers.";
    trap_label: "别填" / "Leave this empty";
    trapped: "写着“别填”的那一格填了东西，已经清空，再点一次就行。" / "The field that must stay empty was filled in. It is empty again: just go on.";
    check_button: "看一遍再提交" / "Check your answers";
}

/// The page.
pub(crate) fn new_request(lang: Lang, model: NewRequest) -> impl IntoView {
    let content = match model.asking {
        Asking::Category => category_links(lang, &model),
        Asking::OtherCategory => category_buttons(lang, &model),
        Asking::Answers => answers(lang, &model),
    };
    view! {
        <article class="request" inner_html=content.into_html()></article>
        <Requests/>
    }
}

fn heading(lang: Lang) -> Markup {
    html!("<h1>" {lang.new_request_title()} "</h1><p>" {lang.new_request_lead()} "</p>")
}

/// Nothing is typed yet, so a category is an address.
fn category_links(lang: Lang, model: &NewRequest) -> Markup {
    let known: Markup = [Field::Station, Field::Programme]
        .into_iter()
        .filter(|field| !model.form.draft.get(*field).is_empty())
        .map(|field| {
            let value = model.form.draft.get(field).as_bytes();
            let value: String = form_urlencoded::byte_serialize(value).collect();
            html!("&" {field.code()} "=" {value})
        })
        .collect();
    let known = known.into_html();
    let each: Markup = Category::ALL
        .iter()
        .map(|category| {
            let address = ["/requests/new?category=", category.code(), &known].concat();
            html!(
                r#"<li><a href=""# {address} r#"">"# {lang.category(*category)} {arrow()} "</a></li>"
            )
        })
        .collect();
    html!(
        {heading(lang)} "<h2>" {lang.what_about()} r#"</h2><ul class="categories">"# {each} "</ul>"
    )
}

/// Everything typed comes along.
fn category_buttons(lang: Lang, model: &NewRequest) -> Markup {
    let each: Markup = Category::ALL
        .iter()
        .map(|category| {
            html!(
                r#"<li><button name="category" value=""# {category.code()} r#"">"#
                {lang.category(*category)} {arrow()} "</button></li>"
            )
        })
        .collect();
    html!(
        {heading(lang)} r#"<form method="post" action="/requests/new">"#
        {carried(&model.form, &[Field::Category])} {hidden(names::STEP, Step::Edit.code())}
        "<h2>" {lang.what_about()} r#"</h2><ul class="categories" id="f-category">"# {each} "</ul></form>"
    )
}

fn arrow() -> Markup {
    html!(r##"<svg class="sign" aria-hidden="true"><use href="#arrow"></use></svg>"##)
}

fn answers(lang: Lang, model: &NewRequest) -> Markup {
    let Some(category) = model.form.category() else {
        return category_buttons(lang, model);
    };
    let draft = &model.form.draft;
    let fields = Fields {
        lang,
        draft,
        problems: &model.problems,
    };
    let has_photos = category.profile().photos;
    let photos = has_photos.then(|| photos::photos(fields, &model.form));
    // Files come in no other way; where there are none, the plain way is the smaller one.
    let encoding = has_photos.then(|| html!(r#" enctype="multipart/form-data""#));
    let asked = category.profile().asks.iter().map(field_of);
    let shown: Vec<_> = asked
        .chain([Field::Text])
        .chain(place::FIELDS)
        .chain(contact::FIELDS)
        .chain(has_photos.then_some(Field::Photos))
        .collect();
    // One main thing to do on a page: to call, where that may be needed.
    let main = if model.danger { "" } else { "act" };
    let help = model.danger.then(|| danger(lang));
    let found = match model.numbers {
        true => numbers(lang, draft.get(Field::Text)),
        false => None,
    };
    html!(
        r#"<form method="post""# {encoding} r#" action="/requests/new">"# {default_button()} {help}
        {summary(lang, model)} {found} {heading(lang)} {carried(&model.form, &shown)}
        {category_line(lang, category)} {text(fields)} {details(fields, category)}
        {place::place(fields, model.station.as_ref())} {contact::contact(fields)} {photos}
        {trap(lang)}
        r#"<p><button class=""# {main} r#"" name="step" value=""# {Step::Check.code()} r#"">"#
        {lang.check_button()} "</button></p></form>"
    )
}

/// The first button of a form is the one that Enter presses: it must be the one at its end.
fn default_button() -> Markup {
    html!(
        r#"<button class="unseen" tabindex="-1" aria-hidden="true" name="step" value=""#
        {Step::Check.code()} r#""></button>"#
    )
}

/// Everything that is wrong, each a way to its field.
fn summary(lang: Lang, model: &NewRequest) -> Option<Markup> {
    let trapped = model.form.trapped;
    let trapped = trapped.then(|| problems::link(names::TRAP, lang.trapped()));
    // Where the help lines stand above, they are what is to be seen.
    problems::summary(lang, &model.problems, trapped, !model.danger)
}

fn category_line(lang: Lang, category: Category) -> Markup {
    html!(
        r#"<p class="chosen"><b>"# {lang.category(category)} r#"</b> <button class="quiet" name="step" value=""#
        {Step::Category.code()} r#"">"# {lang.other_category()} "</button></p>"
    )
}

fn text(fields: Fields<'_>) -> Markup {
    let (lang, field) = (fields.lang, Field::Text);
    let attributes = html!({fields.named(field)} {fields.described(field, true)});
    html!(
        r#"<div class="field"><label for="f-text">"# {lang.text_label()} r#"</label><p class="soft" id="h-text">"#
        {lang.text_hint()} " " {lang.most_characters(bounds::TEXT_CHARS)} "</p>" {fields.problem(field)}
        {text_area(attributes, 8, fields.draft.get(field))} "</div>"
    )
}

/// Programs that fill in every field fill in this one.
fn trap(lang: Lang) -> Markup {
    html!(
        r#"<p class="unseen"><label for="f-website">"# {lang.trap_label()}
        r#"</label><input id="f-website" name="website" tabindex="-1" autocomplete="off"></p>"#
    )
}

impl Lang {
    /// How much may be written.
    pub(in crate::pages) fn most_characters(self, characters: usize) -> String {
        match self {
            Self::Zh => format!("至多 {characters} 字。"),
            Self::En => format!("At most {characters} characters."),
        }
    }
}
