//! How many places there are, and how many are open.

use super::Lang;
use domain::status::Tally;

impl Lang {
    /// 812 个站点，305 个开放; and of how many nobody knows, if there are such.
    #[cfg(feature = "ssr")]
    pub(crate) fn places_and_open(self, tally: Tally) -> String {
        let known = self.places_open(tally);
        match (self, tally.unknown) {
            (_, 0) => known,
            (Self::Zh, unknown) => format!("{known}，{unknown} 个说不准"),
            (Self::En, unknown) => format!("{known}, {unknown} unknown"),
        }
    }

    /// 海淀区 812 个站点，305 个开放
    pub(crate) fn area_with_places(self, name: &str, tally: Tally) -> String {
        let between = self.pick(" ", ": ");
        [name, between, &self.places_open(tally)].concat()
    }

    /// 812 个站点，305 个开放
    pub(crate) fn places_open(self, tally: Tally) -> String {
        let (total, open) = (tally.total(), tally.open_now());
        match (self, total) {
            (Self::Zh, _) => format!("{total} 个站点，{open} 个开放"),
            (Self::En, 1) => format!("1 place, {open} open"),
            (Self::En, _) => format!("{total} places, {open} open"),
        }
    }
}
