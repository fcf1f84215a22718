//! The end of a request's time: what is personal in it is destroyed.
//!
//! SQLite leaves the bytes of what it deletes or moves in its file, and the runtime lets no object
//! set `secure_delete`. So the key of a record is overwritten where it stands, with as many zeros:
//! rows of `sealed` never change their size, are never deleted, and so are never moved.

use super::questions::{Answer, Denied, Done, Plan};
use super::store::{self, Notes};
use super::trouble::Trouble;
use crate::sql::{Sql, Value};
use domain::request::{Actor, Category, Event, Move, Note, Reference, Retention, StageKind};
use domain::time::BeijingTime;
use records::{known, seconds};
use sha2::{Digest, Sha256};

const RETENTION: Retention = Retention::NOT_FROM_SOURCES;

/// How many are destroyed in one turn; the others in the next run.
const MOST: u32 = 500;

/// Requests at the end of their time, those that came to rest first before the others.
struct Due {
    /// Since when, and which.
    requests: Vec<(u32, String)>,
    is_all: bool,
}

/// Tells what [`destroy`] would do.
pub(super) fn plan(sql: &Sql, now: BeijingTime) -> Result<Answer, Trouble> {
    Ok(Ok(Done::Planned(due(sql, now)?.plan())))
}

/// Destroys what is due, if that is still what was planned; gives the plan. Called within a
/// transaction: all of it is done or nothing.
pub(super) fn destroy(sql: &Sql, planned: [u8; 32], now: BeijingTime) -> Result<Answer, Trouble> {
    let due = due(sql, now)?;
    let plan = due.plan();
    if plan.hash != planned {
        return Ok(Err(Denied::OtherPlan));
    }
    for (_, reference) in &due.requests {
        let of = known("reference", reference, |text| Reference::parse(text).ok())?;
        destroy_one(sql, of, now)?;
    }
    Ok(Ok(Done::Planned(plan)))
}

fn destroy_one(sql: &Sql, of: Reference, now: BeijingTime) -> Result<(), Trouble> {
    let kept = store::load(sql, of, Notes::Sealed)?;
    let mut kept = kept.filter(|kept| RETENTION.is_due(&kept.request, now));
    let kept = kept.as_mut().ok_or(Trouble::Record("a request at rest"))?;
    let event = Event {
        actor: Actor::Operator,
        at: now.max(kept.request.last_at()),
        note: Note::None,
        what: Move::Destroy,
    };
    let destroyed = kept.request.apply(&event);
    destroyed.map_err(|_| Trouble::Record("the log of a request"))?;
    let events = [(event, kept.request.desk())];
    store::append(sql, None, &kept.request, kept.events.len(), &events)?;
    store::forget(sql, of)
}

fn due(sql: &Sql, now: BeijingTime) -> Result<Due, Trouble> {
    let mut requests = Vec::new();
    for category in Category::ALL {
        for stage in StageKind::ALL {
            let Some(horizon) = RETENTION.horizon(*category, *stage, now) else {
                continue;
            };
            let rows = sql.rows(
                "SELECT at_rest_since, reference FROM request
                 WHERE category = ? AND stage = ? AND at_rest_since <= ?
                 ORDER BY at_rest_since, reference LIMIT ?",
                vec![
                    Value::Text(category.code().to_owned()),
                    Value::Text(stage.code().to_owned()),
                    Value::Integer(seconds(horizon)),
                    Value::Integer(MOST + 1),
                ],
            )?;
            for row in &rows {
                requests.push((row.integer(0)?, row.text(1)?));
            }
        }
    }
    requests.sort();
    let is_all = requests.len() <= MOST as usize;
    requests.truncate(MOST as usize);
    Ok(Due { requests, is_all })
}

impl Due {
    fn plan(&self) -> Plan {
        let mut hash = Sha256::new();
        for (since, reference) in &self.requests {
            hash.update(format!("{since} {reference}\n"));
        }
        Plan {
            count: self.requests.len(),
            oldest: self.requests.first().map(|(since, _)| *since),
            is_all: self.is_all,
            hash: hash.finalize().into(),
        }
    }
}
