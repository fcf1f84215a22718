//! What the object answers about reports, freshness and crowding: to staff, and to people without an
//! account.

use super::super::changing::Sender;
use super::super::questions::{Answer, Denied};
use super::super::store::StoreError;
use super::super::visitors::{self, Told, Untold, Visit, Wish};
use super::super::{crowding, freshness, reports};
use super::{Registry, broken};
use crate::config::Config;
use crate::limits::Limit;
use crate::problem::Problem;
use domain::station::Station;
use domain::throttle::TooMany;
use domain::time::BeijingTime;
use records::moment;

impl Registry {
    /// Answers staff about reports.
    pub(in super::super) fn answer_reports(
        &self,
        sender: &Sender,
        question: &reports::Question,
    ) -> Result<Answer, StoreError> {
        let sql = &self.sql;
        self.forget(sender.at)?;
        match question {
            reports::Question::Decide { .. } => self
                .change_heads::<Station, _>(|heads| reports::answer(sql, heads, sender, question)),
            _ => {
                self.with_heads::<Station, _>(|heads| reports::answer(sql, heads, sender, question))
            }
        }
    }

    /// Destroys what is at the end of its time: nobody sees it after that, whether the alarm rang or not.
    pub(super) fn forget(&self, now: BeijingTime) -> Result<(), StoreError> {
        self.sql.transaction(|| reports::forget(&self.sql, now))
    }

    /// Answers staff about freshness.
    pub(in super::super) fn answer_freshness(
        &self,
        sender: &Sender,
        question: &freshness::Question,
    ) -> Result<Answer, StoreError> {
        let sql = &self.sql;
        match question {
            freshness::Question::Confirm { .. } => self.change_heads::<Station, _>(|heads| {
                freshness::answer(sql, heads, sender, question)
            }),
            freshness::Question::Due(_) => self
                .with_heads::<Station, _>(|heads| freshness::answer(sql, heads, sender, question)),
        }
    }

    /// What is said of places just now.
    pub(super) fn lately(&self) -> Result<Vec<u8>, Problem> {
        let lately = self.prepare().and_then(|()| {
            let now = self.now()?;
            crowding::lately(&self.sql, now)
        });
        let lately = lately.map_err(broken)?;
        Ok(serde_json::to_vec(&lately).expect("plain data serialises"))
    }

    /// What people without an account are told; trouble is logged here and nowhere else.
    pub(super) fn told_visitor(&self, visit: &Visit, photo: &[u8]) -> visitors::Answer {
        self.answer_visitor(visit, photo).unwrap_or_else(|trouble| {
            worker::console_error!("registry: {trouble}");
            Err(Untold::Broken)
        })
    }

    fn answer_visitor(&self, visit: &Visit, photo: &[u8]) -> Result<visitors::Answer, StoreError> {
        self.prepare()?;
        let sql = &self.sql;
        let at = moment(visit.at).map_err(|_| StoreError::Question("a moment"))?;
        match &visit.wish {
            Wish::Report(new) => {
                self.forget(at)?;
                if let Some(before) = reports::before(sql, new)? {
                    return Ok(before);
                }
                if new.photo.is_some() && new.opens.is_none() {
                    return Ok(Err(Untold::PhotoWanted));
                }
                if let Err(TooMany { seconds }) = self.take_report(at)? {
                    return Ok(Err(Untold::TooMany(seconds)));
                }
                self.with_heads::<Station, _>(|heads| {
                    sql.transaction(|| reports::keep(sql, heads, new, photo, at))
                })
            }
            Wish::Outcome(reference) => {
                self.forget(at)?;
                self.with_heads::<Station, _>(|heads| reports::outcome(sql, heads, reference))
            }
            Wish::Crowding { station, level } => crowding::say(sql, *station, level, at),
            Wish::Due(link) => self.with_heads::<Station, _>(|heads| {
                Ok(Ok(Told::Due(freshness::due(heads, &link.which, at))))
            }),
            Wish::Confirm { link, seen } => self.change_heads::<Station, _>(|heads| {
                let by = freshness::by(link, heads, at);
                let confirmed = freshness::confirm(sql, heads, &link.which, seen, by, at)?;
                Ok(confirmed
                    .map(Told::Confirmed)
                    .map_err(|denied| match denied {
                        Denied::Conflict { .. } => Untold::Conflict,
                        Denied::NotFound => Untold::NotFound,
                        _ => Untold::Broken,
                    }))
            }),
        }
    }

    /// Counts a new report in the whole city.
    fn take_report(&self, at: BeijingTime) -> Result<Result<(), TooMany>, StoreError> {
        let config = Config::of(&self.env);
        let config = config.map_err(|_| StoreError::Question("the configuration"))?;
        let mut bucket = self.reporting.get();
        let taken = bucket.take(config.limits.of(Limit::CityReports), at);
        self.reporting.set(bucket);
        Ok(taken)
    }
}
