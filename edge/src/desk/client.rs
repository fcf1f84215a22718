//! How the rest of the edge talks to a desk.

mod given;
mod workplace;

pub(crate) use given::{Found, Listed, ListedRequest, Opened, Place, StaffsMove, Wanted};
pub(crate) use workplace::Workplace;

use super::filed::StoredFiled;
use super::questions::{Answer, Asked, Denied, Done, Filing, Question, Shown, Wish};
use super::submission::Stored;
use super::trouble::Trouble;
use super::{event::StoredEvent, filing, refusal};
use crate::objects;
use crate::problem::{FieldProblem, Problem};
use crate::visit::Visit;
use domain::request::{Draft, Event, Field, Filed, Move, Reference, Request, Secret, Submission};
use domain::throttle::TooMany;
use domain::time::BeijingTime;
use domain::union::Desk;
use http::StatusCode;
use records::seconds;
use worker::{Method, Stub};

/// The binding of the namespace.
const NAMESPACE: &str = "DESK";

/// What a worker is given for a request.
pub(crate) struct Receipt {
    /// How the request begins.
    pub(crate) filed: Filed,
    /// With what it is followed.
    pub(crate) secret: Secret,
}

/// A request as it stands.
pub(crate) struct Standing {
    /// How it began.
    pub(crate) filed: Filed,
    /// What happened to it, with the notes.
    pub(crate) events: Vec<Event>,
    /// What came of that.
    pub(crate) request: Request,
}

/// A move that a worker wishes to make.
pub(crate) struct WorkersMove {
    /// What; one of those that are a worker's.
    pub(crate) what: Move,
    /// What was said with it.
    pub(crate) note: Option<String>,
    /// What the sender calls this move, however often it is sent; without it every one is another.
    pub(crate) idempotency_key: Option<String>,
}

/// A way to the object that keeps a request.
pub(crate) struct Client {
    stub: Stub,
    now: BeijingTime,
}

impl Client {
    /// The keeper of a request.
    pub(crate) fn of(visit: &Visit, reference: Reference) -> Result<Self, Problem> {
        Self::keeper(visit, &reference.keeper().code())
    }

    pub(super) fn keeper(visit: &Visit, code: &str) -> Result<Self, Problem> {
        let stub = objects::named(&visit.env, NAMESPACE, code).map_err(unavailable)?;
        let now = visit.now;
        Ok(Self { stub, now })
    }

    /// Keeps a request, once for each idempotency key. `draft` is what `submission` was read from.
    /// Of a sender who was counted as [`TooMany`] only what came before is answered.
    pub(crate) async fn file(
        visit: &Visit,
        idempotency_key: &str,
        draft: &Draft,
        submission: &Submission,
        counted: Result<(), TooMany>,
    ) -> Result<Receipt, Problem> {
        let wait = counted.err().map(|too_many| too_many.seconds);
        let desk = submission.category.first_desk(submission.place);
        let mut filing = Filing {
            idempotency_key: idempotency_key.to_owned(),
            keeper: filing::keeper(desk).code(),
            typed: typed(draft),
            submission: Stored::new(submission),
            wait,
        };
        let city = Desk::City.code();
        if filing.keeper != city {
            let claim = Question::Claim(filing.claim());
            let Done::Claimed { keeper } = Self::keeper(visit, &city)?.ask(&claim).await? else {
                return Err(Problem::Internal);
            };
            filing.keeper = keeper;
        }
        let mut done = Self::file_at(visit, &filing).await?;
        if let Done::Claimed { keeper } = done {
            filing.keeper = keeper;
            done = Self::file_at(visit, &filing).await?;
        }
        let Done::Filed { filed, secret } = done else {
            return Err(Problem::Internal);
        };
        Ok(Receipt {
            filed: filed.read().map_err(broken)?,
            secret: Secret::new(secret),
        })
    }

    /// Asks the keeper; the city's tells of another if the key was claimed for that before.
    async fn file_at(visit: &Visit, filing: &Filing) -> Result<Done, Problem> {
        let keeper = Self::keeper(visit, &filing.keeper)?;
        keeper.ask(&Question::File(Box::new(filing.clone()))).await
    }

    /// How a request stands.
    pub(crate) async fn follow(
        &self,
        reference: Reference,
        secret: Secret,
    ) -> Result<Standing, Problem> {
        let shown = Shown::new(reference.to_string(), secret);
        standing(self.ask(&Question::Follow(shown)).await?)
    }

    /// Makes a move of the worker's; how the request stands then.
    pub(crate) async fn make_move(
        &self,
        reference: Reference,
        secret: Secret,
        wish: WorkersMove,
    ) -> Result<Standing, Problem> {
        let shown = Shown::new(reference.to_string(), secret);
        let survey = wish.what.survey();
        let wish = Wish {
            what: wish.what.kind().code().to_owned(),
            note: wish.note,
            reached: survey.reached,
            satisfied: survey.satisfied,
            idempotency_key: wish.idempotency_key,
        };
        standing(self.ask(&Question::Move(shown, wish)).await?)
    }

    pub(super) async fn ask(&self, question: &Question) -> Result<Done, Problem> {
        let at = seconds(self.now);
        let body = serde_json::to_vec(&Asked { at, question }).expect("plain data serialises");
        let asked = objects::ask(&self.stub, Method::Post, "", Some(&body)).await;
        let (status, answer) = asked.map_err(unavailable)?;
        if status != StatusCode::OK {
            return Err(unavailable(worker::Error::RustError(status.to_string())));
        }
        let answer: Answer =
            serde_json::from_slice(&answer).map_err(|_| broken(Trouble::Record("an answer")))?;
        answer.map_err(|denied| match denied {
            Denied::NotFound => Problem::NotFound,
            Denied::OtherBody => Problem::OtherBody,
            Denied::Destroyed => Problem::Gone,
            Denied::OtherPlan => Problem::OtherPlan,
            Denied::Refused(code) => refused(&code),
            Denied::NotAllowed => Problem::NotAllowed,
            Denied::Changed => changed(),
            Denied::TooMany { seconds } => Problem::TooMany { seconds },
            Denied::Broken => Problem::Internal,
        })
    }
}

/// Everything that was typed, in the order of the form: the same for the same draft.
fn typed(draft: &Draft) -> String {
    let values: Vec<_> = Field::all().map(|field| draft.get(field)).collect();
    serde_json::to_string(&values).expect("plain data serialises")
}

fn standing(done: Done) -> Result<Standing, Problem> {
    let Done::Standing { filed, events } = done else {
        return Err(Problem::Internal);
    };
    read(&filed, events).map_err(broken)
}

fn read(filed: &StoredFiled, events: Vec<StoredEvent>) -> Result<Standing, Trouble> {
    let filed = filed.read()?;
    let events: Vec<_> = events
        .into_iter()
        .map(StoredEvent::read)
        .collect::<Result<_, _>>()?;
    let request = Request::replay(filed, &events);
    Ok(Standing {
        request: request.map_err(|_| Trouble::Record("the log of a request"))?,
        filed,
        events,
    })
}

fn refused(code: &str) -> Problem {
    match refusal::refusal(code) {
        Some((code, detail)) => Problem::Refused(FieldProblem {
            field: "move".to_owned(),
            code,
            detail: detail.to_owned(),
        }),
        None => Problem::Internal,
    }
}

fn changed() -> Problem {
    Problem::Refused(FieldProblem {
        field: "seen".to_owned(),
        code: "changed",
        detail: "more has happened since you looked; nothing was done".to_owned(),
    })
}

fn broken(trouble: Trouble) -> Problem {
    worker::console_error!("desk: {trouble}");
    Problem::Internal
}

fn unavailable(error: worker::Error) -> Problem {
    worker::console_error!("desk: {error}");
    Problem::Unavailable
}
