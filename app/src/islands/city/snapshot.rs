//! The public snapshot on the phone: the whole city, and the words of the districts one looks at.

use super::phone::fetch;
use domain::city::City;
#[cfg(any(feature = "places", feature = "map"))]
use domain::places::{District, DistrictSet};
#[cfg(any(feature = "places", feature = "map"))]
use domain::search::{Found, Search};
use domain::snapshot;
use leptos::prelude::document;

/// The city of the page; `None` if it cannot be had.
pub(in crate::islands) async fn city() -> Option<City> {
    let file = fetch(&address("city")).await.ok()?;
    snapshot::decode(&file).ok()
}

#[cfg(any(feature = "places", feature = "map"))]
/// The words of a district, to be given to the city.
pub(in crate::islands) async fn texts(district: District) -> Option<Vec<u8>> {
    fetch(&address(&district.code().to_string())).await.ok()
}

#[cfg(any(feature = "places", feature = "map"))]
/// The districts whose words are not here, but needed: to look for words, those of every place
/// that may fit; else those of the places shown.
pub(in crate::islands) fn missing<'a>(
    city: &City,
    search: &Search,
    shown: impl Iterator<Item = &'a Found>,
) -> DistrictSet {
    let all = District::all().iter().copied();
    let needed: DistrictSet = match search.words.is_empty() {
        true => shown
            .filter_map(|found| city.place(found.id))
            .map(|place| place.district)
            .collect(),
        false => all
            .filter(|district| search.district.is_none_or(|only| only == *district))
            .collect(),
    };
    needed
        .iter()
        .filter(|district| !city.has_texts(*district))
        .collect()
}

fn address(file: &str) -> String {
    let version = document()
        .body()
        .and_then(|body| body.dataset().get("snapshot"));
    format!("/data/{}/{file}.bin", version.unwrap_or_default())
}
