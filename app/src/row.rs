//! A place as a row of a list, the same on the server and on the phone.

use crate::wording::sentence::Journey;
use chrono::{Months, NaiveDate};
use domain::city::City;
#[cfg(feature = "ssr")]
use domain::crowding::Crowding;
use domain::search::{Found, Search};
use domain::station::{Amenity, AmenitySet, KindSet, StationId};
use domain::status::{Reason, State, Status};
use domain::time::BeijingTime;

/// What most people come in for; a row shows these, and those that were searched for.
const COME_FOR: [Amenity; 4] = [
    Amenity::HotMeal,
    Amenity::DrinkingWater,
    Amenity::Charging,
    Amenity::Toilet,
];

/// What a row of the list says.
#[derive(Clone, Debug, PartialEq)]
pub struct StationRow {
    /// Its address on the site.
    pub id: StationId,
    /// Its name; empty while the phone has not loaded the names of its district.
    pub name: String,
    /// What it is, for as long as its name is not loaded.
    pub kinds: KindSet,
    /// What one would find there now.
    pub status: Status,
    /// What one will find on arrival.
    pub on_arrival: Status,
    /// The way there, if its length is known.
    pub journey: Option<Journey>,
    /// What it has of the things one comes for.
    pub amenities: AmenitySet,
    /// How old the news is.
    pub freshness: Freshness,
    /// How full it was lately; the snapshot that phones have does not say.
    #[cfg(feature = "ssr")]
    pub crowding: Option<Crowding>,
}

impl StationRow {
    /// The row of a place that was found; `None` if the city does not know it.
    pub fn new(city: &City, found: &Found, search: &Search, now: BeijingTime) -> Option<Self> {
        let place = city.place(found.id)?;
        let shown = COME_FOR.into_iter().chain(search.amenities.iter());
        Some(Self {
            id: found.id,
            name: city
                .text(place)
                .map_or_else(String::new, |text| text.name.to_string()),
            kinds: place.kinds,
            status: found.status,
            on_arrival: found.on_arrival,
            journey: found.journey_minutes.map(|minutes| Journey {
                travel: search.travel,
                minutes,
            }),
            amenities: shown
                .filter(|one| place.amenities.present().contains(*one))
                .collect(),
            freshness: Freshness::of(place.verified_on, now.date()),
            #[cfg(feature = "ssr")]
            crowding: None,
        })
    }
}

/// A window, as its light is seen from the street. Shape tells it; colour only helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Light {
    /// Open, and still open on arrival.
    Lit,
    /// Open, but closing soon or closed on arrival.
    Half,
    /// Closed.
    Off,
    /// Nobody knows.
    Unknown,
}

impl Light {
    /// All four, in the order of a legend.
    pub const ALL: [Self; 4] = [Self::Lit, Self::Half, Self::Off, Self::Unknown];

    /// The light of a place now, seen by somebody on the way there.
    pub fn of(status: Status, on_arrival: Status) -> Self {
        match (status.state, on_arrival.state) {
            (State::Unknown, _) if status.reason != Reason::ClosedForGood => Self::Unknown,
            (State::Open, State::Open | State::Unknown) => Self::Lit,
            (State::Open | State::ClosingSoon, _) => Self::Half,
            _ => Self::Off,
        }
    }
}

/// How old the news about a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Freshness {
    /// Confirmed within half a year.
    Fresh,
    /// Confirmed half a year ago or longer.
    HalfYear,
    /// Confirmed a year ago or longer.
    Year,
    /// Nobody has confirmed it.
    Never,
}

impl Freshness {
    /// How old a confirmation of `verified_on` is `today`.
    pub fn of(verified_on: Option<NaiveDate>, today: NaiveDate) -> Self {
        let older_than = |months| {
            verified_on
                .is_some_and(|day| day.checked_add_months(Months::new(months)) <= Some(today))
        };
        match verified_on {
            None => Self::Never,
            Some(_) if older_than(12) => Self::Year,
            Some(_) if older_than(6) => Self::HalfYear,
            Some(_) => Self::Fresh,
        }
    }
}
