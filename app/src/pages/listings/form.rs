//! An entry and its form.

use super::difference::{doubts, hours};
use super::inputs::{Inputs, answered};
use super::{address, named, way};
use crate::listings::{Draft, Form, Row, Wish, names};
use crate::markup::Markup;
use crate::pages::staff::frame::{frame, post};
use crate::pages::staff::inputs::{Line, hidden};
use crate::pages::staff::own::good;
use crate::wording::Lang;
use domain::listing::entry::Aspect;
use domain::listing::{Problem, Subject};
use domain::report::NoteTooLong;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    form_done: "改好了。" / "It is changed.";
    form_history: "历史" / "History";
    form_public: "公开的页面" / "The public page";
    form_confirmed: "今天核实过，这里写的都对" / "Confirmed today: everything here is right";
    form_why: "为什么改（记进历史）" / "Why (it stands in the history)";
    form_word: "改了什么，告诉反映的人一句（也记进历史）" / "A word to those who reported (it stands in the history, too)";
    form_parts: "这张表的各项" / "The parts of this form";
    form_look: "看一看会改成什么" / "Look at what will change";
    form_wrong: "有几处要改一改，其余的都留着。" / "Some of it needs another look; everything you typed is kept.";
    form_stale: "登录换过了，什么都没改。再按一次就行，写的都在。" / "You signed in anew meanwhile, and nothing was changed. Press once more: everything you typed is kept.";
    form_not_listed: "现在不在清单里。历史里可以看到它原来的样子。" / "It is not listed now. Its history shows what it was.";
    form_candidates: "接替的是哪一个？把编号填到上面：" / "Which one took over? Put its number above: ";
}

/// The page.
pub(super) fn form(lang: Lang, now: BeijingTime, model: Form) -> impl IntoView {
    let Form {
        who,
        subject,
        number,
        draft,
        problems,
        candidates,
        done,
        may_edit,
        is_stale,
        reported,
    } = model;
    let title = match number {
        None => lang.new_title(subject).to_owned(),
        Some(_) => named(lang, subject, &draft.cells).to_owned(),
    };
    let inputs = Inputs {
        lang,
        subject,
        draft: &draft,
        problems: &problems,
        above: who.staff.desk,
        reported: reported.as_ref(),
    };
    let target = address(subject, number);
    let form = may_edit.then(|| {
        let inside = html!(
            {jumps(lang, subject)} {inputs.all()} {chosen(lang, &candidates)} {confirmed(lang, &draft)} {why(lang, &draft)}
            {answered(&draft)} {hidden(names::BASE, &draft.base.to_string())} {hidden(names::WISH, Wish::Look.code())}
            r#"<p><button class="act">"# {lang.form_look()} "</button></p>"
        );
        post(&target, &who.form_token, inside)
    });
    let not_listed = (number.is_some() && draft.cells == Default::default())
        .then(|| html!("<p>" {lang.form_not_listed()} "</p>"));
    let content = html!(
        {done.then(|| good(lang.form_done()))} {wrong(lang, &problems, is_stale)}
        {number.map(|number| ways(lang, subject, number))} {not_listed} {form} {hours(lang, now, &draft.cells)}
    );
    frame(lang, &who, &title, content)
}

/// To each part of the form: by keyboard the last is thirty inputs away.
fn jumps(lang: Lang, subject: Subject) -> Markup {
    let parts = Aspect::of(subject).filter(|aspect| *aspect != Aspect::Verified);
    let links: Markup = parts
        .map(|aspect| {
            html!(
                r##"<a class="chip" href="#f-"## {first_input(aspect)} r#"">"# {lang.aspect(aspect)} "</a> "
            )
        })
        .collect();
    html!(r#"<nav class="chips" aria-label=""# {lang.form_parts()} r#"">"# {links} "</nav>")
}

/// The name of the first input of an aspect.
fn first_input(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Place => names::PLACE,
        _ => aspect.columns()[0].help().code,
    }
}

fn ways(lang: Lang, subject: Subject, number: u32) -> Markup {
    let history = format!("{}/history", address(subject, Some(number)));
    let public = match subject {
        Subject::Stations => Some(way(&format!("/stations/{number}"), lang.form_public())),
        Subject::Classes => None,
    };
    html!("<p>№ " {number} " " {way(&history, lang.form_history())} {public} "</p>")
}

fn wrong(lang: Lang, problems: &[Problem], is_stale: bool) -> Option<Markup> {
    if is_stale {
        return Some(html!(r#"<p class="problem" role="alert">"# {lang.form_stale()} "</p>"));
    }
    (!problems.is_empty()).then(|| {
        html!(
            r#"<section class="problems" role="alert"><p>"# {lang.form_wrong()} "</p>"
            {doubts(lang, problems)} "</section>"
        )
    })
}

fn chosen(lang: Lang, candidates: &[Row]) -> Option<Markup> {
    let rows: Markup = candidates
        .iter()
        .map(
            |row| html!("<li>№ " {row.number} " " {&*row.name} " · " {lang.desk(row.desk)} "</li>"),
        )
        .collect();
    (!candidates.is_empty())
        .then(|| html!("<p>" {lang.form_candidates()} "</p><ul>" {rows} "</ul>"))
}

fn confirmed(lang: Lang, draft: &Draft) -> Markup {
    let checked = draft.confirmed.then(|| html!(" checked"));
    html!(
        r#"<label class="tick"><input type="checkbox" name=""# {names::CONFIRMED} r#"" value="yes""# {checked} "> "
        {lang.form_confirmed()} "</label>"
    )
}

fn why(lang: Lang, draft: &Draft) -> Markup {
    let problem = draft.word().err();
    let problem = problem.map(|NoteTooLong { found, most }| lang.too_long(found, most));
    Line {
        name: names::WHY,
        label: match draft.report {
            Some(_) => lang.form_word(),
            None => lang.form_why(),
        },
        hint: None,
        problem: problem.as_deref(),
        value: &draft.why,
        attributes: r#" autocomplete="off" maxlength="500""#,
    }
    .field()
}
