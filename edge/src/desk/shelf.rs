//! Where a request stands in the lists of a desk: columns that say what its events have made of it,
//! so that a page of a list replays nothing.

use super::trouble::{Trouble, known};
use crate::sql::{Sql, Value};
use domain::request::{Queue, Request, Stage};
use domain::time::BeijingTime;
use records::seconds;

/// Brings the columns up to date with `request`.
pub(super) fn put(sql: &Sql, request: &Request) -> Result<(), Trouble> {
    let due = request.due();
    let queue = request.queue();
    let holder = request.stage().holder();
    sql.run(
        "UPDATE request SET stage = ?, desk = ?, alarm = ?, queue = ?, turn = ?, due = ?,
             due_assumed = ?, holder = ?, last_at = ?, at_rest_since = ?, joined = ?
         WHERE reference = ?",
        vec![
            Value::Text(request.stage().kind().code().to_owned()),
            Value::Text(request.desk().code()),
            alarm(request),
            Value::Integer(place(queue)),
            Value::Integer(turn(queue, request.turn())),
            Value::maybe_integer(due.map(|due| seconds(due.at))),
            Value::maybe_integer(due.map(|due| due.assumed.into())),
            Value::maybe_integer(holder.map(|id| id.0)),
            Value::Integer(seconds(request.last_at())),
            Value::maybe_integer(request.at_rest_since().map(seconds)),
            match request.stage() {
                Stage::Joined { to } => Value::Text(to.to_string()),
                _ => Value::Nothing,
            },
            Value::Text(request.reference().to_string()),
        ],
    )?;
    Ok(())
}

/// The column by which the alarm finds a request.
pub(super) fn alarm(request: &Request) -> Value {
    Value::maybe_integer(request.next_alarm().map(|due| seconds(due.at)))
}

/// The place of a queue in [`Queue::ALL`].
pub(super) fn place(queue: Queue) -> u32 {
    queue as u32
}

/// The queue at that place.
pub(super) fn queue(place: u32) -> Result<Queue, Trouble> {
    let at = |_: &str| Queue::ALL.get(place as usize).copied();
    known("queue", &place.to_string(), at)
}

/// The earliest first, but of what is over the latest.
fn turn(queue: Queue, at: BeijingTime) -> u32 {
    match queue {
        Queue::Ended => u32::MAX - seconds(at),
        _ => seconds(at),
    }
}
