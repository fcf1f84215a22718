//! `/staff/overview`: numbers of the requests and stations of a place, as a page and as a file.

use super::staff::{show, who_page};
use super::takes_requests;
use crate::cities;
use crate::desk::Workplace;
use crate::problem::Problem;
use crate::registry::Console;
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::document::Page;
use app::overview::{Chosen, OverviewPage};
use domain::overview::{OpenReport, Overview, Quarter, ages, open_reports};
use domain::staff::{Action, may};
use http::StatusCode;

/// How many quarters can be chosen: two years.
const QUARTERS: usize = 8;

/// `GET /staff/overview?quarter=…&place=…`
#[worker::send]
pub(super) async fn page(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    let model = model(&visit, &signed).await?;
    Ok(show(
        &visit,
        StatusCode::OK,
        Page::Overview(Box::new(model)),
    ))
}

/// `GET /staff/overview.csv`: what that page shows.
#[worker::send]
pub(super) async fn csv(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    let body = model(&visit, &signed).await?.csv(visit.preferences.lang);
    let disposition = "attachment; filename=\"overview.csv\"";
    let reply = Reply::new(StatusCode::OK, "text/csv; charset=utf-8", body.into_bytes());
    Ok(reply
        .with("content-disposition", disposition)
        .with("cache-control", "no-store"))
}

async fn model(visit: &Visit, signed: &SignedIn) -> Result<OverviewPage, Problem> {
    takes_requests(visit)?;
    let chosen = Chosen::read(visit.query());
    let own = signed.staff.desk;
    let place = chosen.place.unwrap_or(own);
    if !may(signed.staff, Action::SeeOverview, place) {
        return Err(Problem::NotAllowed);
    }
    let quarters: Vec<_> = Quarter::of(visit.now).and_before().take(QUARTERS).collect();
    let known = chosen.quarter.filter(|quarter| quarters.contains(quarter));
    let quarter = known.unwrap_or(Quarter::of(visit.now));
    let workplace = Workplace::new(visit, signed.staff);
    let (counted, unreached) = workplace.count(quarter).await?;
    let loaded = cities::current(&visit.env).await?;
    let groups = Console::new(visit, signed).groups().await?;
    let reports = groups.iter().map(|group| OpenReport {
        kind: group.kind,
        desk: group.desk,
        since: group.first_at,
    });
    Ok(OverviewPage {
        who: who_page(signed),
        quarter,
        quarters,
        place,
        now: visit.now,
        overview: Overview::new(&counted, quarter, own, place),
        reports: open_reports(reports, place, visit.now),
        ages: ages(loaded.city.places(), place, visit.now),
        unreached,
    })
}
