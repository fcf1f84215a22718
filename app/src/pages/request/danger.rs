//! The help lines above the form.

use crate::live::request::danger::help_lines;
use crate::markup::Markup;
use crate::request::Step;
use crate::wording::Lang;

messages! {
    send_anyway: "还是要提交" / "Go on with the form";
}

/// The lines above the form, and the way on for whoever wants to send it all the same.
pub(super) fn danger(lang: Lang) -> Markup {
    let anyway = html!(
        r#"<p><button name="step" value=""# {Step::Anyway.code()} r#"">"# {lang.send_anyway()}
        "</button></p>"
    );
    help_lines(lang, Some(anyway))
}
