//! The object itself. It answers the edge's own questions, never the public's.

use super::batch::Batch;
use super::migrations::STEPS;
use super::questions::{Answer, Asked, Denied, Done, Question, StaffsQuestion};
use super::room::{Room, Takes};
use super::trouble::Trouble;
use super::{
    alike, auditing, claiming, counting, filing, following, listing, photos, retention, rewrapping,
    ringing, searching, store, working,
};
use crate::config::Config;
use crate::keys::Keys;
use crate::parcel;
use crate::sql::{Sql, migrate};
use domain::staff::Staff;
use domain::time::BeijingTime;
use records::moment;
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
    room: Room,
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
            room: Room::new(),
            is_prepared: Cell::default(),
            all_rang: Cell::new(true),
            armed: Cell::default(),
        }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let parcel = request.bytes().await?;
        let Some((mut asked, brought)) = parcel::read::<Asked>(&parcel) else {
            return Response::error("no question", 400);
        };
        if let Some(bytes) = asked.question.bytes() {
            *bytes = brought.to_vec();
        }
        drop(parcel);
        let answer = match &asked.question {
            // A photo is as large as many submissions: it does not make a batch of them wait.
            Question::Follow(_)
            | Question::Like(_)
            | Question::KeepPhoto(_)
            | Question::TakePhoto { .. }
            | Question::Photo(..)
            | Question::Staff(_, StaffsQuestion::List(_) | StaffsQuestion::Count(_)) => {
                self.ready().and_then(|config| self.answer(&config, &asked))
            }
            // Settings that cannot be read are told by `write`.
            _ => {
                let collect = self.config().ok().and_then(|config| config.collect);
                Ok(self.batch.add(asked, collect, || self.write()).await)
            }
        };
        let mut answer = told(answer);
        self.arm().await;
        let bytes = answer.as_mut().ok().and_then(Done::bytes);
        let bytes = bytes.map(std::mem::take).unwrap_or_default();
        Response::from_bytes(parcel::write(&answer, &bytes))
    }

    async fn alarm(&self) -> worker::Result<Response> {
        self.armed.set(None);
        let rang = self.ready().and_then(|config| self.ring(config.now()));
        if let Err(trouble) = rang {
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
        for (asked, sender) in self.batch.take() {
            let answer = match &ready {
                Ok(config) => told(self.answer(config, &asked)),
                Err(_) => Err(Denied::Broken),
            };
            // Whoever has gone asks again with the same key.
            drop(sender.send(answer));
        }
        if let Err(trouble) = ready {
            worker::console_error!("desk: {trouble}");
        }
    }

    /// Answers when every alarm that is due by then has rung: nobody sees or does anything before
    /// that, and what was due while the machine was down is settled first. What is written is
    /// written whole or not at all.
    fn answer(&self, config: &Config, asked: &Asked) -> Result<Answer, Trouble> {
        let now = moment(asked.at)?;
        self.ring(now)?;
        let keys = config.data_keys.as_ref().ok_or(Trouble::NotReady)?;
        let sql = &self.sql;
        let room = |what| move || self.room.take(what, &config.limits, now);
        sql.transaction(|| match &asked.question {
            Question::Claim(claim) => claiming::claim(sql, claim, room(Takes::Claim)),
            Question::File(filing) => {
                if filing.is_citys() {
                    // Where every key is claimed, that takes no turn of its own.
                    let claimed = claiming::claim(sql, &filing.claim(), room(Takes::Claim))?;
                    if !filing.is_claimed_by(&claimed) {
                        return Ok(claimed);
                    }
                }
                let room = room(Takes::Filing);
                filing::file(sql, keys, &config.deadlines, filing, now, room)
            }
            Question::Like(submission) => alike::like(sql, keys, submission),
            Question::Follow(shown) => following::follow(sql, keys, shown),
            Question::Move(shown, wish) => {
                following::make_move(sql, keys, shown, wish, now, room(Takes::Move))
            }
            Question::PlanDestruction => retention::plan(sql, now),
            Question::Destroy { plan } => retention::destroy(sql, *plan, now),
            Question::Rewrap { after } => rewrapping::rewrap(sql, keys, *after),
            Question::KeepPhoto(photo) => photos::keep(sql, photo, now),
            Question::TakePhoto { name } => photos::take(sql, name),
            Question::Photo(shown, number) => following::photo(sql, keys, shown, *number),
            Question::Staff(staff, question) => {
                self.answer_staff(keys, staff.read()?, question, now)
            }
        })
    }

    fn answer_staff(
        &self,
        keys: &Keys,
        staff: Staff,
        question: &StaffsQuestion,
        now: BeijingTime,
    ) -> Result<Answer, Trouble> {
        let sql = &self.sql;
        match question {
            StaffsQuestion::List(wanted) => listing::list(sql, staff, wanted),
            StaffsQuestion::Sees(reference) => working::sees(sql, staff, reference),
            StaffsQuestion::Open(reference) => working::open(sql, keys, staff, reference, now),
            StaffsQuestion::Photo(reference, number) => {
                working::photo(sql, keys, staff, reference, *number, now)
            }
            StaffsQuestion::Move(reference, wish) => {
                working::make_move(sql, keys, staff, reference, wish, now)
            }
            StaffsQuestion::FindPhone(phone) => searching::find_phone(sql, keys, staff, phone, now),
            StaffsQuestion::FindWords(words) => searching::find_words(sql, keys, staff, words, now),
            StaffsQuestion::Count(span) => counting::count(sql, staff, span),
            StaffsQuestion::Audit(chained) => auditing::page(sql, staff, chained),
        }
    }

    /// The settings, once the tables are there.
    fn ready(&self) -> Result<Arc<Config>, Trouble> {
        let config = self.config()?;
        if !self.is_prepared.get() {
            migrate(&self.sql, STEPS)?;
            self.is_prepared.set(true);
        }
        Ok(config)
    }

    fn ring(&self, now: BeijingTime) -> Result<(), Trouble> {
        // Until it is known: an alarm that cannot ring is not set again at once.
        self.all_rang.set(false);
        photos::forget(&self.sql, now)?;
        self.all_rang.set(ringing::ring(&self.sql, now)?);
        Ok(())
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

/// What the edge is told; trouble is logged here and nowhere else.
fn told(answer: Result<Answer, Trouble>) -> Answer {
    answer.unwrap_or_else(|trouble| {
        worker::console_error!("desk: {trouble}");
        Err(Denied::Broken)
    })
}
