//! The map below the map, which needs neither a key nor a network: outlines of the districts, and
//! the names of districts and streets in the middle of their places.

use super::element::{CityMap, share};
use crate::wording::Lang;
use domain::city::{City, Place};
use domain::geo::Wgs84;
use domain::map::{TileDatum, World, middle};
use domain::places::{District, outline};

/// Hands the sketch to the element, placed as the tiles place what they show.
pub(in crate::islands) fn draw(map: &CityMap, lang: Lang, city: &City, datum: TileDatum) {
    let spot = |position: Wgs84| {
        let at = World::of(position, datum);
        [share(at.x), share(at.y)]
    };
    let (mut points, mut ends) = (Vec::new(), Vec::new());
    let has_own = |district: &&District| **district != District::DEVELOPMENT_AREA;
    for district in District::all().iter().filter(has_own) {
        for ring in outline(*district) {
            points.extend(ring.flat_map(spot));
            ends.push(index(points.len() / 2));
        }
    }
    let districts = middles(city, |place| Some(place.district));
    let streets = middles(city, |place| place.street);
    let district_names = districts
        .iter()
        .map(|(district, _)| lang.district(*district));
    let street_names = streets.iter().map(|(street, _)| street.name_zh());
    let names: Vec<&str> = district_names.chain(street_names).collect();
    let middles = districts.iter().map(|(_, at)| *at);
    let middles = middles.chain(streets.iter().map(|(_, at)| *at));
    let spots: Vec<f64> = middles.flat_map(spot).collect();
    map.sketch(
        &points,
        &ends,
        &names.join("\n"),
        &spots,
        index(districts.len()),
    );
}

/// The middle of the places of each area that has some.
fn middles<A: Copy + Ord>(city: &City, area: fn(&Place) -> Option<A>) -> Vec<(A, Wgs84)> {
    let placed = |place: &Place| Some((area(place)?, place.position?));
    let mut placed: Vec<(A, Wgs84)> = city.places().iter().filter_map(placed).collect();
    placed.sort_unstable_by_key(|(area, _)| *area);
    let same = |one: &(A, Wgs84), other: &(A, Wgs84)| one.0 == other.0;
    placed
        .chunk_by(same)
        .filter_map(|placed| Some((placed[0].0, middle(placed.iter().map(|(_, at)| *at))?)))
        .collect()
}

fn index(count: usize) -> u32 {
    u32::try_from(count).expect("a city has not that many streets")
}
