//! What to do about numbers in the text before it goes on.

use crate::live;
use crate::markup::Markup;
use crate::request::Step;
use crate::wording::Lang;

messages! {
    numbers_mask: "遮住再往下走" / "Mask them and go on";
}

/// What was found in `text`, and a button for each way on.
pub(super) fn numbers(lang: Lang, text: &str) -> Option<Markup> {
    let button = |step: Step, words: &str| html!(r#"<button name="step" value=""# {step.code()} r#"">"# {words} "</button>");
    let ways = html!(
        {button(Step::Mask, lang.numbers_mask())} {button(Step::Keep, lang.numbers_keep())}
    );
    live::request::numbers::numbers(lang, text, ways)
}
