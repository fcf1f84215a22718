//! Reports, crowding and freshness in the API.

use super::confirm::open;
use super::deciding::{NotDecided, decide as decided, verdict_alone};
use super::params::{number, problem};
use super::reports::{find, keep, say_crowding};
use super::requests_api::{needed_key, private};
use super::staff::freshness::link;
use super::staff_api::fields::Fields;
use crate::api::reports::{Due, Group, Kept, Outcome};
use crate::body::Sent;
use crate::problem::{FieldProblem, Problem};
use crate::registry::{Client, Console, NotChanged, Place};
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::report::{Decision, DecisionProblem, DueList, place_of};
use axum::extract::Path;
use domain::crowding::Crowding;
use domain::listing::{Column, Subject};
use domain::report::{MOST_NOTE_CHARS, ReportKind, ReportReference, note, proposal};
use domain::staff::{Action, may};
use domain::union::Desk;
use http::StatusCode;
use serde_json::{Value as Json, json};

/// A note, or what 200 stations are, each character escaped.
const MOST_BODY_BYTES: usize = 32 << 10;

/// `POST /api/v1/stations/{id}/reports`
#[worker::send]
pub(super) async fn report(
    visit: Visit,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let station = find(&visit, &id).await?;
    let mut fields = Fields::read(&visit, &body)?;
    let kind = fields.parsed("kind", "none of the kinds", ReportKind::from_code);
    if kind.is_none() {
        fields.missing("kind");
    }
    let text = fields.maybe_text("note").unwrap_or_default();
    let text = note(&text, MOST_NOTE_CHARS);
    if text.is_err() {
        fields.wrong("note", "too_long", "at most 300 characters");
    }
    fields.all_read()?;
    let key = needed_key(&visit).map_err(|wrong| Problem::Invalid(vec![wrong]))?;
    let (Some(kind), Ok(text)) = (kind, text) else {
        return Err(Problem::Internal);
    };
    let reference = keep(&visit, station.id, kind, &text, key).await?;
    Ok(private(StatusCode::CREATED, &Kept { reference }))
}

/// `GET /api/v1/reports/{reference}`
#[worker::send]
pub(super) async fn outcome(visit: Visit, Path(reference): Path<String>) -> Result<Reply, Problem> {
    let reference = ReportReference::parse(&reference).map_err(|_| Problem::NotFound)?;
    let outcome = Client::outcome(&visit, reference).await?;
    let outcome = Outcome::new(reference.to_string(), outcome);
    Ok(private(StatusCode::OK, &outcome))
}

/// `PUT /api/v1/stations/{id}/crowding`
#[worker::send]
pub(super) async fn crowding(
    visit: Visit,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    super::takes_requests(&visit)?;
    let station = find(&visit, &id).await?;
    let mut fields = Fields::read(&visit, &body)?;
    let code = fields.text("code");
    let level = fields.parsed("level", "none of the levels", Crowding::from_code);
    if level.is_none() {
        fields.missing("level");
    }
    fields.all_read()?;
    say_crowding(&visit, station.id, &code, level).await?;
    Ok(Reply::empty(StatusCode::NO_CONTENT))
}

/// `GET /api/v1/confirmations/{token}`
#[worker::send]
pub(super) async fn due_of_link(visit: Visit, Path(token): Path<String>) -> Result<Reply, Problem> {
    let link = open(&visit, &token)?;
    let due = Client::due(&visit, link).await?;
    let due: Vec<_> = due.into_iter().map(Due::new).collect();
    Ok(private(StatusCode::OK, &json!({ "due": due })))
}

/// `POST /api/v1/confirmations/{token}`
#[worker::send]
pub(super) async fn confirm_by_link(
    visit: Visit,
    Path(token): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let link = open(&visit, &token)?;
    let mut fields = Fields::read(&visit, &body)?;
    let seen = seen(&mut fields);
    fields.all_read()?;
    let confirmed = Client::confirm(&visit, link, seen).await?;
    Ok(private(StatusCode::OK, &json!({ "confirmed": confirmed })))
}

/// `GET /api/v1/staff/reports`
#[worker::send]
pub(super) async fn groups(visit: Visit, who: SignedIn) -> Result<Reply, Problem> {
    if !may(who.staff, Action::SeeHistory, who.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let groups = Console::new(&visit, &who).groups().await?;
    let groups: Vec<_> = groups.into_iter().map(Group::new).collect();
    Ok(private(StatusCode::OK, &json!({ "groups": groups })))
}

/// `GET /api/v1/staff/reports/{id}`
#[worker::send]
pub(super) async fn group(
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    whole(&visit, &who, &id).await
}

/// `POST /api/v1/staff/reports/{id}/decision`
#[worker::send]
pub(super) async fn decide(
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let console = Console::new(&visit, &who);
    let (group, _) = console.group(number(&id).ok_or(Problem::NotFound)?).await?;
    let mut fields = Fields::read(&visit, &body)?;
    let verdict = fields.parsed("verdict", "`corrected` or `declined`", verdict_alone);
    let word = fields.maybe_text("word").unwrap_or_default();
    let version = fields.maybe("version").and_then(|version| version.as_u64());
    let cells = cells(group.kind, &mut fields);
    if verdict.is_none() && (version.is_none() || cells.is_empty()) {
        fields.missing("verdict");
    }
    fields.all_read()?;
    let decision = Decision {
        verdict,
        base: version
            .and_then(|version| u32::try_from(version).ok())
            .unwrap_or_default(),
        fields: cells,
        word,
    };
    match decided(&visit, &console, &group, &decision).await {
        Ok(()) => whole(&visit, &who, &id).await,
        Err(NotDecided::Problem(problem)) => Err(problem),
        Err(NotDecided::Hitch(hitch)) => Err(refusal(hitch)),
    }
}

/// `GET /api/v1/staff/freshness?desk=…`
#[worker::send]
pub(super) async fn due(visit: Visit, who: SignedIn) -> Result<Reply, Problem> {
    let wrong = || {
        problem(
            "desk",
            "unknown_value",
            "`city`, or the code of a district or street",
        )
    };
    let desk = place_of(visit.query()).ok_or_else(|| Problem::Invalid(vec![wrong()]))?;
    let place = Place::Desk(desk);
    let due = Console::new(&visit, &who).due(place).await?;
    let due: Vec<_> = due.into_iter().map(Due::new).collect();
    let link = link(&visit, &who, place)?;
    Ok(private(
        StatusCode::OK,
        &json!({ "due": due, "link": link }),
    ))
}

/// `POST /api/v1/staff/freshness`
#[worker::send]
pub(super) async fn confirm(
    visit: Visit,
    who: SignedIn,
    Sent(body): Sent<MOST_BODY_BYTES>,
) -> Result<Reply, Problem> {
    let mut fields = Fields::read(&visit, &body)?;
    let desk = fields.desk();
    if desk.is_none() {
        fields.missing("desk");
    }
    let seen = seen(&mut fields);
    fields.all_read()?;
    let desk = desk
        .and_then(|code| Desk::from_code(&code))
        .ok_or(Problem::Internal)?;
    let console = Console::new(&visit, &who);
    let confirmed = console.confirm(Place::Desk(desk), seen);
    let confirmed = confirmed.await.map_err(|not| match not {
        NotChanged::Problem(problem) => problem,
        NotChanged::Conflict(_) | NotChanged::Nothing => refusal(DecisionProblem::Conflict),
    })?;
    Ok(private(StatusCode::OK, &json!({ "confirmed": confirmed })))
}

async fn whole(visit: &Visit, who: &SignedIn, id: &str) -> Result<Reply, Problem> {
    let console = Console::new(visit, who);
    let (group, reports) = console.group(number(id).ok_or(Problem::NotFound)?).await?;
    let entry = console.entry(Subject::Stations, group.station.0, None);
    let (version, _) = entry.await?;
    let now = version.cells.unwrap_or_default();
    let proposed = proposal(group.kind, &now, visit.now.date());
    let whole = Group::whole(group, reports, version.number, &proposed);
    Ok(private(StatusCode::OK, &whole))
}

/// The columns that a report of that kind is about.
fn cells(kind: ReportKind, fields: &mut Fields) -> Vec<(Column, String)> {
    let Some(Json::Object(members)) = fields.maybe("cells") else {
        return Vec::new();
    };
    let mut cells = Vec::new();
    for (code, text) in members {
        let column = Column::from_code(&code).filter(|column| kind.columns().contains(column));
        match (column, text) {
            (Some(column), Json::String(text)) => cells.push((column, text)),
            _ => fields.wrong(
                "cells",
                "unknown_value",
                "texts by the columns of `proposed`",
            ),
        }
    }
    cells
}

/// What was seen and is to be confirmed.
fn seen(fields: &mut Fields) -> Vec<(u32, u32)> {
    let Some(Json::Array(seen)) = fields.maybe("seen") else {
        fields.missing("seen");
        return Vec::new();
    };
    let number = |one: &Json, name: &str| u32::try_from(one.get(name)?.as_u64()?).ok();
    let pair = |one: &Json| Some((number(one, "station")?, number(one, "version")?));
    let pairs: Option<Vec<_>> = seen.iter().map(pair).collect();
    match pairs {
        Some(pairs) if pairs.len() <= DueList::MOST => pairs,
        _ => {
            fields.wrong(
                "seen",
                "unknown_value",
                "at most 200 objects of `station` and `version`",
            );
            Vec::new()
        }
    }
}

fn refusal(hitch: DecisionProblem) -> Problem {
    let (field, code, detail) = match hitch {
        DecisionProblem::WordMissing => ("word", "missing", "a refusal says why"),
        DecisionProblem::TooLong(_) => ("word", "too_long", "at most 300 characters"),
        DecisionProblem::Nothing => ("cells", "nothing", "it is listed so already"),
        DecisionProblem::Conflict => ("cells", "changed", "somebody changed it meanwhile"),
        DecisionProblem::Decided => ("verdict", "decided", "somebody decided about it"),
        DecisionProblem::Cells(problems) => {
            let wrong = problems.iter().map(|wrong| FieldProblem {
                detail: wrong.sentence().en,
                ..problem(&wrong.column, "unreadable", "")
            });
            return Problem::Unreadable(wrong.collect());
        }
    };
    Problem::refused(field, code, detail)
}
