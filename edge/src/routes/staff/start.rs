//! `/staff`: what waits for whoever is signed in.

use super::{show, who_page};
use crate::desk::{Wanted, Workplace};
use crate::problem::Problem;
use crate::registry::Console;
use crate::reply::Reply;
use crate::routes::takes_requests;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::document::Page;
use app::staff::Start;
use domain::request::Queue;
use domain::staff::{Action, Waits, may};
use domain::union::Desk;
use futures_util::future::join;
use http::StatusCode;

/// `GET /staff`: each object is asked once, and one that does not answer keeps nobody from the page.
#[worker::send]
pub(in crate::routes) async fn page(visit: Visit, who: SignedIn) -> Result<Reply, Problem> {
    let ((requests, unreached), listings) =
        join(requests(&visit, &who), listings(&visit, &who)).await;
    let count = |waits| {
        let both = [&requests, &listings];
        let counted = both.into_iter().flatten().flatten();
        let mut counted = counted.filter(|(of, _)| *of == waits);
        counted.next().map(|(_, count)| *count)
    };
    let start = Start {
        waiting: Waits::all_of(who.staff)
            .map(|waits| (waits, count(waits)))
            .collect(),
        unreached,
        who: who_page(&who),
    };
    let page = Page::StaffStart(Box::new(start));
    Ok(show(&visit, StatusCode::OK, page))
}

/// What was counted; `None` if nothing could be.
type Counted = Option<Vec<(Waits, u32)>>;

/// The requests at their desk and below, as its list counts them, and whose are not among them.
async fn requests(visit: &Visit, who: &SignedIn) -> (Counted, Vec<Desk>) {
    let desk = who.staff.desk;
    if !may(who.staff, Action::SeeRequest, desk) || takes_requests(visit).is_err() {
        return (None, Vec::new());
    }
    let counts = Wanted {
        desk,
        stage: None,
        category: None,
        mine: false,
        after: None,
        most: 0,
    };
    let Ok(listed) = Workplace::new(visit, who.staff).list(counts).await else {
        return (None, Vec::new());
    };
    let waits = |queue| match queue {
        Queue::Overdue => Some(Waits::Overdue),
        Queue::Soon => Some(Waits::Soon),
        Queue::Later => Some(Waits::Open),
        Queue::Asked | Queue::Answered | Queue::Ended => None,
    };
    let counts = listed.counts.iter();
    let counts = counts.filter_map(|(queue, count)| Some((waits(*queue)?, *count)));
    (Some(counts.collect()), listed.unreached)
}

async fn listings(visit: &Visit, who: &SignedIn) -> Counted {
    if !may(who.staff, Action::EditListing, who.staff.desk) {
        return None;
    }
    let waiting = Console::new(visit, who).waiting().await.ok()?;
    Some(vec![
        (Waits::Second, waiting.second),
        (Waits::Reports, waiting.reports),
        (Waits::Due, waiting.due),
    ])
}
