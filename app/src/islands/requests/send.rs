//! Steps of the form on their way to the site, and what is complete on its way until it is there.

use super::kept_here::{RECEIPT, WAITS, draw_all};
use super::lock::lock;
use super::page::{Busy, Page, Place, mark, show};
use super::post::{FORM_ADDRESS, Reply, post, post_files};
use super::waiting::waiting_page;
use super::{draft, offline, photo, vault};
use crate::islands::browser::now;
use crate::request::Form;
use crate::request::kept::{Answer, Kept, State};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement, HtmlFormElement, SubmitEvent, UrlSearchParams};

/// The lock of the tab that sends.
const SENDING: &str = "requests-sending";

/// A browser that sleeps longer asks again when it wakes.
const LONGEST_SLEEP_SECONDS: i64 = 3600;

thread_local! {
    static IS_BUSY: Cell<bool> = const { Cell::new(false) };
    static NEXT_TRY: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// A form of the page is sent: that of a request goes from here.
pub(super) fn submitted(event: &Event) {
    let form = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form else { return };
    if !draft::is_the_form(&form) {
        return offline::hold_back(event, &form);
    }
    // Browsers that do not tell the button send it themselves.
    let button = event
        .dyn_ref::<SubmitEvent>()
        .and_then(SubmitEvent::submitter);
    let Some(pressed) = button.and_then(|button| Pressed::of(form, button)) else {
        return;
    };
    event.prevent_default();
    if !IS_BUSY.replace(true) {
        spawn_local(async move {
            let _busy = Busy::begin();
            step(&pressed).await;
            IS_BUSY.set(false);
        });
    }
}

/// A form whose button was pressed.
struct Pressed {
    form: HtmlFormElement,
    /// The name and value of the button.
    button: (String, String),
    /// Everything that is sent, but for files.
    body: String,
    address: String,
}

impl Pressed {
    fn of(form: HtmlFormElement, button: HtmlElement) -> Option<Self> {
        let query = UrlSearchParams::new_with_str(&draft::body(&form)?).ok()?;
        let of_button = |name| button.get_attribute(name);
        let pressed = (
            of_button("name").unwrap_or_default(),
            of_button("value").unwrap_or_default(),
        );
        query.append(&pressed.0, &pressed.1);
        Some(Self {
            form,
            address: of_button("formaction").unwrap_or_else(|| FORM_ADDRESS.to_owned()),
            button: pressed,
            body: query.to_string().into(),
        })
    }

    /// Sends it, with photos if any were chosen.
    async fn post(&self) -> Option<Reply> {
        if !photo::are_chosen(&self.form) {
            return post(&self.body).await;
        }
        let data = photo::with_small_photos(&self.form).await.ok()?;
        let (name, value) = &self.button;
        data.append_with_str(name, value).ok()?;
        post_files(&data).await
    }
}

async fn step(pressed: &Pressed) {
    draft::save().await;
    let typed = Form::read(pressed.body.as_bytes(), "");
    if typed.step.sends() {
        return file(pressed, &typed).await;
    }
    match pressed.post().await.and_then(|reply| reply.page()) {
        Some(page) => show(page, &pressed.address, Place::Next),
        None => offline::step(&pressed.form, typed).await,
    }
}

/// Sends off what is complete. It is kept before it goes, unless nothing is to be kept here: then
/// only when it does not get through.
async fn file(pressed: &Pressed, typed: &Form) {
    if draft::is_kept()
        && vault::change(|kept| kept.send_off(typed, now()))
            .await
            .is_ok()
    {
        return wait_for(&typed.key).await;
    }
    let reply = pressed.post().await;
    match reply.map_or(Answer::NoNetwork, |reply| reply.answer()) {
        Answer::Received(html) | Answer::Asks(html) => {
            if let Some(page) = Page::read(&html) {
                show(page, FORM_ADDRESS, Place::Next);
            }
        }
        Answer::Busy(_) | Answer::NoNetwork => offline::step(&pressed.form, typed.clone()).await,
    }
}

/// Keeps what is complete until it can be sent; whether it can be kept.
pub(super) async fn queue(form: &Form) -> bool {
    let is_kept = vault::change(|kept| kept.send_off(form, now())).await;
    if is_kept.is_ok() {
        wait_for(&form.key).await;
    }
    is_kept.is_ok()
}

/// Tries to send what was sent off, and shows what came of it.
async fn wait_for(key: &str) {
    let answers = deliver().await;
    let kept = vault::look().await;
    if let Some(page) = outcome(&kept, &answers, key) {
        show(page, FORM_ADDRESS, Place::Next);
        draft::save().await;
    }
    plan(&kept);
}

/// The page of what became of a submission.
fn outcome(kept: &Kept, answers: &[(String, Answer)], key: &str) -> Option<Page> {
    let asks = answers.iter().find_map(|(of, answer)| match answer {
        Answer::Asks(html) if of == key => Page::read(html),
        _ => None,
    });
    asks.or_else(|| receipt(kept, key))
        .or_else(|| waiting_page(kept.get(key)?))
}

/// The page of a receipt that is kept.
pub(super) fn receipt(kept: &Kept, key: &str) -> Option<Page> {
    match &kept.get(key)?.state {
        State::Received { page } => Some(Page::read(page)?.marked(RECEIPT, key)),
        State::Draft { .. } | State::Waiting { .. } => None,
    }
}

/// Sends what is due, one after the other, no other tab at the same time. What was answered.
async fn deliver() -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    let Ok(_held) = lock(SENDING).await else {
        return answers;
    };
    while let Ok(Some((key, body))) = vault::change(|kept| kept.due(now())).await {
        let reply = post(&body).await;
        let answer = reply.map_or(Answer::NoNetwork, |reply| reply.answer());
        let settled = vault::change(|kept| kept.settle(&key, &answer, now())).await;
        answers.push((key, answer));
        if settled.is_err() {
            break;
        }
    }
    answers
}

/// Goes on with what waits, and shows how things are.
pub(super) async fn go_on() {
    let is_waiting = vault::look().await.seconds_to_wait(now()).is_some();
    let answers = match is_waiting {
        true => deliver().await,
        false => Vec::new(),
    };
    let kept = vault::look().await;
    if let Some(page) = mark(WAITS).and_then(|key| outcome(&kept, &answers, &key)) {
        show(page, FORM_ADDRESS, Place::Same);
        draft::save().await;
    }
    draw_all(&kept);
    plan(&kept);
}

/// The network is back, or somebody does not want to wait.
pub(super) async fn hurry() {
    // What cannot be changed is tried in its own time.
    _ = vault::change(|kept| kept.hurry(now())).await;
    go_on().await;
}

/// Goes on when the next is due.
fn plan(kept: &Kept) {
    NEXT_TRY.set(kept.seconds_to_wait(now()).map(|seconds| {
        // A second more: clocks of whole seconds.
        let milliseconds = (seconds.min(LONGEST_SLEEP_SECONDS) as u32 + 1) * 1000;
        Timeout::new(milliseconds, || spawn_local(go_on()))
    }));
}

/// Shows the form of a draft again.
pub(super) async fn open_draft(body: &str) {
    match post(body).await.and_then(|reply| reply.page()) {
        Some(page) => show(page, FORM_ADDRESS, Place::Next),
        None => offline::say_it_needs_network(),
    }
}
