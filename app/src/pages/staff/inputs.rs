//! Inputs of staff's forms, each with its label, hint and problem.

use crate::markup::Markup;
use crate::staff::names;

/// One line to type into.
pub(in crate::pages) struct Line<'a> {
    pub(in crate::pages) name: &'static str,
    pub(in crate::pages) label: &'a str,
    pub(in crate::pages) hint: Option<&'a str>,
    pub(in crate::pages) problem: Option<&'a str>,
    pub(in crate::pages) value: &'a str,
    /// The rest of its attributes, each with a space before it.
    pub(in crate::pages) attributes: &'static str,
}

impl Line<'_> {
    /// The field.
    pub(in crate::pages) fn field(&self) -> Markup {
        let name = self.name;
        let hint = self
            .hint
            .map(|hint| html!(r#"<p class="soft" id="h-"# {name} r#"">"# {hint} "</p>"));
        let problem = self
            .problem
            .map(|problem| html!(r#"<p class="problem" id="p-"# {name} r#"">"# {problem} "</p>"));
        let described = match (self.problem, self.hint) {
            (Some(_), Some(_)) => {
                html!(r#" aria-invalid="true" aria-describedby="p-"# {name} " h-" {name} "\"")
            }
            (Some(_), None) => html!(r#" aria-invalid="true" aria-describedby="p-"# {name} "\""),
            (None, Some(_)) => html!(r#" aria-describedby="h-"# {name} "\""),
            (None, None) => Markup::default(),
        };
        let mut attributes = Markup::default();
        attributes.put_literal(self.attributes);
        html!(
            r#"<div class="field"><label for="f-"# {name} r#"">"# {self.label} "</label>" {hint}
            {problem} r#"<input id="f-"# {name} r#"" name=""# {name} r#"" value=""# {self.value} "\""
            {described} {attributes} "></div>"
        )
    }
}

/// What shows that a form is ours.
pub(in crate::pages) fn form_token(token: &str) -> Markup {
    hidden(names::FORM_TOKEN, token)
}

/// Something that a form carries along.
pub(in crate::pages) fn hidden(name: &'static str, value: &str) -> Markup {
    html!(r#"<input type="hidden" name=""# {name} r#"" value=""# {value} r#"">"#)
}
