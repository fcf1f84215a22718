//! Requests as the API gives them to staff, and the audit chain as it gives it to auditors.

use super::requests::{Deadline, Holder, Standing};
use crate::desk;
use domain::request::{Actor, Details, Personal, Place, Record, Seen, SeenContact};
use domain::union::Desk;
use serde::Serialize;
use std::collections::BTreeMap;

/// A page of a desk's list.
#[derive(Serialize)]
pub(crate) struct List {
    requests: Vec<Listed>,
    counts: BTreeMap<&'static str, u32>,
    /// What `after` is for the next page; null if this is the last.
    next: Option<String>,
    unreached: Vec<String>,
}

/// What a search found.
#[derive(Serialize)]
pub(crate) struct Found {
    requests: Vec<Listed>,
    bounded: bool,
    unreached: Vec<String>,
}

#[derive(Serialize)]
struct Listed {
    reference: String,
    category: &'static str,
    from: Holder,
    station: Option<u32>,
    stage: &'static str,
    queue: &'static str,
    desk: Holder,
    holder: Option<u32>,
    due: Option<Deadline>,
    filed_at: String,
    last_at: String,
}

/// A request as a member of staff may see it.
#[derive(Serialize)]
pub(crate) struct Opened {
    #[serde(flatten)]
    standing: Standing,
    queue: &'static str,
    holder: Option<u32>,
    /// How many events there are: a move says how many its sender had seen.
    seen: usize,
    revealed: bool,
    /// Null once it was destroyed at the end of its retention.
    submission: Option<Submission>,
}

#[derive(Serialize)]
struct Submission {
    text: String,
    from: Holder,
    station: Option<u32>,
    employer: Option<String>,
    since: Option<String>,
    people: Option<String>,
    child: Option<String>,
    programme: Option<&'static str>,
    contact: Contact,
}

#[derive(Serialize)]
struct Contact {
    way: &'static str,
    phone: Option<Told>,
    name: Option<Told>,
}

/// What is personal; null is what the worker keeps from this level.
#[derive(Serialize)]
struct Told {
    told: Option<String>,
}

/// A page of an audit chain.
#[derive(Serialize)]
pub(crate) struct Audit {
    desk: String,
    records: Vec<Audited>,
    /// What `after` is for the next page; null if there was nothing more.
    next: Option<u64>,
}

#[derive(Serialize)]
struct Audited {
    number: u64,
    at: String,
    by: By,
    reference: String,
    what: &'static str,
    desk: String,
    content: Option<String>,
    hash: String,
}

/// Who did it: auditors are told which member of staff.
#[derive(Serialize)]
#[serde(tag = "party", rename_all = "snake_case")]
enum By {
    Worker,
    Clock,
    Operator,
    Staff {
        id: u32,
        role: &'static str,
        desk: String,
    },
}

impl From<desk::Listed> for List {
    fn from(listed: desk::Listed) -> Self {
        let counts = listed.counts.iter();
        Self {
            counts: counts
                .map(|(queue, count)| (queue.code(), *count))
                .collect(),
            requests: listed.requests.into_iter().map(Listed::from).collect(),
            next: listed.next.map(|place| place.text()),
            unreached: codes(&listed.unreached),
        }
    }
}

impl From<desk::Found> for Found {
    fn from(found: desk::Found) -> Self {
        Self {
            requests: found.requests.into_iter().map(Listed::from).collect(),
            bounded: found.bounded,
            unreached: codes(&found.unreached),
        }
    }
}

impl From<desk::ListedRequest> for Listed {
    fn from(listed: desk::ListedRequest) -> Self {
        Self {
            reference: listed.reference.to_string(),
            category: listed.category.code(),
            from: listed.from.into(),
            station: listed.station.map(|id| id.0),
            stage: listed.stage.code(),
            queue: listed.queue.code(),
            desk: listed.desk.into(),
            holder: listed.holder.map(|id| id.0),
            due: listed.due.map(Deadline::from),
            filed_at: listed.filed_at.to_rfc3339(),
            last_at: listed.last_at.to_rfc3339(),
        }
    }
}

impl From<desk::Opened> for Opened {
    fn from(opened: desk::Opened) -> Self {
        let desk::Opened {
            filed,
            events,
            request,
            seen,
            revealed,
        } = opened;
        let photos = seen.as_ref().map_or(0, |seen| seen.photos);
        let photos = u32::try_from(photos).expect("a request has a few photos");
        Self {
            standing: Standing::of(&filed, &events, &request, photos),
            queue: request.queue().code(),
            holder: request.stage().holder().map(|id| id.0),
            seen: events.len(),
            revealed,
            submission: seen.map(Submission::from),
        }
    }
}

impl From<Seen> for Submission {
    fn from(seen: Seen) -> Self {
        let Details {
            employer,
            since,
            people,
            child,
            programme,
        } = seen.details;
        Self {
            text: seen.text,
            from: seen.place.desk().into(),
            station: match seen.place {
                Place::Station { id, .. } => Some(id.0),
                Place::Street(_) | Place::District(_) | Place::NotSure => None,
            },
            employer,
            since,
            people,
            child,
            programme: programme.map(|programme| programme.id()),
            contact: seen.contact.into(),
        }
    }
}

impl From<SeenContact> for Contact {
    fn from(contact: SeenContact) -> Self {
        let (way, phone, name) = match contact {
            SeenContact::Phone { phone, name } => ("phone", Some(phone), name),
            SeenContact::Reference { name } => ("reference", None, name),
            SeenContact::Anonymous => ("anonymous", None, None),
        };
        Self {
            way,
            phone: phone.map(Told::from),
            name: name.map(Told::from),
        }
    }
}

impl From<Personal> for Told {
    fn from(personal: Personal) -> Self {
        Self {
            told: match personal {
                Personal::Told(text) => Some(text),
                Personal::Withheld => None,
            },
        }
    }
}

impl Audit {
    /// The records of the chain of `keeper`'s object.
    pub(crate) fn new(keeper: Desk, records: &[Record]) -> Self {
        Self {
            desk: keeper.code(),
            records: records.iter().map(Audited::from).collect(),
            next: records.last().map(|record| record.number),
        }
    }
}

impl From<&Record> for Audited {
    fn from(record: &Record) -> Self {
        let entry = &record.entry;
        Self {
            number: record.number,
            at: entry.at.to_rfc3339(),
            by: match entry.actor {
                Actor::Worker => By::Worker,
                Actor::Clock => By::Clock,
                Actor::Operator => By::Operator,
                Actor::Staff(staff) => By::Staff {
                    id: staff.id.0,
                    role: staff.role.code(),
                    desk: staff.desk.code(),
                },
            },
            reference: entry.reference.to_string(),
            what: entry.what.code(),
            desk: entry.desk.code(),
            content: entry.content.map(|hash| hash.to_string()),
            hash: record.hash.to_string(),
        }
    }
}

fn codes(desks: &[Desk]) -> Vec<String> {
    desks.iter().map(|desk| desk.code()).collect()
}
