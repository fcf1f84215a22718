//! What a category asks beside the text; all of it may stay empty.

use super::fields::Fields;
use crate::live::request::street::option;
use crate::markup::Markup;
use domain::policy::Programme;
use domain::request::{Ask, Category, Field};

messages! {
    details_legend: "知道的就填，不知道空着" / "Fill in what you know";
    no_programme: "没选" / "None chosen";
}

/// The inputs of a category, if it asks anything.
pub(super) fn details(fields: Fields<'_>, category: Category) -> Option<Markup> {
    let asks = category.profile().asks;
    let each: Markup = asks.iter().map(|ask| input(fields, ask)).collect();
    (!asks.is_empty()).then(|| {
        html!(
            r#"<fieldset class="field"><legend>"# {fields.lang.details_legend()} "</legend>" {each}
            "</fieldset>"
        )
    })
}

/// The field of a question.
pub(super) const fn field_of(ask: Ask) -> Field {
    match ask {
        Ask::Employer => Field::Employer,
        Ask::Since => Field::Since,
        Ask::People => Field::People,
        Ask::Child => Field::Child,
        Ask::Programme => Field::Programme,
    }
}

fn input(fields: Fields<'_>, ask: Ask) -> Markup {
    let (field, label) = (field_of(ask), fields.lang.ask(ask));
    match ask {
        Ask::Programme => programme(fields, label),
        Ask::Employer => fields.line(field, label, r#" autocomplete="organization""#),
        _ => fields.line(field, label, r#" autocomplete="off""#),
    }
}

fn programme(fields: Fields<'_>, label: &str) -> Markup {
    let (lang, field) = (fields.lang, Field::Programme);
    let typed = fields.draft.get(field).trim();
    let options: Markup = Programme::ALL
        .into_iter()
        .map(|one| option(one.id(), lang.text(one.name()), one.id() == typed))
        .collect();
    html!(
        r#"<div class="field"><label for="f-programme">"# {label} "</label>" {fields.problem(field)}
        "<select" {fields.named(field)} {fields.described(field, false)} ">"
        {option("", lang.no_programme(), typed.is_empty())} {options} "</select></div>"
    )
}
