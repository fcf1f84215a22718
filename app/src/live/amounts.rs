//! Money: how much, for what, under which condition, and where it is written.

use crate::live::conditions::Tree;
use crate::live::source::source;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::{Amount, Given, State, Sum};

messages! {
    may_depend: "还要看：" / "Depends on";
}

/// How it is told where a figure is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cited {
    /// Not at all.
    Not,
    /// By its year, where the page names the texts elsewhere.
    Year,
    /// In full.
    Full,
}

/// What somebody would be given.
pub(crate) fn given(lang: Lang, given: &[Given]) -> Option<Markup> {
    let each = given.iter().map(|given| {
        let open = given.state == State::Unknown;
        (given.amount, open.then(|| lang.may_depend()))
    });
    amounts(lang, each, Cited::Full)
}

/// Figures, each with the words before its condition if that is to be shown.
pub(crate) fn amounts(
    lang: Lang,
    amounts: impl Iterator<Item = (&'static Amount, Option<&'static str>)>,
    cited: Cited,
) -> Option<Markup> {
    let each = amounts.map(|(amount, condition)| one(lang, amount, cited, condition));
    let items: Vec<_> = each.collect();
    (!items.is_empty())
        .then(|| html!(r#"<ul class="sums">"# {items.into_iter().collect::<Markup>()} "</ul>"))
}

fn one(lang: Lang, amount: &'static Amount, cited: Cited, condition: Option<&str>) -> Markup {
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
    let source = match cited {
        Cited::Not => None,
        Cited::Year => Some(html!(
            {lang.pick("（", " (")} {lang.year(amount.source.year().into())} {lang.pick("）", ")")}
        )),
        Cited::Full => Some(source(lang, amount.source)),
    };
    html!(
        "<li>" {lang.text(amount.what())} {lang.pick("：", ": ")} {sum} {when} {source} "</li>"
    )
}
