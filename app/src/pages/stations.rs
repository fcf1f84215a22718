//! `/stations`: what to look for, and the places, best first.

use crate::islands::places::Finder;
use crate::live::results::result_list;
use crate::parts::filters::{Finds, filters};
use crate::results::{Results, map_address};
use crate::wording::Lang;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    stations_title: "站点" / "Stations";
    stations_description: "按你到的时候还开着排序：走几分钟到，几点关门，有没有热饭和充电。" / "Sorted by what is still open when you get there: how far, until when, with a warm meal or a socket.";
    stations_heading: "哪里亮着灯" / "Where the lights are on";
    see_on_map: "看地图" / "See the map";
    results_heading: "站点列表" / "Places";
}

/// The list and its form.
pub(crate) fn stations(lang: Lang, now: BeijingTime, model: Results) -> impl IntoView {
    let list = result_list(lang, now, &model);
    let search = model.search;
    let on_map = map_address(&search);
    view! {
        <h1>{lang.stations_heading()}</h1>
        <p class="to-map">
            <a class="chip" href=on_map>{lang.see_on_map()}</a>
            " "
            <a class="chip" href="/offline">{lang.nav_offline()}</a>
        </p>
        <div class="find">
            {filters(lang, search, Finds::InList)}
            <section
                class="results"
                tabindex="-1"
                aria-label=lang.results_heading()
                inner_html=list.into_html()
            ></section>
        </div>
        <Finder/>
    }
}
