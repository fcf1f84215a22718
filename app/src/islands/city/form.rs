//! The form above the list, which the server has drawn: reading it, filling it, counting on it.

use crate::islands::browser::{all, find, focus};
use crate::results::with_fragment;
use domain::search::{Facets, OpenFilter, Search};
use domain::station::{Access, Amenity, Kind};
use wasm_bindgen::JsCast;
use web_sys::{
    Event, FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement, UrlSearchParams,
};

/// The name of the form in the page.
const FORM: &str = "#find";

/// What the form asks for.
pub(in crate::islands) fn read() -> Option<Search> {
    let data = FormData::new_with_form(&find::<HtmlFormElement>(FORM)?).ok()?;
    let query = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    Some(Search::parse(&String::from(query.to_string())).0)
}

/// Makes the form ask for `search`.
#[cfg(feature = "places")]
pub(in crate::islands) fn fill(search: &Search) {
    let Ok(query) = UrlSearchParams::new_with_str(&search.to_query()) else {
        return;
    };
    for field in all::<web_sys::Element>("#find [name]") {
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

/// Asks the server, for what the phone does not have: the names of a district's streets, after a
/// change of the district. The start of the journey stays behind `#` and is not sent.
pub(in crate::islands) fn send(path: &str, start: &str) {
    if let Some(form) = find::<HtmlFormElement>(FORM) {
        form.set_action(&with_fragment(path, start));
        if let Some(street) = find::<HtmlSelectElement>("#street") {
            street.set_value("");
        }
        // A form that cannot be sent stays as it is.
        _ = form.submit();
    }
}

/// Whether an event comes from the choice of the district.
pub(in crate::islands) fn is_district(event: &Event) -> bool {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    field.is_some_and(|select| select.name() == "district")
}

/// Where somebody without a position goes on.
pub(in crate::islands) fn choose_district() {
    focus("#district");
}

/// Shows on every chip how many places there would be with it.
pub(in crate::islands) fn show_counts(facets: &Facets) {
    for input in all::<HtmlInputElement>("#find .pick input") {
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
            .and_then(|chip| chip.query_selector("b").ok()?);
        if let (Some(count), Some(shown)) = (count, shown) {
            shown.set_text_content(Some(&count.to_string()));
        }
    }
}
