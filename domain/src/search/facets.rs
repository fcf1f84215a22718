//! Live counts: how many places would fit if one more filter were chosen.

use super::survey::{Sight, Survey};
use super::{Filter, OpenFilter};
use crate::places::District;
use crate::station::{Access, Amenity, Kind};

/// For every filter chip, the `total` that the search would have with it switched on. Kinds and
/// access widen what is chosen already, amenities narrow it, the opening time and the district
/// (with its street) are exchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facets {
    kinds: [u32; Kind::ALL.len()],
    amenities: [u32; Amenity::ALL.len()],
    access: [u32; Access::ALL.len()],
    open: [u32; OpenFilter::ALL.len()],
    /// In the order of [`District::all`].
    districts: Vec<u32>,
}

impl Facets {
    /// With that kind added.
    pub fn kind(&self, kind: Kind) -> u32 {
        self.kinds[kind as usize]
    }

    /// With that amenity required.
    pub fn amenity(&self, amenity: Amenity) -> u32 {
        self.amenities[amenity as usize]
    }

    /// With that access added.
    pub fn access(&self, access: Access) -> u32 {
        self.access[access as usize]
    }

    /// With that opening time.
    pub fn open(&self, open: OpenFilter) -> u32 {
        self.open[open as usize]
    }

    /// In that district, whatever the street.
    pub fn district(&self, district: District) -> u32 {
        self.districts[district.index()]
    }
}

impl Facets {
    pub(super) fn none() -> Self {
        Self {
            kinds: Default::default(),
            amenities: Default::default(),
            access: Default::default(),
            open: Default::default(),
            districts: vec![0; District::all().len()],
        }
    }

    /// Counts a place that misses at most one filter.
    pub(super) fn count(&mut self, sight: &Sight, survey: &mut Survey) {
        let (place, search) = (sight.place, survey.search);
        if sight.misses.none_but(Filter::Kinds) {
            for kind in Kind::ALL.iter().copied() {
                let fits = search.kinds.with(kind).intersects(place.kinds);
                self.kinds[kind as usize] += u32::from(fits);
            }
        }
        if sight.misses.none_but(Filter::Amenities) {
            let present = place.amenities.present();
            for amenity in Amenity::ALL.iter().copied() {
                let fits = present.contains_all(search.amenities.with(amenity));
                self.amenities[amenity as usize] += u32::from(fits);
            }
        }
        if sight.misses.none_but(Filter::Access) {
            for access in Access::ALL.iter().copied() {
                let fits = search.access.with(access).contains(place.access);
                self.access[access as usize] += u32::from(fits);
            }
        }
        if sight.misses.none_but(Filter::Open) {
            for open in OpenFilter::ALL {
                let fits = survey.passes_open(open, place, &sight.on_arrival);
                self.open[open as usize] += u32::from(fits);
            }
        }
        if sight.misses.none_but(Filter::District) || sight.misses.none_but(Filter::Street) {
            self.districts[place.district.index()] += 1;
        }
    }
}
