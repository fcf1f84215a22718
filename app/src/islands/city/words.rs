//! Which words of the city the phone has, waits for, or cannot have.

use super::snapshot;
use domain::city::City;
use domain::places::{District, DistrictSet};
use domain::search::{Found, Search};

/// The words of the districts.
#[derive(Default)]
pub(in crate::islands) struct Words {
    asked: DistrictSet,
    /// Those that cannot be had: their places are shown without a name.
    nameless: DistrictSet,
}

impl Words {
    /// The districts whose words are needed for that, but not here yet.
    pub(in crate::islands) fn missing<'a>(
        &self,
        city: &City,
        search: &Search,
        shown: impl Iterator<Item = &'a Found>,
    ) -> DistrictSet {
        snapshot::missing(city, search, shown).without(self.nameless)
    }

    /// Those of them that are still to be asked for, which are then asked for.
    pub(in crate::islands) fn ask(
        &mut self,
        missing: DistrictSet,
    ) -> impl Iterator<Item = District> + use<> {
        let unasked = missing.without(self.asked);
        self.asked = unasked.iter().fold(self.asked, DistrictSet::with);
        unasked.iter()
    }

    /// Gives the city what has come, if it is any good.
    pub(in crate::islands) fn take(&mut self, city: &mut City, district: District, file: &[u8]) {
        if city.load_texts(district, file).is_err() {
            self.nameless = self.nameless.with(district);
        }
    }
}
