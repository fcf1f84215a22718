//! `/staff/requests/several`: one wish for the requests that are ticked in the list. Each is made by
//! itself, under the rules of its object and in its audit chain, as if it were the only one.

use super::list;
use crate::body::Sent;
use crate::desk::{StaffsMove, Workplace};
use crate::problem::Problem;
use crate::reply::Reply;
use crate::routes::requests::fresh_key;
use crate::routes::staff::{show, who_page};
use crate::routes::takes_requests;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::desk::{Hitch, Obstacle, Outcome, SentTogether, Tick, Together, Undone, Wish};
use app::document::Page;
use domain::request::Note;
use futures_util::future::join_all;
use http::StatusCode;

/// `POST /staff/requests/several`
#[worker::send]
pub(in crate::routes) async fn act(
    visit: Visit,
    signed: SignedIn,
    Sent(body): Sent<{ SentTogether::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let sent = SentTogether::read(&body);
    let is_ours = match signed.is_ours(&visit, &sent.token) {
        Ok(()) => true,
        // What was typed before somebody signed in anew is not lost.
        Err(_) if visit.is_from_this_site() => false,
        Err(problem) => return Err(problem),
    };
    let kind = sent.kind.ok_or(Problem::NotFound)?;
    let wish = match sent.ticked.wish(kind) {
        Ok(_) if !is_ours => Err(Obstacle::Typed(Hitch::Stale)),
        wish => wish,
    };
    let wish = match wish {
        Ok(wish) => wish,
        Err(obstacle) => {
            let undone = Undone {
                kind,
                ticked: sent.ticked,
                obstacle,
            };
            return list::again(&visit, &signed, sent.narrowing, undone).await;
        }
    };
    let key = sent.key.unwrap_or_else(fresh_key);
    let workplace = Workplace::new(&visit, signed.staff);
    let each = sent.ticked.requests.iter();
    let outcomes = join_all(each.map(|tick| make(&workplace, *tick, &wish, &key))).await;
    let page = Together {
        who: who_page(&signed),
        kind,
        outcomes: sent.ticked.requests.into_iter().zip(outcomes).collect(),
        narrowing: sent.narrowing,
    };
    Ok(show(&visit, StatusCode::OK, Page::Together(Box::new(page))))
}

async fn make(workplace: &Workplace<'_>, tick: Tick, wish: &Wish, key: &str) -> Outcome {
    let note = match &wish.note {
        Note::Said(words) => Some(words.clone()),
        Note::None | Note::Destroyed => None,
    };
    let wished = StaffsMove {
        what: wish.what,
        note,
        seen: tick.seen,
        idempotency_key: Some(format!("{key} {}", tick.reference)),
    };
    match workplace.make_move(tick.reference, wished).await {
        Ok(_) => Outcome::Done,
        Err(problem) => outcome(&problem),
    }
}

fn outcome(problem: &Problem) -> Outcome {
    match problem {
        Problem::NotFound => Outcome::Gone,
        Problem::NotAllowed => Outcome::NotAllowed,
        Problem::Refused(refused) => match refused.code {
            "changed" => Outcome::Changed,
            "not_in_hand" => Outcome::NotInHand,
            "not_the_holder" => Outcome::NotTheHolder,
            _ => Outcome::Refused,
        },
        Problem::OtherBody | Problem::Invalid(_) => Outcome::Refused,
        _ => Outcome::Unknown,
    }
}
