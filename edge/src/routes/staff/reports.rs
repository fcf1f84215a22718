//! `/staff/reports` and `/staff/reports/{id}`: what workers reported.

use super::{show, who_page};
use crate::body::Sent;
use crate::problem::Problem;
use crate::registry::{Console, Group, Report};
use crate::reply::Reply;
use crate::routes::deciding::{NotDecided, decide};
use crate::routes::params::number;
use crate::signed;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::document::Page;
use app::report::{self as pages, Decision, DecisionProblem, GroupRow, Groups, ReportRow};
use app::staff::form_token;
use axum::extract::Path;
use domain::listing::Subject;
use domain::listing::entry::Cells;
use domain::report::proposal;
use domain::staff::{Action, may};
use http::StatusCode;

/// A word and a few columns at their longest, each character escaped.
const MOST_FORM_BYTES: usize = 64 << 10;

/// `GET /staff/reports`
#[worker::send]
pub(in crate::routes) async fn list(visit: Visit, who: SignedIn) -> Result<Reply, Problem> {
    if !may(who.staff, Action::SeeHistory, who.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let groups = Console::new(&visit, &who).groups().await?;
    let page = Groups {
        total: groups.len(),
        groups: groups.iter().take(Groups::MOST).map(row).collect(),
        who: who_page(&who),
    };
    Ok(show(&visit, StatusCode::OK, Page::Groups(Box::new(page))))
}

/// `GET /staff/reports/{id}`
#[worker::send]
pub(in crate::routes) async fn one(
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let (group, reports) = find(&visit, &who, &id).await?;
    shown(&visit, &who, group, reports, None).await
}

/// `POST /staff/reports/{id}`
#[worker::send]
pub(in crate::routes) async fn wish(
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    who.is_ours(&visit, &form_token(&body))?;
    let (group, reports) = find(&visit, &who, &id).await?;
    let decision = Decision::read(group.kind, &body).ok_or(Problem::NotFound)?;
    let console = Console::new(&visit, &who);
    match decide(&visit, &console, &group, &decision).await {
        Ok(()) => Ok(Reply::see_other(&format!("/staff/reports/{}", group.id))
            .with("cache-control", "no-store")),
        Err(NotDecided::Hitch(hitch)) => {
            shown(&visit, &who, group, reports, Some((decision, hitch))).await
        }
        Err(NotDecided::Problem(problem)) => Err(problem),
    }
}

async fn find(visit: &Visit, who: &SignedIn, id: &str) -> Result<(Group, Vec<Report>), Problem> {
    let id = number(id).ok_or(Problem::NotFound)?;
    Console::new(visit, who).group(id).await
}

async fn shown(
    visit: &Visit,
    who: &SignedIn,
    group: Group,
    reports: Vec<Report>,
    hitch: Option<(Decision, DecisionProblem)>,
) -> Result<Reply, Problem> {
    let console = Console::new(visit, who);
    let entry = console.entry(Subject::Stations, group.station.0, None);
    let (version, _) = entry.await?;
    let now = version.cells.ok_or(Problem::NotFound)?;
    let proposed = proposal(group.kind, &now, visit.now.date());
    let columns = |cells: &Cells| {
        let columns = group.kind.columns().iter();
        columns
            .map(|column| (*column, cells.get(*column).to_owned()))
            .collect::<Vec<_>>()
    };
    let status = match hitch {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    // What is shown now is what the next decision is made from; what was typed stays in the fields.
    let (typed, problem) = hitch.unzip();
    let (fields, word) = match typed {
        Some(typed) if typed.verdict.is_none() => (typed.fields, typed.word),
        Some(typed) => (columns(&proposed), typed.word),
        None => (columns(&proposed), String::new()),
    };
    let keys = visit.config.data_keys.as_ref();
    let door = keys.map(|keys| {
        let code = signed::door_code(keys, group.station);
        format!("/at/{}?k={code}", group.station.0)
    });
    let decided = group.verdict.map(|verdict| {
        let by = group.decided_by.as_ref();
        let by = by.map_or_else(String::new, |by| by.name.clone());
        (verdict, group.word.clone(), by)
    });
    let page = pages::Group {
        who: who_page(who),
        row: row(&group),
        reports: reports.into_iter().map(report).collect(),
        decided,
        may_decide: may(who.staff, Action::EditListing, group.desk),
        base: version.number,
        fields,
        now: columns(&now),
        word,
        problem,
        door,
    };
    Ok(show(visit, status, Page::Group(Box::new(page))))
}

fn row(group: &Group) -> GroupRow {
    GroupRow {
        id: group.id,
        station: group.station,
        name: group.name.clone(),
        desk: group.desk,
        kind: group.kind,
        people: group.people,
        first_at: group.first_at,
        last_at: group.last_at,
    }
}

fn report(report: Report) -> ReportRow {
    let Report {
        reference,
        at,
        note,
        has_photo,
    } = report;
    ReportRow {
        reference,
        at,
        note,
        has_photo,
    }
}
