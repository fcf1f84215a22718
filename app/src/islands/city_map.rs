//! `<city-map>` with the sketch that it lies on: what the map of the places and that of a pin share.

mod element;
mod sketch;

pub(super) use element::{CityMap, pixel};
pub(super) use sketch::{draw_outlines, write_names};

use domain::city::City;
use domain::map::{TileDatum, View, World, Zoom, middle};
use domain::places::{District, bounds};

/// From this far one sees the inner districts on a phone.
const MOST_PLACES: Zoom = Zoom::new(10).expect("10 is a zoom");

/// What is painted beyond the window, in pixels, as in `city-map.js`.
pub(super) const MARGIN: u32 = 96;

/// The datum of the map's tiles.
pub(super) fn tile_datum(map: &CityMap) -> TileDatum {
    match map.dataset().get("shifted") {
        Some(_) => TileDatum::Gcj02,
        None => TileDatum::Wgs84,
    }
}

/// What is looked at from afar: the district, else where most places are.
pub(super) fn from_afar(map: &CityMap, city: &City, district: Option<District>) -> View {
    let (pixels, datum) = (map.pixels(), tile_datum(map));
    if let Some(district) = district {
        let (one, other) = bounds(district);
        let corners = (World::of(one, datum), World::of(other, datum));
        return View::of(corners.0, corners.1, pixels, CityMap::ZOOMS);
    }
    let positions = city.places().iter();
    let at = middle(positions.filter_map(|place| place.position));
    let at = at.unwrap_or(bounds(District::all()[0]).0);
    View::around(World::of(at, datum), MOST_PLACES, pixels)
}
