//! `/staff/audit`: the record of the desks, for auditors.

use super::staff::{show, who_page};
use super::takes_requests;
use crate::desk::Workplace;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::audit::{AuditPage, Trail};
use app::document::Page;
use domain::places::District;
use domain::staff::{Action, Staff, may};
use domain::union::Desk;
use http::StatusCode;

/// Entries on a page.
const MOST_ROWS: u32 = 50;

/// Entries in a file.
const MOST_IN_FILE: u32 = 5000;

/// `GET /staff/audit?…`
#[worker::send]
pub(super) async fn page(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    let model = model(&visit, &signed, MOST_ROWS).await?;
    Ok(show(&visit, StatusCode::OK, Page::Audit(Box::new(model))))
}

/// `GET /staff/audit.csv?…`: what that page shows, and more of it.
#[worker::send]
pub(super) async fn csv(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    let model = model(&visit, &signed, MOST_IN_FILE).await?;
    let body = model.csv(visit.preferences.lang).into_bytes();
    Ok(Reply::new(StatusCode::OK, "text/csv; charset=utf-8", body)
        .with("content-disposition", "attachment; filename=\"record.csv\"")
        .with("cache-control", "no-store"))
}

async fn model(visit: &Visit, signed: &SignedIn, most: u32) -> Result<AuditPage, Problem> {
    takes_requests(visit)?;
    let staff = signed.staff;
    if !may(staff, Action::Audit, staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let trail = Trail::read(visit.query());
    let keepers = keepers(staff);
    let own = keepers.first().copied().ok_or(Problem::NotAllowed)?;
    let keeper = trail.keeper.unwrap_or(own);
    if !keepers.contains(&keeper) {
        return Err(Problem::NotAllowed);
    }
    let workplace = Workplace::new(visit, staff);
    let (records, next) = workplace.trail(keeper, &trail, most).await?;
    let may_check = may(staff, Action::Audit, keeper);
    let checked = match may_check && trail.checks {
        true => Some(workplace.check_chain(keeper).await?),
        false => None,
    };
    Ok(AuditPage {
        who: who_page(signed),
        keepers,
        keeper,
        trail,
        records,
        next,
        may_check,
        checked,
    })
}

/// The desks whose chains have something that `staff` may read: a street's is in its district's.
fn keepers(staff: Staff) -> Vec<Desk> {
    match staff.desk {
        Desk::Street(street) => vec![Desk::District(street.district())],
        Desk::District(_) => vec![staff.desk],
        Desk::City => {
            let districts = District::all().iter().copied().map(Desk::District);
            [Desk::City].into_iter().chain(districts).collect()
        }
    }
}
