//! One question: a form that works everywhere.

use super::{answered, dropped, keeping};
use crate::check::{Check, Unread};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::{Fact, Kind, Programme, Value};

messages! {
    next_step: "下一步" / "Next";
    previous_question: "上一题" / "Previous question";
    please_answer: "选一个再点下一步；说不准，就点“不知道”。" / "Choose one, then go on. If you are not sure, say “I don’t know”.";
    show_known: "先看现在知道的" / "Show what is known now";
    check_one_only: "只查一项" / "Check one thing only";
    one_programme_rules: "先看条件" / "Read the rule first";
}

/// The page of a question.
pub(super) fn question(lang: Lang, check: &Check, fact: Fact) -> Markup {
    let path = check.path();
    let place = path.iter().position(|asked| *asked == fact);
    let before = path[..place.unwrap_or(path.len())].last();
    let back = before.map(|fact| {
        html!(
            r#"<nav class="back"><a href=""# {check.at(*fact).address()} r#"">"#
            {lang.previous_question()} "</a></nav>"
        )
    });
    let first = path.is_empty().then(|| introduction(lang, check));
    let number = place.unwrap_or(path.len()) + 1;
    let left = check.most_left();
    let left = if place.is_some() {
        left
    } else {
        left.saturating_sub(1)
    };
    let known = (!path.is_empty()).then(|| {
        html!(
            r#"<p><a class="quiet-link" href=""# {check.showing().address()} r#"">"#
            {lang.show_known()} "</a></p>"
        )
    });
    let others = (path.is_empty() && check.programme.is_none()).then(|| one_only(lang));
    html!(
        {back} {first} {dropped(lang, check)}
        r#"<p class="progress">"# {lang.progress(number, left)} "</p>"
        {form(lang, check, fact)} {known} {answered(lang, check)} {others}
    )
}

/// What this is; on the first page only.
fn introduction(lang: Lang, check: &Check) -> Markup {
    let privacy = keeping(lang, check);
    match check.programme {
        None => html!(r#"<p>"# {lang.check_lead()} "</p>" {privacy}),
        Some(programme) => html!(
            r#"<p class="kinds"><b>"# {lang.text(programme.name())} "</b></p><p>"
            {lang.text(programme.summary())} r#" <a href="/check/"# {programme.id()} r#"/rules">"#
            {lang.one_programme_rules()} "</a></p>" {privacy}
        ),
    }
}

fn form(lang: Lang, check: &Check, fact: Fact) -> Markup {
    let carried: Markup = check
        .carried(fact)
        .into_iter()
        .map(|(name, value)| {
            html!(r#"<input type="hidden" name=""# {name} r#"" value=""# {value} r#"">"#)
        })
        .collect();
    let unread = check.unread.as_ref().filter(|unread| unread.fact == fact);
    let problem = unread.map(|_| {
        let words = match fact.kind() {
            Kind::Number => lang.please_give_number(fact.bounds()),
            _ => lang.please_answer().to_owned(),
        };
        html!(r#"<p class="problem" id="problem" role="alert">"# {words} "</p>")
    });
    let described = if unread.is_some() {
        "problem help"
    } else {
        "help"
    };
    html!(
        r#"<form class="question" action=""# {check.place()} r#"">"# {carried}
        r#"<fieldset aria-describedby=""# {described} r#""><legend><h1>"# {lang.text(fact.question())} "</h1></legend>"
        r#"<p class="soft" id="help">"# {lang.text(fact.help())} "</p>" {problem}
        {field(lang, check, fact, unread)}
        r#"</fieldset><p class="ways"><button class="act">"# {lang.next_step()}
        r#"</button><a class="chip" href=""# {check.not_known(fact)} r#"">"# {lang.do_not_know()} "</a></p></form>"
    )
}

fn field(lang: Lang, check: &Check, fact: Fact, unread: Option<&Unread>) -> Markup {
    let now = check.answers.get(fact);
    match fact.kind() {
        Kind::Number => input(lang, fact, now, unread),
        Kind::YesNo => options(lang, fact, now, &[1, 0]),
        Kind::Choice | Kind::Set => {
            let all: Vec<_> = (0..fact.options().len()).collect();
            options(lang, fact, now, &all)
        }
    }
}

fn options(lang: Lang, fact: Fact, now: Option<Value>, places: &[usize]) -> Markup {
    let kind = if fact.kind() == Kind::Set {
        "checkbox"
    } else {
        "radio"
    };
    let each: Markup = places
        .iter()
        .map(|place| {
            let chosen = matches!(now, Some(Value::Options(mask)) if mask & 1 << place != 0);
            let checked = if chosen { " checked" } else { "" };
            // Native messages appear in the browser's language; "I don't know" is beside them.
            let required = (kind == "radio").then(|| html!(" required"));
            html!(
                r#"<label class="pick"><input type=""# {kind} r#"" name=""# {fact.id()}
                r#"" value=""# {fact.options()[*place]} "\"" {checked} {required}
                r#"><span class="chip">"# {lang.option(fact, *place)} "</span></label>"
            )
        })
        .collect();
    html!(r#"<div class="options">"# {each} "</div>")
}

fn input(lang: Lang, fact: Fact, now: Option<Value>, unread: Option<&Unread>) -> Markup {
    let value = match (unread, now) {
        (Some(unread), _) => unread.typed.clone(),
        (None, Some(Value::Number(number))) => number.to_string(),
        (None, _) => String::new(),
    };
    let (first, last) = fact.bounds();
    html!(
        r#"<input class="number" type="number" inputmode="numeric" required name=""# {fact.id()}
        r#"" min=""# {first.to_string()} r#"" max=""# {last.to_string()} r#"" value=""# {value}
        r#"" aria-label=""# {lang.text(fact.name())} r#"">"#
    )
}

/// The way to a single programme.
fn one_only(lang: Lang) -> Markup {
    let each: Markup = Programme::ALL
        .into_iter()
        .filter(|programme| programme.ended().is_none())
        .map(|programme| {
            html!(
                r#"<li><a class="chip" href="/check/"# {programme.id()} r#"">"#
                {lang.text(programme.name())} "</a></li>"
            )
        })
        .collect();
    html!(r#"<section><h2>"# {lang.check_one_only()} r#"</h2><ul class="chips">"# {each} "</ul></section>")
}

impl Lang {
    /// What is said instead of a number within these bounds.
    fn please_give_number(self, (first, last): (i32, i32)) -> String {
        match self {
            Self::Zh => format!("这里填 {first} 到 {last} 的数字；说不准，就点“不知道”。"),
            Self::En => format!(
                "This takes a number from {first} to {last}. If you are not sure, say “I don’t know”."
            ),
        }
    }

    /// Which question this is, and how many there may still be.
    fn progress(self, number: usize, left: usize) -> String {
        match (self, left) {
            (Self::Zh, 0) => format!("第 {number} 题，最后一题"),
            (Self::Zh, left) => format!("第 {number} 题，后面最多还有 {left} 题"),
            (Self::En, 0) => format!("Question {number}, the last one"),
            (Self::En, left) => format!("Question {number}, at most {left} more"),
        }
    }
}
