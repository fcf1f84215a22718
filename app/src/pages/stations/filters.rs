//! The form above the list: a plain GET form, so that its state is the address.

use crate::islands::near_me::NearMe;
use crate::parts::district::district_options;
use crate::parts::signs::sign;
use crate::wording::Lang;
use domain::search::{OpenFilter, Search, Travel};
use domain::station::{Access, Amenity, Kind};
use leptos::prelude::*;

messages! {
    words_label: "站点名、地址或拼音" / "Name, address or pinyin";
    words_example: "如：暖心驿站、nxyz" / "e.g. nxyz";
    search_button: "找" / "Search";
    district_label: "区" / "District";
    street_label: "街道、乡镇" / "Street area";
    open_legend: "时间" / "Hours";
    any_time: "不限" / "Any";
    amenity_legend: "要有什么" / "What it must have";
    kind_legend: "哪类站点" / "Kind of place";
    access_legend: "谁能进" / "Who may enter";
    travel_legend: "怎么去" / "How you travel";
    more_filters: "更多条件" / "More filters";
}

/// What most people ask for, before the fold.
const QUICK: [Amenity; 3] = [Amenity::HotMeal, Amenity::Charging, Amenity::Toilet];

/// The form. Without JavaScript the button asks the server; with it, the phone answers by itself.
pub(crate) fn filters(lang: Lang, search: Search) -> impl IntoView {
    let near = search
        .near
        .map(|near| format!("{:.3},{:.3}", near.lat(), near.lng()));
    let quick: Vec<_> = QUICK
        .into_iter()
        .map(|amenity| amenity_chip(lang, &search, amenity))
        .collect();
    let amenities: Vec<_> = Amenity::ALL
        .iter()
        .filter(|amenity| !QUICK.contains(amenity))
        .map(|amenity| amenity_chip(lang, &search, *amenity))
        .collect();
    let kinds: Vec<_> = Kind::ALL
        .iter()
        .map(|kind| {
            let checked = search.kinds.contains(*kind);
            chip("checkbox", "kind", kind.code(), checked, lang.kind(*kind))
        })
        .collect();
    let access: Vec<_> = [Access::Public, Access::Members, Access::UnitOnly]
        .into_iter()
        .map(|access| {
            let checked = search.access.contains(access);
            chip(
                "checkbox",
                "access",
                access.code(),
                checked,
                lang.access(access),
            )
        })
        .collect();
    let open: Vec<_> = OpenFilter::ALL
        .into_iter()
        .map(|open| {
            let checked = search.open == Some(open);
            chip(
                "radio",
                "open",
                open.code(),
                checked,
                lang.open_filter(open),
            )
        })
        .collect();
    let travel: Vec<_> = Travel::ALL
        .into_iter()
        .map(|travel| {
            let checked = search.travel == travel;
            chip(
                "radio",
                "travel",
                travel.code(),
                checked,
                lang.travel(travel),
            )
        })
        .collect();
    let more =
        !(search.kinds.is_empty() && search.access.is_empty() && search.travel == Travel::Foot)
            || search
                .amenities
                .iter()
                .any(|amenity| !QUICK.contains(&amenity));
    view! {
        <form class="filters" id="find" action="/stations" role="search">
            {near.map(|near| view! { <input type="hidden" name="near" value=near/> })}
            <div class="words">
                <label class="unseen" for="q">{lang.words_label()}</label>
                <input
                    id="q"
                    name="q"
                    type="search"
                    maxlength="40"
                    autocomplete="off"
                    placeholder=lang.words_example()
                    value=search.words.clone()
                />
                <button aria-label=lang.search_button()>{sign("search")}</button>
            </div>
            <NearMe/>
            {areas(lang, search.clone())}
            <fieldset class="chips">
                <legend>{lang.open_legend()}</legend>
                {chip("radio", "open", "", search.open.is_none(), lang.any_time())}
                {open}
            </fieldset>
            <fieldset class="chips">
                <legend>{lang.amenity_legend()}</legend>
                {quick}
            </fieldset>
            <details class="more" open=more>
                <summary>{lang.more_filters()}</summary>
                <div class="chips" role="group" aria-label=lang.amenity_legend()>{amenities}</div>
                <fieldset class="chips">
                    <legend>{lang.travel_legend()}</legend>
                    {travel}
                </fieldset>
                <fieldset class="chips">
                    <legend>{lang.kind_legend()}</legend>
                    {kinds}
                </fieldset>
                <fieldset class="chips">
                    <legend>{lang.access_legend()}</legend>
                    {access}
                </fieldset>
            </details>
            <button class="apply">{lang.search_button()}</button>
        </form>
    }
}

/// District, and the streets of the chosen one.
fn areas(lang: Lang, search: Search) -> impl IntoView {
    let streets =
        search.district.map(|district| {
            let options: Vec<_> = district
            .streets()
            .iter()
            .map(|street| view! {
                <option value=street.code().to_string() selected=search.street == Some(*street)>
                    {street.name_zh()}
                </option>
            })
            .collect();
            view! { <optgroup label=lang.district(district)>{options}</optgroup> }
        });
    let no_streets = streets.is_none();
    view! {
        <div class="areas">
            <label for="district">{lang.district_label()}</label>
            <select id="district" name="district">{district_options(lang, search.district)}</select>
            <label for="street" hidden=no_streets>{lang.street_label()}</label>
            <select id="street" name="street" hidden=no_streets>
                <option value="">{lang.any_street()}</option>
                {streets}
            </select>
        </div>
    }
}

fn amenity_chip(lang: Lang, search: &Search, amenity: Amenity) -> impl IntoView + use<> {
    let checked = search.amenities.contains(amenity);
    view! {
        <label class="chip">
            <input type="checkbox" name="amenity" value=amenity.code() checked=checked/>
            {sign(amenity.code())}
            {lang.amenity(amenity)}
        </label>
    }
}

/// A quiet switch: a checkbox or radio button that looks like a label.
fn chip(
    kind: &'static str,
    name: &'static str,
    value: &'static str,
    checked: bool,
    words: &'static str,
) -> impl IntoView {
    view! {
        <label class="chip">
            <input type=kind name=name value=value checked=checked/>
            {words}
        </label>
    }
}
