//! Looking at every place of a city with one search in mind.

use super::journey::{Journey, Start};
use super::rank::{Hit, Rank, arrival};
use super::words::Words;
use super::{Filter, Found, OpenFilter, Search};
use crate::city::{City, Place};
use crate::station::{Life, StationId};
use crate::status::{Outlook, State, Status};
use crate::time::BeijingTime;

/// One search over one city at one moment.
pub(super) struct Survey<'a> {
    city: &'a City,
    pub(super) search: &'a Search,
    now: BeijingTime,
    start: Option<Start>,
    words: Option<Words<'a>>,
    /// One for each distinct hours, worked out when first needed.
    doors: Vec<Option<Door>>,
}

/// What the hours of some places come to.
#[derive(Clone)]
struct Door {
    outlook: Outlook,
    at_night: bool,
    around_the_clock: bool,
}

/// A place as this search sees it.
pub(super) struct Sight<'a> {
    pub(super) place: &'a Place,
    pub(super) misses: Misses,
    pub(super) rank: Rank,
    pub(super) on_arrival: Status,
}

/// The filters that a place does not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Misses(u8);

impl Misses {
    fn add_unless(&mut self, passes: bool, filter: Filter) {
        self.0 |= u8::from(!passes) << filter as u8;
    }

    fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The only one.
    pub(super) fn only(self) -> Option<Filter> {
        let mut filters = Filter::ALL.into_iter();
        filters.find(|filter| self.0 == 1 << *filter as u8)
    }

    /// Whether all filters but perhaps `filter` are passed.
    pub(super) fn none_but(self, filter: Filter) -> bool {
        self.0 & !(1 << filter as u8) == 0
    }
}

impl<'a> Survey<'a> {
    pub(super) fn new(city: &'a City, search: &'a Search, now: BeijingTime) -> Self {
        Self {
            city,
            search,
            now,
            start: search.near.map(|near| Start::new(near, search.travel)),
            words: Words::new(&search.words, city),
            doors: vec![None; city.distinct_hours().len()],
        }
    }

    /// Shows every place that misses at most `allowed` filters, closed for good ones never.
    pub(super) fn each(&mut self, allowed: u32, mut show: impl FnMut(Sight<'a>, &mut Self)) {
        for (index, place) in self.city.places().iter().enumerate() {
            if let Some(sight) = self.look(index, place, allowed) {
                show(sight, self);
            }
        }
    }

    /// The details of a place that is shown.
    pub(super) fn found(&mut self, id: StationId) -> Found {
        let place = self.city.place(id).expect("ranked places are of this city");
        let journey = self.journey(place);
        Found {
            id,
            status: self.status(place, self.now),
            on_arrival: self.status(place, arrival(self.now, journey)),
            distance_m: journey.map(|journey| journey.distance_m),
            journey_minutes: journey.map(|journey| journey.minutes),
        }
    }

    /// Whether `place` would pass that filter.
    pub(super) fn passes_open(
        &mut self,
        filter: OpenFilter,
        place: &Place,
        on_arrival: &Status,
    ) -> bool {
        let in_use = on_arrival.state != State::TemporarilyClosed;
        match filter {
            OpenFilter::Now => is_open(on_arrival),
            OpenFilter::Night => in_use && self.door(place).at_night,
            OpenFilter::AllDay => in_use && self.door(place).around_the_clock,
        }
    }

    /// Cheap filters come first, and none is tried once too many are missed.
    pub(super) fn look(
        &mut self,
        index: usize,
        place: &'a Place,
        allowed: u32,
    ) -> Option<Sight<'a>> {
        let (search, city) = (self.search, self.city);
        if is_gone(place, self.now) {
            return None;
        }
        let mut misses = Misses::default();
        match (search.street, search.district) {
            (Some(street), _) => misses.add_unless(place.street == Some(street), Filter::Street),
            (None, Some(district)) => {
                misses.add_unless(place.district == district, Filter::District);
            }
            (None, None) => {}
        }
        let kinds = search.kinds.is_empty() || search.kinds.intersects(place.kinds);
        misses.add_unless(kinds, Filter::Kinds);
        let amenities = place.amenities.present().contains_all(search.amenities);
        misses.add_unless(amenities, Filter::Amenities);
        let access = search.access.is_empty() || search.access.contains(place.access);
        misses.add_unless(access, Filter::Access);
        if misses.count() > allowed {
            return None;
        }
        let hit = match &self.words {
            None => Some(Hit::Name),
            Some(words) => words.hit(place, city.text_at(index)),
        };
        misses.add_unless(hit.is_some(), Filter::Words);
        if misses.count() > allowed {
            return None;
        }
        let journey = self.journey(place);
        let on_arrival = self.status(place, arrival(self.now, journey));
        if let Some(open) = search.open {
            misses.add_unless(self.passes_open(open, place, &on_arrival), Filter::Open);
        }
        (misses.count() <= allowed).then(|| Sight {
            place,
            misses,
            rank: Rank::new(
                place,
                hit.unwrap_or(Hit::Address),
                self.start.is_some(),
                journey,
                &on_arrival,
                self.now,
            ),
            on_arrival,
        })
    }

    fn journey(&self, place: &Place) -> Option<Journey> {
        Some(self.start?.to(place.position?))
    }

    /// What one finds at `place` at that moment.
    pub(super) fn status(&mut self, place: &Place, at: BeijingTime) -> Status {
        self.door(place).outlook.at(place.life, at)
    }

    fn door(&mut self, place: &Place) -> &Door {
        self.doors[place.hours as usize].get_or_insert_with(|| {
            let hours = self.city.hours(place);
            Door {
                outlook: Outlook::new(hours, self.now),
                at_night: hours.is_open_at_night(),
                around_the_clock: hours.is_around_the_clock(),
            }
        })
    }
}

fn is_open(status: &Status) -> bool {
    matches!(status.state, State::Open | State::ClosingSoon)
}

fn is_gone(place: &Place, now: BeijingTime) -> bool {
    match place.life {
        Life::Closed { from, .. } => from.is_none_or(|from| from <= now.date()),
        _ => false,
    }
}
