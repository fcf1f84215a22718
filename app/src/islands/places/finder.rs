//! The list on the phone: it searches the snapshot by itself and sends nothing anywhere.
//!
//! The server's list stands until there is something newer to say: the form changed, a position
//! was given, or a minute has passed.

use crate::islands::browser::{clicked_on, come_back_to, draw, find, focus, lang, listen, timed};
use crate::islands::city::phone::{TimeoutFuture, now, spawn_local};
use crate::islands::city::words::Words;
use crate::islands::city::{form, near, snapshot};
use crate::live::results::result_list;
use crate::results::{PAGE_SIZE, Results, address, with_fragment};
use domain::city::City;
use domain::geo::Wgs84;
use domain::places::District;
use domain::search::{Search, search_with_facets};
use leptos::prelude::window;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::{Coordinates, Element, Event, HtmlElement};

/// How often the phone looks at its clock. Sentences change by the minute.
const LOOK_AT_CLOCK_MS: u32 = 15_000;

/// Links of the list that lead to another list.
const LIST_LINKS: &str = ".chip";

/// What the phone knows and is asked.
#[derive(Default)]
struct Finder {
    city: Option<City>,
    search: Search,
    /// The minute since 1970 for which the list is true.
    minute: i64,
    /// Whether the phone's list stands in the place of the server's.
    leads: bool,
    /// The words that it has or waits for.
    words: Words,
}

thread_local! {
    /// A page has one list.
    static FINDER: RefCell<Finder> = RefCell::default();
}

/// Starts to listen, loads the city, and keeps the list true.
pub(super) fn wake() {
    FINDER.with_borrow_mut(Finder::read_address);
    near::wake(start_from, form::choose_district);
    listen("#find", "change", form_changed);
    listen("#find", "submit", submitted);
    listen(".results", "click", clicked);
    spawn_local(async {
        let city = snapshot::city().await;
        FINDER.with_borrow_mut(|finder| {
            finder.city = city;
            finder.refresh();
        });
        loop {
            TimeoutFuture::new(LOOK_AT_CLOCK_MS).await;
            FINDER.with_borrow_mut(Finder::look_at_clock);
        }
    });
}

fn start_from(here: Wgs84, _: &Coordinates) {
    FINDER.with_borrow_mut(|finder| {
        finder.search.near = Some(here);
        finder.search.page = 1;
        finder.lead();
    });
}

fn form_changed(event: &Event) {
    if form::is_district(event) {
        form::send(
            "/stations",
            &FINDER.with_borrow(|finder| start(&finder.search)),
        );
    } else if let Some(asked) = form::read() {
        look_for(asked);
    }
}

fn submitted(event: &Event) {
    if FINDER.with_borrow(|finder| finder.city.is_some()) {
        event.prevent_default();
        form_changed(event);
    }
}

/// Follows a link to another page of the list, or to a wider search, without leaving.
fn clicked(event: &Event) {
    let address = clicked_on(event, LIST_LINKS).and_then(led_to);
    if let (Some(address), true) = (address, FINDER.with_borrow(|finder| finder.city.is_some())) {
        event.prevent_default();
        let asked = parsed(address.split(['?', '#']).nth(1).unwrap_or_default());
        form::fill(&asked);
        look_for(asked);
        top_of_list();
    }
}

/// Where a link leads.
fn led_to(link: Element) -> Option<String> {
    link.get_attribute("href")
}

/// Shows another list from its first row, and goes on from there.
fn top_of_list() {
    if let Some(results) = find::<HtmlElement>(".results") {
        // A list that cannot take the focus is shown all the same.
        _ = results.focus();
        results.scroll_into_view();
    }
}

/// Looks for something else from the same start.
fn look_for(asked: Search) {
    FINDER.with_borrow_mut(|finder| {
        finder.search = Search {
            near: finder.search.near,
            ..asked
        };
        finder.lead();
    });
}

/// Loads the words of a district.
async fn load(district: District) {
    let file = snapshot::texts(district).await.unwrap_or_default();
    FINDER.with_borrow_mut(|finder| {
        if let Some(city) = &mut finder.city {
            finder.words.take(city, district, &file);
        }
        finder.refresh();
    });
}

impl Finder {
    fn read_address(&mut self) {
        let location = window().location();
        self.search = parsed(&location.search().unwrap_or_default());
        if let Some(here) = parsed(&location.hash().unwrap_or_default()).near {
            self.search.near = Some(here);
            self.leads = true;
            self.keep_address();
            near::given();
        }
        self.minute = now().unix_seconds() / 60;
    }

    /// Shows the phone's own list, in the address too.
    fn lead(&mut self) {
        self.leads = true;
        // An address that cannot be kept is no reason not to search.
        _ = window().history().and_then(|history| {
            let address = self.keep_address();
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        });
        self.refresh();
    }

    /// The address of the list: the search in the query, the start of the journey behind `#`, a
    /// part that browsers send to nobody. A change of preferences comes back to it.
    fn keep_address(&self) -> String {
        let list = address(&self.without_start());
        let start = start(&self.search);
        come_back_to(&list, &start);
        with_fragment(&list, &start)
    }

    /// What is looked for, as far as others may know it.
    fn without_start(&self) -> Search {
        Search {
            near: None,
            ..self.search.clone()
        }
    }

    /// A new minute changes what is true.
    fn look_at_clock(&mut self) {
        if self.minute != now().unix_seconds() / 60 {
            self.leads = true;
            self.refresh();
        }
    }

    /// Counts for the form, and the list if it is the phone's to show and all its words are here.
    fn refresh(&mut self) {
        let Some(city) = &self.city else { return };
        let now = now();
        let (answer, facets) = timed("search", || {
            search_with_facets(city, &self.search, now, PAGE_SIZE)
        });
        form::show_counts(&facets);
        if !self.leads {
            return;
        }
        let near_misses = answer.near_misses.iter().map(|(found, _)| found);
        let shown = answer.found.iter().chain(near_misses);
        let missing = self.words.missing(city, &self.search, shown);
        if missing.is_empty() {
            let results = Results {
                fragment: start(&self.search),
                ..Results::new(city, self.without_start(), &answer, now)
            };
            // A row that has the focus keeps it, if it is still listed.
            let held = find(".results :focus").and_then(led_to);
            draw(".results", result_list(lang(), now, &results));
            if let Some(address) = held {
                focus(&format!(".results [href='{address}']"));
            }
            self.minute = now.unix_seconds() / 60;
        }
        for district in self.words.ask(missing) {
            spawn_local(load(district));
        }
    }
}

/// The start of a journey as it stands in an address, rounded to about 100 m; empty if unknown.
fn start(search: &Search) -> String {
    Search {
        near: search.near,
        ..Search::default()
    }
    .to_query()
}

fn parsed(query: &str) -> Search {
    Search::parse(query.trim_start_matches(['?', '#'])).0
}
