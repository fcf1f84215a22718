//! What the map knows, is asked and shows.

mod rest;

use super::address::Look;
use super::in_steps;
use super::marks::{Gathered, marks};
use crate::islands::browser::{find, lang, timed};
use crate::islands::city::phone::now;
use crate::islands::city::words::Words;
use crate::islands::city::{form, near, show};
use crate::islands::city_map::{
    CityMap, MARGIN, draw_outlines, from_afar, tile_datum, write_names,
};
use crate::row::Light;
use domain::city::{City, Place};
use domain::geo::Wgs84;
use domain::map::clusters::Pin;
use domain::map::{TileDatum, View, World, Zoom, dots};
use domain::places::{District, DistrictSet};
use domain::search::{Found, Search, each_fit, search_with_facets};
use domain::station::StationId;
use leptos::prelude::window;
use rest::Best;
use web_sys::Element;

/// From this near one sees the next street corners.
const CORNER: Zoom = Zoom::new(15).expect("15 is a zoom");

/// Steps nearer when a cluster is opened.
const OPENING: i32 = 2;

/// Metres in a pixel of zoom 0 at the equator (WGS-84).
const METRES_A_PIXEL: f64 = 40_075_016.7 / 256.0;

/// Where somebody is.
#[derive(Clone, Copy)]
struct Here {
    at: Wgs84,
    /// How far that may be wrong.
    accuracy_m: f64,
}

/// The map of a page, once it is ready.
pub(super) struct Atlas {
    map: CityMap,
    city: City,
    datum: TileDatum,
    /// What is looked for; it starts where somebody is, if that is known.
    search: Search,
    here: Option<Here>,
    chosen: Option<StationId>,
    /// Where on the map each place lies, in the city's order.
    spots: Vec<(StationId, World)>,
    /// Every place that fits.
    pins: Vec<Pin>,
    /// Their clusters in the window.
    gathered: Option<Gathered>,
    /// The minute since 1970 for which they are true.
    minute: i64,
    words: Words,
    /// What is to be listed.
    best: Option<Best>,
    /// Rows of the list that come in the next frames.
    unwritten: Vec<Found>,
}

impl Atlas {
    /// What is done when the city has come.
    pub(super) const START: [fn(&mut Self); 4] = [
        Self::place,
        |atlas| draw_outlines(&atlas.map, atlas.datum),
        |atlas| write_names(&atlas.map, lang(), &atlas.city, atlas.datum),
        Self::survey,
    ];

    /// What is done to find anew what fits.
    const SURVEY: [fn(&mut Self); 5] = [
        Self::find,
        Self::paint,
        Self::gather,
        Self::list,
        Self::count,
    ];

    /// What is done when another part is shown.
    pub(super) const REST: [fn(&mut Self); 2] = [Self::gather, Self::list];

    /// Begins to show what the address asks for.
    pub(super) fn new(map: CityMap, city: City) -> Self {
        let location = window().location();
        let fragment = location.hash().unwrap_or_default();
        let (asked, started) = (
            parsed(&location.search().unwrap_or_default()),
            parsed(&fragment),
        );
        let look = Look::parse(&fragment);
        let datum = tile_datum(&map);
        let atlas = Self {
            here: started.near.map(|at| Here {
                at,
                accuracy_m: 0.0,
            }),
            search: Search {
                near: started.near,
                travel: started.travel,
                ..asked
            },
            chosen: look.chosen,
            spots: Vec::new(),
            pins: Vec::new(),
            gathered: None,
            minute: 0,
            words: Words::default(),
            best: None,
            unwritten: Vec::new(),
            map,
            city,
            datum,
        };
        atlas.map.begin(atlas.first_view(look));
        atlas.mark_here();
        atlas
    }

    /// What is looked at first: as the address says, else where somebody is, else the district, else
    /// where most places are.
    fn first_view(&self, look: Look) -> View {
        let here = self.here.map(|here| (here.at, CORNER));
        match look.at.or(here) {
            Some((at, zoom)) => View::around(self.world(at), zoom, self.map.pixels()),
            None => from_afar(&self.map, &self.city, self.search.district),
        }
    }

    /// Finds where each place lies.
    fn place(&mut self) {
        let places = self.city.places().iter();
        let spot = |place: &Place| Some((place.id, World::of(place.position?, self.datum)));
        self.spots = places.filter_map(spot).collect();
    }

    /// Finds anew what fits, and shows it, once the words that this needs are here.
    fn survey(&mut self) {
        let missing = self.missing();
        match missing.is_empty() {
            true => in_steps(&Self::SURVEY),
            false => self.ask(missing),
        }
    }

    /// The districts without whose words nothing can be found. More may be looked for between two
    /// steps.
    fn missing(&self) -> DistrictSet {
        self.words.missing(&self.city, &self.search, [].iter())
    }

    fn find(&mut self) {
        if !self.missing().is_empty() {
            return;
        }
        let now = now();
        self.minute = now.unix_seconds() / 60;
        let (pins, mut spots) = (&mut self.pins, self.spots.iter());
        pins.clear();
        self.gathered = None;
        timed("search", || {
            each_fit(&self.city, &self.search, now, |place, status| {
                let spot = place
                    .position
                    .and_then(|_| spots.find(|(id, _)| *id == place.id));
                pins.extend(spot.map(|(id, at)| Pin {
                    id: *id,
                    at: *at,
                    state: status.state,
                    district: place.district,
                    street: place.street,
                }));
            });
        });
    }

    /// Counts for the form.
    fn count(&mut self) {
        if !self.missing().is_empty() {
            return;
        }
        let (_, facets) = search_with_facets(&self.city, &self.search, now(), 0);
        form::show_counts(&facets);
    }

    /// A new minute changes what is true; but nobody loses the row that has the focus.
    pub(super) fn look_at_clock(&mut self) {
        if self.minute != now().unix_seconds() / 60 && find::<Element>(".results :focus").is_none()
        {
            self.survey();
        }
    }

    /// Paints the dots of the window and a margin.
    pub(super) fn paint(&mut self) {
        let Some(view) = self.map.shown() else { return };
        let view = view.with_margin(MARGIN);
        let (left, top) = view.corner.pixels(view.zoom);
        let dots = timed("dots", || dots(&self.pins, view));
        let spots: Vec<u32> = dots.iter().flat_map(|dot| [dot.at.0, dot.at.1]).collect();
        let lights: Vec<u8> = dots
            .iter()
            .map(|dot| Light::of_state(dot.state) as u8)
            .collect();
        self.map.dots(left, top, &spots, &lights);
    }

    /// Shows the buttons of the window.
    pub(super) fn gather(&mut self) {
        let Some(view) = self.map.shown() else { return };
        timed("cluster", || {
            let before = self.gathered.take();
            let gathered = Gathered::under(view, &self.pins, self.chosen, before);
            let marks = marks(lang(), &self.city, &self.pins, view, &gathered);
            self.map.marks(&marks.into_html());
            self.gathered = Some(gathered);
        });
    }

    fn ask(&mut self, missing: DistrictSet) {
        self.words.ask(missing).for_each(super::load);
    }

    /// Takes the words of a district.
    pub(super) fn take(&mut self, district: District, file: &[u8]) {
        self.words.take(&mut self.city, district, file);
        match self.search.words.is_empty() {
            true => self.list(),
            false => self.survey(),
        }
    }

    /// Looks for something else from the same start.
    pub(super) fn look_for(&mut self, asked: Search) {
        self.search = Search {
            near: self.search.near,
            ..asked
        };
        self.survey();
    }

    /// Starts where somebody is.
    pub(super) fn start_from(&mut self, at: Wgs84, accuracy_m: f64) {
        if Search::can_start_from(at) {
            self.here = Some(Here { at, accuracy_m });
            self.search.near = Some(at);
            self.survey();
        }
        self.mark_here();
    }

    /// Starts where the mark was dragged to.
    pub(super) fn start_from_mark(&mut self) {
        if let Some(mark) = self.map.here() {
            self.start_from(mark.position(self.datum), 0.0);
        }
    }

    /// Starts in the middle of the map.
    pub(super) fn start_from_middle(&mut self) {
        if let Some(view) = self.map.shown() {
            self.start_from(view.middle().position(self.datum), 0.0);
        }
    }

    /// Shows where somebody is from near by.
    pub(super) fn look_around(&self, at: Wgs84) {
        let nearer = |view: View| view.zoom.max(CORNER);
        let zoom = self.map.shown().map_or(CORNER, nearer);
        self.map.look_at(self.world(at), zoom);
    }

    /// Chooses a place on the map, or lets go of it.
    pub(super) fn choose(&mut self, id: StationId) {
        self.chosen = Some(id).filter(|id| Some(*id) != self.chosen);
        self.keep_address();
        in_steps(&Self::REST);
    }

    /// Shows a place of the list on the map.
    pub(super) fn show(&mut self, id: StationId) {
        self.chosen = Some(id);
        if let Some(at) = self.city.place(id).and_then(|place| place.position) {
            self.look_around(at);
        }
        self.keep_address();
        in_steps(&Self::REST);
    }

    /// Looks into a cluster that stands at that pixel; the last zoom has its places in the list.
    pub(super) fn open(&self, x: f64, y: f64) {
        self.map.open_at(x, y, OPENING);
    }

    pub(super) fn zoom_by(&self, steps: i32) {
        self.map.zoom_by(steps);
    }

    fn mark_here(&self) {
        let Some(here) = self.here else { return };
        near::given();
        show("#find .travel", true);
        let metres = METRES_A_PIXEL * here.at.lat().to_radians().cos();
        self.map
            .mark_here(self.world(here.at), here.accuracy_m / metres);
    }

    fn world(&self, position: Wgs84) -> World {
        World::of(position, self.datum)
    }

    /// The start of the journey and how one travels, as lists and maps know it behind `#`.
    pub(super) fn start(&self) -> Search {
        Search {
            near: self.search.near,
            travel: self.search.travel,
            ..Search::default()
        }
    }

    fn without_start(&self) -> Search {
        Search {
            near: None,
            ..self.search.clone()
        }
    }
}

fn parsed(query: &str) -> Search {
    Search::parse(query.trim_start_matches(['?', '#'])).0
}
