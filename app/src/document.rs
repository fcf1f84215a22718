//! A whole document: the frame that every page shares, around the page.

pub(crate) mod frame;
mod online;
mod sprite;
#[cfg(test)]
pub(crate) mod tests;

use self::online::{Online, Says};
use crate::audit::AuditPage;
use crate::check::Check;
use crate::desk::{List, Opened, Together};
use crate::import::{Imports, PlanPage};
use crate::overview::OverviewPage;
use crate::pages::{
    about, check, classes, home, lost, map, offline, privacy, request, rules, service, services,
    station, stations,
};
use crate::report::{
    Confirm, Door, DueList, Group, Groups, Outcome, Poster, ReportForm, Unconfirmed,
};
use crate::request::{CheckAnswers, Follow, NewRequest, Receipt, Standing};
use crate::results::Results;
use crate::staff::{Accounts, OneAccount, OwnAccount, SetUp, SignIn, Start};
use crate::wording::Lang;
use domain::places::District;
use domain::policy::Programme;
use domain::time::BeijingTime;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::Arc;

/// What every page needs to know, whatever it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Shell {
    /// The language of the page.
    pub lang: Lang,
    /// Larger print and targets.
    pub large_print: bool,
    /// Path and query of the page, to come back to after a change of preferences.
    pub address: String,
    /// Where the files are that a page asks for.
    pub assets: Assets,
    /// The version of the public snapshot, for the islands.
    pub snapshot: String,
    /// Whether what is shown was made up to show the site.
    pub demonstration: bool,
    /// The moment for which the page is true.
    pub now: BeijingTime,
    /// On a phone without a network: when it last heard that what it shows is what there is.
    pub kept_at: Option<BeijingTime>,
}

/// Addresses of the files that a page asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The module that brings the islands to life: `app/client/islands.js`.
    pub islands: String,
    /// The client of the pages with places.
    pub places: Module,
    /// The client of the checker.
    pub checker: Module,
    /// The client of the pages of requests.
    pub requests: Module,
    /// The client of the map.
    pub map: Module,
    /// The client of the form in which staff set a pin.
    pub pin: Module,
    /// The element that a map moves in: `app/client/city-map.js`.
    pub city_map: String,
    /// The module that makes ready for a time without a network, `app/client/offline.js`, where
    /// that is wanted.
    pub offline: Option<String>,
}

/// Addresses of a client: `app/client`, compiled with the islands of some pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The module that `wasm-bindgen` wrote.
    pub js: String,
    /// The WebAssembly beside it.
    pub wasm: String,
}

/// Which client wakes the islands of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// That of the pages with places.
    Places,
    /// That of the checker.
    Checker,
    /// That of the pages of requests.
    Requests,
    /// That of the map.
    Map,
    /// That of the form in which staff set a pin.
    Pin,
}

/// Every page, with what it shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// `/`
    Home,
    /// `/stations`
    Stations(Results),
    /// `/stations/{id}`
    Station(Box<station::StationPage>),
    /// `/stations/{id}/report`
    Report(Box<ReportForm>),
    /// `/reports/{reference}`
    Outcome(Box<Outcome>),
    /// `/at/{id}`
    Door(Door),
    /// `/confirm/{token}`
    Confirm(Box<Confirm>),
    /// `/staff/reports`
    Groups(Box<Groups>),
    /// `/staff/reports/{id}`
    Group(Box<Group>),
    /// `/staff/freshness`
    Unconfirmed(Box<Unconfirmed>),
    /// `/staff/freshness?desk=…`
    DueList(Box<DueList>),
    /// `/staff/stations/{id}/poster`
    Poster(Box<Poster>),
    /// `/map`
    Map(Box<map::MapPage>),
    /// `/services`
    Services,
    /// `/services/{id}`
    Service(service::Offer),
    /// `/check` and `/check/{programme}`
    Check(Box<Check>),
    /// `/check/{programme}/rules`
    Rules(Programme),
    /// `/classes`
    Classes(Box<classes::ClassesPage>),
    /// `/requests/new`, opened or sent and not complete.
    NewRequest(Box<NewRequest>),
    /// `/requests/new`, complete and to be sent once more.
    CheckAnswers(Box<CheckAnswers>),
    /// `/requests/new`, sent and kept.
    Receipt(Box<Receipt>),
    /// `/requests/{reference}` without a secret that fits.
    Follow(Follow),
    /// `/requests/{reference}` with it.
    Standing(Box<Standing>),
    /// `/staff/requests`
    Desk(Box<List>),
    /// `/staff/requests/several`
    Together(Box<Together>),
    /// `/staff/requests/{reference}`
    Opened(Box<Opened>),
    /// The pages of those who keep the stations and classes.
    Listings(Box<crate::listings::Page>),
    /// `/staff/sign-in`
    SignIn(SignIn),
    /// `/staff/set-up`
    SetUp(SetUp),
    /// `/staff`
    StaffStart(Box<Start>),
    /// `/staff/account`
    OwnAccount(Box<OwnAccount>),
    /// `/staff/accounts`
    Accounts(Box<Accounts>),
    /// `/staff/accounts/{id}`
    OneAccount(Box<OneAccount>),
    /// `/staff/audit`
    Audit(Box<AuditPage>),
    /// `/staff/overview`
    Overview(Box<OverviewPage>),
    /// `/staff/import`
    Imports(Box<Imports>),
    /// `/staff/import/{plan}`
    Plan(Box<PlanPage>),
    /// `/about`
    About,
    /// `/privacy`
    Privacy,
    /// `/offline`
    Offline(Vec<offline::Pack>),
    /// An address that leads nowhere.
    NotFound,
    /// `/stations/{id}` with a number that was never given.
    UnknownStation,
    /// A page that a phone without a network cannot have.
    NeedsNetwork,
    /// Something went wrong.
    Problem(lost::Problem),
}

/// What the head of a document says about its page.
pub struct Meta {
    /// The title.
    pub title: String,
    /// One sentence.
    pub description: String,
    /// What wakes its islands, if it has any.
    pub client: Option<Client>,
    /// The district that it is about: a phone keeps its words.
    pub district: Option<District>,
}

/// The whole document.
pub fn render(shell: &Shell, page: Page) -> String {
    document(shell, page, &online::SITE)
}

/// The same on a phone without a network, for the pages that need none.
pub fn render_offline(shell: &Shell, page: Page) -> String {
    document(shell, page, &online::NOBODY)
}

fn document(shell: &Shell, page: Page, rest: &Online) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view(shell, page, rest).to_html());
    owner.unset_with_forced_cleanup();
    format!("<!doctype html>{html}")
}

fn view(shell: &Shell, page: Page, rest: &Online) -> impl IntoView + use<> {
    let lang = shell.lang;
    let meta = Meta::of(lang, &page, rest);
    let content = match page {
        Page::Home => home::home(lang).into_any(),
        Page::Stations(model) => stations::stations(lang, shell.now, model).into_any(),
        Page::Station(model) => station::station(lang, shell.now, *model).into_any(),
        Page::Map(model) => map::map(lang, shell.large_print, *model).into_any(),
        Page::Services => services::services(lang).into_any(),
        Page::Service(offer) => service::service(lang, offer).into_any(),
        Page::Check(model) => check::check(lang, *model).into_any(),
        Page::Rules(programme) => rules::rules(lang, programme).into_any(),
        Page::NewRequest(model) => request::new_request(lang, *model).into_any(),
        Page::About => about::about(lang).into_any(),
        Page::Privacy => privacy::privacy(lang).into_any(),
        Page::Offline(packs) => offline::offline(lang, packs).into_any(),
        Page::NotFound => lost::not_found(lang).into_any(),
        Page::UnknownStation => lost::unknown_station(lang).into_any(),
        Page::NeedsNetwork => lost::needs_network(lang).into_any(),
        Page::Problem(problem) => lost::problem_page(lang, problem).into_any(),
        page => (rest.view)(lang, shell.now, page),
    };
    frame::frame(shell.clone(), meta, content)
}

impl Page {
    fn district(&self) -> Option<District> {
        match self {
            Self::Stations(model) => model.search.district,
            Self::Station(model) => Some(model.station.district),
            Self::Map(model) => model.search.district,
            _ => None,
        }
    }
}

impl Meta {
    fn of(lang: Lang, page: &Page, rest: &Online) -> Self {
        let site = lang.site_name();
        let (places, requests) = (Some(Client::Places), Some(Client::Requests));
        let titled = |title: &str| format!("{title} · {site}");
        let described = |title: String, description: &str, client| Self {
            title,
            description: description.to_owned(),
            client,
            district: page.district(),
        };
        let plain = |title: &str| described(titled(title), lang.site_description(), None);
        let of_request =
            |title: &str, description: &str| described(titled(title), description, requests);
        match page {
            Page::Home => described(
                lang.home_title().to_owned(),
                lang.site_description(),
                places,
            ),
            Page::Stations(_) => described(
                titled(lang.stations_title()),
                lang.stations_description(),
                places,
            ),
            Page::Station(model) => {
                let text = &model.station.text;
                described(titled(&text.name), &text.address, places)
            }
            Page::Map(model) => {
                let title = match model.search.district {
                    Some(district) => [lang.district(district), lang.map_title()].join(" · "),
                    None => lang.map_title().to_owned(),
                };
                described(titled(&title), lang.map_description(), Some(Client::Map))
            }
            Page::Services => {
                let description = lang.services_description();
                described(titled(lang.services_title()), description, None)
            }
            Page::Service(offer) => {
                let name = lang.text(offer.name());
                described(titled(name), lang.text(offer.summary()), None)
            }
            Page::Check(model) => {
                let programme = model.programme;
                let name = programme.map_or(lang.check_title(), |one| lang.text(one.name()));
                described(
                    titled(name),
                    lang.check_description(),
                    Some(Client::Checker),
                )
            }
            Page::Rules(programme) => {
                let title = [lang.text(programme.name()), lang.rules_title()].join(" · ");
                described(titled(&title), lang.text(programme.summary()), None)
            }
            Page::NewRequest(model) => {
                let title = lang.new_request_title();
                let title = match model.problems.is_empty() {
                    true => title.to_owned(),
                    false => [lang.with_problems(), title].join(lang.pick("：", ": ")),
                };
                of_request(&title, lang.new_request_description())
            }
            Page::About => described(titled(lang.about_title()), lang.site_description(), None),
            Page::Privacy => described(titled(lang.privacy_title()), lang.privacy_in_short(), None),
            Page::Offline(_) => {
                described(titled(lang.offline_title()), lang.offline_in_short(), None)
            }
            Page::NotFound => plain(lang.not_found_title()),
            Page::UnknownStation => plain(lang.unknown_station_title()),
            Page::NeedsNetwork => plain(lang.needs_network_title()),
            Page::Problem(problem) => plain(lang.problem_title(*problem)),
            page => {
                let Says {
                    title,
                    description,
                    client,
                } = (rest.says)(lang, page);
                described(titled(&title), description, client)
            }
        }
    }
}
