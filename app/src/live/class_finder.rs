//! The way from the programme for holiday classes to the classes themselves.

use crate::check::{Check, Kept};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::Programme;

messages! {
    find_classes: "看看有哪些托管班" / "See the holiday classes";
}

/// A link to the classes; `None` where they do not help. It carries the answers that matter there,
/// but for those that a phone keeps to itself.
pub(crate) fn class_finder(lang: Lang, programme: Programme, check: &Check) -> Option<Markup> {
    let query = match check.kept {
        Kept::InAddress => check.about(programme).answers.to_query(),
        Kept::OnPhone | Kept::UntilClosed | Kept::OfALink => String::new(),
    };
    let sign = if query.is_empty() { "" } else { "?" };
    let finds = programme.has_class_finder();
    finds.then(|| classes_link(lang, &["/classes", sign, &query].concat()))
}

/// A link to classes at that address.
pub(crate) fn classes_link(lang: Lang, address: &str) -> Markup {
    html!(r#"<a class="chip" href=""# {address} r#"">"# {lang.find_classes()} "</a>")
}
