//! The status of one station, large: its window, the sentence, and why.

use crate::live::signs::window;
use crate::markup::Markup;
use crate::row::Light;
use crate::wording::Lang;
use domain::status::Status;
use domain::time::BeijingTime;

/// The status as seen by somebody who is already there.
pub(crate) fn status_block(lang: Lang, now: BeijingTime, status: Status) -> Markup {
    let why = lang
        .reason(status.reason)
        .map(|reason| html!("<p>" {reason} "</p>"));
    html!(
        {window(Light::of(status, status))}
        r#"<div role="status"><p class="status-sentence">"#
        {lang.status_sentence(now, status, status, None)}
        "</p>" {why} "</div>"
    )
}
