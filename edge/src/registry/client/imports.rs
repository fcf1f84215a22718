//! How staff ask the registry about imports. The object decides who may.

use super::super::imports::questions::{
    Answer, Asked, Begin, Denied, Done, Question, SeenPlan, StoredPlan, Wanted, WrongRows,
};
use super::{Client, unavailable};
use crate::problem::Problem;
use crate::staff::SignedIn;
use crate::visit::Visit;
use crate::{cities, classes, objects, parcel};
use http::StatusCode;
use records::{StoredStaff, seconds};
use worker::Method;

/// Imports as a member of staff has them before them.
pub(crate) struct Imports<'v> {
    visit: &'v Visit,
    signed_in: &'v SignedIn,
}

/// What became of a plan.
pub(crate) enum Applied {
    /// It is done, as that batch.
    Made(u32),
    /// A second person is to look at it.
    Proposed,
    /// What it rests on has changed; the plan of that number takes its place.
    Replanned(u32),
}

impl<'v> Imports<'v> {
    pub(crate) fn new(visit: &'v Visit, signed_in: &'v SignedIn) -> Self {
        Self { visit, signed_in }
    }

    /// Begins to plan the import of a file; gives the number of the plan.
    pub(crate) async fn begin(&self, begin: Begin, file: &[u8]) -> Result<u32, Problem> {
        match self.ask(Question::Begin(begin), file).await? {
            Done::Begun(plan) => Ok(plan),
            _ => Err(Problem::Internal),
        }
    }

    /// Plans again, with another sheet or datum.
    pub(crate) async fn choose(
        &self,
        plan: u32,
        sheet: Option<String>,
        datum: Option<String>,
    ) -> Result<(), Problem> {
        let question = Question::Choose { plan, sheet, datum };
        self.ask(question, &[]).await.map(drop)
    }

    /// The latest plans that they may see.
    pub(crate) async fn list(&self) -> Result<Vec<StoredPlan>, Problem> {
        self.plans(Question::List).await
    }

    /// Those that wait for a second person and that they may see, the latest first.
    pub(crate) async fn proposed(&self) -> Result<Vec<StoredPlan>, Problem> {
        self.plans(Question::Proposed).await
    }

    async fn plans(&self, which: Question) -> Result<Vec<StoredPlan>, Problem> {
        match self.ask(which, &[]).await? {
            Done::Plans(plans) => Ok(plans),
            _ => Err(Problem::Internal),
        }
    }

    /// A plan with some of its rows.
    pub(crate) async fn see(&self, wanted: Wanted) -> Result<SeenPlan, Problem> {
        match self.ask(Question::See(wanted), &[]).await? {
            Done::Seen(seen) => Ok(*seen),
            _ => Err(Problem::Internal),
        }
    }

    /// The rows that are wrong.
    pub(crate) async fn wrong(&self, plan: u32) -> Result<WrongRows, Problem> {
        match self.ask(Question::Wrong(plan), &[]).await? {
            Done::Wrong(rows) => Ok(rows),
            _ => Err(Problem::Internal),
        }
    }

    /// Takes rows in or leaves them out.
    pub(crate) async fn tick(&self, plan: u32, ticks: Vec<(u32, bool)>) -> Result<(), Problem> {
        let question = Question::Tick { plan, ticks };
        self.ask(question, &[]).await.map(drop)
    }

    /// The same with all that come to the same.
    pub(crate) async fn tick_all(
        &self,
        plan: u32,
        outcome: String,
        ticked: bool,
    ) -> Result<(), Problem> {
        let question = Question::TickAll {
            plan,
            outcome,
            ticked,
        };
        self.ask(question, &[]).await.map(drop)
    }

    /// Does what the plan of that seal says.
    pub(crate) async fn apply(&self, plan: u32, seal: String) -> Result<Applied, Problem> {
        let done = self.ask(Question::Apply { plan, seal }, &[]).await;
        cities::forget();
        classes::forget();
        match done? {
            Done::Applied(batch) => Ok(Applied::Made(batch)),
            Done::Proposed => Ok(Applied::Proposed),
            Done::Replanned(plan) => Ok(Applied::Replanned(plan)),
            _ => Err(Problem::Internal),
        }
    }

    /// Gives a plan up, or does not approve it.
    pub(crate) async fn decline(&self, plan: u32) -> Result<(), Problem> {
        self.ask(Question::Decline(plan), &[]).await.map(drop)
    }

    async fn ask(&self, question: Question, file: &[u8]) -> Result<Done, Problem> {
        let asked = Asked {
            at: seconds(self.visit.now),
            staff: StoredStaff::new(self.signed_in.staff),
            name: self.signed_in.person.clone(),
            question,
        };
        let parcel = parcel::write(&asked, file);
        let stub = Client::new(&self.visit.env)?.stub;
        let answered = objects::ask(&stub, Method::Post, "imports", Some(&parcel)).await;
        let (status, answer) = answered.map_err(unavailable)?;
        if status != StatusCode::OK {
            return Err(unavailable(worker::Error::RustError(status.to_string())));
        }
        let answer: Answer = serde_json::from_slice(&answer)
            .map_err(|error| unavailable(worker::Error::RustError(error.to_string())))?;
        answer.map_err(|denied| match denied {
            Denied::NotFound => Problem::NotFound,
            Denied::NotAllowed => Problem::NotAllowed,
            Denied::OtherPlan => Problem::OtherPlan,
            Denied::NotNow => Problem::refused("plan", "not_now", "the plan is not at that point"),
            Denied::Nothing => Problem::refused("plan", "nothing", "nothing of it is ticked"),
            Denied::Broken => Problem::Internal,
        })
    }
}
