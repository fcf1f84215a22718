//! Reports, crowding and freshness in the API.

use super::confirm::open;
use super::deciding::{NotDecided, decide as decided, verdict_alone};
use super::fields::Fields;
use super::json_body::members;
use super::params::{number, problem};
use super::photo;
use super::reports::{find, keep, say_crowding};
use super::requests_api::{needed_key, private};
use super::staff::freshness::link;
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
use domain::report::{MOST_NOTE_CHARS, NoteTooLong, ReportKind, ReportReference, note, proposal};
use domain::request::PhotoName;
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
    let members = members(&visit, &body)?;
    let mut fields = Fields::of(&members, &["kind", "note", "photo"]);
    let kind = fields.needed("kind", "one of the kinds", |kind| {
        ReportKind::from_code(kind.as_str()?)
    });
    let text = note(&fields.text("note").unwrap_or_default(), MOST_NOTE_CHARS);
    if let Err(NoteTooLong { most, .. }) = text {
        fields.wrong(
            "note",
            "too_long",
            &format!("it may have {most} characters"),
        );
    }
    let photo = fields.read("photo", "what `POST /api/v1/photos` told", |name| {
        PhotoName::parse(name.as_str()?)
    });
    let (kind, text) = fields.sound((kind, text)).map_err(Problem::Invalid)?;
    let (kind, text) = kind.zip(text.ok()).ok_or(Problem::Internal)?;
    let key = needed_key(&visit).map_err(|wrong| Problem::Invalid(vec![wrong]))?;
    let reference = keep(&visit, station.id, kind, &text, key, photo).await?;
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
    let members = members(&visit, &body)?;
    let mut fields = Fields::of(&members, &["code", "level"]);
    let code = fields.text("code").unwrap_or_default();
    let level = fields.needed("level", "one of the levels", |level| {
        Crowding::from_code(level.as_str()?)
    });
    let level = fields.sound(level).map_err(Problem::Invalid)?;
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
    let members = members(&visit, &body)?;
    let mut fields = Fields::of(&members, &["seen"]);
    let seen = seen(&mut fields);
    let seen = fields.sound(seen).map_err(Problem::Invalid)?;
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

/// `GET /api/v1/staff/reports/{id}/photos/{reference}`, and the same of the pages.
#[worker::send]
pub(super) async fn show_photo(
    visit: Visit,
    who: SignedIn,
    Path((id, reference)): Path<(String, String)>,
) -> Result<Reply, Problem> {
    let id = number(&id).ok_or(Problem::NotFound)?;
    let reference = ReportReference::parse(&reference).map_err(|_| Problem::NotFound)?;
    let bytes = Console::new(&visit, &who)
        .report_photo(id, reference)
        .await?;
    photo::reply(1, bytes)
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
    let members = members(&visit, &body)?;
    let mut fields = Fields::of(&members, &["verdict", "version", "cells", "word"]);
    let verdict = fields.read("verdict", "`corrected` or `declined`", |verdict| {
        verdict_alone(verdict.as_str()?)
    });
    let word = fields.text("word").unwrap_or_default();
    let version = fields.read("version", "the number of a version", whole_number);
    let cells = fields.read("cells", "texts by the columns of `proposed`", |cells| {
        read_cells(group.kind, cells)
    });
    if verdict.is_none() && (version.is_none() || cells.is_none()) {
        fields.wrong(
            "verdict",
            "missing",
            "a verdict, or a version with its cells",
        );
    }
    let decision = Decision {
        verdict,
        base: version.unwrap_or_default(),
        fields: cells.unwrap_or_default(),
        word,
    };
    let decision = fields.sound(decision).map_err(Problem::Invalid)?;
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
    let members = members(&visit, &body)?;
    let mut fields = Fields::of(&members, &["desk", "seen"]);
    let desk = fields.needed(
        "desk",
        "`city`, or the code of a district or street",
        |desk| Desk::from_code(desk.as_str()?),
    );
    let seen = seen(&mut fields);
    let (desk, seen) = fields.sound((desk, seen)).map_err(Problem::Invalid)?;
    let desk = desk.ok_or(Problem::Internal)?;
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

/// Texts of the columns that a report of that kind is about, and of no others.
fn read_cells(kind: ReportKind, cells: &Json) -> Option<Vec<(Column, String)>> {
    let members = cells.as_object()?.iter();
    let cell = |(code, text): (&String, &Json)| {
        let column = Column::from_code(code).filter(|column| kind.columns().contains(column))?;
        Some((column, text.as_str()?.to_owned()))
    };
    members.map(cell).collect()
}

/// What was seen and is to be confirmed.
fn seen(fields: &mut Fields<'_>) -> Vec<(u32, u32)> {
    let wanted = "at most 200 objects of `station` and `version`";
    let seen = fields.needed("seen", wanted, |seen| {
        let pair = |one: &Json| {
            let (station, version) = (one.get("station")?, one.get("version")?);
            Some((whole_number(station)?, whole_number(version)?))
        };
        let pairs: Option<Vec<_>> = seen.as_array()?.iter().map(pair).collect();
        pairs.filter(|pairs| pairs.len() <= DueList::MOST)
    });
    seen.unwrap_or_default()
}

fn whole_number(number: &Json) -> Option<u32> {
    u32::try_from(number.as_u64()?).ok()
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
