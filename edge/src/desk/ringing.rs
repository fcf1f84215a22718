//! The alarm: what is due is settled, whoever looks or nobody.

use super::store::{self, Notes};
use super::trouble::Trouble;
use crate::sql::Sql;
use domain::request::{Event, Reference, Request};
use domain::time::BeijingTime;
use domain::union::Desk;

/// Settles every request whose alarm is due by `now`, those that were due while nothing ran as
/// well. One that cannot be settled is logged and does not keep the others from it; gives whether
/// all could.
pub(super) fn ring(sql: &Sql, now: BeijingTime) -> Result<bool, Trouble> {
    let mut all_rang = true;
    for reference in store::due(sql, now)? {
        let settled = sql.transaction(|| settle(sql, reference, now));
        if let Err(trouble) = settled {
            worker::console_error!("desk: the alarm of {reference}: {trouble}");
            all_rang = false;
        }
    }
    Ok(all_rang)
}

fn settle(sql: &Sql, reference: Reference, now: BeijingTime) -> Result<(), Trouble> {
    let kept = store::load(sql, reference, Notes::Sealed)?;
    let Some(mut kept) = kept else {
        return Ok(());
    };
    let before = kept.request.clone();
    let rung = kept.request.settle(now);
    let events = with_desks(before, rung)?;
    store::append(sql, None, &kept.request, kept.events.len(), &events)
}

/// Each event with the desk that has the request after it.
fn with_desks(mut request: Request, events: Vec<Event>) -> Result<Vec<(Event, Desk)>, Trouble> {
    let step = |event: Event| {
        let step = request.apply(&event);
        step.map_err(|_| Trouble::Record("what the alarm did"))?;
        Ok((event, request.desk()))
    };
    events.into_iter().map(step).collect()
}
