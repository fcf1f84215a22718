//! Keeps the status of a station true while its page is open.

use super::browser::{find, lang, now};
use super::snapshot;
use crate::markup::Markup;
use crate::parts::status::status_block;
use domain::city::City;
use domain::station::StationId;
use domain::status::{Outlook, Status};
use domain::time::BeijingTime;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use web_sys::HtmlElement;

/// The server's sentence is true for a minute.
const A_MINUTE: Duration = Duration::from_secs(60);

/// The status: the server's, and a minute later the phone's in its place.
#[island]
pub fn StatusLine(
    /// The status as the server shows it.
    children: Children,
) -> impl IntoView {
    let live = RwSignal::new(None::<(BeijingTime, Status)>);
    let city = RwSignal::new(None::<City>);
    let look = move || {
        let now = now();
        live.set(city.with_untracked(|city| Some((now, status(city.as_ref()?, now)?))));
    };
    Effect::new(move |_| {
        set_interval(
            move || match city.with_untracked(Option::is_some) {
                true => look(),
                false => spawn_local(async move {
                    city.set(snapshot::city().await);
                    look();
                }),
            },
            A_MINUTE,
        );
    });
    let html = move || {
        let block = live
            .get()
            .map(|(now, status)| status_block(lang(), now, status));
        block.map_or_else(String::new, Markup::into_html)
    };
    view! {
        <div hidden=move || live.with(Option::is_some)>{children()}</div>
        <div class="status" hidden=move || live.with(Option::is_none) inner_html=html></div>
    }
}

/// The status of the page's station.
fn status(city: &City, now: BeijingTime) -> Option<Status> {
    let page: HtmlElement = find("[data-station]")?;
    let id = page.dataset().get("station")?.parse().ok()?;
    let place = city.place(StationId(id))?;
    Some(Outlook::new(city.hours(place), now).at(place.life, now))
}
