//! `/stations/{id}/report`, `/reports/{reference}` and `/at/{id}`: what people tell without an account.

use super::params::number;
use super::requests::fresh_key;
use super::{pages, takes_requests};
use crate::body::Sent;
use crate::cities;
use crate::limits::{self, Doing, Once};
use crate::problem::Problem;
use crate::registry::Client;
use crate::reply::Reply;
use crate::signed;
use crate::visit::Visit;
use app::document::Page;
use app::report::{self, Door, ReportForm, ReportProblem};
use axum::extract::Path;
use domain::crowding::Crowding;
use domain::report::{ReportKind, ReportReference};
use domain::station::{Station, StationId};
use domain::throttle::TooMany;
use http::StatusCode;

/// A note at its longest, each character escaped, and the rest.
const MOST_FORM_BYTES: usize = 16 << 10;

/// `GET /stations/{id}/report`
#[worker::send]
pub(super) async fn open(visit: Visit, Path(id): Path<String>) -> Result<Reply, Problem> {
    let station = find(&visit, &id).await?;
    let name = &station.text.name;
    let form = ReportForm::read(station.id, name, visit.query().as_bytes(), &fresh_key());
    Ok(show(&visit, StatusCode::OK, form))
}

/// `POST /stations/{id}/report`: keeps it, and goes on to what becomes of it.
#[worker::send]
pub(super) async fn send(
    visit: Visit,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    let station = find(&visit, &id).await?;
    let mut form = ReportForm::read(station.id, &station.text.name, &body, &fresh_key());
    if visit.is_from_another_site() {
        return Ok(show(
            &visit,
            StatusCode::OK,
            form.again(ReportProblem::Again),
        ));
    }
    let (kind, note) = match form.checked() {
        Ok(checked) => checked,
        Err(problem) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(show(&visit, status, form.again(problem)));
        }
    };
    match keep(&visit, station.id, kind, &note, &form.key).await {
        Ok(reference) => Ok(
            Reply::see_other(&format!("/reports/{reference}")).with("cache-control", "no-store")
        ),
        Err(Problem::OtherBody) => {
            form.key = fresh_key();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(show(&visit, status, form.again(ReportProblem::Again)))
        }
        Err(Problem::TooMany { seconds }) => {
            let problem = ReportProblem::TooMany { seconds };
            let reply = show(&visit, StatusCode::TOO_MANY_REQUESTS, form.again(problem));
            Ok(reply.with("retry-after", &seconds.to_string()))
        }
        Err(problem) => Err(problem),
    }
}

/// Keeps a report within the limits; gives its reference.
pub(super) async fn keep(
    visit: &Visit,
    station: StationId,
    kind: ReportKind,
    note: &str,
    key: &str,
) -> Result<String, Problem> {
    limits::take(visit, Doing::Reporting)?;
    let what = format!("{} {}", station.0, kind.code());
    let counts = limits::is_first(visit, Once::Report, &what);
    Client::report(visit, station, kind, note, key, counts).await
}

/// `GET /reports/{reference}`
#[worker::send]
pub(super) async fn outcome(visit: Visit, Path(reference): Path<String>) -> Result<Reply, Problem> {
    let reference = ReportReference::parse(&reference).map_err(|_| Problem::NotFound)?;
    let outcome = Client::outcome(&visit, reference).await?;
    let page = Page::Outcome(Box::new(report::Outcome {
        reference: reference.to_string(),
        station: outcome.station,
        name: outcome.name,
        kind: outcome.kind,
        at: outcome.at,
        verdict: outcome.verdict,
        word: outcome.word,
    }));
    let reply = pages::unkept(&visit, StatusCode::OK, page);
    Ok(reply.with("x-robots-tag", "noindex"))
}

/// `GET /at/{id}?k=…`
#[worker::send]
pub(super) async fn at_door(visit: Visit, Path(id): Path<String>) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let station = find(&visit, &id).await?;
    let code = report::door_code(visit.query().as_bytes());
    knows_door(&visit, station.id, &code)?;
    Ok(door(&visit, StatusCode::OK, station, code, false))
}

/// `POST /at/{id}`
#[worker::send]
pub(super) async fn tell_crowding(
    visit: Visit,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let station = find(&visit, &id).await?;
    let code = report::door_code(&body);
    let level = report::door_level(&body);
    if visit.is_from_another_site() || level.is_none() {
        knows_door(&visit, station.id, &code)?;
        return Ok(door(&visit, StatusCode::OK, station, code, false));
    }
    match say_crowding(&visit, station.id, &code, level).await {
        Ok(()) => Ok(Reply::see_other(&format!("/stations/{}", station.id.0))
            .with("cache-control", "no-store")),
        Err(Problem::TooMany { .. }) => {
            let status = StatusCode::TOO_MANY_REQUESTS;
            Ok(door(&visit, status, station, code, true))
        }
        Err(problem) => Err(problem),
    }
}

/// Says how full it is, for whoever has the code of the door, once in a few minutes.
pub(super) async fn say_crowding(
    visit: &Visit,
    station: StationId,
    code: &str,
    level: Option<Crowding>,
) -> Result<(), Problem> {
    limits::take(visit, Doing::Reporting)?;
    knows_door(visit, station, code)?;
    let level = level.ok_or(Problem::NotFound)?;
    if !limits::is_first(visit, Once::Crowding, &station.0.to_string()) {
        let seconds = Once::Crowding.seconds();
        return Err(Problem::from(TooMany { seconds }));
    }
    Client::crowding(visit, station, level).await
}

fn knows_door(visit: &Visit, station: StationId, code: &str) -> Result<(), Problem> {
    let keys = visit.config.data_keys.as_ref();
    let keys = keys.ok_or(Problem::NotConfigured)?;
    match signed::is_door_code(keys, station, code) {
        true => Ok(()),
        false => Err(Problem::NotFound),
    }
}

/// The station of that address.
pub(super) async fn find(visit: &Visit, id: &str) -> Result<Station, Problem> {
    let id = number(id).map(StationId).ok_or(Problem::NotFound)?;
    let loaded = cities::current(&visit.env).await?;
    let station = loaded
        .city
        .place(id)
        .and_then(|place| loaded.city.station(place));
    station.ok_or(Problem::NotFound)
}

fn show(visit: &Visit, status: StatusCode, form: ReportForm) -> Reply {
    let reply = pages::unkept(visit, status, Page::Report(Box::new(form)));
    reply.with("x-robots-tag", "noindex")
}

fn door(visit: &Visit, status: StatusCode, at: Station, code: String, just_said: bool) -> Reply {
    let page = Page::Door(Door {
        station: at.id,
        name: at.text.name,
        code,
        just_said,
    });
    pages::unkept(visit, status, page).with("x-robots-tag", "noindex")
}
