//! The way back to the list one came from, as one left it.

use crate::islands::browser::{clicked_on, listen};
use crate::islands::city::show;
use leptos::prelude::{document, window};

/// Offers it to whoever came from a list in this tab. A page does not hear what stood behind `#`
/// in the address before it, so the browser goes back by itself: to the wishes, the start of the
/// journey and the row.
pub(super) fn wake() {
    let before = document().referrer();
    let path = before.split('?').next().unwrap_or_default();
    let Ok(history) = window().history() else {
        return;
    };
    // Nothing lies behind the first page of a tab.
    if path.ends_with("/stations") && history.length().is_ok_and(|pages| pages > 1) {
        show(".back .all", false);
        listen(".back", "click", move |click| {
            if clicked_on(click, ".list").is_some() {
                click.prevent_default();
                // Browsers refuse it only to a page that is no longer shown.
                _ = history.back();
            }
        });
    }
}
