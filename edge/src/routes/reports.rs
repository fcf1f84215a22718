//! `/stations/{id}/report`, `/reports/{reference}` and `/at/{id}`: what people tell without an account.

use super::params::number;
use super::photo::{NotTaken, take_in};
use super::requests::fresh_key;
use super::{form_body, pages, takes_requests};
use crate::body::{Incoming, Sent};
use crate::cities;
use crate::limits::{self, Doing, Once};
use crate::multipart::{Bounds, File, Parts};
use crate::problem::Problem;
use crate::registry::{Client, Found};
use crate::reply::Reply;
use crate::signed;
use crate::visit::Visit;
use app::document::Page;
use app::report::{self, Door, ReportForm, ReportProblem};
use axum::extract::Path;
use domain::crowding::Crowding;
use domain::photo::{self, Unusable};
use domain::report::{ReportKind, ReportReference};
use domain::request::{self, PhotoName};
use domain::station::{Station, StationId};
use domain::throttle::TooMany;
use http::StatusCode;

/// A code and a level.
const MOST_DOOR_BYTES: usize = 1 << 10;

/// Why it is not there, whatever kept it from it.
const NOT_KEPT: request::Problem = request::Problem::NotKept;

const BOUNDS: Bounds = Bounds {
    parts: ReportForm::MOST_INPUTS,
    text_bytes: ReportForm::MOST_BYTES,
    files: 1,
    file_bytes: photo::bounds::BYTES,
};

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
    incoming: Incoming,
) -> Result<Reply, Problem> {
    let station = find(&visit, &id).await?;
    let (mut form, file) = posted(&visit, &incoming, &station).await?;
    if visit.is_from_another_site() {
        if file.is_some() {
            form.refuse_photo(NOT_KEPT);
        }
        return Ok(show(
            &visit,
            StatusCode::OK,
            form.again(ReportProblem::Again),
        ));
    }
    if let Some(file) = file {
        match keep_file(&visit, file).await {
            Ok(name) => form.photo = Some(name),
            Err(NotTaken::Unusable(why)) => {
                form.refuse_photo(request::Problem::NotAPhoto(why));
            }
            Err(NotTaken::Problem(problem)) => {
                form.refuse_photo(NOT_KEPT);
                if let Problem::TooMany { seconds } = problem {
                    return Ok(too_many(&visit, form, seconds));
                }
            }
        }
    }
    let (kind, note) = match form.checked() {
        Ok(checked) => checked,
        Err(problem) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(show(&visit, status, form.again(problem)));
        }
    };
    match keep(&visit, station.id, kind, &note, &form.key, form.photo).await {
        Ok(reference) => Ok(
            Reply::see_other(&format!("/reports/{reference}")).with("cache-control", "no-store")
        ),
        Err(Problem::OtherBody) => {
            form.key = fresh_key();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(show(&visit, status, form.again(ReportProblem::Again)))
        }
        Err(Problem::TooMany { seconds }) => Ok(too_many(&visit, form, seconds)),
        // All else of it was looked at before it was sent.
        Err(Problem::Invalid(_)) => Ok(without_photo(&visit, form, request::Problem::Gone)),
        Err(Problem::Refused(_)) => Ok(without_photo(&visit, form, NOT_KEPT)),
        Err(problem) => Err(problem),
    }
}

/// The form as it was sent, and the file in it.
async fn posted(
    visit: &Visit,
    incoming: &Incoming,
    station: &Station,
) -> Result<(ReportForm, Option<File>), Problem> {
    let (id, name) = (station.id, &station.text.name);
    let Some(parts) = form_body::parts(visit, incoming, BOUNDS).await? else {
        let body = incoming.read(ReportForm::MOST_BYTES).await?;
        return Ok((ReportForm::read(id, name, &body, &fresh_key()), None));
    };
    let Parts { texts, mut files } = parts;
    let texts = texts.iter().map(|(name, value)| (&**name, &**value));
    let form = ReportForm::of(id, name, texts, &fresh_key());
    Ok((form, files.pop()))
}

async fn keep_file(visit: &Visit, file: File) -> Result<PhotoName, NotTaken> {
    match file {
        File::Read(bytes) => {
            let kept = take_in(visit, Doing::Reporting, bytes).await?;
            Ok(kept.name)
        }
        File::TooLarge | File::OneTooMany => Err(NotTaken::Unusable(Unusable::TooLarge)),
    }
}

fn without_photo(visit: &Visit, mut form: ReportForm, why: request::Problem) -> Reply {
    form.refuse_photo(why);
    let form = form.again(ReportProblem::Photo);
    show(visit, StatusCode::UNPROCESSABLE_ENTITY, form)
}

fn too_many(visit: &Visit, form: ReportForm, seconds: u32) -> Reply {
    let form = form.again(ReportProblem::TooMany { seconds });
    let reply = show(visit, StatusCode::TOO_MANY_REQUESTS, form);
    reply.with("retry-after", &seconds.to_string())
}

/// Keeps a report within the limits; gives its reference.
pub(super) async fn keep(
    visit: &Visit,
    station: StationId,
    kind: ReportKind,
    note: &str,
    key: &str,
    photo: Option<PhotoName>,
) -> Result<String, Problem> {
    limits::take(visit, Doing::Reporting)?;
    let what = format!("{} {}", station.0, kind.code());
    let found = Found {
        station,
        kind,
        note,
        key,
        counts: limits::is_first(visit, Once::Report, &what),
        photo,
    };
    Client::report(visit, found).await
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
    Sent(body): Sent<MOST_DOOR_BYTES>,
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

fn show(visit: &Visit, status: StatusCode, mut form: ReportForm) -> Reply {
    form.takes_photos = takes_requests(visit).is_ok();
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
