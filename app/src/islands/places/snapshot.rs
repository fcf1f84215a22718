//! The public snapshot on the phone: the whole city, and the words of the districts one looks at.

use super::phone::fetch;
use domain::city::City;
use domain::places::District;
use domain::search::{Found, Search};
use domain::snapshot;
use leptos::prelude::document;

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
) -> Districts {
    let all = District::all().iter().copied();
    let needed: Districts = match search.words.is_empty() {
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

/// A set of districts, one bit each: a tree of them would be most of what the phone loads for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Districts(u32);

impl Districts {
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn with(self, district: District) -> Self {
        Self(self.0 | 1 << district.index())
    }

    pub(super) const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    pub(super) fn iter(self) -> impl Iterator<Item = District> {
        let all = District::all().iter().copied();
        all.filter(move |district| self.0 & 1 << district.index() != 0)
    }
}

impl FromIterator<District> for Districts {
    fn from_iter<I: IntoIterator<Item = District>>(districts: I) -> Self {
        districts.into_iter().fold(Self::default(), Self::with)
    }
}

fn address(file: &str) -> String {
    let version = document()
        .body()
        .and_then(|body| body.dataset().get("snapshot"));
    format!("/data/{}/{file}.bin", version.unwrap_or_default())
}
