//! What is said, and what is done all the same, when a step does not get through.

use super::{photo, send};
use crate::islands::browser::{focus, insert, insert_into, lang};
use crate::live::request::danger::help_lines;
use crate::live::request::problems::summary;
use crate::markup::Markup;
use crate::request::{Form, NewRequest, StationAt, Step, names};
use crate::wording::Lang;
use domain::places::District;
use domain::station::StationId;
use leptos::prelude::window;
use web_sys::{Event, HtmlFormElement};

messages! {
    no_network: "现在没有网，还没交出去。你写的都还在这里。" / "There is no network just now, and nothing was sent. Everything you wrote is still here.";
    needs_network: "这一步要有网才行，过一会儿再点。" / "This step needs the network. Try again in a while.";
    photos_need_network: "照片要有网才能传：等有网再点；等不及，就先不选照片。" / "Photos need the network: press the button again when it is back, or go on without them.";
    help_comes_first: "先看这里。还是要交，再点一次。" / "This comes first. To send it all the same, press the button again.";
    choose_about_numbers: "文字里有号码：先选遮不遮，再点一次。" / "There are numbers in your text: choose whether to mask them, then press the button again.";
}

/// A step of the form did not get through. What is complete is kept until it can be sent.
pub(super) async fn step(form: &HtmlFormElement, typed: Form) {
    if photo::are_chosen(form) {
        return say(form, html!("<p>" {lang().photos_need_network()} "</p>"));
    }
    let moves_on = !matches!(typed.step, Step::Category | Step::Edit);
    match typed.complete(&somewhere) {
        Ok((complete, _)) if moves_on => {
            if !send::queue(&complete).await {
                say(form, html!("<p>" {lang().needs_network()} "</p>"));
            }
        }
        Err(page) if moves_on => ask(form, &page),
        _ => say(form, html!("<p>" {lang().needs_network()} "</p>")),
    }
}

/// Every station there may be: the site knows which there are when it gets the request.
fn somewhere(_: StationId) -> Option<StationAt> {
    Some(StationAt {
        name: String::new(),
        district: *District::all().first()?,
        street: None,
    })
}

/// What the server would ask first.
fn ask(form: &HtmlFormElement, page: &NewRequest) {
    let lang = lang();
    let help_first = page.danger && page.problems.is_empty() && !page.numbers;
    if page.danger {
        let shown = html!(r#"<input type="hidden" name=""# {names::DANGER} r#"" value="shown">"#);
        insert_into(form, "afterbegin", shown);
    }
    let then = html!("<p>" {lang.help_comes_first()} "</p>");
    let help = page
        .danger
        .then(|| help_lines(lang, help_first.then_some(then)));
    let numbers = page
        .numbers
        .then(|| html!("<p>" {lang.choose_about_numbers()} "</p>"));
    let problems = summary(lang, &page.problems, None, false);
    say(form, html!({help} {problems} {numbers}));
}

/// Says at the head of the form that there is no network, and what follows.
fn say(form: &HtmlFormElement, then: Markup) {
    if let Ok(Some(said)) = form.query_selector(SAID) {
        said.remove();
    }
    insert_into(form, "afterbegin", said(lang(), then));
    focus(SAID);
}

/// Says above the page that there is no network.
pub(super) fn say_it_needs_network() {
    let lang = lang();
    insert(
        "main",
        "afterbegin",
        said(lang, html!("<p>" {lang.needs_network()} "</p>")),
    );
    focus(SAID);
}

const SAID: &str = ".no-network";

fn said(lang: Lang, then: Markup) -> Markup {
    html!(
        r#"<section class="problems no-network" role="alert" tabindex="-1"><p>"# {lang.no_network()}
        "</p>" {then} "</section>"
    )
}

/// A form that is not kept here stays on the page while there is no network.
pub(super) fn hold_back(event: &Event, form: &HtmlFormElement) {
    let is_ours = form
        .get_attribute("action")
        .is_some_and(|address| address.starts_with("/requests/"));
    if is_ours && !window().navigator().on_line() {
        event.prevent_default();
        say(form, Markup::default());
    }
}
