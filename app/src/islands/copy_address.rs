//! Copies the address of a station.

use super::browser::{copy, find, lang};
use crate::parts::signs::sign;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Element;

messages! {
    copy_address: "抄下地址" / "Copy the address";
    copied: "抄好了" / "Copied";
    not_copied: "没抄成，长按地址可以复制" / "It did not work; press and hold the address";
}

/// Whether the address was copied.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copying {
    Asleep,
    Ready,
    Done,
    Failed,
}

/// The button; shown once the page is awake.
#[island]
pub fn CopyAddress() -> impl IntoView {
    let state = RwSignal::new(Copying::Asleep);
    Effect::new(move |_| state.set(Copying::Ready));
    let on_click = move |_| {
        spawn_local(async move {
            let address = find::<Element>("#address").and_then(|address| address.text_content());
            let copied = copy(&address.unwrap_or_default()).await;
            state.set(if copied {
                Copying::Done
            } else {
                Copying::Failed
            });
        });
    };
    let words = move || match state.get() {
        Copying::Asleep => "",
        Copying::Ready => lang().copy_address(),
        Copying::Done => lang().copied(),
        Copying::Failed => lang().not_copied(),
    };
    view! {
        <button
            type="button"
            class="chip"
            hidden=move || state.get() == Copying::Asleep
            on:click=on_click
        >
            {sign("copy")}
            <span role="status">{words}</span>
        </button>
    }
}
