//! The nearest open places, on the home page, once the position is known.

use crate::islands::browser::{draw, lang};
use crate::islands::city::phone::{now, spawn_local};
use crate::islands::city::{form, near, snapshot};
use crate::live::row::rows;
use crate::markup::Markup;
use crate::row::StationRow;
use domain::geo::Wgs84;
use domain::search::{OpenFilter, Search, search};

messages! {
    see_all_near: "看附近全部站点" / "See everything near you";
    nothing_open_near: "附近这会儿没有说得准开着的。清单里还有说不准的，去前先问一声。" / "Nothing near is surely open now. The list has places nobody is sure of; ask before you go.";
}

/// How many places the home page shows.
const NEAREST: usize = 3;

/// Shows the button and waits for a position.
pub(super) fn wake() {
    let look = |here, _: &_| spawn_local(async move { draw(".nearest", look_around(here).await) });
    near::wake(look, form::choose_district);
}

/// The places near `here` that will be open on arrival, and the way to the list. Without the
/// snapshot the list alone.
async fn look_around(here: Wgs84) -> Markup {
    let (lang, now) = (lang(), now());
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
    let nothing = places
        .is_empty()
        .then(|| html!("<p>" {lang.nothing_open_near()} "</p>"));
    html!(
        {rows(lang, now, &places)} {nothing}
        r#"<a class="chip" href=""# {list} r#"">"# {lang.see_all_near()} "</a>"
    )
}
