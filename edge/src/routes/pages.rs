//! The pages: a request becomes a view model, the view model a page.

use super::params;
use crate::cities;
use crate::lately;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::tiles;
use crate::visit::Visit;
use app::document::{self, Page, Shell};
use app::pages::lost;
use app::pages::map::MapPage;
use app::pages::station::StationPage;
use app::results::{PAGE_SIZE, Results};
use axum::extract::Path;
use domain::city::City;
use domain::search::{self, Search};
use domain::station::StationId;
use http::StatusCode;
use std::hash::{DefaultHasher, Hash, Hasher};

/// `/`
#[worker::send]
pub(super) async fn home(visit: Visit) -> Result<Reply, Problem> {
    show(&visit, Page::Home).await
}

/// `/stations`: parameters that are not understood are dropped.
#[worker::send]
pub(super) async fn stations(visit: Visit) -> Result<Reply, Problem> {
    let lately = lately::current(&visit.env).await;
    show_city(&visit, lately.version(), |city| {
        let (search, _dropped) = Search::parse(visit.query());
        let answer = search::search(city, &search, visit.now, PAGE_SIZE);
        let mut results = Results::new(city, search, &answer, visit.now);
        for row in &mut results.rows {
            let crowding = lately.crowding(row.id, visit.now);
            row.crowding = crowding.map(|(level, _)| level);
        }
        Some(Page::Stations(results))
    })
    .await
}

/// `/map`: as well. Its policy lets in the configured tiles, on a 304 as on the page.
#[worker::send]
pub(super) async fn map(visit: Visit) -> Result<Reply, Problem> {
    let tiles = visit.config.map_tiles.as_ref();
    let reply = show_city(&visit, "", |city| {
        let (asked, _dropped) = Search::parse(visit.query());
        let map = MapPage::new(city, &asked, visit.now, tiles.cloned());
        Some(Page::Map(Box::new(map)))
    })
    .await?;
    Ok(tiles::let_in(tiles, reply))
}

/// `/stations/{id}`
#[worker::send]
pub(super) async fn station(Path(id): Path<String>, visit: Visit) -> Result<Reply, Problem> {
    let id = params::number(&id).map(StationId);
    let lately = lately::current(&visit.env).await;
    let model = |city: &City| {
        let page = StationPage::new(city, city.place(id?)?, visit.now)?;
        Some(StationPage {
            crowding: lately.crowding(id?, visit.now),
            said_closed: lately.closed(id?, visit.now),
            ..page
        })
    };
    show_city(&visit, lately.version(), |city| {
        model(city).map(|page| Page::Station(Box::new(page)))
    })
    .await
}

/// `/about`
#[worker::send]
pub(super) async fn about(visit: Visit) -> Result<Reply, Problem> {
    show(&visit, Page::About).await
}

/// `/privacy`
#[worker::send]
pub(super) async fn privacy(visit: Visit) -> Result<Reply, Problem> {
    show(&visit, Page::Privacy).await
}

/// The page for people where an address had a problem instead of an answer.
pub(super) fn problem(visit: &Visit, problem: &Problem) -> String {
    let page = match problem {
        Problem::NotFound => Page::NotFound,
        Problem::Unavailable => Page::Problem(lost::Problem::Busy),
        Problem::NotAllowed => Page::Problem(lost::Problem::NotAllowed),
        Problem::Internal | Problem::NotConfigured => Page::Problem(lost::Problem::Broken),
        _ => Page::Problem(lost::Problem::BadRequest),
    };
    let at_hand = cities::at_hand();
    let shell = shell(visit, at_hand.as_deref().map(|held| &held.city));
    let shell = match problem {
        // It cannot be gone back to.
        Problem::AddressTooLong { .. } => Shell {
            address: "/".to_owned(),
            ..shell
        },
        _ => shell,
    };
    document::render(&shell, page)
}

/// What decides beside the address how a page reads.
pub(super) const VARY: &str = "Cookie, Accept-Language";

/// Renders a page that needs no listing, unless the other side holds it already. It is there
/// also while the registry is not.
pub(super) async fn show(visit: &Visit, page: Page) -> Result<Reply, Problem> {
    match cities::current(&visit.env).await {
        Ok(loaded) => Ok(render(visit, "", &loaded.city, |_| Some(page))),
        Err(_) => Ok(unkept(visit, StatusCode::OK, page)),
    }
}

/// A page that no cache keeps: of what somebody sent, or of what there is only just now.
pub(super) fn unkept(visit: &Visit, status: StatusCode, page: Page) -> Reply {
    let at_hand = cities::at_hand();
    let shell = shell(visit, at_hand.as_deref().map(|held| &held.city));
    Reply::html(status, document::render(&shell, page))
        .with("cache-control", "no-store")
        .with("vary", VARY)
}

/// Renders a page of the city and of something that has a version of its own; `None` is a station
/// nobody knows.
async fn show_city(
    visit: &Visit,
    version: &str,
    page: impl FnOnce(&City) -> Option<Page>,
) -> Result<Reply, Problem> {
    let loaded = cities::current(&visit.env).await?;
    Ok(render(visit, version, &loaded.city, page))
}

/// Renders a page of something that has a version of its own.
pub(super) async fn show_version(
    visit: &Visit,
    version: &str,
    page: impl FnOnce() -> Page,
) -> Result<Reply, Problem> {
    let loaded = cities::current(&visit.env).await?;
    Ok(render(visit, version, &loaded.city, |_| Some(page())))
}

fn render(
    visit: &Visit,
    version: &str,
    city: &City,
    page: impl FnOnce(&City) -> Option<Page>,
) -> Reply {
    let tag = tag(visit, city, version);
    if visit.holds(&tag) {
        return kept(Reply::empty(StatusCode::NOT_MODIFIED), &tag);
    }
    match page(city) {
        Some(page) => {
            let html = document::render(&shell(visit, Some(city)), page);
            kept(Reply::html(StatusCode::OK, html), &tag)
        }
        None => unkept(visit, StatusCode::NOT_FOUND, Page::UnknownStation),
    }
}

fn kept(reply: Reply, tag: &str) -> Reply {
    reply.revalidated(tag).with("vary", VARY)
}

/// A page is decided by these inputs and nothing else, so their hash names it before it is
/// rendered.
fn tag(visit: &Visit, city: &City, version: &str) -> String {
    let mut hasher = DefaultHasher::new();
    let assets = &visit.config.assets;
    (
        &assets.css,
        &assets.islands,
        &assets.city_map,
        &assets.clients,
    )
        .hash(&mut hasher);
    (&assets.offline, visit.config.service_worker).hash(&mut hasher);
    (city.version(), version).hash(&mut hasher);
    visit.config.map_tiles.hash(&mut hasher);
    (visit.now.unix_seconds() / 60).hash(&mut hasher);
    visit.preferences.to_cookie().hash(&mut hasher);
    visit.address().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn shell(visit: &Visit, city: Option<&City>) -> Shell {
    Shell {
        lang: visit.preferences.lang,
        large_print: visit.preferences.large_print,
        address: visit.address().to_owned(),
        assets: visit.config.assets.for_pages(visit.config.service_worker),
        snapshot: city.map_or_else(String::new, |city| city.version().to_owned()),
        demonstration: city.is_some_and(City::demonstration),
        now: visit.now,
        kept_at: None,
    }
}
