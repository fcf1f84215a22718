//! The public snapshot on the phone: the whole city, and the words of the districts one looks at.

use super::browser::{fetch, page_data};
use domain::city::City;
use domain::places::District;
use domain::search::{Found, Search};
use domain::snapshot;
use std::collections::BTreeSet;

/// The city of the page; `None` if it cannot be had.
pub(super) async fn city() -> Option<City> {
    let file = fetch(&address("city")).await.ok()?;
    snapshot::decode(&file).ok()
}

/// The words of a district, to be given to the city.
pub(super) async fn texts(district: District) -> Option<Vec<u8>> {
    fetch(&address(&district.code().to_string())).await.ok()
}

/// The districts whose words are not here, but needed: to look for words, those of every place
/// that may fit; else those of the places shown.
pub(super) fn missing<'a>(
    city: &City,
    search: &Search,
    shown: impl Iterator<Item = &'a Found>,
) -> BTreeSet<District> {
    let needed: BTreeSet<_> = match (search.words.is_empty(), search.district) {
        (false, Some(district)) => [district].into(),
        (false, None) => District::all().iter().copied().collect(),
        (true, _) => shown
            .filter_map(|found| city.place(found.id))
            .map(|place| place.district)
            .collect(),
    };
    needed
        .into_iter()
        .filter(|district| !city.has_texts(*district))
        .collect()
}

fn address(file: &str) -> String {
    format!(
        "/data/{}/{file}.bin",
        page_data("snapshot").unwrap_or_default()
    )
}
