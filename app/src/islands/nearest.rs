//! The nearest open places, on the home page, once the position is known.

use super::browser::{lang, now};
use super::near_me::near_button;
use super::snapshot;
use crate::markup::Markup;
use crate::parts::row::rows;
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
    found: Vec<StationRow>,
    /// The list that goes on from here.
    list: String,
}

/// The button, and what it found.
#[island]
pub fn Nearest() -> impl IntoView {
    let near = RwSignal::new(None::<Near>);
    let look = move |here| spawn_local(async move { near.set(Some(look_around(here).await)) });
    let html = move || {
        let found = near.get().map(|Near { now, found, list }| {
            let lang = lang();
            let nothing = found
                .is_empty()
                .then(|| html!("<p>" {lang.nothing_open_near()} "</p>"));
            html!(
                {rows(lang, now, &found)} {nothing}
                r#"<a class="chip" href=""# {list} r#"">"# {lang.see_all_near()} "</a>"
            )
        });
        found.map_or_else(String::new, Markup::into_html)
    };
    view! {
        {near_button(|| false, look)}
        <div class="nearest" inner_html=html></div>
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
    let mut places = Vec::new();
    if let Some(mut city) = snapshot::city().await {
        let found = search(&city, &wanted, now, NEAREST).found;
        for district in snapshot::missing(&city, &wanted, found.iter()).iter() {
            if let Some(file) = snapshot::texts(district).await {
                // A damaged file leaves these places without their names.
                _ = city.load_texts(district, &file);
            }
        }
        places = found
            .iter()
            .filter_map(|found| StationRow::new(&city, found, &wanted, now))
            .collect();
    }
    Near {
        now,
        found: places,
        list,
    }
}
