//! The answer to a search as a list, the same on the server and on the phone.

use crate::row::StationRow;
use domain::city::City;
#[cfg(any(feature = "ssr", feature = "map"))]
use domain::search::Travel;
use domain::search::{Answer, Filter, Search};
use domain::time::BeijingTime;

/// Places on one page of the list.
pub const PAGE_SIZE: usize = 20;

/// What the list of a search says.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// What was searched for.
    pub search: Search,
    /// What the addresses of further lists carry behind `#`, a part that browsers send to nobody:
    /// on the phone the start of the journey, which `search` then does not name. Empty elsewhere.
    pub fragment: String,
    /// How many places fit.
    pub total: usize,
    /// One page of them, best first.
    pub rows: Vec<StationRow>,
    /// When nothing fits: places that miss exactly one filter, and which.
    pub near_misses: Vec<(StationRow, Filter)>,
}

impl Results {
    /// The list that shows `answer`.
    pub fn new(city: &City, search: Search, answer: &Answer, now: BeijingTime) -> Self {
        let row = |found| StationRow::new(city, found, &search, now);
        Self {
            total: answer.total,
            rows: answer.found.iter().filter_map(row).collect(),
            near_misses: answer
                .near_misses
                .iter()
                .filter_map(|(found, filter)| Some((row(found)?, *filter)))
                .collect(),
            search,
            fragment: String::new(),
        }
    }

    /// How many pages the list has; at least one.
    pub fn pages(&self) -> u32 {
        u32::try_from(self.total.div_ceil(PAGE_SIZE))
            .unwrap_or(u32::MAX)
            .max(1)
    }
}

/// The address of the list that answers `search`.
#[cfg(any(feature = "places", feature = "map", feature = "checker"))]
pub(crate) fn address(search: &Search) -> String {
    match search.to_query() {
        query if query.is_empty() => "/stations".to_owned(),
        query => format!("/stations?{query}"),
    }
}

/// The address of the map of what `search` looks for.
#[cfg(any(feature = "ssr", feature = "map"))]
pub(crate) fn map_address(search: &Search) -> String {
    match of_a_map(search).to_query() {
        query if query.is_empty() => "/map".to_owned(),
        query => format!("/map?{query}"),
    }
}

/// What of a search a map keeps in its address: it shows all streets and all pages, and a journey
/// starts on the phone alone.
#[cfg(any(feature = "ssr", feature = "map"))]
pub(crate) fn of_a_map(search: &Search) -> Search {
    Search {
        street: None,
        near: None,
        travel: Travel::default(),
        page: 1,
        ..search.clone()
    }
}

#[cfg(any(
    feature = "places",
    feature = "map",
    feature = "checker",
    feature = "requests"
))]
/// An address with what browsers send to nobody behind `#`, if there is any.
pub(crate) fn with_fragment(address: &str, fragment: &str) -> String {
    match fragment {
        "" => address.to_owned(),
        fragment => [address, "#", fragment].concat(),
    }
}
