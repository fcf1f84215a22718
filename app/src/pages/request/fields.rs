//! Inputs with their labels, hints, problems and what was typed.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::{Draft, Field, FieldProblem};

/// The fields of a page, all with one look.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    pub(super) lang: Lang,
    pub(super) draft: &'a Draft,
    pub(super) problems: &'a [FieldProblem],
}

impl Fields<'_> {
    /// What is wrong with a field, beside it.
    pub(super) fn problem(&self, field: Field) -> Option<Markup> {
        let found = self.found(field)?;
        let words = self.lang.field_problem(field, found.problem);
        Some(html!(r#"<p class="problem" id="p-"# {field.code()} r#"">"# {words} "</p>"))
    }

    fn found(&self, field: Field) -> Option<&FieldProblem> {
        self.problems.iter().find(|found| found.field == field)
    }

    /// Ties an input to what stands beside it.
    pub(super) fn described(&self, field: Field, hint: bool) -> Option<Markup> {
        let code = field.code();
        match (self.found(field).is_some(), hint) {
            (true, true) => {
                Some(html!(r#" aria-invalid="true" aria-describedby="p-"# {code} " h-" {code} "\""))
            }
            (true, false) => {
                Some(html!(r#" aria-invalid="true" aria-describedby="p-"# {code} "\""))
            }
            (false, true) => Some(html!(r#" aria-describedby="h-"# {code} "\"")),
            (false, false) => None,
        }
    }

    /// Where the summary of problems leads: the attributes that name an input.
    pub(super) fn named(&self, field: Field) -> Markup {
        html!(r#" id="f-"# {field.code()} r#"" name=""# {field.code()} "\"")
    }

    /// One line, with attributes of its own.
    pub(super) fn line(&self, field: Field, label: &str, attributes: &'static str) -> Markup {
        let mut own = Markup::default();
        own.put_literal(attributes);
        html!(
            r#"<div class="field"><label for="f-"# {field.code()} r#"">"# {label} "</label>"
            {self.problem(field)} "<input" {self.named(field)} " value=\"" {self.draft.get(field)} "\""
            {self.described(field, false)} {own} "></div>"
        )
    }

    /// A choice of one; `first` carries the id that the summary leads to.
    pub(super) fn radio(&self, field: Field, code: &str, label: Markup, first: bool) -> Markup {
        let checked = (self.draft.get(field).trim() == code).then(|| html!(" checked"));
        self.choice("radio", field, code, label, first, checked)
    }

    /// A choice of several.
    pub(super) fn tick(&self, field: Field, code: &str, label: Markup, first: bool) -> Markup {
        let checked = self.draft.has(field, code).then(|| html!(" checked"));
        self.choice("checkbox", field, code, label, first, checked)
    }

    fn choice(
        &self,
        kind: &str,
        field: Field,
        code: &str,
        label: Markup,
        first: bool,
        checked: Option<Markup>,
    ) -> Markup {
        let id = first.then(|| html!(r#" id="f-"# {field.code()} "\""));
        html!(
            r#"<label class="tick"><input type=""# {kind} "\"" {id} r#" name=""# {field.code()}
            r#"" value=""# {code} "\"" {checked} "> <span>" {label} "</span></label>"
        )
    }
}

/// A text of several lines. The browser drops the first line break, so that there is one to drop;
/// everything typed is escaped, which Leptos would not do here.
pub(in crate::pages) fn text_area(attributes: Markup, rows: u32, typed: &str) -> Markup {
    html!("<textarea" {attributes} r#" rows=""# {rows} "\">\n" {typed} "</textarea>")
}
