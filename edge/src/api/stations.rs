//! Stations as the API gives them.

use super::reports::Lately;
use domain::city::{City, Place};
use domain::hours::Hours;
use domain::search::{Answer, Filter, Found};
use domain::station::Life;
use domain::status::{Reason, State, Status};
use domain::time::BeijingTime;
use serde::Serialize;

/// The answer to a search.
#[derive(Serialize)]
pub(crate) struct StationList<'a> {
    pub(crate) stations: Vec<Station<'a>>,
    pub(crate) total: usize,
    pub(crate) version: &'a str,
    pub(crate) demonstration: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) near_misses: Vec<NearMiss<'a>>,
}

/// A place that misses one filter.
#[derive(Serialize)]
pub(crate) struct NearMiss<'a> {
    pub(crate) misses: &'static str,
    pub(crate) station: Station<'a>,
}

/// A station and what one finds there.
#[derive(Serialize)]
pub(crate) struct Station<'a> {
    id: u32,
    name: &'a str,
    kinds: Vec<&'static str>,
    district: u32,
    street: Option<u32>,
    address: &'a str,
    lat: Option<f64>,
    lng: Option<f64>,
    distance_m: Option<u32>,
    journey_minutes: Option<u16>,
    status: StationStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_arrival: Option<StationStatus>,
    opening_hours: Option<String>,
    hours_text: Option<&'a str>,
    amenities: Amenities,
    access: &'static str,
    show_at_door: &'a str,
    phone: &'a str,
    verified_at: Option<String>,
    verified_by: &'a str,
    successor: Option<u32>,
    #[serde(flatten)]
    lately: Option<Lately>,
}

/// Whether it is open, until when, and why.
#[derive(Serialize)]
struct StationStatus {
    state: &'static str,
    until: Option<String>,
    reason: &'static str,
}

#[derive(Serialize)]
struct Amenities {
    present: Vec<&'static str>,
    absent: Vec<&'static str>,
}

impl<'a> StationList<'a> {
    /// The answer to a search in the shape of the API.
    pub(crate) fn new(city: &'a City, answer: &Answer) -> Self {
        let station = |found| Station::found(city, found);
        Self {
            stations: answer.found.iter().filter_map(station).collect(),
            total: answer.total,
            version: city.version(),
            demonstration: city.demonstration(),
            near_misses: answer
                .near_misses
                .iter()
                .filter_map(|(found, filter)| {
                    Some(NearMiss {
                        misses: filter_code(*filter),
                        station: station(found)?,
                    })
                })
                .collect(),
        }
    }
}

impl<'a> Station<'a> {
    /// A place as a search found it.
    fn found(city: &'a City, found: &Found) -> Option<Self> {
        let place = city.place(found.id)?;
        Some(Self {
            distance_m: found.distance_m,
            journey_minutes: found.journey_minutes,
            on_arrival: found.journey_minutes.map(|_| found.on_arrival.into()),
            ..Self::new(city, place, found.status)?
        })
    }

    /// With what is said of it just now.
    pub(crate) fn with(self, lately: Lately) -> Self {
        Self {
            lately: Some(lately),
            ..self
        }
    }

    /// A place with its status at some moment; `None` while its words are not loaded.
    pub(crate) fn new(city: &'a City, place: &Place, status: Status) -> Option<Self> {
        let text = city.text(place)?;
        let hours = city.hours(place);
        Some(Self {
            id: place.id.0,
            name: &text.name,
            kinds: place.kinds.iter().map(|kind| kind.code()).collect(),
            district: place.district.code(),
            street: place.street.map(|street| street.code()),
            address: &text.address,
            lat: place.position.map(|at| at.lat()),
            lng: place.position.map(|at| at.lng()),
            distance_m: None,
            journey_minutes: None,
            status: status.into(),
            on_arrival: None,
            opening_hours: hours.to_osm(),
            hours_text: match hours {
                Hours::Unread(text) => Some(text),
                Hours::Unstated | Hours::Known(_) => None,
            },
            amenities: Amenities {
                present: place
                    .amenities
                    .present()
                    .iter()
                    .map(|amenity| amenity.code())
                    .collect(),
                absent: place
                    .amenities
                    .absent()
                    .iter()
                    .map(|amenity| amenity.code())
                    .collect(),
            },
            access: place.access.code(),
            show_at_door: &text.show_at_door,
            phone: &text.phone,
            verified_at: place.verified_on.map(|date| date.to_string()),
            verified_by: &text.verified_by,
            successor: match place.life {
                Life::Closed { successor, .. } => successor.map(|id| id.0),
                Life::Active | Life::TemporarilyClosed { .. } => None,
            },
            lately: None,
        })
    }
}

impl From<Status> for StationStatus {
    fn from(status: Status) -> Self {
        Self {
            state: state_code(status.state),
            until: status.until.map(BeijingTime::to_rfc3339),
            reason: reason_code(status.reason),
        }
    }
}

/// A state in the words of the API.
const fn state_code(value: State) -> &'static str {
    match value {
        State::Open => "open",
        State::ClosingSoon => "closing_soon",
        State::OpeningSoon => "opening_soon",
        State::Closed => "closed",
        State::TemporarilyClosed => "temporarily_closed",
        State::Unknown => "unknown",
    }
}

/// A reason in the words of the API.
const fn reason_code(value: Reason) -> &'static str {
    match value {
        Reason::WeekdayHours => "weekday_hours",
        Reason::AllDay => "all_day",
        Reason::Break => "break",
        Reason::Holiday => "holiday",
        Reason::MakeUpDay => "make_up_day",
        Reason::Exception => "exception",
        Reason::TemporaryClosure => "temporary_closure",
        Reason::ClosedForGood => "closed_for_good",
        Reason::HoursUnstated => "hours_unstated",
        Reason::HoursUnread => "hours_unread",
        Reason::HolidayUnstated => "holiday_unstated",
        Reason::MakeUpUnstated => "make_up_unstated",
        Reason::CalendarUnknown => "calendar_unknown",
        Reason::SeasonUnstated => "season_unstated",
    }
}

/// A filter in the words of the API.
const fn filter_code(value: Filter) -> &'static str {
    match value {
        Filter::Words => "words",
        Filter::District => "district",
        Filter::Street => "street",
        Filter::Kinds => "kinds",
        Filter::Amenities => "amenities",
        Filter::Access => "access",
        Filter::Open => "open",
    }
}
