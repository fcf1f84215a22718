//! The page that is shown, and those before it: a page of the server takes the place of the last,
//! and the browser's way back finds it as it was left.

use super::{draft, kept_here, typing};
use crate::islands::browser::{come_back_to, find, focus};
use leptos::prelude::{document, window};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomParser, Element, Event, HtmlElement, SupportedType};

/// A page of this site, or what stands in the place of one.
#[derive(Clone)]
pub(super) struct Page {
    main: Element,
    title: String,
}

/// How a page arrives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// As the next one.
    Next,
    /// Instead of the one that is shown.
    Same,
}

/// The pages of this document, by their number in the browser's history.
#[derive(Default)]
struct Pages {
    shown: u32,
    all: Vec<(u32, Page)>,
}

thread_local! {
    static PAGES: RefCell<Pages> = RefCell::default();
}

const MAIN: &str = "#main";

impl Page {
    /// Reads a document; `None` if it is none of this site.
    pub(super) fn read(html: &str) -> Option<Self> {
        let parsed = DomParser::new().ok()?;
        let parsed = parsed
            .parse_from_string(html, SupportedType::TextHtml)
            .ok()?;
        Some(Self {
            main: parsed.query_selector(MAIN).ok()??,
            title: parsed.title(),
        })
    }

    /// With a mark by which it is known when it is shown.
    pub(super) fn marked(self, name: &str, value: &str) -> Self {
        // A name of ours is one that an attribute may have.
        _ = self.main.set_attribute(name, value);
        self
    }

    fn shown() -> Option<Self> {
        Some(Self {
            main: find(MAIN)?,
            title: document().title(),
        })
    }

    fn draw(&self) {
        if let Some(shown) = find::<Element>(MAIN) {
            // Nothing that is in a document cannot be replaced.
            _ = shown.replace_with_with_node_1(&self.main);
        }
        document().set_title(&self.title);
    }
}

/// The value of a mark of the page that is shown.
pub(super) fn mark(name: &str) -> Option<String> {
    find::<Element>(MAIN)?.get_attribute(name)
}

/// A page that waits for an answer, until this is dropped.
pub(super) struct Busy(Option<Element>);

impl Busy {
    /// Marks the page that is shown.
    pub(super) fn begin() -> Self {
        let main = find::<Element>(MAIN);
        // Name and value are fit for an attribute.
        _ = main
            .as_ref()
            .map(|main| main.set_attribute("aria-busy", "true"));
        Self(main)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        _ = self.0.take().map(|main| main.remove_attribute("aria-busy"));
    }
}

/// Counts on from the number that the browser remembers.
pub(super) fn begin() {
    let number = window().history().and_then(|history| history.state());
    let number = number.ok().and_then(|state| number_of(&state));
    PAGES.with_borrow_mut(|pages| pages.shown = number.unwrap_or_default());
    remember(None);
}

/// Shows `page` as the page of `address`.
pub(super) fn show(page: Page, address: &str, place: Place) {
    PAGES.with_borrow_mut(|pages| {
        if place == Place::Next {
            let shown = pages.shown;
            pages.all.retain(|(number, _)| *number < shown);
            pages.all.extend(Page::shown().map(|page| (shown, page)));
            pages.shown += 1;
        }
    });
    page.draw();
    match place {
        Place::Next => push(address),
        Place::Same => remember(Some(address)),
    }
    come_back_to("/requests/new", "");
    arrive(address);
}

/// The browser went back or forth.
pub(super) fn came_back(_: &Event) {
    let Ok(state) = window().history().and_then(|history| history.state()) else {
        return;
    };
    let Some(number) = number_of(&state) else {
        // To an element of this page.
        return remember(None);
    };
    let page = PAGES.with_borrow_mut(|pages| {
        let shown = pages.shown;
        if number == shown {
            return None;
        }
        let found = pages.all.iter().position(|(of, _)| *of == number);
        let page = found.map(|at| pages.all.swap_remove(at).1);
        if page.is_some() {
            pages.all.extend(Page::shown().map(|page| (shown, page)));
            pages.shown = number;
        }
        Some(page)
    });
    match page {
        None => {}
        // A page of before this document was loaded.
        Some(None) => _ = window().location().reload(),
        Some(Some(page)) => {
            page.draw();
            arrive("");
        }
    }
}

/// Where the reader is taken on a page: what the address names, else what asks for it, else its
/// beginning.
fn arrive(address: &str) {
    typing::dress();
    draft::take_over();
    kept_here::draw_soon();
    let named = address.split_once('#').map(|(_, id)| id);
    let named = named.and_then(|id| document().get_element_by_id(id));
    let wanted = named.or_else(|| find("#main [autofocus]"));
    match wanted.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        Some(element) => {
            element.scroll_into_view();
            // What cannot take the focus is in view all the same.
            _ = element.focus();
        }
        None => {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus(MAIN);
        }
    }
}

fn number_of(state: &JsValue) -> Option<u32> {
    // Numbers are what `push` and `remember` wrote.
    state.as_f64().map(|number| number as u32)
}

fn push(address: &str) {
    let number = PAGES.with_borrow(|pages| JsValue::from(pages.shown));
    // A history that takes no more is no reason not to show the page.
    _ = window()
        .history()
        .and_then(|history| history.push_state_with_url(&number, "", Some(address)));
}

fn remember(address: Option<&str>) {
    let number = PAGES.with_borrow(|pages| JsValue::from(pages.shown));
    _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&number, "", address));
}
