//! Where the pin is, where it stood, and the map that shows both.

use super::fields;
use super::words::{Pin, label, words};
use crate::islands::browser::{draw, lang};
use crate::islands::city::show;
use crate::islands::city_map::{
    CityMap, MARGIN, draw_outlines, from_afar, pixel, tile_datum, write_names,
};
use crate::row::Light;
use domain::city::{City, Place};
use domain::geo::{Ruler, Wgs84};
use domain::listing::Subject;
use domain::map::{TileDatum, View, World, Zoom};
use domain::places::Street;
use domain::station::StationId;
use web_sys::{Element, MouseEvent};

/// From this near one sees single houses.
const HOUSES: Zoom = Zoom::new(16).expect("16 is a zoom");

/// What stays free between two places that are looked at and the rim, in pixels.
const RIM: u32 = 40;

/// The pin of a form, once the map is ready.
pub(super) struct Setting {
    map: CityMap,
    city: City,
    datum: TileDatum,
    listing: Subject,
    /// Where on the map the other places lie.
    spots: Vec<World>,
    /// The station whose pin it is: not its own neighbour.
    station: Option<StationId>,
    /// Where the pin of the entry stands, whatever is typed.
    stood: Option<Wgs84>,
    /// Where it is now.
    at: Option<Wgs84>,
}

impl Setting {
    /// Shows the pin that the numbers say; `None` if the frame does not say of what listing it is.
    pub(super) fn new(frame: &Element, map: CityMap, city: City) -> Option<Self> {
        let said = |name: &str| frame.get_attribute(name);
        let degrees = |name: &str| said(name)?.parse().ok();
        let stood = degrees("data-lat").zip(degrees("data-lng"));
        let datum = tile_datum(&map);
        let mut setting = Self {
            map,
            city,
            datum,
            listing: Subject::from_code(&said("data-listing")?)?,
            station: said("data-station").and_then(|id| Some(StationId(id.parse().ok()?))),
            spots: Vec::new(),
            stood: stood.and_then(|(lat, lng)| Wgs84::new(lat, lng)),
            at: None,
        };
        let spots = setting.others().filter_map(|place| place.position);
        setting.spots = spots.map(|spot| World::of(spot, datum)).collect();
        setting.map.begin(setting.first_view());
        draw_outlines(&setting.map, datum);
        write_names(&setting.map, lang(), &setting.city, datum);
        setting.paint();
        setting.mark_old();
        setting.follow();
        Some(setting)
    }

    fn first_view(&self) -> View {
        let typed = fields::read().ok().flatten();
        match typed.or(self.stood) {
            Some(at) => self.around(self.world(at)),
            None => from_afar(&self.map, &self.city, fields::district()),
        }
    }

    /// Paints what else is listed, in the window and a margin.
    pub(super) fn paint(&self) {
        let Some(view) = self.map.shown() else { return };
        let view = view.with_margin(MARGIN);
        let (left, top) = view.corner.pixels(view.zoom);
        let spots = self.spots.iter().filter_map(|spot| view.pixel(*spot));
        let spots: Vec<u32> = spots.flat_map(|(right, down)| [right, down]).collect();
        // Whether it is open is nothing to a pin.
        let lights = vec![Light::Off as u8; spots.len() / 2];
        self.map.dots(left, top, &spots, &lights);
    }

    /// Marks where the pin stood.
    pub(super) fn mark_old(&self) {
        let Some(view) = self.map.shown() else { return };
        let old = self.stood.map(|stood| {
            let (x, y) = pixel(self.world(stood), view);
            html!(r#"<span class="stood" data-key="stood" data-x=""# {x} r#"" data-y=""# {y} r#""></span>"#)
        });
        self.map.marks(&old.unwrap_or_default().into_html());
    }

    pub(super) fn zoom_by(&self, steps: i32) {
        self.map.zoom_by(steps);
    }

    /// Follows the numbers, as far as they name a place.
    pub(super) fn follow(&mut self) {
        if let Ok(at) = fields::read() {
            self.at = at;
            self.show();
        }
    }

    /// Looks where something is that has no pin yet.
    pub(super) fn look_at_place(&self) {
        match self.at {
            Some(_) => self.say(),
            None => self.look(from_afar(&self.map, &self.city, fields::district())),
        }
    }

    /// The pin was dragged.
    pub(super) fn take_mark(&mut self) {
        if let Some(mark) = self.map.here() {
            self.put(mark.position(self.datum));
        }
    }

    /// The map was pressed.
    pub(super) fn take(&mut self, pointer: &MouseEvent) {
        if let Some(at) = self.map.under(pointer) {
            self.put(at.position(self.datum));
        }
    }

    pub(super) fn take_middle(&mut self) {
        if let Some(view) = self.map.shown() {
            self.put(view.middle().position(self.datum));
        }
    }

    pub(super) fn step(&mut self, north_metres: f64, east_metres: f64) {
        let next = self.at.and_then(|at| at.step(north_metres, east_metres));
        if let Some(next) = next {
            self.put(next);
        }
    }

    /// Puts the pin back where it stood, if it stood anywhere.
    pub(super) fn put_back(&mut self) {
        if let Some(stood) = self.stood {
            self.put(stood);
        }
    }

    fn put(&mut self, at: Wgs84) {
        self.at = Some(at);
        fields::write(at);
        self.show();
        self.say();
    }

    /// Shows the pin; where it has left the window, it and the place where it stood.
    fn show(&self) {
        if let Some(at) = self.at {
            let at = self.world(at);
            self.map.mark_here(at, 0.0);
            label(lang());
            let is_seen = |view: View| view.pixel(at).is_some();
            if !self.map.shown().is_some_and(is_seen) {
                self.look(self.around(at));
            }
        }
        show(".standing", self.at.is_some());
    }

    /// The nearest look at a point and at where the pin stood.
    fn around(&self, at: World) -> View {
        let stood = self.stood.map_or(at, |stood| self.world(stood));
        let (width, height) = self.map.pixels();
        let inner = |pixels: u32| pixels.saturating_sub(2 * RIM).max(1);
        let zooms = (CityMap::ZOOMS.0, HOUSES);
        View::of(at, stood, (inner(width), inner(height)), zooms)
    }

    fn look(&self, view: View) {
        self.map.look_at(view.middle(), view.zoom);
    }

    /// Says what the numbers mean.
    pub(super) fn say(&self) {
        let read = fields::read();
        let point = read.as_ref().ok().copied().flatten();
        let pin = Pin {
            listing: self.listing,
            district: fields::district(),
            stood: self.stood,
            near: point.and_then(|point| self.nearest_street(point)),
        };
        draw(".pin-said", words(lang(), &read, &pin));
    }

    /// The street of the nearest other place.
    fn nearest_street(&self, point: Wgs84) -> Option<Street> {
        let ruler = Ruler::new(point);
        let near = self
            .others()
            .filter_map(|one| Some((ruler.distance_m(one.position?), one.street?)));
        let nearest = near.min_by(|(one, _), (other, _)| one.total_cmp(other));
        nearest.map(|(_, street)| street)
    }

    fn others(&self) -> impl Iterator<Item = &Place> {
        let places = self.city.places().iter();
        places.filter(|place| Some(place.id) != self.station)
    }

    fn world(&self, at: Wgs84) -> World {
        World::of(at, self.datum)
    }
}
