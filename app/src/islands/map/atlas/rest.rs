//! What is done when the map rests: its list and its address.

use super::Atlas;
use crate::islands::browser::{come_back_to, draw, find, focus, insert, lang};
use crate::islands::city::phone::now;
use crate::islands::map::address::Look;
use crate::islands::map::in_steps;
use crate::islands::map::list::{Listed, MOST_ROWS, ROWS_A_FRAME, list, row};
use crate::markup::Markup;
use crate::results::{map_address, with_fragment};
use crate::row::StationRow;
use domain::map::clusters::Pin;
use domain::search::{Found, Search, search_within};
use domain::station::StationId;
use domain::status::Tally;
use leptos::prelude::window;
use std::mem;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

/// What the list says, until it is written.
pub(super) struct Best {
    /// All places in the window.
    tally: Tally,
    /// The chosen one, and the best of the others.
    rows: Vec<Found>,
}

impl Atlas {
    /// Finds what is to be listed of the window, and lists it.
    pub(super) fn list(&mut self) {
        let Some(view) = self.map.shown() else { return };
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
        let mut rows = match self.chosen {
            Some(chosen) => best(1, &|id| id == chosen),
            None => Vec::new(),
        };
        rows.extend(best(MOST_ROWS, &|id| {
            Some(id) != self.chosen && ids.binary_search(&id).is_ok()
        }));
        let missing = self.words.missing(&self.city, &self.search, rows.iter());
        if missing.is_empty() {
            self.best = Some(Best { tally, rows });
            in_steps(&Self::WRITE);
        } else {
            self.keep_address();
            self.ask(missing);
        }
    }

    /// What is done to write the list: the chosen place may be one more than [`MOST_ROWS`].
    const WRITE: [fn(&mut Self); 3 + MOST_ROWS / ROWS_A_FRAME] = {
        let mut steps: [fn(&mut Self); _] = [Self::write_on; _];
        steps[0] = Self::write;
        steps[steps.len() - 1] = Self::keep_address;
        steps
    };

    /// Writes the list anew, without its rows: taking away the old ones is enough for a frame. With all
    /// of them, if one has the focus.
    fn write(&mut self) {
        let Some(Best { tally, rows }) = self.best.take() else {
            return;
        };
        let held = find::<Element>(".results button:focus")
            .and_then(|button| button.get_attribute("data-station"));
        self.unwritten = rows;
        let rows = self.next_rows(match held {
            Some(_) => usize::MAX,
            None => 0,
        });
        let listed = Listed {
            search: &self.without_start(),
            fragment: &self.start().to_query(),
            tally,
            rows,
        };
        hold_height(!self.unwritten.is_empty());
        draw(".results", list(lang(), listed));
        if let Some(id) = held {
            focus(&format!(".results button[data-station='{id}']"));
        }
    }

    /// Writes the next rows of the list.
    fn write_on(&mut self) {
        if !self.unwritten.is_empty() {
            let rows = self.next_rows(ROWS_A_FRAME);
            insert(".results .rows", "beforeend", rows);
            if self.unwritten.is_empty() {
                hold_height(false);
            }
        }
    }

    fn next_rows(&mut self, most: usize) -> Markup {
        let (lang, now) = (lang(), now());
        let next = most.min(self.unwritten.len());
        let rest = self.unwritten.split_off(next);
        let found = mem::replace(&mut self.unwritten, rest).into_iter();
        let row = |found| {
            let found = self.seen_from_here(found);
            let place = StationRow::new(&self.city, &found, &self.search, now)?;
            Some(row(lang, now, &place, self.chosen == Some(place.id)))
        };
        found.filter_map(row).collect()
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

    /// Keeps the window in the address.
    pub(super) fn keep_address(&mut self) {
        let Some(view) = self.map.shown() else { return };
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

/// Keeps the list as high as it was: who has scrolled down in it stays there while it is written.
fn hold_height(hold: bool) {
    let Some(results) = find::<HtmlElement>(".results") else {
        return;
    };
    let height = match hold {
        true => format!("{}px", results.offset_height()),
        false => String::new(),
    };
    // A height that cannot be held lets the page jump, no more.
    _ = results.style().set_property("min-height", &height);
}
