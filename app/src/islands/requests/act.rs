//! The buttons of what is kept on this phone.

use super::kept_here::{WAITS, buttons, draw_all};
use super::page::{Place, mark, show};
use super::post::FORM_ADDRESS;
use super::{draft, send, vault};
use crate::islands::browser::clicked_on;
use crate::request::kept::{Kept, State};
use leptos::prelude::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

pub(super) fn clicked(event: &Event) {
    let button = clicked_on(event, "[data-kept]");
    let asked = button.and_then(|button| {
        let what = button.get_attribute("data-kept")?;
        Some((what, button.get_attribute("value")?))
    });
    if let Some((what, key)) = asked {
        spawn_local(async move { act(&what, &key).await });
    }
}

async fn act(what: &str, key: &str) {
    match what {
        buttons::TRY => send::hurry().await,
        buttons::KEEP_NOTHING => draft::stop().await,
        buttons::TAKE_BACK => take_back(key).await,
        buttons::FORGET => change(|kept| kept.forget(key)).await,
        buttons::GO_ON => {
            if let Some(State::Draft { body }) = state(key).await {
                send::open_draft(&body).await;
            }
        }
        buttons::SHOW => {
            if let Some(page) = send::receipt(&vault::look().await, key) {
                show(page, FORM_ADDRESS, Place::Next);
            }
        }
        _ => {}
    }
}

async fn state(key: &str) -> Option<State> {
    Some(vault::look().await.get(key)?.state.clone())
}

async fn change(wish: impl FnOnce(&mut Kept)) {
    // What could not be changed is shown as it is.
    _ = vault::change(wish).await;
    draw_all(&vault::look().await);
}

/// Back to the form from which it was sent off, or to the draft of it.
async fn take_back(key: &str) {
    let waits_here = mark(WAITS).as_deref() == Some(key);
    change(|kept| kept.take_back(key)).await;
    if waits_here {
        // Without a page before this one the draft is offered here.
        _ = window().history().and_then(|history| history.back());
    }
}
