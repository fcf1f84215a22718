//! Searching the city: which places are usable when one gets there, best first.

mod facets;
mod journey;
mod query;
mod rank;
mod survey;
#[cfg(test)]
mod tests;
mod words;

pub use facets::Facets;
pub use rank::{Group, Hit, Rank, SHORT_STAY_MINUTES};

use crate::city::{City, Place};
use crate::geo::Wgs84;
use crate::places::{District, Street};
use crate::station::{AccessSet, AmenitySet, KindSet, StationId};
use crate::status::Status;
use crate::time::BeijingTime;
use survey::{Sight, Survey};
use words::Words;

/// What somebody looks for. Empty sets and `None` do not filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    /// Words of a name or address: Chinese, full pinyin or initials. Trimmed, at most 40 characters.
    pub words: String,
    /// Only this district.
    pub district: Option<District>,
    /// Only this street; it decides alone, its district goes without saying.
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

impl Default for Search {
    /// Everything, first page.
    fn default() -> Self {
        Self {
            words: String::new(),
            district: None,
            street: None,
            kinds: KindSet::EMPTY,
            amenities: AmenitySet::EMPTY,
            access: AccessSet::EMPTY,
            open: None,
            near: None,
            travel: Travel::Foot,
            page: 1,
        }
    }
}

/// When a place must be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenFilter {
    /// Open when one gets there (`now`).
    Now,
    /// Open through every ordinary night, 22:00 to 6:00 (`night`).
    Night,
    /// Open around the clock on every ordinary day (`24h`).
    AllDay,
}

impl OpenFilter {
    /// Every value, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Now, Self::Night, Self::AllDay];

    /// The code used in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Night => "night",
            Self::AllDay => "24h",
        }
    }

    /// The value with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.code() == code)
    }
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

impl Travel {
    /// Every value, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Foot, Self::EBike];

    /// The code used in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Foot => "foot",
            Self::EBike => "ebike",
        }
    }

    /// The value with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.code() == code)
    }
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl Filter {
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::Words,
        Self::District,
        Self::Street,
        Self::Kinds,
        Self::Amenities,
        Self::Access,
        Self::Open,
    ];
}

/// The answer to a search.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Answer {
    /// How many places fit.
    pub total: usize,
    /// One page of them, best first.
    pub found: Vec<Found>,
    /// When nothing fits: the three nearest (or best) that miss exactly one filter, and which. The
    /// words are never that one: what has nothing to do with them is no near miss.
    pub near_misses: Vec<(Found, Filter)>,
}

/// How many near misses an empty answer offers.
const NEAR_MISSES: usize = 3;

/// Searches `city` at the moment `now`, `limit` places a page.
pub fn search(city: &City, search: &Search, now: BeijingTime, limit: usize) -> Answer {
    let mut survey = Survey::new(city, search, now);
    let mut harvest = Harvest::default();
    // Near misses are looked for only when they are wanted.
    for allowed in [0, 1] {
        if harvest.fits.is_empty() {
            survey.each(allowed, |sight, _| harvest.take(&sight));
        }
    }
    harvest.answer(&mut survey, limit)
}

/// The same answer, with the counts for all filter chips, in one pass over the city.
pub fn search_with_facets(
    city: &City,
    search: &Search,
    now: BeijingTime,
    limit: usize,
) -> (Answer, Facets) {
    let mut survey = Survey::new(city, search, now);
    let mut harvest = Harvest::default();
    let mut facets = Facets::none();
    survey.each(1, |sight, survey| {
        facets.count(&sight, survey);
        harvest.take(&sight);
    });
    (harvest.answer(&mut survey, limit), facets)
}

/// The same answer from those places alone for which `within` holds, without near misses: on a map
/// one looks elsewhere by moving it.
pub fn search_within(
    city: &City,
    search: &Search,
    now: BeijingTime,
    limit: usize,
    mut within: impl FnMut(&Place) -> bool,
) -> Answer {
    let mut survey = Survey::new(city, search, now);
    let mut harvest = Harvest::default();
    let places = city.places().iter().enumerate();
    for (index, place) in places.filter(|(_, place)| within(place)) {
        if let Some(sight) = survey.look(index, place, 0) {
            harvest.take(&sight);
        }
    }
    harvest.answer(&mut survey, limit)
}

/// Shows every place that fits, with what one would find there now: all that [`search`] counts, in
/// no order of merit.
pub fn each_fit(
    city: &City,
    search: &Search,
    now: BeijingTime,
    mut show: impl FnMut(&Place, Status),
) {
    Survey::new(city, search, now).each(0, |sight, survey| {
        show(sight.place, survey.status(sight.place, now));
    });
}

/// Every place that the words name, closed ones too, those first whose names have them; all if there
/// are no words. For whoever keeps the listing.
pub fn named<'a>(city: &'a City, words: &str) -> Vec<&'a Place> {
    let Some(words) = Words::new(words, city) else {
        return city.places().iter().collect();
    };
    let places = city.places().iter().enumerate();
    let found = places.filter_map(|(index, place)| {
        let hit = words.hit(place, city.text_at(index))?;
        Some((hit, place))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(hit, place)| (*hit, place.id));
    found.into_iter().map(|(_, place)| place).collect()
}

/// For the page of a place that is closed: the nearest that offers something of the same kind and
/// will be open when one has walked there. In the same street or district where `place` has no
/// position.
pub fn alternative(city: &City, place: &Place, now: BeijingTime) -> Option<Found> {
    let wanted = Search {
        kinds: place.kinds,
        open: Some(OpenFilter::Now),
        near: place.position,
        district: place.position.is_none().then_some(place.district),
        street: place.street.filter(|_| place.position.is_none()),
        ..Search::default()
    };
    let found = search(city, &wanted, now, 2).found;
    found.into_iter().find(|found| found.id != place.id)
}

/// What a pass over the city brings in.
#[derive(Default)]
struct Harvest {
    fits: Vec<Rank>,
    /// Nearest first if the start of the journey is known, else best first.
    misses: Vec<(u32, Rank, Filter)>,
}

impl Harvest {
    fn take(&mut self, sight: &Sight) {
        let rank = sight.rank;
        match sight.misses.only() {
            None => self.fits.push(rank),
            Some(Filter::Words) => {}
            Some(filter) => self.misses.push((rank.distance_m, rank, filter)),
        }
    }

    fn answer(mut self, survey: &mut Survey, limit: usize) -> Answer {
        let first = (survey.search.page.max(1) as usize - 1).saturating_mul(limit);
        let misses = match self.fits.len() {
            0 => NEAR_MISSES,
            _ => 0,
        };
        Answer {
            total: self.fits.len(),
            found: slice_sorted(&mut self.fits, first, limit)
                .iter()
                .map(|rank| survey.found(rank.id))
                .collect(),
            near_misses: slice_sorted(&mut self.misses, 0, misses)
                .iter()
                .map(|(_, rank, filter)| (survey.found(rank.id), *filter))
                .collect(),
        }
    }
}

/// The `limit` places from `first` on, once all are sorted.
fn slice_sorted<T: Ord>(all: &mut [T], first: usize, limit: usize) -> &[T] {
    let end = first.saturating_add(limit).min(all.len());
    if first >= end {
        return &[];
    }
    all.sort_unstable();
    &all[first..end]
}
