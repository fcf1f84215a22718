//! The nearest open places, on the home page, once the position is known.

use super::browser::{lang, now};
use super::near_me::near_button;
use super::snapshot;
use crate::parts::row::station_row;
use crate::row::StationRow;
use domain::geo::Wgs84;
use domain::search::{OpenFilter, Search, search};
use domain::time::BeijingTime;
use leptos::prelude::*;
use leptos::task::spawn_local;

messages! {
    see_all_near: "看附近全部站点" / "See everything near you";
    nothing_open_near: "附近这会儿没有说得准开着的。下面的清单里还有说不准的，去前先问一声。" / "Nothing near you is surely open just now. The list has places nobody is sure about; ask before you go.";
}

/// How many places the home page shows.
const NEAREST: usize = 3;

/// What is near.
#[derive(Clone)]
struct Near {
    now: BeijingTime,
    rows: Vec<StationRow>,
    /// The list that goes on from here.
    list: String,
}

/// The button, and what it found.
#[island]
pub fn Nearest() -> impl IntoView {
    let near = RwSignal::new(None::<Near>);
    let look = move |here| spawn_local(async move { near.set(Some(look_around(here).await)) });
    let found = move || {
        near.get().map(|Near { now, rows, list }| {
            let lang = lang();
            let nothing = rows.is_empty();
            let rows: Vec<_> = rows
                .into_iter()
                .map(|row| station_row(lang, now, row, None))
                .collect();
            view! {
                <ol class="rows">{rows}</ol>
                {nothing.then(|| view! { <p>{lang.nothing_open_near()}</p> })}
                <a class="chip" href=list>{lang.see_all_near()}</a>
            }
        })
    };
    view! {
        {near_button(|| false, look)}
        <div class="nearest">{found}</div>
    }
}

/// The places near `here` that will be open on arrival. Without the snapshot there are none to
/// show, but still the list to go to.
async fn look_around(here: Wgs84) -> Near {
    let now = now();
    let wanted = Search {
        near: Some(here),
        ..Search::default()
    };
    let list = format!("/stations#{}", wanted.to_query());
    let wanted = Search {
        open: Some(OpenFilter::Now),
        ..wanted
    };
    let mut rows = Vec::new();
    if let Some(mut city) = snapshot::city().await {
        let found = search(&city, &wanted, now, NEAREST).found;
        for district in snapshot::missing(&city, &wanted, found.iter()) {
            if let Some(file) = snapshot::texts(district).await {
                // A damaged file leaves these places without their names.
                _ = city.load_texts(district, &file);
            }
        }
        rows = found
            .iter()
            .filter_map(|found| StationRow::new(&city, found, &wanted, now))
            .collect();
    }
    Near { now, rows, list }
}
