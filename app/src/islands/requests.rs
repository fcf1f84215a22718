//! The pages of a request on the phone: what is typed is kept here, what is complete is sent from
//! here, and what needs saying while one types is said at once.
//!
//! The pages stay the server's. A step of the form is asked for in the background and its page takes
//! the place of the last one; only what no server can say is drawn here: that there is no network.
//! A phone that can keep nothing (an old WebView, a private window, a page without TLS) sends forms
//! as it would without this.

mod act;
mod draft;
mod kept_here;
mod lock;
mod offline;
mod page;
mod photo;
mod post;
mod secret;
mod send;
mod typing;
mod vault;
mod waiting;

use super::browser::listen;
use super::wake;
use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

/// `/requests/new` and `/requests/{reference}`: keeps, sends and warns.
#[island]
pub fn Requests() -> impl IntoView {
    wake(behave);
}

fn behave() {
    typing::dress();
    listen(BODY, "input", typing::typed);
    listen(BODY, "change", typing::changed);
    listen(BODY, "click", typing::clicked);
    secret::open_by_link();
    spawn_local(async {
        if vault::opens().await {
            keep();
            send::go_on().await;
        }
    });
}

/// Events come up to it from whichever page is shown.
const BODY: &str = "body";

/// What only a phone does that can keep something.
fn keep() {
    page::begin();
    draft::begin();
    listen(BODY, "submit", send::submitted);
    listen(BODY, "click", act::clicked);
    let on = |event, act: fn(&Event)| {
        EventListener::new(&window(), event, act).forget();
    };
    on("popstate", page::came_back);
    on("online", |_| spawn_local(send::hurry()));
    on("pagehide", |_| draft::save_at_once());
    EventListener::new(&document(), "visibilitychange", |_| {
        match document().hidden() {
            true => draft::save_at_once(),
            false => spawn_local(send::go_on()),
        }
    })
    .forget();
}
