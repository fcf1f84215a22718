//! How many places of which kind, and on which street.

use crate::places::{District, Street};
use crate::station::Kind;
use std::collections::BTreeMap;

/// Places by kind (source 004, about 2025).
const PLACES: [(Kind, usize); 4] = [
    (Kind::ServiceCentre, 17),
    (Kind::ServiceStation, 367),
    (Kind::WorkersHome, 381),
    (Kind::CaringStation, 8_300),
];

/// Services at those places: which, how many, and at what kinds of place. The numbers are the
/// union's (source 004), except for libraries, which no source counts.
pub(super) const SERVICES: &[(Kind, usize, &[Kind])] = &[
    (
        Kind::PsychologicalStation,
        390,
        &[Kind::ServiceCentre, Kind::ServiceStation, Kind::WorkersHome],
    ),
    (
        Kind::NursingRoom,
        1_095,
        &[Kind::WorkersHome, Kind::CaringStation],
    ),
    (
        Kind::Library,
        600,
        &[Kind::ServiceCentre, Kind::ServiceStation, Kind::WorkersHome],
    ),
    (
        Kind::TrainingSite,
        137,
        &[Kind::ServiceCentre, Kind::ServiceStation],
    ),
];

/// How the places are shared out among the streets.
pub(super) struct Plan {
    /// Each street's part: from one sum of weights to another.
    parts: BTreeMap<Street, (usize, usize)>,
    whole: usize,
}

impl Plan {
    pub(super) fn new() -> Self {
        let mut whole = 0;
        let streets = District::all()
            .iter()
            .flat_map(|district| district.streets());
        let parts = streets
            .map(|street| {
                let before = whole;
                whole += weight(*street);
                (*street, (before, whole))
            })
            .collect();
        Self { parts, whole }
    }

    /// What is planned on `street`, one entry a place.
    pub(super) fn places_in(&self, street: Street) -> impl Iterator<Item = Kind> {
        let streets = self.parts.len();
        PLACES.iter().flat_map(move |(kind, total)| {
            let count = match kind {
                // One a district, on its first street.
                Kind::ServiceCentre => usize::from(street.district().streets()[0] == street),
                // One a street, the rest by weight.
                Kind::ServiceStation => 1 + self.share(street, total - streets),
                // Three a street, the rest by weight.
                Kind::CaringStation => 3 + self.share(street, total - 3 * streets),
                _ => self.share(street, *total),
            };
            std::iter::repeat_n(*kind, count)
        })
    }

    /// The part of `total` that falls to `street`; all parts add up to it.
    fn share(&self, street: Street, total: usize) -> usize {
        let (from, to) = self.parts[&street];
        to * total / self.whole - from * total / self.whole
    }
}

/// Which `count` of `of` things are chosen, so that they lie evenly among the others.
pub(super) fn spread(count: usize, of: usize) -> impl Iterator<Item = bool> {
    (0..of).map(move |index| (index + 1) * count / of > index * count / of)
}

/// How busy a street is: a guess from what kind it is and how dense its district is.
fn weight(street: Street) -> usize {
    let dense = match street.district().code() {
        110_101 | 110_102 => 10,
        110_105 | 110_108 => 14,
        110_106 | 110_171 => 12,
        110_107 | 110_112 | 110_114 | 110_115 => 10,
        _ => 7,
    };
    let name = street.name_zh();
    let busy = match () {
        () if name.ends_with("街道") => 5,
        () if name.ends_with("镇") => 3,
        () if name.ends_with("乡") => 1,
        () => 4,
    };
    dense * busy
}
