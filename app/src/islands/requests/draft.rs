//! What is typed is kept on this phone while it is typed.

use super::post::FORM_ADDRESS;
use super::{kept_here, photo, vault};
use crate::islands::browser::{find, listen, now};
use crate::request::Form;
use crate::request::kept::is_worth_keeping;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, FormData, HtmlFormElement, UrlSearchParams};

/// The form of the page.
const FORM: &str = "form[action='/requests/new']";

/// How long the fingers rest before something is written, in milliseconds.
const REST_MS: u32 = 400;

thread_local! {
    static IS_OFF: Cell<bool> = const { Cell::new(false) };
    static RESTING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Whether nobody has said that nothing is to be kept.
pub(super) fn is_kept() -> bool {
    !IS_OFF.get()
}

pub(super) fn begin() {
    listen("body", "input", typed);
    listen("body", "change", typed);
    take_over();
}

/// What is kept of the form on this page is kept by us alone: a browser writes what is typed into
/// its own session files, for everybody to read, unless the form asks it not to.
pub(super) fn take_over() {
    if let Some(form) = find::<HtmlFormElement>(FORM) {
        // Name and value are fit for an attribute.
        _ = form.set_attribute("autocomplete", "off");
    }
    kept_here::say_under_text(is_kept());
}

/// What the form of the page says, if it has one.
pub(super) fn form() -> Option<Form> {
    let body = body(&find::<HtmlFormElement>(FORM)?)?;
    Some(Form::read(body.as_bytes(), ""))
}

/// What a form would send, without its button and without files.
pub(super) fn body(form: &HtmlFormElement) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    for input in photo::inputs(form) {
        data.delete(&input.name());
    }
    let query = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    Some(query.to_string().into())
}

/// Keeps nothing of this form from now on, and drops what was kept.
pub(super) async fn stop() {
    IS_OFF.set(true);
    RESTING.take();
    if let Some(form) = form() {
        // What could not be dropped is shown as kept.
        _ = vault::change(|kept| kept.forget(&form.key)).await;
    }
    kept_here::say_under_text(is_kept());
}

/// Somebody is about to leave.
pub(super) fn save_at_once() {
    if RESTING.take().is_some() {
        spawn_local(save());
    }
}

fn typed(event: &Event) {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let form = field.and_then(|field| field.closest(FORM).ok()?);
    if form.is_some() && is_kept() {
        let rest = Timeout::new(REST_MS, || {
            RESTING.take();
            spawn_local(save());
        });
        RESTING.set(Some(rest));
    }
}

/// Keeps the form as it is, if there is something in it.
pub(super) async fn save() {
    let form = form().filter(|form| is_kept() && is_worth_keeping(form));
    if let Some(form) = form {
        // What cannot be kept still stands on the page.
        _ = vault::change(|kept| kept.write(&form, now())).await;
    }
}

/// The address to which a form goes, if it is the form of a request.
pub(super) fn is_the_form(form: &HtmlFormElement) -> bool {
    form.get_attribute("action").as_deref() == Some(FORM_ADDRESS)
}
