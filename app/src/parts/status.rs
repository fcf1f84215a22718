//! The status of one station, large: its window, the sentence, and why.

use crate::parts::signs::window;
use crate::row::Light;
use crate::wording::Lang;
use domain::status::Status;
use domain::time::BeijingTime;
use leptos::prelude::*;

/// The status as seen by somebody who is already there.
pub(crate) fn status_block(lang: Lang, now: BeijingTime, status: Status) -> AnyView {
    view! {
        <div class="status" role="status">
            {window(Light::of(status, status))}
            <div>
                <p class="status-sentence">{lang.status_sentence(now, status, status, None)}</p>
                {lang.reason(status.reason).map(|reason| view! { <p>{reason}</p> })}
            </div>
        </div>
    }
    .into_any()
}
