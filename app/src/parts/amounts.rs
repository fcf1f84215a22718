//! Money: how much, for what, under which condition, and where it is written.

use crate::markup::Markup;
use crate::parts::conditions::Tree;
use crate::parts::source::source;
use crate::wording::Lang;
use domain::policy::{Amount, Given, State, Sum};

messages! {
    only_if: "前提：" / "Only if";
    may_depend: "还要看：" / "Depends on";
}

/// The figures of a rule.
pub(crate) fn amounts(lang: Lang, amounts: &'static [Amount], sources: bool) -> Option<Markup> {
    let each = amounts.iter().map(|amount| {
        let condition = amount.when.as_ref();
        one(lang, amount, sources, condition.map(|_| lang.only_if()))
    });
    list(each.collect(), amounts.len())
}

/// What somebody would be given.
pub(crate) fn given(lang: Lang, given: &[Given]) -> Option<Markup> {
    let each = given.iter().map(|given| {
        let open = given.state == State::Unknown;
        one(lang, given.amount, true, open.then(|| lang.may_depend()))
    });
    list(each.collect(), given.len())
}

fn list(items: Markup, count: usize) -> Option<Markup> {
    (count > 0).then(|| html!(r#"<ul class="sums">"# {items} "</ul>"))
}

fn one(lang: Lang, amount: &'static Amount, sources: bool, condition: Option<&str>) -> Markup {
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
    let source = sources.then(|| source(lang, amount.source));
    html!(
        "<li>" {lang.text(amount.what())} {lang.pick("：", ": ")} {sum} {when} {source} "</li>"
    )
}
