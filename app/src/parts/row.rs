//! A row of a list: one big target that leads to the station.

use crate::parts::signs::{amenity_sign, sign, window};
use crate::row::{Freshness, Light, StationRow};
use crate::wording::Lang;
use domain::search::Filter;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    minutes_unit: "分钟" / "min";
    half_year_unverified: "半年没人核实" / "Not confirmed for half a year";
    year_unverified: "一年没人核实" / "Not confirmed for a year";
    never_unverified: "还没有人核实过" / "Never confirmed";
}

/// One place. `missed` is the filter that a near miss does not meet.
pub(crate) fn station_row(
    lang: Lang,
    now: BeijingTime,
    row: StationRow,
    missed: Option<Filter>,
) -> AnyView {
    let StationRow {
        id,
        name,
        kinds,
        status,
        on_arrival,
        journey,
        amenities,
        freshness,
    } = row;
    let name = if name.is_empty() {
        kinds
            .iter()
            .next()
            .map_or("", |kind| lang.kind(kind))
            .to_owned()
    } else {
        name
    };
    let signs: Vec<_> = amenities
        .iter()
        .map(|amenity| amenity_sign(lang, amenity))
        .collect();
    view! {
        <li>
            <a class="row" href=format!("/stations/{}", id.0)>
                {window(Light::of(status, on_arrival))}
                <span class="row-text">
                    <span class="row-name" lang=Lang::Zh.tag()>{name}</span>
                    <span class="row-status">{lang.status_sentence(now, status, on_arrival, journey)}</span>
                    {missed.map(|filter| view! { <span class="row-missed">{lang.missed(filter)}</span> })}
                    <span class="row-signs">
                        {signs}
                        {lang.freshness(freshness).map(|note| view! { <span class="row-note">{note}</span> })}
                    </span>
                </span>
                {journey.map(|journey| view! {
                    <span class="row-minutes" aria-hidden="true">
                        <b>{journey.minutes}</b>
                        {lang.minutes_unit()}
                    </span>
                })}
                {sign("arrow")}
            </a>
        </li>
    }
    .into_any()
}

impl Lang {
    /// A note about old news; nothing to say about fresh news.
    pub(crate) const fn freshness(self, freshness: Freshness) -> Option<&'static str> {
        match freshness {
            Freshness::Fresh => None,
            Freshness::HalfYear => Some(self.half_year_unverified()),
            Freshness::Year => Some(self.year_unverified()),
            Freshness::Never => Some(self.never_unverified()),
        }
    }

    /// What a near miss misses.
    fn missed(self, filter: Filter) -> String {
        match self {
            Self::Zh => format!("就差一样：{}", self.filter(filter)),
            Self::En => format!("Just one thing: {}", self.filter(filter)),
        }
    }
}
