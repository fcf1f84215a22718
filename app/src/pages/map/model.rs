//! What the map counts: the districts of the city, or the streets of one.

use crate::results::{map_address, of_a_map};
use domain::city::City;
use domain::geo::Wgs84;
use domain::map::{TileDatum, Zoom, middle};
use domain::places::{District, Street};
use domain::search::{Search, each_fit};
use domain::status::Tally;
use domain::time::BeijingTime;

/// What `/map` shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPage {
    /// What is looked for; of the places, only the district. A map has no pages and no start.
    pub search: Search,
    /// Every district, or every street of the district, in the order of their codes.
    pub areas: Vec<CountedArea>,
    /// Places of the district whose street nobody has stated.
    pub without_street: Tally,
    /// What the moving map lies on besides its sketch.
    pub tiles: Option<Tiles>,
}

/// Real map tiles.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tiles {
    /// Their addresses, with `{z}`, `{x}` and `{y}`; the lowest layer first.
    pub layers: Vec<String>,
    /// Where they place what they show.
    pub datum: TileDatum,
    /// How far they are magnified at most.
    pub most_zoom: Zoom,
    /// Who made them.
    pub attribution: String,
    /// The number under which the map was approved (审图号).
    pub approval: String,
}

/// An area and how many places there fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountedArea {
    /// Which area.
    pub area: Area,
    /// What fits there.
    pub tally: Tally,
    /// The middle of all its places, for areas without an outline.
    pub middle: Option<Wgs84>,
}

/// A part of what a map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Of the city.
    District(District),
    /// Of a district.
    Street(Street),
}

impl Area {
    /// The streets of a district, or the districts of the city.
    pub(crate) fn all_of(district: Option<District>) -> Vec<Self> {
        match district {
            None => District::all()
                .iter()
                .copied()
                .map(Self::District)
                .collect(),
            Some(district) => district
                .streets()
                .iter()
                .copied()
                .map(Self::Street)
                .collect(),
        }
    }
}

impl MapPage {
    /// Counts what fits in each area of the map that `asked` leads to.
    pub fn new(city: &City, asked: &Search, now: BeijingTime, tiles: Option<Tiles>) -> Self {
        let search = of_a_map(asked);
        let areas = Area::all_of(search.district);
        let index = |district: District, street: Option<Street>| match search.district {
            None => Some(district.index()),
            Some(_) => district.streets().binary_search(&street?).ok(),
        };
        let mut tallies = vec![Tally::default(); areas.len()];
        let mut without_street = Tally::default();
        each_fit(city, &search, now, |place, status| {
            let tally = index(place.district, place.street).map(|index| &mut tallies[index]);
            tally.unwrap_or(&mut without_street).add(status.state);
        });
        let mut positions = vec![Vec::new(); areas.len()];
        for place in city.places() {
            if search
                .district
                .is_none_or(|district| place.district == district)
                && let Some(position) = place.position
                && let Some(index) = index(place.district, place.street)
                && !areas[index].has_outline()
            {
                positions[index].push(position);
            }
        }
        let counted = areas.into_iter().zip(tallies).zip(positions);
        Self {
            areas: counted
                .map(|((area, tally), positions)| CountedArea {
                    area,
                    tally,
                    middle: middle(positions),
                })
                .collect(),
            search,
            without_street,
            tiles,
        }
    }

    /// All that fits on this map.
    pub fn total(&self) -> Tally {
        let areas = self.areas.iter().map(|counted| counted.tally);
        areas.chain([self.without_street]).sum()
    }
}

impl Area {
    /// Whether its shape is known.
    pub(crate) fn has_outline(self) -> bool {
        match self {
            Self::District(district) => district != District::DEVELOPMENT_AREA,
            Self::Street(_) => false,
        }
    }

    /// Where it leads: a district to its map, a street to its list.
    pub(crate) fn address(self, search: &Search) -> String {
        match self {
            Self::District(district) => map_address(&Search {
                district: Some(district),
                ..search.clone()
            }),
            Self::Street(street) => crate::results::address(&Search {
                street: Some(street),
                ..search.clone()
            }),
        }
    }
}
