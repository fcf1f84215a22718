//! The object itself. It answers the edge's own questions, never the public's.

use super::batch::Batch;
use super::migrations::STEPS;
use super::questions::{Answer, Denied, Done, Question};
use super::trouble::Trouble;
use super::{claiming, filing, following, retention, rewrapping, ringing, store};
use crate::config::Config;
use crate::sql::{Sql, migrate};
use domain::time::BeijingTime;
use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;
use worker::{DurableObject, Env, Request, Response, State, durable_object};

/// How soon an alarm that failed is tried again, in seconds.
const AGAIN_AFTER: i64 = 60;

/// The desk of a district and its streets, or the city's.
#[durable_object(alarm)]
pub struct Desk {
    state: State,
    env: Env,
    sql: Sql,
    batch: Batch,
    /// Whether the schema is up to date.
    is_prepared: Cell<bool>,
    /// Whether every alarm that was due could ring.
    all_rang: Cell<bool>,
    /// When the alarm is set to ring; `None` while that is not known.
    armed: Cell<Option<Option<BeijingTime>>>,
}

impl DurableObject for Desk {
    fn new(state: State, env: Env) -> Self {
        Self {
            sql: Sql::of(&state),
            state,
            env,
            batch: Batch::default(),
            is_prepared: Cell::default(),
            all_rang: Cell::new(true),
            armed: Cell::default(),
        }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let question: Question = request.json().await?;
        let answer = match question {
            Question::Follow(_) => self
                .ready()
                .and_then(|ready| self.answer(&ready, &question)),
            // Settings that cannot be read are told by `write`.
            _ => {
                let collect = self.config().ok().and_then(|config| config.collect);
                Ok(self.batch.add(question, collect, || self.write()).await)
            }
        };
        let answer = told(answer);
        self.arm().await;
        Response::from_json(&answer)
    }

    async fn alarm(&self) -> worker::Result<Response> {
        self.armed.set(None);
        if let Err(trouble) = self.ready() {
            worker::console_error!("desk: {trouble}");
        }
        self.arm().await;
        Response::empty()
    }
}

impl Desk {
    /// Writes everything that waits, in this turn, each whole or not at all.
    fn write(&self) {
        let ready = self.ready();
        for (question, sender) in self.batch.take() {
            let answer = match &ready {
                Ok(ready) => told(self.sql.transaction(|| self.answer(ready, &question))),
                Err(_) => Err(Denied::Broken),
            };
            // Whoever has gone asks again with the same key.
            drop(sender.send(answer));
        }
        if let Err(trouble) = ready {
            worker::console_error!("desk: {trouble}");
        }
    }

    fn answer(&self, ready: &Ready, question: &Question) -> Result<Answer, Trouble> {
        let Ready { config, now } = ready;
        let keys = config.data_keys.as_ref().ok_or(Trouble::NotReady)?;
        match question {
            Question::Claim(claim) => {
                let keeper = claiming::claim(&self.sql, &claim.idempotency_key, &claim.keeper)?;
                Ok(Ok(Done::Claimed { keeper }))
            }
            Question::File(filing) => filing::file(&self.sql, keys, filing, *now),
            Question::Follow(shown) => following::follow(&self.sql, keys, shown),
            Question::Move(shown, wish) => following::make_move(&self.sql, keys, shown, wish, *now),
            Question::PlanDestruction => retention::plan(&self.sql, *now),
            Question::Destroy { plan } => retention::destroy(&self.sql, *plan, *now),
            Question::Rewrap { after } => rewrapping::rewrap(&self.sql, keys, *after),
        }
    }

    /// The settings and the time, when every alarm that is due has rung: nobody sees or does
    /// anything before that, and what was due while the machine was down is settled first.
    fn ready(&self) -> Result<Ready, Trouble> {
        // Until it is known: an alarm that cannot ring is not set again at once.
        self.all_rang.set(false);
        let config = self.config()?;
        if !self.is_prepared.get() {
            migrate(&self.sql, STEPS)?;
            self.is_prepared.set(true);
        }
        let now = config.now();
        self.all_rang.set(ringing::ring(&self.sql, now)?);
        Ok(Ready { config, now })
    }

    /// Sets the alarm to when the next is due. Within the turn in which that changed it is written
    /// with the change.
    async fn arm(&self) {
        if let Err(trouble) = self.try_to_arm().await {
            self.armed.set(None);
            worker::console_error!("desk: {trouble}");
        }
    }

    async fn try_to_arm(&self) -> Result<(), Trouble> {
        let next = store::next_alarm(&self.sql)?;
        if self.armed.get() == Some(next) {
            return Ok(());
        }
        self.armed.set(Some(next));
        let storage = self.state.storage();
        let Some(next) = next else {
            return Ok(storage.delete_alarm().await?);
        };
        // From now on, because the clock of a test stands still elsewhere than the runtime's.
        let left = next.unix_seconds() - self.config()?.now().unix_seconds();
        let soonest = if self.all_rang.get() { 0 } else { AGAIN_AFTER };
        let left = Duration::from_secs(left.max(soonest).unsigned_abs());
        Ok(storage.set_alarm(left).await?)
    }

    fn config(&self) -> Result<Arc<Config>, Trouble> {
        Config::of(&self.env).map_err(|error| Trouble::Config(error.to_string()))
    }
}

/// What a desk goes by once it may answer.
struct Ready {
    config: Arc<Config>,
    now: BeijingTime,
}

/// What the edge is told; trouble is logged here and nowhere else.
fn told(answer: Result<Answer, Trouble>) -> Answer {
    answer.unwrap_or_else(|trouble| {
        worker::console_error!("desk: {trouble}");
        Err(Denied::Broken)
    })
}
