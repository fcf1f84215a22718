//! Money: how much, for what, under which condition, and where it is written.

use crate::live::conditions::Tree;
use crate::live::source::source;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::{Amount, Given, Source, State, Sum};

messages! {
    may_depend: "还要看：" / "Depends on";
}

/// What somebody would be given.
pub(crate) fn given(lang: Lang, given: &[Given]) -> Option<Markup> {
    let each = given.iter().map(|given| {
        let open = given.state == State::Unknown;
        (given.amount, open.then(|| lang.may_depend()))
    });
    amounts(lang, each, |written| Some(source(lang, written)))
}

/// Figures, each with the words before its condition if that is to be shown; `cite` tells where it is
/// written.
pub(crate) fn amounts(
    lang: Lang,
    amounts: impl Iterator<Item = (&'static Amount, Option<&'static str>)>,
    cite: impl Fn(Source) -> Option<Markup>,
) -> Option<Markup> {
    let each = amounts.map(|(amount, condition)| one(lang, amount, cite(amount.source), condition));
    let items: Vec<_> = each.collect();
    (!items.is_empty())
        .then(|| html!(r#"<ul class="sums">"# {items.into_iter().collect::<Markup>()} "</ul>"))
}

fn one(
    lang: Lang,
    amount: &'static Amount,
    source: Option<Markup>,
    condition: Option<&str>,
) -> Markup {
    let tree = Tree {
        lang,
        answers: None,
        sources: false,
    };
    let when = amount.when.as_ref().zip(condition).map(|(when, words)| {
        html!(r#"<div class="when">"# {words} {tree.list(core::slice::from_ref(when))} "</div>")
    });
    let sum = match amount.sum {
        Sum::NotStated => html!({ lang.sum(amount.sum) }),
        _ => html!("<b>" {lang.sum(amount.sum)} "</b>"),
    };
    html!(
        "<li>" {lang.text(amount.what())} {lang.pick("：", ": ")} {sum} {when} {source} "</li>"
    )
}
