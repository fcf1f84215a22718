//! Searching the city: which places are usable when one gets there, best first.

use crate::city::City;
use crate::geo::Wgs84;
use crate::places::{District, Street};
use crate::station::{AccessSet, AmenitySet, KindSet, StationId};
use crate::status::Status;
use crate::time::BeijingTime;

/// What somebody looks for. Empty sets and `None` do not filter.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Search {
    /// Words of a name or address: Chinese, full pinyin or initials. Trimmed, at most 40 characters.
    pub words: String,
    /// Only this district.
    pub district: Option<District>,
    /// Only this street; implies its district.
    pub street: Option<Street>,
    /// Any of these kinds.
    pub kinds: KindSet,
    /// All of these amenities, known to be present.
    pub amenities: AmenitySet,
    /// Any of these.
    pub access: AccessSet,
    /// When it must be open.
    pub open: Option<OpenFilter>,
    /// Where the journey starts.
    pub near: Option<Wgs84>,
    /// How one travels.
    pub travel: Travel,
    /// 1 is the first page.
    pub page: u32,
}

impl Search {
    /// Reads a query string. What is not understood is left out of the search and reported:
    /// pages go on without it, the API refuses.
    pub fn parse(query: &str) -> (Self, Vec<ParamProblem>) {
        let _ = query;
        (Self::default(), Vec::new())
    }

    /// Writes the canonical query string, without `?`; what does not filter is left out.
    pub fn to_query(&self) -> String {
        String::new()
    }
}

/// A query parameter that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParamProblem {
    /// The parameter's name, cut to 40 characters.
    pub name: String,
    /// What is wrong with it.
    pub problem: ParamProblemKind,
}

/// What is wrong with a query parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParamProblemKind {
    /// No parameter has this name.
    UnknownName,
    /// It may stand only once.
    Repeated,
    /// Its value is none of those it may have.
    UnknownValue,
    /// Its value is a number or position beyond its bounds.
    OutOfRange,
    /// Its value is too long.
    TooLong,
}

/// When a place must be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenFilter {
    /// Open when one gets there (`now`).
    Now,
    /// Open through the night, 22:00 to 6:00 (`night`).
    Night,
    /// Open around the clock (`24h`).
    AllDay,
}

/// How one travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Travel {
    /// Walking (`foot`).
    #[default]
    Foot,
    /// Riding an e-bike (`ebike`).
    EBike,
}

/// A place that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Which place.
    pub id: StationId,
    /// What one would find there now.
    pub status: Status,
    /// What one will find on arrival; the same as `status` when the journey is unknown.
    pub on_arrival: Status,
    /// Metres as the crow flies, if both ends are known.
    pub distance_m: Option<u32>,
    /// Minutes on the way, rounded up, if the distance is known.
    pub journey_minutes: Option<u16>,
}

/// One filter of a search, as something that can be missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Filter {
    /// The words.
    Words,
    /// The district.
    District,
    /// The street.
    Street,
    /// The kinds.
    Kinds,
    /// The amenities.
    Amenities,
    /// The access.
    Access,
    /// The opening time.
    Open,
}

/// The answer to a search.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Answer {
    /// How many places fit.
    pub total: usize,
    /// One page of them, best first.
    pub found: Vec<Found>,
    /// When nothing fits: the three nearest (or best) that miss exactly one filter, and which.
    pub near_misses: Vec<(Found, Filter)>,
}

/// Searches `city` at the moment `now`, `limit` places a page.
pub fn search(city: &City, search: &Search, now: BeijingTime, limit: usize) -> Answer {
    let _ = (city, search, now, limit);
    Answer::default()
}
