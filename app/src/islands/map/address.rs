//! What stands behind `#` in the address of a map, a part that browsers send to nobody: the start
//! of the journey, where one looks, and the chosen place.

use domain::geo::{Wgs84, decimal};
use domain::map::Zoom;
use domain::search::Search;
use domain::station::StationId;
use web_sys::UrlSearchParams;

/// Where somebody looks, and at what.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct Look {
    /// The middle of the map, and how near.
    pub(super) at: Option<(Wgs84, Zoom)>,
    /// The chosen place.
    pub(super) chosen: Option<StationId>,
}

impl Look {
    /// Reads it; what is not understood is left out.
    pub(super) fn parse(fragment: &str) -> Self {
        let Ok(params) = UrlSearchParams::new_with_str(fragment.trim_start_matches('#')) else {
            return Self::default();
        };
        let at = params.get("at").and_then(|at| {
            let mut numbers = at.split(',');
            // The browser's own reading: that of Rust weighs more than the rest of this file.
            let mut degrees = || numbers.next().map(js_sys::parse_float);
            let position = Wgs84::new(degrees()?, degrees()?)?;
            Some((position, Zoom::new(numbers.next()?.parse().ok()?)?))
        });
        let chosen = params.get("station").and_then(|id| id.parse().ok());
        Self {
            at,
            chosen: chosen.map(StationId),
        }
    }

    /// Writes it behind the start of the journey; four decimals are about 10 m.
    pub(super) fn fragment(self, start: &Search) -> String {
        let mut parts = vec![start.to_query()];
        parts.extend(self.at.map(|(at, zoom)| {
            let (lat, lng) = (decimal::<4>(at.lat()), decimal::<4>(at.lng()));
            format!("at={lat},{lng},{}", zoom.level())
        }));
        parts.extend(self.chosen.map(|id| format!("station={}", id.0)));
        parts.retain(|part| !part.is_empty());
        parts.join("&")
    }
}
