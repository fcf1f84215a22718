//! Everything that is wrong with a form, each a way to its field.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::{Field, FieldProblem};

messages! {
    problems_heading: "有几处要改" / "Please correct this";
}

/// The summary above the form, `last` at its end; `None` if nothing is wrong.
pub(crate) fn summary(
    lang: Lang,
    problems: &[FieldProblem],
    last: Option<Markup>,
    takes_focus: bool,
) -> Option<Markup> {
    let fields = problems.iter().map(|found| {
        let words = lang.field_problem(found.field, found.problem);
        link(leads_to(found.field).code(), &words)
    });
    let each: Vec<_> = fields.chain(last).collect();
    (!each.is_empty()).then(|| {
        let each: Markup = each.into_iter().collect();
        let focus = takes_focus.then(|| html!(" autofocus"));
        html!(
            r#"<section class="problems" role="alert" tabindex="-1""# {focus} "><h2>"
            {lang.problems_heading()} "</h2><ul>" {each} "</ul></section>"
        )
    })
}

/// One of them: the words, leading to the input of that code.
pub(crate) fn link(code: &str, words: &str) -> Markup {
    html!(r##"<li><a href="#f-"## {code} r#"">"# {words} "</a></li>")
}

/// The field that is on the page: which station it is, nobody types.
const fn leads_to(field: Field) -> Field {
    match field {
        Field::Station => Field::Place,
        _ => field,
    }
}
