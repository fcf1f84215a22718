//! How the rest of the edge talks to a desk.

mod given;
mod photos;
mod trails;
mod workplace;

pub(crate) use given::{Found, Listed, ListedRequest, Opened, Place, StaffsMove, Wanted};
pub(crate) use photos::{KeptPhoto, WaitingPhoto};
pub(crate) use workplace::Workplace;

use super::filed::StoredFiled;
use super::outline::StoredOutline;
use super::questions::{Answer, Asked, Denied, Done, Filing, Question, Shown, Wish};
use super::submission::Stored;
use super::trouble::Trouble;
use super::{event::StoredEvent, filing, refusal};
use crate::objects;
use crate::parcel;
use crate::problem::{FieldProblem, Problem};
use crate::visit::Visit;
use domain::request::{
    Draft, Event, Field, Filed, Move, Outline, PhotoName, Reference, Request, Secret, Submission,
};
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
    /// Whether it was joined to a like one.
    pub(crate) joined: bool,
}

/// A request as it stands.
pub(crate) struct Standing {
    /// How it began.
    pub(crate) filed: Filed,
    /// What happened to it, with the notes.
    pub(crate) events: Vec<Event>,
    /// What came of that.
    pub(crate) request: Request,
    /// How many photos it has.
    pub(crate) photos: u32,
    /// How the other stands to which it is joined.
    pub(crate) other: Option<Outline>,
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

    /// How a request stands that is open and like this.
    pub(crate) async fn like(
        visit: &Visit,
        submission: &Submission,
    ) -> Result<Option<Outline>, Problem> {
        let desk = submission.category.first_desk(submission.place);
        let question = Question::Like(Box::new(Stored::new(submission)));
        let keeper = Self::keeper(visit, &filing::keeper(desk).code())?;
        let Done::Like(found) = keeper.ask(&question).await? else {
            return Err(Problem::Internal);
        };
        let found = found.map(StoredOutline::read).transpose();
        found.map_err(broken)
    }

    /// Keeps a request, once for each idempotency key. `draft` is what `submission` was read from.
    /// It `joins` a like one, if there is one. A photo that has waited too long is a problem of
    /// [`Field::Photos`]. Of a sender who was counted as [`TooMany`] only what came before is
    /// answered.
    pub(crate) async fn file(
        visit: &Visit,
        idempotency_key: &str,
        draft: &Draft,
        submission: &Submission,
        joins: bool,
        counted: Result<(), TooMany>,
    ) -> Result<Receipt, Problem> {
        let wait = counted.err().map(|too_many| too_many.seconds);
        let desk = submission.category.first_desk(submission.place);
        let mut filing = Filing {
            idempotency_key: idempotency_key.to_owned(),
            keeper: filing::keeper(desk).code(),
            typed: typed(draft, joins),
            submission: Stored::new(submission),
            joins,
            wait,
        };
        let city = Self::keeper(visit, &Desk::City.code())?;
        if filing.keeper != Desk::City.code() {
            let claim = Question::Claim(filing.claim());
            let Done::Claimed { keeper } = city.ask(&claim).await? else {
                return Err(Problem::Internal);
            };
            filing.keeper = keeper;
        }
        let mut done = city.file_at(visit, &filing, &submission.photos).await?;
        if let Done::Claimed { keeper } = done {
            filing.keeper = keeper;
            done = city.file_at(visit, &filing, &submission.photos).await?;
        }
        let Done::Filed {
            filed,
            secret,
            joined,
        } = done
        else {
            return Err(Problem::Internal);
        };
        Ok(Receipt {
            filed: filed.read().map_err(broken)?,
            secret: Secret::new(secret),
            joined,
        })
    }

    /// Asks the keeper; the city's tells of another if the key was claimed for that before. The
    /// photos are taken from here, where they wait.
    async fn file_at(
        &self,
        visit: &Visit,
        filing: &Filing,
        photos: &[PhotoName],
    ) -> Result<Done, Problem> {
        let keeper = Self::keeper(visit, &filing.keeper)?;
        let question = Question::File(Box::new(filing.clone()));
        match keeper.try_to(&question).await? {
            // Only now: whoever sends a request again needs no photo any more.
            Err(Denied::PhotoGone) => {
                for photo in photos {
                    let name = photo.to_string();
                    let taken = self.ask(&Question::TakePhoto { name }).await?;
                    let Done::PhotoTaken(photo) = taken else {
                        return Err(Problem::Internal);
                    };
                    keeper.bring(&mut Question::KeepPhoto(photo)).await?;
                }
                keeper.ask(&question).await
            }
            done => done.map_err(problem),
        }
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
        self.try_to(question).await?.map_err(problem)
    }

    /// Asks; what a refusal means is for the caller to say.
    async fn try_to(&self, question: &Question) -> Result<Answer, Problem> {
        self.send(question, &[]).await
    }

    /// Asks a question that brings bytes along.
    async fn bring(&self, question: &mut Question) -> Result<Done, Problem> {
        let bytes = question.bytes().map(std::mem::take).unwrap_or_default();
        self.send(question, &bytes).await?.map_err(problem)
    }

    async fn send(&self, question: &Question, bytes: &[u8]) -> Result<Answer, Problem> {
        let at = seconds(self.now);
        let parcel = parcel::write(&Asked { at, question }, bytes);
        let asked = objects::ask(&self.stub, Method::Post, "", Some(&parcel)).await;
        let (status, answer) = asked.map_err(unavailable)?;
        if status != StatusCode::OK {
            return Err(unavailable(worker::Error::RustError(status.to_string())));
        }
        let (mut answer, brought) =
            parcel::read::<Answer>(&answer).ok_or_else(|| broken(Trouble::Record("an answer")))?;
        if let Some(bytes) = answer.as_mut().ok().and_then(Done::bytes) {
            *bytes = brought.to_vec();
        }
        Ok(answer)
    }
}

fn problem(denied: Denied) -> Problem {
    match denied {
        Denied::NotFound => Problem::NotFound,
        Denied::OtherBody => Problem::OtherBody,
        Denied::Destroyed => Problem::Gone,
        Denied::OtherPlan => Problem::OtherPlan,
        Denied::PhotoGone => Problem::Invalid(vec![FieldProblem {
            field: Field::Photos.code().to_owned(),
            code: "gone",
            detail: "a photo is not kept any more, or never was; send it again".to_owned(),
        }]),
        Denied::NoRoom => Problem::Unavailable,
        Denied::Refused(code) => refused(&code),
        Denied::NotAllowed => Problem::NotAllowed,
        Denied::Changed => changed(),
        Denied::TooMany { seconds } => Problem::TooMany { seconds },
        Denied::Broken => Problem::Internal,
    }
}

/// Everything that was typed, in the order of the form, and that it joins a like one: the same for
/// the same wish.
fn typed(draft: &Draft, joins: bool) -> String {
    let joins = joins.then_some("join");
    let values = Field::all().map(|field| draft.get(field)).chain(joins);
    let values: Vec<_> = values.collect();
    serde_json::to_string(&values).expect("plain data serialises")
}

fn standing(done: Done) -> Result<Standing, Problem> {
    let Done::Standing {
        filed,
        events,
        photos,
        other,
    } = done
    else {
        return Err(Problem::Internal);
    };
    let other = other.map(StoredOutline::read).transpose().map_err(broken)?;
    let (filed, events, request) = read(&filed, events).map_err(broken)?;
    Ok(Standing {
        filed,
        events,
        request,
        photos,
        other,
    })
}

/// How a request began, what happened to it, and what came of that.
fn read(
    filed: &StoredFiled,
    events: Vec<StoredEvent>,
) -> Result<(Filed, Vec<Event>, Request), Trouble> {
    let filed = filed.read()?;
    let events: Vec<_> = events
        .into_iter()
        .map(StoredEvent::read)
        .collect::<Result<_, _>>()?;
    let request = Request::replay(filed, &events);
    let request = request.map_err(|_| Trouble::Record("the log of a request"))?;
    Ok((filed, events, request))
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
