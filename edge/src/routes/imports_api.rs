//! `/api/v1/imports/…`: what staff import. The object decides who may.

use super::imports::wrong_file;
use super::json_body;
use super::params::{number as number_of, problem, unknown, value};
use super::requests_api::private;
use crate::api::imports::{Became, Begun, Plan};
use crate::body::{Incoming, Sent};
use crate::problem::{FieldProblem, Problem};
use crate::registry::{self, Begin, Imports, Wanted, can_be_ticked};
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::import::{Draft, View, subject};
use app::wording::Lang;
use axum::extract::Path;
use domain::listing::datum_named;
use domain::listing::import::{MOST_BYTES, Outcome};
use domain::staff::{Action, may};
use http::StatusCode;
use serde_json::{Map, Value as Json};

/// The places of every row of a plan, as they are written in JSON, are less.
const MOST_TICKS_BYTES: usize = 4 << 20;

/// A seal, and what is around it.
const MOST_BODY_BYTES: usize = 4 << 10;

/// `POST /api/v1/imports?subject=…`: the body is the file.
#[worker::send]
pub(super) async fn begin(
    visit: Visit,
    signed: SignedIn,
    incoming: Incoming,
) -> Result<Reply, Problem> {
    if !may(signed.staff, Action::Import, signed.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let mut errors = unknown(&visit, &["subject", "sheet", "datum", "why"]);
    let listed = value(&visit, "subject", &mut errors);
    let listed = listed.as_deref().and_then(subject);
    if listed.is_none() {
        errors.push(problem("subject", "unknown_value", "stations or classes"));
    }
    let sheet = value(&visit, "sheet", &mut errors);
    let datum = value(&visit, "datum", &mut errors);
    errors.extend(wrong_datum(datum.as_deref()));
    let why = value(&visit, "why", &mut errors).unwrap_or_default();
    if why.chars().count() > Draft::MOST_WHY_CHARS {
        errors.push(problem("why", "too_long", "at most 200 characters"));
    }
    let (Some(listed), true) = (listed, errors.is_empty()) else {
        return Err(Problem::Invalid(errors));
    };
    let begin = Begin {
        subject: listed.into(),
        sheet,
        datum,
        why,
    };
    let file = incoming.read(MOST_BYTES).await?;
    let id = Imports::new(&visit, &signed).begin(begin, &file).await?;
    Ok(private(StatusCode::ACCEPTED, &Begun { id }))
}

/// `GET /api/v1/imports/{id}?outcome=…&after=…`
#[worker::send]
pub(super) async fn see(
    visit: Visit,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let plan = number_of(&id).ok_or(Problem::NotFound)?;
    let mut errors = unknown(&visit, &["outcome", "after"]);
    let outcome = value(&visit, "outcome", &mut errors);
    if outcome
        .as_deref()
        .is_some_and(|code| Outcome::from_code(code).is_none())
    {
        errors.push(problem(
            "outcome",
            "unknown_value",
            "no outcome is called that",
        ));
    }
    let after = value(&visit, "after", &mut errors);
    let place = after.as_deref().map(number_of);
    if place == Some(None) {
        errors.push(problem("after", "unknown_value", "the place of a row"));
    }
    if !errors.is_empty() {
        return Err(Problem::Invalid(errors));
    }
    let wanted = Wanted {
        plan,
        outcome,
        after: place.flatten(),
        most: View::MOST_ROWS,
    };
    let seen = Imports::new(&visit, &signed).see(wanted).await?;
    Ok(private(StatusCode::OK, &Plan::from(seen)))
}

/// `POST /api/v1/imports/{id}/choice`
#[worker::send]
pub(super) async fn choose(
    visit: Visit,
    signed: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let plan = number_of(&id).ok_or(Problem::NotFound)?;
    let members = json_body::members(&visit, &body)?;
    let sheet = text(&members, "sheet")?;
    let datum = text(&members, "datum")?;
    if let Some(error) = wrong_datum(datum.as_deref()) {
        return Err(Problem::Invalid(vec![error]));
    }
    Imports::new(&visit, &signed)
        .choose(plan, sheet, datum)
        .await?;
    Ok(private(StatusCode::ACCEPTED, &Begun { id: plan }))
}

/// `POST /api/v1/imports/{id}/ticks`
#[worker::send]
pub(super) async fn tick(
    visit: Visit,
    signed: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_TICKS_BYTES>,
) -> Result<Reply, Problem> {
    let plan = number_of(&id).ok_or(Problem::NotFound)?;
    let members = json_body::members(&visit, &body)?;
    let ticked = members.get("ticked").and_then(Json::as_bool);
    let ticked = ticked.ok_or_else(|| wrong("ticked", "true or false"))?;
    let imports = Imports::new(&visit, &signed);
    match (text(&members, "outcome")?, members.get("places")) {
        (Some(outcome), None) if can_be_ticked(&outcome) => {
            imports.tick_all(plan, outcome, ticked).await?;
        }
        (None, Some(Json::Array(places))) => {
            let place = |place: &Json| {
                let place = place.as_u64().and_then(|place| u32::try_from(place).ok());
                Some((place?, ticked))
            };
            let ticks: Option<Vec<_>> = places.iter().map(place).collect();
            let ticks = ticks.ok_or_else(|| wrong("places", "the places of rows"))?;
            imports.tick(plan, ticks).await?;
        }
        _ => return Err(wrong("outcome", "either an outcome or places")),
    }
    Ok(private(StatusCode::OK, &Begun { id: plan }))
}

/// `POST /api/v1/imports/{id}/apply`
#[worker::send]
pub(super) async fn apply(
    visit: Visit,
    signed: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let plan = number_of(&id).ok_or(Problem::NotFound)?;
    let members = json_body::members(&visit, &body)?;
    let seal = text(&members, "seal")?;
    let seal = seal.ok_or_else(|| wrong("seal", "that of the plan as it was looked at"))?;
    let applied = match Imports::new(&visit, &signed).apply(plan, seal).await? {
        registry::Applied::Made(batch) => Became::Applied { batch },
        registry::Applied::Proposed => Became::Proposed,
        registry::Applied::Replanned(id) => Became::Replanned { id },
    };
    let status = match applied {
        Became::Replanned { .. } => StatusCode::CONFLICT,
        Became::Applied { .. } | Became::Proposed => StatusCode::OK,
    };
    Ok(private(status, &applied))
}

/// `DELETE /api/v1/imports/{id}`
#[worker::send]
pub(super) async fn decline(
    visit: Visit,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let plan = number_of(&id).ok_or(Problem::NotFound)?;
    Imports::new(&visit, &signed).decline(plan).await?;
    Ok(Reply::empty(StatusCode::NO_CONTENT).with("cache-control", "no-store"))
}

/// `GET /api/v1/imports/{id}/wrong.csv`
#[worker::send]
pub(super) async fn wrong_rows(
    visit: Visit,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let plan = number_of(&id).ok_or(Problem::NotFound)?;
    wrong_file(&visit, &signed, plan, Lang::En).await
}

/// What is wrong with the name of a datum, if one is given and it is none.
fn wrong_datum(name: Option<&str>) -> Option<FieldProblem> {
    let is_wrong = datum_named(name?).is_none();
    is_wrong.then(|| problem("datum", "unknown_value", "WGS-84, GCJ-02 or BD-09"))
}

fn text(members: &Map<String, Json>, name: &str) -> Result<Option<String>, Problem> {
    match members.get(name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(wrong(name, "a text")),
    }
}

fn wrong(field: &str, detail: &'static str) -> Problem {
    let error: FieldProblem = problem(field, "unknown_value", detail);
    Problem::Invalid(vec![error])
}
