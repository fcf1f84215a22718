//! `/staff/requests/{reference}`: one request, and the moves of whoever is signed in.

use super::{done, list};
use crate::body::Sent;
use crate::cities;
use crate::desk::{self, StaffsMove, Workplace};
use crate::problem::Problem;
use crate::reply::Reply;
use crate::routes::params::number as number_of;
use crate::routes::photo;
use crate::routes::requests::{fresh_key, station};
use crate::routes::staff::{self, who_page};
use crate::routes::takes_requests;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::desk::{Hitch, Opened, Unsent, Wish};
use app::document::Page;
use axum::extract::Path;
use domain::request::{Move, Note, Place, Reference};
use domain::staff::{Action, may};
use http::StatusCode;

/// `GET /staff/requests/{reference}`
#[worker::send]
pub(in crate::routes) async fn open(
    visit: Visit,
    signed: SignedIn,
    Path(reference): Path<String>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let reference = Reference::parse(&reference).map_err(|_| Problem::NotFound)?;
    let opened = Workplace::new(&visit, signed.staff).open(reference).await?;
    let page = Opened {
        done: app::desk::done(visit.query()),
        ..page(&visit, &signed, opened).await
    };
    Ok(show(&visit, StatusCode::OK, page))
}

/// `GET /staff/requests/{reference}/photos/{number}`
#[worker::send]
pub(in crate::routes) async fn show_photo(
    visit: Visit,
    signed: SignedIn,
    Path((reference, number)): Path<(String, String)>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let reference = Reference::parse(&reference).map_err(|_| Problem::NotFound)?;
    let number = number_of(&number).ok_or(Problem::NotFound)?;
    let workplace = Workplace::new(&visit, signed.staff);
    let shown = photo::reply(number, workplace.photo(reference, number).await?)?;
    Ok(shown.with("x-robots-tag", "noindex"))
}

/// `POST /staff/requests/{reference}`: a move, and then the page that says so.
#[worker::send]
pub(in crate::routes) async fn act(
    visit: Visit,
    signed: SignedIn,
    Path(reference): Path<String>,
    Sent(body): Sent<{ app::desk::Sent::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let reference = Reference::parse(&reference).map_err(|_| Problem::NotFound)?;
    let sent = app::desk::Sent::read(visit.preferences.lang, &body);
    let desk = At {
        visit: &visit,
        signed: &signed,
        reference,
    };
    let is_ours = match signed.is_ours(&visit, &sent.token) {
        Ok(()) => true,
        // What was typed before somebody signed in anew is not lost.
        Err(_) if visit.is_from_this_site() => false,
        Err(problem) => return Err(problem),
    };
    match sent.wish {
        None => Ok(Reply::see_other(&desk.address()).with("cache-control", "no-store")),
        Some(Err(unsent)) => desk.again(unsent).await,
        Some(Ok(wish)) if !is_ours => desk.again(wish.unsent(Hitch::Stale)).await,
        Some(Ok(wish)) => desk.make(wish, sent.key, sent.seen).await,
    }
}

/// Somebody at a request.
struct At<'v> {
    visit: &'v Visit,
    signed: &'v SignedIn,
    reference: Reference,
}

impl At<'_> {
    fn workplace(&self) -> Workplace<'_> {
        Workplace::new(self.visit, self.signed.staff)
    }

    fn address(&self) -> String {
        format!("/staff/requests/{}", self.reference)
    }

    async fn make(&self, wish: Wish, key: Option<String>, seen: usize) -> Result<Reply, Problem> {
        let note = match &wish.note {
            Note::Said(words) => Some(words.clone()),
            Note::None | Note::Destroyed => None,
        };
        let made = match (wish.what, note) {
            (Move::Reveal, Some(reason)) => self.workplace().reveal(self.reference, reason).await,
            (what, note) => {
                let wished = StaffsMove {
                    what,
                    note,
                    seen: u32::try_from(seen).unwrap_or(u32::MAX),
                    idempotency_key: key,
                };
                self.workplace().make_move(self.reference, wished).await
            }
        };
        match made {
            Ok(opened) if opened.revealed => {
                let page = page(self.visit, self.signed, opened).await;
                Ok(show(self.visit, StatusCode::OK, page))
            }
            Ok(opened) => {
                let still_here = may(self.signed.staff, Action::SeeRequest, opened.request.desk());
                let address = match still_here {
                    true => self.address(),
                    false => "/staff/requests".to_owned(),
                };
                Ok(done(&address, wish.what.kind()))
            }
            Err(Problem::Invalid(_)) => self.again(wish.unsent(Hitch::NoReference)).await,
            Err(Problem::Refused(_) | Problem::NotAllowed | Problem::OtherBody) => {
                self.refused(wish, seen).await
            }
            Err(Problem::NotFound) => self.again(wish.unsent(Hitch::Refused)).await,
            Err(problem) => Err(problem),
        }
    }

    /// The page as it is now, with what others did if that is why.
    async fn refused(&self, wish: Wish, seen: usize) -> Result<Reply, Problem> {
        match self.workplace().open(self.reference).await {
            Ok(opened) => {
                let hitch = match opened.events.len() > seen {
                    true => Hitch::Changed { seen },
                    false => Hitch::Refused,
                };
                let page = Opened {
                    unsent: Some(wish.unsent(hitch)),
                    ..page(self.visit, self.signed, opened).await
                };
                Ok(show(self.visit, StatusCode::CONFLICT, page))
            }
            Err(Problem::NotFound) => {
                list::gone(self.visit, self.signed, wish.unsent(Hitch::Refused)).await
            }
            Err(problem) => Err(problem),
        }
    }

    /// The page with everything that was typed.
    async fn again(&self, unsent: Unsent) -> Result<Reply, Problem> {
        let status = match unsent.hitch {
            None => StatusCode::OK,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        };
        match self.workplace().open(self.reference).await {
            Ok(opened) => {
                let page = Opened {
                    unsent: Some(unsent),
                    ..page(self.visit, self.signed, opened).await
                };
                Ok(show(self.visit, status, page))
            }
            Err(Problem::NotFound) => list::gone(self.visit, self.signed, unsent).await,
            Err(problem) => Err(problem),
        }
    }
}

fn show(visit: &Visit, status: StatusCode, page: Opened) -> Reply {
    staff::show(visit, status, Page::Opened(Box::new(page)))
}

async fn page(visit: &Visit, signed: &SignedIn, opened: desk::Opened) -> Opened {
    let station = match opened.seen.as_ref().map(|seen| seen.place) {
        Some(Place::Station { id, .. }) => {
            let city = cities::current(&visit.env).await.ok();
            station(city.as_ref(), id).map(|at| at.name)
        }
        _ => None,
    };
    Opened {
        who: who_page(signed),
        key: fresh_key(),
        filed: opened.filed,
        events: opened.events,
        request: opened.request,
        seen: opened.seen,
        station,
        is_revealed: opened.revealed,
        done: None,
        unsent: None,
    }
}
