//! The little that the islands ask of the browser.

use crate::markup::Markup;
#[cfg(any(
    feature = "places",
    feature = "map",
    feature = "checker",
    feature = "requests"
))]
use crate::results::with_fragment;
use crate::wording::Lang;
#[cfg(any(feature = "places", feature = "map", feature = "requests"))]
use domain::time::BeijingTime;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::document;
#[cfg(any(
    feature = "places",
    feature = "map",
    feature = "checker",
    feature = "requests"
))]
use leptos::prelude::window;
use wasm_bindgen::JsCast;
#[cfg(any(feature = "places", feature = "map", feature = "requests"))]
use web_sys::NodeList;
use web_sys::{Element, Event, HtmlElement, MouseEvent};
#[cfg(any(
    feature = "places",
    feature = "map",
    feature = "checker",
    feature = "requests"
))]
use web_sys::{HtmlFormElement, HtmlInputElement};

/// The language of the page.
pub(super) fn lang() -> Lang {
    let tag = document()
        .document_element()
        .and_then(|html| html.get_attribute("lang"));
    tag.and_then(|tag| Lang::from_code(tag.get(..2)?))
        .unwrap_or_default()
}

#[cfg(any(
    feature = "places",
    feature = "map",
    feature = "checker",
    feature = "requests"
))]
/// Does `work`; the browser's timeline shows under this name what it took.
pub(super) fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let timeline = window().performance();
    // A timeline that takes no more marks is no reason not to work.
    _ = timeline.as_ref().map(|timeline| timeline.mark(name));
    let done = work();
    _ = timeline.map(|timeline| timeline.measure_with_start_mark(name, name));
    done
}

/// The first element that matches.
pub(super) fn find<E: JsCast>(selector: &str) -> Option<E> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Calls `handler` for every event of that name on the first element that matches, for as long as
/// the page lives.
pub(super) fn listen(selector: &str, event: &'static str, handler: impl FnMut(&Event) + 'static) {
    if let Some(element) = find::<Element>(selector) {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&element, event, options, handler).forget();
    }
}

/// Replaces what is in the first element that matches.
pub(super) fn draw(selector: &str, markup: Markup) {
    if let Some(element) = find::<Element>(selector) {
        element.set_inner_html(&markup.into_html());
    }
}

/// Every element that matches.
#[cfg(any(feature = "places", feature = "map", feature = "requests"))]
pub(super) fn all<E: JsCast>(selector: &str) -> impl Iterator<Item = E> + use<E> {
    each(document().query_selector_all(selector).ok())
}

/// Every element within `element` that matches.
#[cfg(feature = "requests")]
pub(super) fn all_in<E: JsCast>(
    element: &Element,
    selector: &str,
) -> impl Iterator<Item = E> + use<E> {
    each(element.query_selector_all(selector).ok())
}

#[cfg(any(feature = "places", feature = "map", feature = "requests"))]
fn each<E: JsCast>(found: Option<NodeList>) -> impl Iterator<Item = E> {
    (0..).map_while(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}

/// Adds to the first element that matches; `place` is that of `insertAdjacentHTML`.
#[cfg(any(feature = "map", feature = "requests"))]
pub(super) fn insert(selector: &str, place: &str, markup: Markup) {
    if let Some(element) = find::<Element>(selector) {
        insert_into(&element, place, markup);
    }
}

/// Adds to an element.
#[cfg(any(feature = "map", feature = "requests"))]
pub(super) fn insert_into(element: &Element, place: &str, markup: Markup) {
    // The places are those there are.
    _ = element.insert_adjacent_html(place, &markup.into_html());
}

/// The phone's clock.
#[cfg(any(feature = "places", feature = "map", feature = "requests"))]
pub(super) fn now() -> BeijingTime {
    // Seconds since 1970 fit an i64 for as long as chrono knows years.
    BeijingTime::from_unix_seconds((js_sys::Date::now() / 1000.0) as i64)
        .expect("a JavaScript date lies in the years that chrono knows")
}

/// Moves the focus to the first element that matches.
pub(super) fn focus(selector: &str) {
    if let Some(element) = find::<HtmlElement>(selector) {
        // An element that cannot take the focus leaves it where it is.
        _ = element.focus();
    }
}

/// What a click is meant for, if it matches; `None` if it asks for another tab or window.
pub(super) fn clicked_on(event: &Event, selector: &str) -> Option<Element> {
    let click = event.dyn_ref::<MouseEvent>()?;
    if click.ctrl_key() || click.meta_key() || click.shift_key() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok()?
}

#[cfg(any(
    feature = "places",
    feature = "map",
    feature = "checker",
    feature = "requests"
))]
/// Lets a change of preferences come back to `address`. What stands behind `#` is not sent:
/// browsers carry that part over the redirect by themselves.
pub(super) fn come_back_to(address: &str, fragment: &str) {
    if let Some(back) = find::<HtmlInputElement>("[name=back]") {
        back.set_value(address);
    }
    if let Some(form) = find::<HtmlFormElement>("[action^='/preferences']") {
        form.set_action(&with_fragment("/preferences", fragment));
    }
}
