//! What an operator asks of the desks: to destroy what is at the end of its time, and to wrap the
//! keys of records anew.

use super::client::Client;
use super::questions::{Done, Question};
use crate::problem::Problem;
use crate::visit::Visit;
use domain::places::District;
use domain::union::Desk;
use sha2::{Digest, Sha256};

pub(crate) use super::questions::{Plan, Rewrapped};

/// What is due at every desk, at one moment.
pub(crate) struct Plans(Vec<(Desk, Plan)>);

/// The desks whose objects keep requests.
pub(crate) fn keepers() -> impl Iterator<Item = Desk> {
    let districts = District::all().iter().copied().map(Desk::District);
    districts.chain([Desk::City])
}

impl Plans {
    /// Asks every desk.
    pub(crate) async fn of(visit: &Visit) -> Result<Self, Problem> {
        let mut plans = Vec::new();
        for desk in keepers() {
            let question = Question::PlanDestruction;
            plans.push((desk, planned(visit, desk, &question).await?));
        }
        Ok(Self(plans))
    }

    /// The desks at which something is due, and what.
    pub(crate) fn due(&self) -> impl Iterator<Item = &(Desk, Plan)> {
        self.0.iter().filter(|(_, plan)| plan.count > 0)
    }

    /// Names all of it.
    pub(crate) fn hash(&self) -> String {
        let mut hash = Sha256::new();
        for (_, plan) in &self.0 {
            hash.update(plan.hash);
        }
        let hash: [u8; 32] = hash.finalize().into();
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Destroys what is planned, desk by desk. A desk at which something else is due by now does
    /// nothing, nor do those after it.
    pub(crate) async fn carry_out(&self, visit: &Visit) -> Result<(), Problem> {
        for (desk, plan) in self.due() {
            let question = Question::Destroy { plan: plan.hash };
            planned(visit, *desk, &question).await?;
        }
        Ok(())
    }
}

async fn planned(visit: &Visit, desk: Desk, question: &Question) -> Result<Plan, Problem> {
    match Client::keeper(visit, &desk.code())?.ask(question).await? {
        Done::Planned(plan) => Ok(plan),
        _ => Err(Problem::Internal),
    }
}

/// Wraps the next records of a desk anew.
pub(crate) async fn rewrap(visit: &Visit, desk: Desk, after: u32) -> Result<Rewrapped, Problem> {
    let keeper = Client::keeper(visit, &desk.code())?;
    match keeper.ask(&Question::Rewrap { after }).await? {
        Done::Rewrapped(done) => Ok(done),
        _ => Err(Problem::Internal),
    }
}
