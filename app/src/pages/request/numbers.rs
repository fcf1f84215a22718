//! Numbers in the text that are nobody else's business: mask them, or leave them.

use crate::markup::Markup;
use crate::request::Step;
use crate::wording::Lang;
use domain::request::{find, mask};

messages! {
    numbers_heading: "里面有这样的号码" / "There are numbers like these in your text";
    numbers_more: "办这件事多半用不着。遮住以后，谁也看不到整个号码。" / "They are seldom needed. Once masked, nobody sees the whole number.";
    numbers_mask: "遮住再往下走" / "Mask them and go on";
    numbers_keep: "不遮，原样留着" / "Leave them as they are";
    becomes: "遮住后：" / "Masked: ";
}

/// What was found in `text`, as it would be masked, and both ways on.
pub(super) fn numbers(lang: Lang, text: &str) -> Markup {
    let found: Markup = find(text)
        .into_iter()
        .map(|finding| {
            let masked = mask(&text[finding.span]);
            html!(
                "<li><b>" {lang.sensitive(finding.kind)} "</b> " {lang.becomes()} {masked} "</li>"
            )
        })
        .collect();
    html!(
        r#"<section class="over" role="alert"><h2>"# {lang.numbers_heading()} "</h2><ul>" {found}
        "</ul><p>" {lang.numbers_more()} r#"</p><p class="ways"><button name="step" value=""#
        {Step::Mask.code()} r#"">"# {lang.numbers_mask()} r#"</button><button name="step" value=""#
        {Step::Keep.code()} r#"">"# {lang.numbers_keep()} "</button></p></section>"
    )
}
