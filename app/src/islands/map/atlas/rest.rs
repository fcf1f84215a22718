//! What is done when the map rests: its list and its address.

use super::Atlas;
use crate::islands::browser::{come_back_to, draw, find, focus, lang};
use crate::islands::city::phone::now;
use crate::islands::map::address::Look;
use crate::islands::map::list::{Listed, MOST_ROWS, list};
use crate::results::{map_address, with_fragment};
use crate::row::StationRow;
use domain::map::View;
use domain::map::clusters::Pin;
use domain::search::{Found, Search, search_within};
use domain::station::StationId;
use domain::status::Tally;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::Element;

impl Atlas {
    /// Lists what is in the window, and keeps the window in the address.
    pub(super) fn settle(&mut self) {
        let Some(view) = self.map.shown() else { return };
        self.keep_address(view);
        let now = now();
        let seen = |pin: &&Pin| view.pixel(pin.at).is_some();
        let visible = || self.pins.iter().filter(seen);
        let tally: Tally = visible().map(|pin| pin.state).collect();
        let mut ids: Vec<StationId> = visible().map(|pin| pin.id).collect();
        ids.sort_unstable();
        let from = Search {
            near: Some(
                self.here
                    .map_or_else(|| view.middle().position(self.datum), |here| here.at),
            ),
            travel: self.search.travel,
            amenities: self.search.amenities,
            ..Search::default()
        };
        let best = |most, within: &dyn Fn(StationId) -> bool| {
            search_within(&self.city, &from, now, most, |place| within(place.id)).found
        };
        let chosen = match self.chosen {
            Some(chosen) => best(1, &|id| id == chosen),
            None => Vec::new(),
        };
        let others = best(MOST_ROWS, &|id| {
            Some(id) != self.chosen && ids.binary_search(&id).is_ok()
        });
        let missing = {
            let shown = chosen.iter().chain(&others);
            self.words.missing(&self.city, &self.search, shown)
        };
        if missing.is_empty() {
            let rows = |found: &[Found]| -> Vec<StationRow> {
                let rows = found.iter().map(|found| self.seen_from_here(*found));
                rows.filter_map(|found| StationRow::new(&self.city, &found, &from, now))
                    .collect()
            };
            let held = find::<Element>(".results button:focus")
                .and_then(|button| button.get_attribute("data-station"));
            let listed = Listed {
                search: &self.without_start(),
                fragment: &self.start().to_query(),
                tally,
                chosen: rows(&chosen).pop(),
                rows: rows(&others),
            };
            draw(".results", list(lang(), now, &listed));
            if let Some(id) = held {
                focus(&format!(".results button[data-station='{id}']"));
            }
        }
        self.ask(missing);
    }

    /// Without a start there is no way to speak of; the middle of the map only ranks.
    fn seen_from_here(&self, found: Found) -> Found {
        match self.here {
            Some(_) => found,
            None => Found {
                on_arrival: found.status,
                journey_minutes: None,
                distance_m: None,
                ..found
            },
        }
    }

    fn keep_address(&self, view: View) {
        let look = Look {
            at: Some((view.middle().position(self.datum), view.zoom)),
            chosen: self.chosen,
        };
        let (page, fragment) = (map_address(&self.search), look.fragment(&self.start()));
        come_back_to(&page, &fragment);
        let address = with_fragment(&page, &fragment);
        // An address that cannot be kept is no reason not to show the map.
        _ = window()
            .history()
            .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    }
}
