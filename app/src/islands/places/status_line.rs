//! Keeps the status of a station true while its page is open.

use crate::islands::browser::{draw, find, lang};
use crate::islands::city::phone::{TimeoutFuture, now, spawn_local};
use crate::islands::city::snapshot;
use crate::live::status::status_block;
use domain::station::StationId;
use web_sys::HtmlElement;

/// The server's sentence is true for a minute.
const A_MINUTE_MS: u32 = 60_000;

/// Looks again every minute.
pub(super) fn wake() {
    let page = find::<HtmlElement>("[data-station]");
    let id = page
        .and_then(|page| page.dataset().get("station")?.parse().ok())
        .map(StationId);
    spawn_local(async move {
        let mut city = None;
        loop {
            TimeoutFuture::new(A_MINUTE_MS).await;
            if city.is_none() {
                city = snapshot::city().await;
            }
            let place = city
                .as_ref()
                .and_then(|city| Some((city, city.place(id?)?)));
            if let Some((city, place)) = place {
                let now = now();
                draw(
                    ".status",
                    status_block(lang(), now, city.status(place, now)),
                );
            }
        }
    });
}
