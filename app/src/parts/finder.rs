//! The way from the programme for holiday classes to the classes themselves.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::class::ClassSearch;
use domain::policy::{Answers, Programme};

messages! {
    find_classes: "看看有哪些托管班" / "See the holiday classes";
}

/// A link to the classes, with the answers that matter there; `None` where there are none to find.
pub(crate) fn class_finder(lang: Lang, programme: Programme, answers: &Answers) -> Option<Markup> {
    let search = ClassSearch {
        answers: answers.clone().only(ClassSearch::facts()),
        ..ClassSearch::default()
    };
    programme.has_class_finder().then(|| {
        html!(r#"<a class="chip" href=""# {address(&search)} r#"">"# {lang.find_classes()} "</a>")
    })
}

/// The address of the list that answers `search`.
pub(crate) fn address(search: &ClassSearch) -> String {
    match search.to_query() {
        query if query.is_empty() => "/classes".to_owned(),
        query => ["/classes?", &query].concat(),
    }
}
