//! The form above the list, which the server has drawn: reading it, filling it, counting on it.

use super::browser::{find, lang};
use domain::places::District;
use domain::search::{Facets, OpenFilter, Search};
use domain::station::{Access, Amenity, Kind};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement, UrlSearchParams,
};

messages! {
    any_street: "全部街道" / "All of them";
}

/// The name of the form in the page.
const FORM: &str = "#find";

/// What the form asks for.
pub(super) fn read() -> Option<Search> {
    let data = FormData::new_with_form(&find::<HtmlFormElement>(FORM)?).ok()?;
    let query = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    Some(Search::parse(&String::from(query.to_string())).0)
}

/// Makes the form ask for `search`.
pub(super) fn fill(search: &Search) {
    let Ok(query) = UrlSearchParams::new_with_str(&search.to_query()) else {
        return;
    };
    offer_streets_of(search.district);
    for field in all("#find [name]") {
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            let given = query.get_all(&input.name());
            match input.type_().as_str() {
                "checkbox" => input.set_checked(given.includes(&input.value().into(), 0)),
                // The radio button without a value stands for no wish.
                "radio" => {
                    input.set_checked(query.get(&input.name()).unwrap_or_default() == input.value())
                }
                _ => input.set_value(&query.get(&input.name()).unwrap_or_default()),
            }
        } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            select.set_value(&query.get(&select.name()).unwrap_or_default());
        }
    }
}

/// After a change of the district: its streets.
pub(super) fn offer_streets(event: &Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    if let Some(select) = target.filter(|select| select.name() == "district") {
        offer_streets_of(select.value().parse().ok().and_then(District::from_code));
    }
}

/// Shows on every chip how many places there would be with it.
pub(super) fn show_counts(facets: &Facets) {
    for input in all("#find .pick input") {
        let Some(input) = input.dyn_ref::<HtmlInputElement>() else {
            continue;
        };
        let value = input.value();
        let count = match input.name().as_str() {
            "amenity" => Amenity::from_code(&value).map(|amenity| facets.amenity(amenity)),
            "kind" => Kind::from_code(&value).map(|kind| facets.kind(kind)),
            "access" => Access::from_code(&value).map(|access| facets.access(access)),
            "open" => OpenFilter::from_code(&value).map(|open| facets.open(open)),
            _ => None,
        };
        let shown = input
            .parent_element()
            .and_then(|chip| chip.query_selector("output").ok()?);
        if let (Some(count), Some(shown)) = (count, shown) {
            shown.set_text_content(Some(&count.to_string()));
        }
    }
}

fn offer_streets_of(district: Option<District>) {
    let Some(select) = find::<HtmlSelectElement>("#street") else {
        return;
    };
    // Names and codes of our own tables: nothing in them needs escaping.
    let streets: String = district
        .map_or(&[][..], District::streets)
        .iter()
        .map(|street| {
            format!(
                "<option value={}>{}</option>",
                street.code(),
                street.name_zh()
            )
        })
        .collect();
    select.set_inner_html(&format!(
        "<option value=''>{}</option>{streets}",
        lang().any_street()
    ));
    select.set_hidden(streets.is_empty());
}

fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().query_selector_all(selector).ok();
    (0..).map_while(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}
