//! `/staff/audit` and below: the record of requests, of listings and of accounts.

use super::staff::{show, who_page};
use super::takes_requests;
use crate::chain::Trailed;
use crate::desk::Workplace;
use crate::problem::Problem;
use crate::registry::Console;
use crate::reply::Reply;
use crate::staff::{Client, SignedIn};
use crate::visit::Visit;
use app::audit::{AuditPage, Book, Entries, Trail};
use app::document::Page;
use domain::places::District;
use domain::staff::{Action, Staff, may};
use domain::time::BeijingTime;
use domain::union::Desk;
use http::StatusCode;
use records::seconds;

/// Entries on a page.
const MOST_ROWS: u32 = 50;

/// Entries in a file.
const MOST_IN_FILE: u32 = 5000;

/// `GET /staff/audit?…`
#[worker::send]
pub(super) async fn requests(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    page(&visit, &signed, Book::Requests).await
}

/// `GET /staff/audit.csv?…`: what that page shows, and more of it.
#[worker::send]
pub(super) async fn requests_csv(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    csv(&visit, &signed, Book::Requests).await
}

/// `GET /staff/audit/listings?…`
#[worker::send]
pub(super) async fn listings(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    page(&visit, &signed, Book::Listings).await
}

/// `GET /staff/audit/listings.csv?…`
#[worker::send]
pub(super) async fn listings_csv(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    csv(&visit, &signed, Book::Listings).await
}

/// `GET /staff/audit/accounts?…`
#[worker::send]
pub(super) async fn accounts(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    page(&visit, &signed, Book::Accounts).await
}

/// `GET /staff/audit/accounts.csv?…`
#[worker::send]
pub(super) async fn accounts_csv(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    csv(&visit, &signed, Book::Accounts).await
}

async fn page(visit: &Visit, signed: &SignedIn, book: Book) -> Result<Reply, Problem> {
    let model = model(visit, signed, book, MOST_ROWS).await?;
    Ok(show(visit, StatusCode::OK, Page::Audit(Box::new(model))))
}

async fn csv(visit: &Visit, signed: &SignedIn, book: Book) -> Result<Reply, Problem> {
    let model = model(visit, signed, book, MOST_IN_FILE).await?;
    let body = model.csv(visit.preferences.lang).into_bytes();
    Ok(Reply::new(StatusCode::OK, "text/csv; charset=utf-8", body)
        .with("content-disposition", "attachment; filename=\"record.csv\"")
        .with("cache-control", "no-store"))
}

async fn model(
    visit: &Visit,
    signed: &SignedIn,
    book: Book,
    most: u32,
) -> Result<AuditPage, Problem> {
    if !may(signed.staff, book.action(), signed.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let trail = Trail::read(book, visit.query());
    match book {
        Book::Requests => of_requests(visit, signed, trail, most).await,
        Book::Listings => of_listings(visit, signed, trail, most).await,
        Book::Accounts => of_accounts(visit, signed, trail, most).await,
    }
}

async fn of_requests(
    visit: &Visit,
    signed: &SignedIn,
    trail: Trail,
    most: u32,
) -> Result<AuditPage, Problem> {
    takes_requests(visit)?;
    let staff = signed.staff;
    let keepers = keepers(staff);
    let own = keepers.first().copied().ok_or(Problem::NotAllowed)?;
    let keeper = trail.keeper.unwrap_or(own);
    if !keepers.contains(&keeper) {
        return Err(Problem::NotAllowed);
    }
    let workplace = Workplace::new(visit, staff);
    let reference = trail.reference.map(|reference| reference.to_string());
    let wanted = wanted(&trail, reference, most);
    let (records, next) = workplace.trail(keeper, wanted).await?;
    let may_check = may(staff, Action::Audit, keeper);
    let checked = match may_check && trail.checks {
        true => Some(workplace.check_chain(keeper).await?),
        false => None,
    };
    Ok(AuditPage {
        who: who_page(signed),
        keepers,
        place: keeper,
        trail,
        entries: Entries::Requests(records),
        next,
        may_check,
        checked,
    })
}

async fn of_listings(
    visit: &Visit,
    signed: &SignedIn,
    trail: Trail,
    most: u32,
) -> Result<AuditPage, Problem> {
    let wanted = wanted(&trail, None, most);
    let (batches, next) = Console::new(visit, signed).trail(wanted).await?;
    Ok(AuditPage {
        who: who_page(signed),
        keepers: Vec::new(),
        place: signed.staff.desk,
        trail,
        entries: Entries::Listings(batches),
        next,
        may_check: false,
        checked: None,
    })
}

async fn of_accounts(
    visit: &Visit,
    signed: &SignedIn,
    trail: Trail,
    most: u32,
) -> Result<AuditPage, Problem> {
    let client = Client::of(visit)?;
    let account = trail.account.map(|id| id.0.to_string());
    let wanted = wanted(&trail, account, most);
    let (records, next) = client.trail(signed.token, wanted).await?;
    // One chain has what was done everywhere.
    let may_check = may(signed.staff, Action::AuditAccounts, Desk::City);
    let checked = match may_check && trail.checks {
        true => Some(client.check_log(signed.token).await?),
        false => None,
    };
    Ok(AuditPage {
        who: who_page(signed),
        keepers: Vec::new(),
        place: signed.staff.desk,
        trail,
        entries: Entries::Accounts(records),
        next,
        may_check,
        checked,
    })
}

/// That narrowing, as an object is asked: only what was done to `of`, if that is told.
fn wanted(trail: &Trail, of: Option<String>, most: u32) -> Trailed {
    let midnight = |date, minute| seconds(BeijingTime::at_minute(date, minute));
    Trailed {
        what: trail.what.map(|what| what.code().to_owned()),
        of,
        by: trail.by.map(|id| id.0),
        from: trail.from.map(|date| midnight(date, 0)),
        until: trail.to.map(|date| midnight(date, 24 * 60)),
        before: trail.before,
        most,
    }
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
