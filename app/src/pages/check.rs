//! `/check` and `/check/{programme}`: one question a page, then what one may get and why.

use crate::check::Check;
use crate::islands::checker::Checker;
use crate::live::check::step;
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    check_title: "我能享受什么" / "What am I entitled to?";
    check_description: "回答几个问题，看看工会的哪些待遇你可能享受，每一条都写明依据。" / "A few questions, and you see which benefits of the union you may get, each with where it is written.";
}

/// The page.
pub(crate) fn check(lang: Lang, check: Check) -> impl IntoView {
    view! {
        <article class="check" inner_html=step(lang, &check).into_html()></article>
        <Checker/>
    }
}
