//! The help lines, above everything else on a page.

use crate::markup::Markup;
use crate::wording::Lang;

messages! {
    danger_heading: "先看这里：有人现在就能听你说" / "First: somebody can listen right now";
    danger_more: "心里过不去，打 12356，全国心理援助热线。" / "When it gets too much, call 12356, the national psychological help line.";
    danger_now: "眼下就有危险，打 120 或 110。" / "In danger right now, call 120 or 110.";
    danger_union: "想跟工会的人说，打 12351。" / "To speak to somebody at the union, call 12351.";
    danger_kept: "你写的都还在下面，还没交出去。" / "What you wrote is still below. It has not been sent.";
    call_number: "打" / "Call";
}

/// The lines, and what comes after them in the same place.
pub(crate) fn help_lines(lang: Lang, then: Option<Markup>) -> Markup {
    let call = |number: &str| {
        html!(
            r#"<a class="chip" href="tel:"# {number} r#"">"# {lang.call_number()} " " {number} "</a>"
        )
    };
    html!(
        r#"<section class="danger" role="alert"><h2>"# {lang.danger_heading()} "</h2><p>"
        {lang.danger_more()} r#"</p><p><a class="act" href="tel:12356">"# {lang.call_number()}
        " 12356</a></p><p>" {lang.danger_now()} r#"</p><p class="ways">"# {call("120")} {call("110")}
        "</p><p>" {lang.danger_union()} r#"</p><p class="ways">"# {call("12351")} "</p><p>"
        {lang.danger_kept()} "</p>" {then} "</section>"
    )
}
