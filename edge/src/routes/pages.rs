//! The pages: a request becomes a view model, the view model a page.

use crate::cities;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use app::document::{self, Page, Shell};
use app::pages::lost;
use app::pages::station::StationPage;
use app::results::{PAGE_SIZE, Results};
use app::row::StationRow;
use axum::extract::Path;
use domain::city::{City, Place};
use domain::search::{self, Search};
use domain::station::{Life, StationId};
use domain::status::{State, week};
use http::StatusCode;
use std::hash::{DefaultHasher, Hash, Hasher};

/// `/`
#[worker::send]
pub(super) async fn home(visit: Visit) -> Result<Reply, Problem> {
    show(&visit, |_| Some(Page::Home)).await
}

/// `/stations`: parameters that are not understood are dropped.
#[worker::send]
pub(super) async fn stations(visit: Visit) -> Result<Reply, Problem> {
    show(&visit, |city| {
        let (search, _dropped) = Search::parse(visit.query());
        let answer = search::search(city, &search, visit.now, PAGE_SIZE);
        Some(Page::Stations(Results::new(
            city, search, &answer, visit.now,
        )))
    })
    .await
}

/// `/stations/{id}`
#[worker::send]
pub(super) async fn station(Path(id): Path<String>, visit: Visit) -> Result<Reply, Problem> {
    let id = id.parse().map(StationId).ok();
    let model = |city: &City| station_page(city, city.place(id?)?, &visit);
    show(&visit, |city| {
        model(city).map(|page| Page::Station(Box::new(page)))
    })
    .await
}

/// `/about`
#[worker::send]
pub(super) async fn about(visit: Visit) -> Result<Reply, Problem> {
    show(&visit, |_| Some(Page::About)).await
}

/// `/privacy`
#[worker::send]
pub(super) async fn privacy(visit: Visit) -> Result<Reply, Problem> {
    show(&visit, |_| Some(Page::Privacy)).await
}

/// The page for people where an address had a problem instead of an answer.
pub(super) fn problem(visit: &Visit, problem: &Problem) -> Reply {
    let page = match problem {
        Problem::NotFound => Page::NotFound,
        Problem::Unavailable => Page::Problem(lost::Problem::Busy),
        Problem::Internal => Page::Problem(lost::Problem::Broken),
        _ => Page::Problem(lost::Problem::BadRequest),
    };
    let html = document::render(
        &shell(visit, cities::at_hand().as_deref().map(|held| &held.city)),
        page,
    );
    Reply::html(problem.status(), html)
}

/// Renders a page, unless the other side holds it already; `None` is a station nobody knows.
pub(super) async fn show(
    visit: &Visit,
    page: impl FnOnce(&City) -> Option<Page>,
) -> Result<Reply, Problem> {
    show_version(visit, "", page).await
}

/// The same for a page that also depends on something else than the city, named by its version.
pub(super) async fn show_version(
    visit: &Visit,
    version: &str,
    page: impl FnOnce(&City) -> Option<Page>,
) -> Result<Reply, Problem> {
    let loaded = cities::current(&visit.env).await?;
    let etag = etag(visit, &loaded.city, version);
    if visit.holds(&etag) {
        return Ok(kept(Reply::empty(StatusCode::NOT_MODIFIED), &etag));
    }
    let shell = shell(visit, Some(&loaded.city));
    Ok(match page(&loaded.city) {
        Some(page) => kept(
            Reply::html(StatusCode::OK, document::render(&shell, page)),
            &etag,
        ),
        None => Reply::html(
            StatusCode::NOT_FOUND,
            document::render(&shell, Page::UnknownStation),
        ),
    })
}

fn kept(reply: Reply, etag: &str) -> Reply {
    reply
        .revalidated(etag)
        .with("vary", "Cookie, Accept-Language")
}

/// A page is decided by these inputs and nothing else, so their hash names it before it is
/// rendered. Weak, because the bytes may be compressed on the way.
fn etag(visit: &Visit, city: &City, version: &str) -> String {
    let mut hasher = DefaultHasher::new();
    let assets = &visit.config.assets;
    (&assets.css, &assets.islands, &assets.clients).hash(&mut hasher);
    (city.version(), version).hash(&mut hasher);
    (visit.now.unix_seconds() / 60).hash(&mut hasher);
    visit.preferences.to_cookie().hash(&mut hasher);
    visit.address().hash(&mut hasher);
    format!("W/\"{:016x}\"", hasher.finish())
}

fn shell(visit: &Visit, city: Option<&City>) -> Shell {
    Shell {
        lang: visit.preferences.lang,
        large_print: visit.preferences.large_print,
        address: visit.address().to_owned(),
        assets: visit.config.assets.for_pages(),
        snapshot: city.map_or_else(String::new, |city| city.version().to_owned()),
        demonstration: city.is_some_and(City::demonstration),
        now: visit.now,
    }
}

fn station_page(city: &City, place: &Place, visit: &Visit) -> Option<StationPage> {
    let station = city.station(place)?;
    let status = city.status(place, visit.now);
    let successor = match station.life {
        Life::Closed {
            successor: Some(id),
            ..
        } => {
            let text = city.text(city.place(id)?)?;
            Some((id, text.name.clone()))
        }
        _ => None,
    };
    let needs_another = !matches!(status.state, State::Open | State::ClosingSoon);
    let alternative = needs_another
        .then(|| search::alternative(city, place, visit.now))
        .flatten()
        .and_then(|found| StationRow::new(city, &found, &Search::default(), visit.now));
    Some(StationPage {
        week: week(&station.hours, visit.now.date()),
        station,
        status,
        successor,
        alternative,
    })
}
