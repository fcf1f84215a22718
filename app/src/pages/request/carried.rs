//! What a page carries along for the next, unseen.

use crate::markup::Markup;
use crate::request::Form;
use domain::request::Field;

/// An input that nobody sees.
pub(in crate::pages) fn hidden(name: &str, value: &str) -> Markup {
    html!(r#"<input type="hidden" name=""# {name} r#"" value=""# {value} r#"">"#)
}

/// Everything in the form but the fields that the page shows. What the category does not ask, and
/// what was typed for another way of contact, comes along too: it is there again if that changes.
pub(super) fn carried(form: &Form, shown: &[Field]) -> Markup {
    use crate::request::names::{DANGER, KEY, NUMBERS};
    let unseen = Field::all().filter(|field| !shown.contains(field));
    let typed = unseen.filter(|field| !form.draft.get(*field).is_empty());
    let fields: Markup = typed
        .map(|field| hidden(field.code(), form.draft.get(field)))
        .collect();
    let danger = form.danger_shown.then(|| hidden(DANGER, "shown"));
    let numbers = form.numbers_kept.then(|| hidden(NUMBERS, "kept"));
    html!({fields} {hidden(KEY, &form.key)} {danger} {numbers})
}
