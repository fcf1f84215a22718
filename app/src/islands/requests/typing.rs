//! While one types: whom to call, numbers that are nobody's business, how much may still be written,
//! the streets of the district. Nothing of it leaves the page, and nothing of it is kept.

use crate::islands::browser::{all, clicked_on, draw, find, insert_into, lang, timed};
use crate::live::request::danger::help_lines;
use crate::live::request::numbers::numbers;
use crate::live::request::street::{Said, streets};
use crate::markup::Markup;
use crate::request::names;
use crate::wording::Lang;
use domain::places::District;
use domain::request::{bounds, mask, signals_danger};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement, HtmlTextAreaElement};

messages! {
    mask_now: "遮住" / "Mask them";
}

/// The text of the request; that of a message has no numbers looked up.
const TEXT: &str = "#f-text";
const NUMBERS: &str = ".numbers-found";

/// Makes room for what is said beside every text, and says it of what stands there already.
pub(super) fn dress() {
    for text in all::<HtmlTextAreaElement>(".request textarea") {
        let is_dressed = |room: &Element| room.class_name() == "help-at-once";
        if text
            .previous_element_sibling()
            .as_ref()
            .is_some_and(is_dressed)
        {
            continue;
        }
        insert_into(
            &text,
            "beforebegin",
            html!(r#"<div class="help-at-once"></div>"#),
        );
        let kept = (text.id() == "f-text").then(|| {
            html!(r#"<div class="numbers-found"></div><p class="soft written-here"></p>"#)
        });
        insert_into(
            &text,
            "afterend",
            html!(r#"<p class="soft count"></p>"# {kept}),
        );
        look_at(&text);
    }
    // They come by themselves.
    if let Some(more) = find::<HtmlElement>(".more-streets") {
        more.set_hidden(true);
    }
}

pub(super) fn typed(event: &Event) {
    let text = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(text) = text {
        timed("typed", || look_at(&text));
    }
}

/// Another district has other streets.
pub(super) fn changed(event: &Event) {
    let choice = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
        .filter(|choice| choice.id() == "f-district");
    if let Some(choice) = choice {
        let district = choice.value().parse().ok().and_then(District::from_code);
        let streets = district.map(|district| streets(lang(), district, "", Said::default()));
        draw(".streets", streets.unwrap_or_default());
    }
}

/// Masks the numbers, or leaves them.
pub(super) fn clicked(event: &Event) {
    let way = clicked_on(event, "[data-numbers]");
    let (Some(way), Some(text)) = (way, find::<HtmlTextAreaElement>(TEXT)) else {
        return;
    };
    match way.get_attribute("data-numbers").as_deref() {
        Some("mask") => text.set_value(&mask(&text.value())),
        _ => insert_into(
            &text,
            "beforebegin",
            html!(r#"<input type="hidden" name=""# {names::NUMBERS} r#"" value="kept">"#),
        ),
    }
    look_at(&text);
    // As if it had been typed: a draft of it is kept.
    _ = Event::new("change").and_then(|change| text.dispatch_event(&change));
    _ = text.focus();
}

fn look_at(text: &HtmlTextAreaElement) {
    let (lang, words) = (lang(), text.value());
    let beside = |name: &str| text.parent_element()?.query_selector(name).ok()?;
    // Where the server says it above the form, it is said.
    let help = find::<Element>(".request section.danger:not(.help-at-once *)").is_none();
    let help = (help && signals_danger(&words)).then(|| help_lines(lang, None));
    say(beside(".help-at-once"), help);
    say(beside(".count"), Some(count(lang, words.chars().count())));
    let is_kept = format!("[name={}]", names::NUMBERS);
    let asks =
        find::<Element>(&is_kept).is_none() && find::<Element>(".request form > .over").is_none();
    let found = match asks {
        true => numbers(lang, &words, ways(lang)),
        false => None,
    };
    say(beside(NUMBERS), found);
}

fn ways(lang: Lang) -> Markup {
    html!(
        r#"<button type="button" data-numbers="mask">"# {lang.mask_now()}
        r#"</button><button type="button" data-numbers="keep">"# {lang.numbers_keep()} "</button>"
    )
}

fn count(lang: Lang, found: usize) -> Markup {
    let most = bounds::TEXT_CHARS;
    match found > most {
        true => html!("<b>" {lang.too_long(found, most)} "</b>"),
        false => html!({ format!("{found} / {most}") }),
    }
}

/// Writes what is new: what is said again would be read out again.
fn say(place: Option<Element>, words: Option<Markup>) {
    let words = words.unwrap_or_default();
    if let Some(place) = place
        && place.get_attribute("data-said").as_deref() != Some(words.as_text())
    {
        _ = place.set_attribute("data-said", words.as_text());
        place.set_inner_html(&words.into_html());
    }
}
