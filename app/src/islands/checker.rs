//! `/check` on the phone: the same steps, made here. The answers go nowhere.

mod storage;

use super::browser::{clicked_on, come_back_to, draw, find, focus, lang, listen, timed};
use super::wake;
use crate::check::phone::Phone;
use crate::check::{Check, Kept};
use crate::live::check::{keeping, step};
use domain::time::BeijingTime;
use gloo_events::EventListener;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::{Event, FormData, HtmlElement, HtmlFormElement, UrlSearchParams};

/// `/check` and `/check/{programme}`: asks and judges on the phone.
#[island]
pub fn Checker() -> impl IntoView {
    wake(behave);
}

/// The page of a step.
const PAGE: &str = ".check";

thread_local! {
    /// A page has one checker.
    static PHONE: RefCell<Option<Phone>> = const { RefCell::new(None) };
}

fn behave() {
    let (kept, answers) = storage::load();
    let Some(phone) = today().and_then(|today| Phone::open(&here(), today, kept, answers)) else {
        return;
    };
    // Somebody may have begun to answer; what the server sent stands if it is the same step.
    let from_server = Check {
        kept: Kept::InAddress,
        ..phone.step().clone()
    };
    if window()
        .location()
        .search()
        .is_ok_and(|query| [from_server.place(), query].concat() == from_server.address())
    {
        draw_keeping(&phone);
    } else {
        draw(PAGE, step(lang(), phone.step()));
    }
    write_address(&phone, false);
    storage::save(&phone);
    PHONE.set(Some(phone));
    listen(PAGE, "click", clicked);
    listen(PAGE, "submit", submitted);
    EventListener::new(&window(), "popstate", |_| came_back()).forget();
}

fn clicked(event: &Event) {
    if clicked_on(event, ".keeping button").is_some() {
        change_keeping();
    } else if clicked_on(event, ".keeping a").is_some() {
        // Back to one's own answers: the page is loaded anew.
    } else if clicked_on(event, ".clear").is_some() {
        event.prevent_default();
        go(|phone| {
            phone.clear();
            true
        });
    } else if let Some(address) = clicked_on(event, "a").and_then(|link| link.get_attribute("href"))
        && go(|phone| phone.follow(&address))
    {
        event.prevent_default();
    }
}

fn submitted(event: &Event) {
    let Some(form) = find::<HtmlFormElement>(".question") else {
        return;
    };
    let query = FormData::new_with_form(&form)
        .and_then(|data| UrlSearchParams::new_with_str_sequence_sequence(&data));
    if let (Ok(query), Some(place)) = (query, form.get_attribute("action")) {
        event.prevent_default();
        let query = String::from(query.to_string());
        go(|phone| phone.follow(&[&*place, "?", &query].concat()));
    }
}

/// Shows another step, if `change` leads to one.
fn go(change: impl FnOnce(&mut Phone) -> bool) -> bool {
    PHONE.with_borrow_mut(|phone| {
        let Some(phone) = phone.as_mut() else {
            return false;
        };
        let gone = change(phone);
        if gone {
            write_address(phone, true);
            storage::save(phone);
            show(phone);
        }
        gone
    })
}

/// The browser went back or forth.
fn came_back() {
    PHONE.with_borrow_mut(|phone| {
        if let Some(phone) = phone.as_mut().filter(|_| !is_within_page()) {
            phone.come_back(&here());
            storage::save(phone);
            show(phone);
        }
    });
}

/// Whether the address leads to an element of this page.
fn is_within_page() -> bool {
    let fragment = window().location().hash().unwrap_or_default();
    !fragment.is_empty() && !fragment.contains('=')
}

fn change_keeping() {
    PHONE.with_borrow_mut(|phone| {
        if let Some(phone) = phone {
            phone.keep(match phone.step().kept {
                Kept::OnPhone => Kept::UntilClosed,
                Kept::UntilClosed | Kept::InAddress | Kept::OfALink => Kept::OnPhone,
            });
            storage::save(phone);
            draw_keeping(phone);
            focus(".keeping button");
        }
    });
}

fn show(phone: &Phone) {
    let page = timed("step", || step(lang(), phone.step()));
    draw(PAGE, page);
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus("#main");
}

fn draw_keeping(phone: &Phone) {
    if let Some(shown) = find::<HtmlElement>(".keeping") {
        shown.set_outer_html(&keeping(lang(), phone.step()).into_html());
    }
}

/// Writes where the phone is into the address, as a new place in the history or instead of the last.
fn write_address(phone: &Phone, new: bool) {
    let address = phone.address();
    let (place, fragment) = address.split_once('#').unwrap_or((&address, ""));
    come_back_to(place, fragment);
    // An address that cannot be written is no reason not to go on.
    _ = window().history().and_then(|history| match new {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        false => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    });
}

/// Path, query and fragment of the page.
fn here() -> String {
    let location = window().location();
    [location.pathname(), location.search(), location.hash()]
        .map(Result::unwrap_or_default)
        .concat()
}

/// The day of the page, which need not be the phone's.
fn today() -> Option<chrono::NaiveDate> {
    let seconds = document().body()?.dataset().get("now")?.parse().ok()?;
    Some(BeijingTime::from_unix_seconds(seconds)?.date())
}
