//! Numbers in the text that are nobody else's business: mask them, or leave them.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::request::{Finding, find, mask};

messages! {
    numbers_heading: "里面有这样的号码" / "There are numbers like these in your text";
    numbers_more: "办这件事多半用不着。遮住以后，谁也看不到整个号码。" / "They are seldom needed. Once masked, nobody sees the whole number.";
    numbers_keep: "不遮，原样留着" / "Leave them as they are";
    becomes: "遮住后：" / "Masked: ";
}

/// What was found in `text`, as it would be masked, and both ways on; `None` if nothing was.
pub(crate) fn numbers(lang: Lang, text: &str, ways: Markup) -> Option<Markup> {
    let found: Markup = find(text)
        .into_iter()
        .map(|finding| row(lang, text, finding))
        .collect();
    (found != Markup::default()).then(|| {
        html!(
            r#"<section class="over" role="alert"><h2>"# {lang.numbers_heading()} "</h2><ul>" {found}
            "</ul><p>" {lang.numbers_more()} r#"</p><p class="ways">"# {ways} "</p></section>"
        )
    })
}

fn row(lang: Lang, text: &str, finding: Finding) -> Markup {
    let masked = mask(&text[finding.span]);
    html!("<li><b>" {lang.sensitive(finding.kind)} "</b> " {lang.becomes()} {masked} "</li>")
}
