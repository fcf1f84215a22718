//! `/staff/requests`: what a desk has to do, and what somebody looks for.

use crate::body::Sent;
use crate::desk::{ListedRequest, Place, Wanted, Workplace};
use crate::problem::Problem;
use crate::reply::Reply;
use crate::routes::requests::fresh_key;
use crate::routes::staff::{show, who_page};
use crate::routes::takes_requests;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::desk::{List, Looked, Narrowing, Row, Shown, Undone, Unsent, done};
use app::document::Page;
use domain::request::{MOST_AT_ONCE, Phone, Queue, Reference};
use domain::union::Desk;
use http::StatusCode;

/// Requests on a page: all of them can be ticked.
const MOST_ROWS: u32 = MOST_AT_ONCE as u32;

/// `GET /staff/requests`
#[worker::send]
pub(in crate::routes) async fn list(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let narrowing = Narrowing::read(visit.query());
    let model = List {
        done: done(visit.query()),
        ..of_desk(&visit, &signed, narrowing).await?
    };
    Ok(show(&visit, StatusCode::OK, Page::Desk(Box::new(model))))
}

/// `POST /staff/requests`: a reference leads to its request, anything else to what is found.
#[worker::send]
pub(in crate::routes) async fn look(
    visit: Visit,
    signed: SignedIn,
    Sent(body): Sent<{ Looked::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let looked = Looked::read(&body);
    signed.is_ours(&visit, &looked.token)?;
    let workplace = Workplace::new(&visit, signed.staff);
    let reference = Reference::parse(&looked.words);
    if let Ok(reference) = reference
        && workplace.may_see(reference).await?
    {
        let address = format!("/staff/requests/{reference}");
        return Ok(Reply::see_other(&address).with("cache-control", "no-store"));
    }
    let words: Vec<_> = looked.words.split_whitespace().map(str::to_owned).collect();
    let found = match (reference, Phone::parse(&looked.words)) {
        (Ok(_), _) => None,
        (Err(_), Some(phone)) => Some(workplace.find_phone(&phone).await?),
        (Err(_), None) if words.is_empty() => {
            return Ok(Reply::see_other("/staff/requests").with("cache-control", "no-store"));
        }
        (Err(_), None) => Some(workplace.find_words(&words).await?),
    };
    let (mut requests, bounded, unreached) = match found {
        Some(found) => (found.requests, found.bounded, found.unreached),
        None => (Vec::new(), false, Vec::new()),
    };
    requests.sort_by_key(|request| request.queue);
    let shown = Shown::Found {
        words: looked.words,
        bounded,
    };
    let model = model(&signed, shown, requests, unreached);
    Ok(show(&visit, StatusCode::OK, Page::Desk(Box::new(model))))
}

/// The desk of whoever wrote to a request that is no longer to be seen from there.
pub(super) async fn gone(
    visit: &Visit,
    signed: &SignedIn,
    unsent: Unsent,
) -> Result<Reply, Problem> {
    let model = List {
        unsent: Some(unsent),
        ..of_desk(visit, signed, Narrowing::default()).await?
    };
    let page = Page::Desk(Box::new(model));
    Ok(show(visit, StatusCode::CONFLICT, page))
}

/// The list from which something was sent, with what was ticked and typed.
pub(super) async fn again(
    visit: &Visit,
    signed: &SignedIn,
    narrowing: Narrowing,
    undone: Undone,
) -> Result<Reply, Problem> {
    let model = List {
        undone: Some(undone),
        ..of_desk(visit, signed, narrowing).await?
    };
    let page = Page::Desk(Box::new(model));
    Ok(show(visit, StatusCode::UNPROCESSABLE_ENTITY, page))
}

async fn of_desk(
    visit: &Visit,
    signed: &SignedIn,
    mut narrowing: Narrowing,
) -> Result<List, Problem> {
    let after = narrowing.after.as_deref().and_then(Place::parse);
    narrowing.after = after.as_ref().map(Place::text);
    let wanted = Wanted {
        desk: signed.staff.desk,
        stage: narrowing.stage,
        category: narrowing.category,
        mine: narrowing.own,
        after,
        most: MOST_ROWS,
    };
    let listed = Workplace::new(visit, signed.staff).list(wanted).await?;
    let count = |queue: Queue| {
        let mut counts = listed.counts.iter();
        counts.find_map(|(of, count)| (*of == queue).then_some(*count))
    };
    let shown = Shown::Page {
        narrowing,
        overdue: count(Queue::Overdue).unwrap_or_default(),
        soon: count(Queue::Soon).unwrap_or_default(),
        next: listed.next.as_ref().map(Place::text),
    };
    Ok(model(signed, shown, listed.requests, listed.unreached))
}

fn model(
    signed: &SignedIn,
    shown: Shown,
    requests: Vec<ListedRequest>,
    unreached: Vec<Desk>,
) -> List {
    List {
        who: who_page(signed),
        shown,
        key: fresh_key(),
        rows: requests.iter().map(row).collect(),
        unreached,
        done: None,
        unsent: None,
        undone: None,
    }
}

fn row(request: &ListedRequest) -> Row {
    Row {
        reference: request.reference,
        category: request.category,
        from: request.from,
        desk: request.desk,
        stage: request.stage,
        holder: request.holder,
        due: request.due,
        queue: request.queue,
        seen: request.seen,
    }
}
