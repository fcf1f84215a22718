//! The form above the list and beside the map: a plain GET form, so that its state is the address.

use crate::parts::district::district_options;
use crate::parts::near::near_button;
use crate::parts::signs::sign;
use crate::wording::Lang;
use domain::search::{OpenFilter, Search, Travel};
use domain::station::{Access, Amenity, Kind};
use leptos::prelude::*;

messages! {
    words_label: "站点名、地址或拼音" / "Name, address or pinyin";
    words_example: "如：暖心驿站、nxyz" / "e.g. nxyz";
    search_button: "找" / "Search";
    apply_filters: "按这些条件找" / "Search with these";
    district_label: "区" / "District";
    street_label: "街道、乡镇" / "Street area";
    open_legend: "时间" / "Hours";
    any_street: "全部街道" / "All of them";
    any_time: "不限" / "Any";
    amenity_legend: "要有什么" / "What it must have";
    kind_legend: "哪类站点" / "Kind of place";
    access_legend: "谁能进" / "Who may enter";
    travel_legend: "怎么去" / "How you travel";
    places_unit: "处" / "places";
    more_filters: "更多条件" / "More filters";
}

/// What most people ask for, before the fold.
const QUICK: [Amenity; 3] = [Amenity::HotMeal, Amenity::Charging, Amenity::Toilet];

/// What the form finds places for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finds {
    /// The list, which also knows streets, a start and a way to travel.
    InList,
    /// The map, which shows all streets of a district.
    OnMap,
}

/// The form. Without JavaScript the button asks the server; with it, the phone answers by itself.
pub(crate) fn filters(lang: Lang, search: Search, finds: Finds) -> AnyView {
    let near = search
        .near
        .map(|near| format!("{:.3},{:.3}", near.lat(), near.lng()));
    let amenities = |quick: bool| -> Vec<AnyView> {
        Amenity::ALL
            .iter()
            .filter(|amenity| QUICK.contains(amenity) == quick)
            .map(|amenity| {
                let checked = search.amenities.contains(*amenity);
                let value = amenity.code();
                pick(
                    lang,
                    "checkbox",
                    "amenity",
                    value,
                    checked,
                    Some(value),
                    lang.amenity(*amenity),
                )
            })
            .collect()
    };
    let open: Vec<_> = OpenFilter::ALL
        .into_iter()
        .map(|open| {
            let checked = search.open == Some(open);
            pick(
                lang,
                "radio",
                "open",
                open.code(),
                checked,
                None,
                lang.open_filter(open),
            )
        })
        .collect();
    let any_time = pick(
        lang,
        "radio",
        "open",
        "",
        search.open.is_none(),
        None,
        lang.any_time(),
    );
    let action = match finds {
        Finds::InList => "/stations",
        Finds::OnMap => "/map",
    };
    let near_button = (finds == Finds::InList).then(|| near_button(lang));
    view! {
        <form class="filters" id="find" action=action role="search">
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
            {near_button}
            {travel(lang, &search, finds)}
            {areas(lang, &search, finds)}
            <fieldset class="segments">
                <legend class="unseen">{lang.open_legend()}</legend>
                {any_time}
                {open}
            </fieldset>
            <fieldset class="chips">
                <legend class="unseen">{lang.amenity_legend()}</legend>
                {amenities(true)}
            </fieldset>
            {more(lang, &search, amenities(false))}
        </form>
    }
    .into_any()
}

/// How one travels; nothing to choose until a position can be given, or is on the map.
fn travel(lang: Lang, search: &Search, finds: Finds) -> AnyView {
    let ways: Vec<_> = Travel::ALL
        .into_iter()
        .map(|travel| {
            // The usual way is not worth a word in the address.
            let value = match travel == Travel::default() {
                true => "",
                false => travel.code(),
            };
            let checked = search.travel == travel;
            pick(
                lang,
                "radio",
                "by",
                value,
                checked,
                None,
                lang.travel(travel),
            )
        })
        .collect();
    let class = match search.near {
        Some(_) => "segments travel",
        None => "segments travel with-position",
    };
    view! {
        <fieldset class=class hidden=finds == Finds::OnMap>
            <legend class="unseen">{lang.travel_legend()}</legend>
            {ways}
        </fieldset>
    }
    .into_any()
}

/// District, and the streets of the chosen one. The button goes when the page is awake: a choice
/// is then an answer by itself.
fn areas(lang: Lang, search: &Search, finds: Finds) -> AnyView {
    let in_list = finds == Finds::InList;
    let streets = search.district.filter(|_| in_list).map(|district| {
        let options: Vec<_> = district
            .streets()
            .iter()
            .map(|street| {
                let selected = search.street == Some(*street);
                let code = street.code().to_string();
                view! { <option value=code selected=selected>{street.name_zh()}</option> }
            })
            .collect();
        view! { <optgroup label=lang.district(district)>{options}</optgroup> }
    });
    let no_streets = streets.is_none();
    let street_choice = in_list.then(|| {
        view! {
            <select id="street" name="street" aria-label=lang.street_label() hidden=no_streets>
                <option value="">{lang.any_street()}</option>
                {streets}
            </select>
        }
    });
    view! {
        <div class="areas">
            <select id="district" name="district" aria-label=lang.district_label()>
                {district_options(lang, search.district)}
            </select>
            {street_choice}
            <button>{lang.go_and_look()}</button>
        </div>
    }
    .into_any()
}

/// What fewer people ask for, folded away on a phone unless it is in use.
fn more(lang: Lang, search: &Search, amenities: Vec<AnyView>) -> AnyView {
    let kinds: Vec<_> = Kind::ALL
        .iter()
        .map(|kind| {
            let checked = search.kinds.contains(*kind);
            pick(
                lang,
                "checkbox",
                "kind",
                kind.code(),
                checked,
                None,
                lang.kind(*kind),
            )
        })
        .collect();
    let access: Vec<_> = [Access::Public, Access::Members, Access::UnitOnly]
        .into_iter()
        .map(|access| {
            let checked = search.access.contains(access);
            pick(
                lang,
                "checkbox",
                "access",
                access.code(),
                checked,
                None,
                lang.access(access),
            )
        })
        .collect();
    let open = !(search.kinds.is_empty() && search.access.is_empty())
        || search
            .amenities
            .iter()
            .any(|amenity| !QUICK.contains(&amenity));
    view! {
        <details class="more" open=open>
            <summary>{lang.more_filters()}</summary>
            <div class="chips" role="group" aria-label=lang.amenity_legend()>{amenities}</div>
            <fieldset class="chips"><legend>{lang.kind_legend()}</legend>{kinds}</fieldset>
            <fieldset class="chips"><legend>{lang.access_legend()}</legend>{access}</fieldset>
            <button class="apply">{lang.apply_filters()}</button>
        </details>
    }
    .into_any()
}

/// A quiet switch: a checkbox or radio button that looks like a chip, with room for a count that
/// is part of its name: 27 counts that speak up by themselves would drown the one of the list.
fn pick(
    lang: Lang,
    kind: &'static str,
    name: &'static str,
    value: &'static str,
    checked: bool,
    drawing: Option<&'static str>,
    words: &'static str,
) -> AnyView {
    view! {
        <label class="pick">
            <input type=kind name=name value=value checked=checked/>
            <span class="chip">
                {drawing.map(sign)}
                <span>{words}<b></b><span class="unseen">{lang.places_unit()}</span></span>
            </span>
        </label>
    }
    .into_any()
}
