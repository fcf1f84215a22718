//! The map that moves: what is around, found on the phone and told to nobody.
//!
//! `<city-map>` (`app/client/city-map.js`) knows pixels; what lies where, what is one cluster and
//! what it is called is decided in here. The server's map stands until all of it is ready.

mod address;
mod atlas;
mod list;
mod marks;

use super::browser::{clicked_on, find, listen};
use super::city::phone::{TimeoutFuture, frame, spawn_local};
use super::city::{form, near, show, snapshot};
use super::city_map::CityMap;
use super::wake;
use atlas::Atlas;
use domain::geo::Wgs84;
use domain::places::District;
use domain::station::StationId;
use leptos::prelude::*;
use std::cell::RefCell;
use web_sys::{Coordinates, Element, Event};

/// How often the phone looks at its clock. Sentences change by the minute.
const LOOK_AT_CLOCK_MS: u32 = 15_000;

thread_local! {
    /// A page has one map.
    static ATLAS: RefCell<Option<Atlas>> = const { RefCell::new(None) };
}

/// `/map`: moves.
#[island]
pub fn MovingMap() -> impl IntoView {
    wake(begin);
}

/// Loads the city, takes the place of the server's map, and keeps what it shows true.
fn begin() {
    spawn_local(async {
        let (Some(city), Some(map)) = (snapshot::city().await, CityMap::ready().await) else {
            return;
        };
        // What has been read so far was a task of its own, as is each of these; see `in_steps`.
        frame().await;
        if let Some(find) = find::<Element>(".find") {
            // A class that cannot be set leaves the map below the form.
            _ = find.class_list().add_1("live");
        }
        show(".moving", true);
        frame().await;
        show(".beside", true);
        listen_to_all();
        // The page is laid out anew before the map asks how large it is.
        frame().await;
        ATLAS.set(Some(Atlas::new(map, city)));
        in_steps(&Atlas::START);
        loop {
            TimeoutFuture::new(LOOK_AT_CLOCK_MS).await;
            with(Atlas::look_at_clock);
        }
    });
}

fn listen_to_all() {
    near::wake(start_from, choose_district);
    listen("#find", "change", form_changed);
    listen("#find", "submit", |event| {
        event.prevent_default();
        form_changed(event);
    });
    listen("city-map", "moved", |_| with(|atlas| atlas.gather()));
    listen("city-map", "worn", |_| with(|atlas| atlas.paint()));
    listen("city-map", "settled", |_| in_steps(&Atlas::REST));
    listen("city-map", "placed", |_| with(Atlas::start_from_mark));
    listen("city-map", "click", pressed);
    listen(".results", "click", |event| {
        if let Some(id) = clicked_on(event, "button").and_then(|button| station(&button)) {
            with(|atlas| atlas.show(id));
        }
    });
    listen(".zoom-in", "click", |_| with(|atlas| atlas.zoom_by(1)));
    listen(".zoom-out", "click", |_| with(|atlas| atlas.zoom_by(-1)));
    listen(".in-the-middle", "click", |_| {
        with(Atlas::start_from_middle)
    });
}

/// Does one after the other, each as a task of its own and painted before the next: a slow phone
/// answers fingers in between.
fn in_steps(steps: &'static [fn(&mut Atlas)]) {
    spawn_local(async move {
        for step in steps {
            frame().await;
            with(step);
        }
    });
}

fn with(act: impl FnOnce(&mut Atlas)) {
    ATLAS.with_borrow_mut(|atlas| atlas.as_mut().map(act));
}

fn start_from(here: Wgs84, known: &Coordinates) {
    with(|atlas| {
        atlas.start_from(here, known.accuracy());
        atlas.look_around(here);
    });
}

/// The form is folded away on a phone.
fn choose_district() {
    if let Some(folded) = find::<Element>(".on-map > .more") {
        // One that stays folded has its own summary to be pressed.
        _ = folded.set_attribute("open", "");
    }
    form::choose_district();
}

fn form_changed(event: &Event) {
    with(|atlas| {
        if form::is_district(event) {
            form::send("/map", &atlas.start().to_query());
        } else if let Some(asked) = form::read() {
            atlas.look_for(asked);
        }
    });
}

/// A place or a cluster was pressed.
fn pressed(event: &Event) {
    let Some(button) = clicked_on(event, "button") else {
        return;
    };
    let number = |name: &str| button.get_attribute(name)?.parse::<u32>().ok();
    match (station(&button), number("data-x"), number("data-y")) {
        (Some(id), ..) => with(|atlas| atlas.choose(id)),
        (None, Some(x), Some(y)) => with(|atlas| atlas.open(x.into(), y.into())),
        _ => {}
    }
}

fn station(button: &Element) -> Option<StationId> {
    let id = button.get_attribute("data-station")?;
    id.parse().ok().map(StationId)
}

/// Brings the words of a district.
fn load(district: District) {
    spawn_local(async move {
        let file = snapshot::texts(district).await.unwrap_or_default();
        with(|atlas| atlas.take(district, &file));
    });
}
