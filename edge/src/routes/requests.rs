//! The worker's pages of requests: the form and its receipt, how a request stands, and its photos.
//!
//! What is typed and shown here goes into no address and no cache.

mod posted;

use super::params::number as number_of;
use super::{pages, photo, takes_requests};
use crate::body::{Incoming, Sent};
use crate::cities::{self, Loaded};
use crate::desk::{self, WorkersMove};
use crate::limits::{self, Doing};
use crate::problem::Problem;
use crate::reply::Reply;
use crate::seal;
use crate::visit::Visit;
use app::document::Page;
use app::request::{
    CheckAnswers, Follow, Followed, Form, NewRequest, Next, NoteProblem, Receipt, Setback, Shown,
    Standing, StationAt, Step, Unsent, Wish,
};
use axum::extract::Path;
use domain::request::{Note, Outline, Reference, Secret, Submission};
use domain::station::StationId;
use domain::throttle::TooMany;
use http::{StatusCode, header};
use std::sync::Arc;

/// `GET /requests/new`
#[worker::send]
pub(super) async fn open(visit: Visit) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let lang = visit.preferences.lang;
    let form = Form::open(lang, visit.query(), &fresh_key());
    let city = cities::current(&visit.env).await.ok();
    let page = form.ask(|id| station(city.as_ref(), id));
    Ok(pages::unkept(
        &visit,
        StatusCode::OK,
        Page::NewRequest(Box::new(page)),
    ))
}

/// `POST /requests/new`: the next step, and in the end the receipt.
#[worker::send]
pub(super) async fn send(visit: Visit, incoming: Incoming) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    if visit.is_from_another_site() {
        // Another site files nothing; its visitor begins here.
        return Ok(Reply::see_other("/requests/new").with("cache-control", "no-store"));
    }
    let form = posted::read(&visit, &incoming, &fresh_key()).await?;
    // Only a request that names a station cannot go on without the listing.
    let city = cities::current(&visit.env).await.ok();
    let station = |id| station(city.as_ref(), id);
    let next = form.next(visit.now, &visit.config.deadlines, station);
    Ok(match next {
        Next::Ask(page) => ask(&visit, page),
        Next::Check(mut page) => {
            page.like = like(&visit, &page.submission).await;
            pages::unkept(&visit, StatusCode::OK, Page::CheckAnswers(page))
        }
        Next::File(checked) => file(&visit, checked, station).await,
    })
}

fn ask(visit: &Visit, page: Box<NewRequest>) -> Reply {
    let status = match page.problems.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    pages::unkept(visit, status, Page::NewRequest(page))
}

async fn file(
    visit: &Visit,
    mut checked: Box<CheckAnswers>,
    station: impl Fn(StationId) -> Option<StationAt>,
) -> Reply {
    let CheckAnswers {
        form, submission, ..
    } = &*checked;
    let joins = form.step == Step::Join;
    let counted = limits::take(visit, Doing::Filing);
    match desk::Client::file(visit, &form.key, &form.draft, submission, joins, counted).await {
        Ok(desk::Receipt {
            filed,
            secret,
            joined,
        }) => {
            let receipt = Receipt {
                filed,
                secret: Shown(secret),
                joined,
                origin: origin(visit),
            };
            pages::unkept(visit, StatusCode::CREATED, Page::Receipt(Box::new(receipt)))
        }
        // All that a desk finds wrong with a form is that its photos have waited too long.
        Err(Problem::Invalid(_)) => ask(visit, Box::new(checked.form.photos_gone(station))),
        Err(problem) => {
            let mut seconds = None;
            checked.setback = Some(match problem {
                Problem::OtherBody | Problem::Gone => {
                    checked.form.key = fresh_key();
                    Setback::SentBefore
                }
                Problem::TooMany { seconds: after } => {
                    seconds = Some(after);
                    Setback::TooMany
                }
                _ => Setback::Broken,
            });
            if joins {
                checked.like = like(visit, &checked.submission).await;
            }
            let reply = pages::unkept(visit, problem.status(), Page::CheckAnswers(checked));
            retry_after(reply, seconds)
        }
    }
}

/// `GET /requests/{reference}`: asks for the secret, whether there is such a request or not.
#[worker::send]
pub(super) async fn ask_secret(
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let follow = Follow {
        reference,
        denied: false,
        held: None,
    };
    Ok(pages::unkept(&visit, StatusCode::OK, Page::Follow(follow)))
}

/// `POST /requests/{reference}`: how the request stands, after a move if there was one.
#[worker::send]
pub(super) async fn follow(
    visit: Visit,
    Path(reference): Path<String>,
    Sent(body): Sent<{ Followed::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let followed = Followed::read(&body);
    let opened = match (Reference::parse(&reference), followed.secret) {
        (Ok(parsed), Some(secret)) => {
            if let Err(TooMany { seconds }) = limits::take(&visit, Doing::Opening) {
                let follow = Follow {
                    reference,
                    denied: false,
                    held: Some(followed.held(secret)),
                };
                let page = Page::Follow(follow);
                let reply = pages::unkept(&visit, StatusCode::TOO_MANY_REQUESTS, page);
                return Ok(retry_after(reply, Some(seconds)));
            }
            stand(&visit, parsed, secret, followed).await
        }
        _ => Err(Problem::NotFound),
    };
    match opened {
        Ok(standing) => {
            let problem = standing.unsent.as_ref().map(|unsent| unsent.problem);
            let (status, seconds) = match problem {
                None => (StatusCode::OK, None),
                Some(NoteProblem::TooMany { seconds }) => {
                    (StatusCode::TOO_MANY_REQUESTS, Some(seconds))
                }
                Some(_) => (StatusCode::UNPROCESSABLE_ENTITY, None),
            };
            let page = Page::Standing(Box::new(standing));
            Ok(retry_after(pages::unkept(&visit, status, page), seconds))
        }
        Err(Problem::NotFound) => Ok(denied(&visit, reference)),
        Err(problem) => Err(problem),
    }
}

/// `POST /requests/{reference}/photos/{number}`: the photo, for whoever shows the secret. Not GET,
/// which would have the secret in an address.
#[worker::send]
pub(super) async fn show_photo(
    visit: Visit,
    Path((reference, number)): Path<(String, String)>,
    Sent(body): Sent<{ Followed::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    takes_requests(&visit)?;
    let secret = Followed::read(&body).secret;
    let asked = Reference::parse(&reference).ok().zip(secret);
    let Some(((asked, secret), number)) = asked.zip(number_of(&number)) else {
        return Ok(denied(&visit, reference));
    };
    limits::take(&visit, Doing::Opening)?;
    let keeper = desk::Client::of(&visit, asked)?;
    match keeper.photo(asked, secret, number).await {
        Ok(bytes) => photo::reply(number, bytes),
        Err(Problem::NotFound) => Ok(denied(&visit, reference)),
        Err(problem) => Err(problem),
    }
}

/// Asks for the secret again, whether there is such a request or not.
fn denied(visit: &Visit, reference: String) -> Reply {
    let follow = Follow {
        reference,
        denied: true,
        held: None,
    };
    pages::unkept(visit, StatusCode::NOT_FOUND, Page::Follow(follow))
}

/// Makes the move that is wished for; how the request stands then, with what could not be done.
async fn stand(
    visit: &Visit,
    reference: Reference,
    secret: Secret,
    followed: Followed,
) -> Result<Standing, Problem> {
    let keeper = desk::Client::of(visit, reference)?;
    let (standing, unsent) = match followed.wish {
        None => (keeper.follow(reference, secret).await?, None),
        Some(Err(unsent)) => (keeper.follow(reference, secret).await?, Some(unsent)),
        Some(Ok(wish)) => {
            let asked = workers_move(&wish, followed.key);
            match keeper.make_move(reference, secret, asked).await {
                Err(Problem::Refused(_)) => {
                    let standing = keeper.follow(reference, secret).await?;
                    (standing, Some(wish.unsent(NoteProblem::TooLate)))
                }
                Err(Problem::TooMany { seconds }) => {
                    let standing = keeper.follow(reference, secret).await?;
                    let problem = NoteProblem::TooMany { seconds };
                    (standing, Some(wish.unsent(problem)))
                }
                made => (made?, None),
            }
        }
    };
    Ok(shown(standing, secret, unsent))
}

fn workers_move(wish: &Wish, key: Option<String>) -> WorkersMove {
    WorkersMove {
        what: wish.what,
        note: match &wish.note {
            Note::Said(words) => Some(words.clone()),
            Note::None | Note::Destroyed => None,
        },
        idempotency_key: key,
    }
}

fn shown(standing: desk::Standing, secret: Secret, unsent: Option<Unsent>) -> Standing {
    Standing {
        filed: standing.filed,
        events: standing.events,
        request: standing.request,
        photos: standing.photos,
        other: standing.other,
        secret: Shown(secret),
        key: fresh_key(),
        unsent,
    }
}

/// How one stands that is open and like this. Whoever has asked too much is not offered it, and
/// where it cannot be had the request is filed by itself.
async fn like(visit: &Visit, submission: &Submission) -> Option<Outline> {
    submission.shared_at()?;
    limits::take(visit, Doing::Opening).ok()?;
    desk::Client::like(visit, submission).await.ok()?
}

pub(super) fn station(city: Option<&Arc<Loaded>>, id: StationId) -> Option<StationAt> {
    StationAt::of(&city?.city, id)
}

/// What a form is called that nobody has seen yet: not to be guessed.
pub(super) fn fresh_key() -> String {
    let bytes: [u8; 16] = seal::random();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Says when to come back, if that is known.
fn retry_after(reply: Reply, seconds: Option<u32>) -> Reply {
    match seconds {
        Some(seconds) => reply.with("retry-after", &seconds.to_string()),
        None => reply,
    }
}

/// Scheme and host under which the sender knows this site.
pub(super) fn origin(visit: &Visit) -> String {
    let scheme = if visit.tls { "https://" } else { "http://" };
    [scheme, visit.text(&header::HOST)].concat()
}
