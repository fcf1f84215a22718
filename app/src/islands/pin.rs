//! The map on which staff set the pin of an entry, beside the two numbers that say the same.
//!
//! The numbers are what is sent: whatever moves the pin writes them, in the datum that is chosen, and
//! what is said of it is read from them with the server's own functions of `domain`.

mod fields;
mod setting;
mod words;

use super::browser::{clicked_on, find, focus, listen};
use super::city::phone::spawn_local;
use super::city::{show, snapshot};
use super::city_map::CityMap;
use super::wake;
use leptos::prelude::*;
use setting::Setting;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

/// How far an arrow key moves the pin, in metres; and with Shift.
const STEP_METRES: [f64; 2] = [10.0, 100.0];

thread_local! {
    /// A form has one pin.
    static SETTING: RefCell<Option<Setting>> = const { RefCell::new(None) };
}

/// The form of an entry: its pin on a map.
#[island]
pub fn PinSetting() -> impl IntoView {
    wake(begin);
}

/// Shows the map once all of it is there.
fn begin() {
    spawn_local(async {
        let (Some(city), Some(map)) = (snapshot::city().await, CityMap::ready().await) else {
            return;
        };
        show(".pin-map", true);
        if let Some(frame) = find::<Element>(".pin-map") {
            SETTING.set(Setting::new(&frame, map, city));
            listen_to_all();
        }
    });
}

fn listen_to_all() {
    listen("city-map", "moved", |_| with(|setting| setting.mark_old()));
    listen("city-map", "worn", |_| with(|setting| setting.paint()));
    listen("city-map", "settled", |_| {
        with(|setting| setting.mark_old())
    });
    listen("city-map", "placed", |_| with(Setting::take_mark));
    listen("city-map", "click", pressed);
    listen("city-map", "keydown", key_pressed);
    listen(".zoom-in", "click", |_| with(|setting| setting.zoom_by(1)));
    listen(".zoom-out", "click", |_| {
        with(|setting| setting.zoom_by(-1))
    });
    listen(".pin-to-middle", "click", |_| {
        with(Setting::take_middle);
        focus(".pin");
    });
    listen(".pin-back", "click", |_| with(Setting::put_back));
    for numbers in [fields::LAT, fields::LNG] {
        listen(numbers, "input", |_| with(Setting::follow));
        listen(numbers, "change", |_| with(|setting| setting.say()));
    }
    listen(fields::DATUM, "change", |_| {
        with(|setting| {
            setting.follow();
            setting.say();
        });
    });
    listen(fields::PLACE, "change", |_| {
        with(|setting| setting.look_at_place())
    });
}

fn with(act: impl FnOnce(&mut Setting)) {
    SETTING.with_borrow_mut(|setting| setting.as_mut().map(act));
}

/// The pin says once more where it is; elsewhere on the map it is put there.
fn pressed(event: &Event) {
    let Some(pointer) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    if clicked_on(event, ".pin").is_some() {
        with(|setting| setting.say());
    } else if clicked_on(event, "city-map").is_some() {
        with(|setting| setting.take(pointer));
    }
}

fn key_pressed(event: &Event) {
    let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    if target.is_none_or(|target| target.class_name() != "pin") {
        return;
    }
    let metres = STEP_METRES[usize::from(pressed.shift_key())];
    match &*pressed.key() {
        "ArrowUp" => with(|setting| setting.step(metres, 0.0)),
        "ArrowDown" => with(|setting| setting.step(-metres, 0.0)),
        "ArrowRight" => with(|setting| setting.step(0.0, metres)),
        "ArrowLeft" => with(|setting| setting.step(0.0, -metres)),
        "Escape" => with(Setting::put_back),
        _ => return,
    }
    // The page does not scroll meanwhile.
    event.prevent_default();
}
