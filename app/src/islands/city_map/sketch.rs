//! The map below the map, which needs neither a key nor a network: outlines of the districts, and
//! the names of districts and streets in the middle of their places.

use super::element::{CityMap, share};
use crate::drawn::{Point, text_em, write_ring};
use crate::wording::Lang;
use domain::city::{City, Place};
use domain::geo::Wgs84;
use domain::map::{TileDatum, World, middle};
use domain::places::{District, bounds, outline};

/// Steps of the world in one of an outline, as in `city-map.js`: 60 cm, and much finer than outlines
/// are true.
const WORLD_STEPS: i32 = 64;

/// Hands the names to the element, placed as the tiles place what they show.
pub(in crate::islands) fn write_names(map: &CityMap, lang: Lang, city: &City, datum: TileDatum) {
    let districts = middles(city, |place| Some(place.district));
    let streets = middles(city, |place| place.street);
    let district_names = districts
        .iter()
        .map(|(district, _)| lang.district(*district));
    let street_names = streets.iter().map(|(street, _)| street.name_zh());
    let names: Vec<&str> = district_names.chain(street_names).collect();
    let middles = districts.iter().map(|(_, at)| *at);
    let middles = middles.chain(streets.iter().map(|(_, at)| *at));
    let spots = middles.zip(&names).flat_map(|(middle, name)| {
        let at = World::of(middle, datum);
        [share(at.x), share(at.y), text_em(name)]
    });
    let spots: Vec<f64> = spots.collect();
    map.name_all(&names.join("\n"), &spots, index(districts.len()));
}

/// Hands all outlines to the element, placed as the tiles place what they show. Their steps begin
/// within the city: counted from there they are so few that no browser rounds them.
pub(in crate::islands) fn draw_outlines(map: &CityMap, datum: TileDatum) {
    let origin = World::of(bounds(District::all()[0]).0, datum);
    let step = |at: u32, from: u32| at.wrapping_sub(from) as i32 / WORLD_STEPS;
    let mut path = String::new();
    let has_own = |district: &&District| **district != District::DEVELOPMENT_AREA;
    for district in District::all().iter().filter(has_own) {
        for ring in outline(*district) {
            let points = ring.map(|position| World::of(position, datum));
            let points = points.map(|at| (step(at.x, origin.x), step(at.y, origin.y)));
            // Each ring ends where it begins.
            let ring: Vec<Point> = points.skip(1).collect();
            write_ring(&mut path, &ring);
        }
    }
    map.outline(&path, share(origin.x), share(origin.y));
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
