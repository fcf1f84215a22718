//! The list on the phone: it searches the snapshot by itself and sends nothing anywhere.
//!
//! The server's list stands until there is something newer to say: the form changed, a position
//! was given, or a minute has passed.

use super::browser::{focus, lang, now};
use super::snapshot::Districts;
use super::{browser, form, snapshot};
use crate::markup::Markup;
use crate::parts::results::result_list;
use crate::results::{PAGE_SIZE, Results};
use domain::city::City;
use domain::geo::Wgs84;
use domain::search::{Facets, Search, search_with_facets};
use domain::time::BeijingTime;
use leptos::ev::{Event, MouseEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// How often the phone looks at its clock. Sentences change by the minute.
const LOOK_AT_CLOCK: Duration = Duration::from_secs(15);

/// Links of the list that lead to another list.
const LIST_LINKS: &str = ".results a[href='/stations'], .results a[href^='/stations?']";

/// What the islands of the list share.
#[derive(Clone, Copy)]
pub(super) struct Finding {
    city: RwSignal<Option<City>>,
    search: RwSignal<Search>,
    now: RwSignal<Option<BeijingTime>>,
    /// Whether the phone's list stands in the place of the server's.
    leads: RwSignal<bool>,
    /// Districts whose words were asked for.
    asked: StoredValue<Districts>,
    /// Districts whose words cannot be had: their places are shown without a name.
    nameless: RwSignal<Districts>,
}

/// What the phone sees in the city.
#[derive(Clone, PartialEq)]
struct Seen {
    facets: Facets,
    /// Districts whose words it still needs.
    missing: Districts,
    /// The list and its moment; the one before for as long as words are missing.
    list: Option<(Results, BeijingTime)>,
}

/// The form and the list; holds what their islands share.
#[island]
pub fn Finder(
    /// The form and the list, as the server shows them.
    children: Children,
) -> impl IntoView {
    let finding = Finding::new();
    provide_context(finding);
    Effect::new(move |_| finding.begin());
    view! {
        <div
            on:change=move |event| finding.form_changed(&event)
            on:submit=move |event| finding.submitted(&event)
            on:click=move |event| finding.clicked(&event)
        >
            {children()}
        </div>
    }
}

/// The list: the server's, and later the phone's in its place.
#[island]
pub fn Found(
    /// The list as the server shows it.
    children: Children,
) -> impl IntoView {
    let finding = expect_context::<Finding>();
    let seen = Memo::new(move |previous: Option<&Option<Seen>>| {
        finding.look(previous.and_then(Option::as_ref))
    });
    Effect::new(move |_| {
        seen.with(|seen| {
            if let Some(seen) = seen {
                form::show_counts(&seen.facets);
                if finding.leads.get() {
                    finding.load(seen.missing);
                }
            }
        });
    });
    let list = Memo::new(move |_| {
        let list = seen.with(|seen| seen.as_ref()?.list.clone());
        list.filter(|_| finding.leads.get())
    });
    let html = move || {
        let list = list
            .get()
            .map(|(results, now)| result_list(lang(), now, &results));
        list.map_or_else(String::new, Markup::into_html)
    };
    view! {
        <div hidden=move || list.with(Option::is_some)>{children()}</div>
        <div inner_html=html></div>
    }
}

impl Finding {
    fn new() -> Self {
        Self {
            city: RwSignal::new(None),
            search: RwSignal::new(Search::default()),
            now: RwSignal::new(None),
            leads: RwSignal::new(false),
            asked: StoredValue::new(Districts::default()),
            nameless: RwSignal::new(Districts::default()),
        }
    }

    /// Starts the journey there.
    pub(super) fn start_from(self, here: Wgs84) {
        self.look_for(|search| {
            search.near = Some(here);
            search.page = 1;
        });
    }

    /// Where the journey starts, if that is known.
    pub(super) fn start(self) -> Option<Wgs84> {
        self.search.with(|search| search.near)
    }

    fn begin(self) {
        let location = window().location();
        let mut search = parsed(&location.search().unwrap_or_default());
        if let Some(here) = parsed(&location.hash().unwrap_or_default()).near {
            search.near = Some(here);
            self.leads.set(true);
        }
        self.search.set(search);
        self.now.set(Some(now()));
        spawn_local(async move { self.city.set(snapshot::city().await) });
        set_interval(move || self.look_at_clock(), LOOK_AT_CLOCK);
    }

    /// A new minute changes what is true; but nobody loses the row that has the focus.
    fn look_at_clock(self) {
        let minute = |at: BeijingTime| at.unix_seconds() / 60;
        let now = now();
        if self.now.get_untracked().map(minute) != Some(minute(now)) {
            self.now.set(Some(now));
            if browser::find::<Element>(".results:focus-within").is_none() {
                self.leads.set(true);
            }
        }
    }

    fn form_changed(self, event: &Event) {
        form::offer_streets(event);
        if let Some(asked) = form::read() {
            self.look_for(|search| {
                *search = Search {
                    near: search.near,
                    ..asked
                }
            });
        }
    }

    fn submitted(self, event: &SubmitEvent) {
        if self.city.with_untracked(Option::is_some) {
            event.prevent_default();
            self.form_changed(event);
        }
    }

    /// Follows a link to another page of the list, or to a wider search, without leaving.
    fn clicked(self, event: &MouseEvent) {
        let link = event
            .target()
            .and_then(|target| {
                target
                    .dyn_into::<Element>()
                    .ok()?
                    .closest(LIST_LINKS)
                    .ok()?
            })
            .and_then(|link| link.get_attribute("href"));
        let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if let (Some(link), true, true) = (link, plain, self.city.with_untracked(Option::is_some)) {
            event.prevent_default();
            let asked = parsed(link.split_once('?').map_or("", |(_, query)| query));
            form::fill(&asked);
            self.look_for(|search| {
                *search = Search {
                    near: search.near,
                    ..asked
                }
            });
            focus("#main");
        }
    }

    fn look_for(self, change: impl FnOnce(&mut Search)) {
        self.search.update(change);
        self.leads.set(true);
        // An address that cannot be kept is no reason not to search.
        _ = window().history().and_then(|history| {
            let address = self.search.with_untracked(address);
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        });
    }

    fn look(self, previous: Option<&Seen>) -> Option<Seen> {
        let now = self.now.get()?;
        self.city.with(|city| {
            let city = city.as_ref()?;
            let asked = self.search.get();
            let (answer, facets) = search_with_facets(city, &asked, now, PAGE_SIZE);
            let near_misses = answer.near_misses.iter().map(|(found, _)| found);
            let shown = answer.found.iter().chain(near_misses);
            let missing = snapshot::missing(city, &asked, shown).without(self.nameless.get());
            let list = match missing.is_empty() {
                true => Some((Results::new(city, asked, &answer, now), now)),
                false => previous.and_then(|seen| seen.list.clone()),
            };
            Some(Seen {
                facets,
                missing,
                list,
            })
        })
    }

    /// Loads the words of these districts, each once.
    fn load(self, missing: Districts) {
        let asked = self.asked.get_value();
        self.asked
            .set_value(missing.iter().fold(asked, Districts::with));
        for district in missing.without(asked).iter() {
            spawn_local(async move {
                let file = snapshot::texts(district).await.unwrap_or_default();
                self.city.update(|city| {
                    let loaded = city.as_mut().map(|city| city.load_texts(district, &file));
                    if !matches!(loaded, Some(Ok(()))) {
                        self.nameless
                            .update(|nameless| *nameless = nameless.with(district));
                    }
                });
            });
        }
    }
}

/// The address of a list: the search in the query, the start of the journey behind `#`, a part
/// that browsers send to nobody.
fn address(search: &Search) -> String {
    let query = Search {
        near: None,
        ..search.clone()
    };
    let start = Search {
        near: search.near,
        ..Search::default()
    };
    match start.to_query() {
        start if start.is_empty() => crate::results::address(&query),
        start => format!("{}#{start}", crate::results::address(&query)),
    }
}

fn parsed(query: &str) -> Search {
    Search::parse(query.trim_start_matches(['?', '#'])).0
}
