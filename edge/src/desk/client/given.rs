//! What a workplace is asked for and what it gives.

use super::{broken, read};
use crate::desk::questions::{StoredCount, StoredOpened, StoredPlace, StoredRow};
use crate::desk::shelf;
use crate::desk::trouble::{Trouble, known};
use crate::problem::Problem;
use domain::overview::{Counted, Dimension};
use domain::request::{
    Category, Due, Event, Filed, Move, Queue, Reference, Request, Seen, StageKind,
};
use domain::staff::StaffId;
use domain::station::StationId;
use domain::time::BeijingTime;
use domain::union::Desk;
use records::moment;

/// Which requests of a list.
pub(crate) struct Wanted {
    /// The desk; those below come with it.
    pub(crate) desk: Desk,
    /// Only those at that stage.
    pub(crate) stage: Option<StageKind>,
    /// Only those of that category.
    pub(crate) category: Option<Category>,
    /// Only those that the asker has in hand.
    pub(crate) mine: bool,
    /// Only what comes behind this place: the next page.
    pub(crate) after: Option<Place>,
    /// At most so many.
    pub(crate) most: u32,
}

/// A page of a list.
pub(crate) struct Listed {
    /// By deadline, the most pressing first.
    pub(crate) requests: Vec<ListedRequest>,
    /// How many there are in each queue but the last, whatever else was wanted.
    pub(crate) counts: Vec<(Queue, u32)>,
    /// Behind what the next page begins; `None` if this is the last.
    pub(crate) next: Option<Place>,
    /// Whose objects could not be reached: what they keep is not in the list, nor counted.
    pub(crate) unreached: Vec<Desk>,
}

/// What a search found.
pub(crate) struct Found {
    /// The latest first.
    pub(crate) requests: Vec<ListedRequest>,
    /// Whether there may be more: a search has its bounds.
    pub(crate) bounded: bool,
    /// Whose objects could not be reached.
    pub(crate) unreached: Vec<Desk>,
}

/// A request in a list.
pub(crate) struct ListedRequest {
    /// Its reference.
    pub(crate) reference: Reference,
    /// What it is about.
    pub(crate) category: Category,
    /// The lowest desk that the place of the matter tells; the city's if the worker is not sure.
    pub(crate) from: Desk,
    /// The station, if it is about one.
    pub(crate) station: Option<StationId>,
    /// Where it stands.
    pub(crate) stage: StageKind,
    /// Its queue.
    pub(crate) queue: Queue,
    /// Who has it.
    pub(crate) desk: Desk,
    /// Who has it in hand.
    pub(crate) holder: Option<StaffId>,
    /// When the answer is due; `None` while the clock is stopped.
    pub(crate) due: Option<Due>,
    /// When it was received.
    pub(crate) filed_at: BeijingTime,
    /// When the last thing happened.
    pub(crate) last_at: BeijingTime,
    /// How many events it has.
    pub(crate) seen: u32,
}

/// A request as a member of staff may see it.
pub(crate) struct Opened {
    /// How it began.
    pub(crate) filed: Filed,
    /// What happened; numbers in the notes are masked unless it is revealed.
    pub(crate) events: Vec<Event>,
    /// What came of that.
    pub(crate) request: Request,
    /// What was filed; `None` once it was destroyed.
    pub(crate) seen: Option<Seen>,
    /// Whether this is the answer to a reveal: nothing is masked, and it is not shown again.
    pub(crate) revealed: bool,
}

/// A move of staff's.
pub(crate) struct StaffsMove {
    /// What; a reveal is [`reveal`](super::Workplace::reveal).
    pub(crate) what: Move,
    /// What was said with it.
    pub(crate) note: Option<String>,
    /// How many events the sender had seen: if it is more by now, nothing is done.
    pub(crate) seen: u32,
    /// What the sender calls this move, however often it is sent.
    pub(crate) idempotency_key: Option<String>,
}

/// A place in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place(pub(super) StoredPlace);

impl Place {
    /// How it stands in an address.
    pub(crate) fn text(&self) -> String {
        let StoredPlace {
            queue,
            turn,
            reference,
        } = &self.0;
        format!("{queue}.{turn}.{reference}")
    }

    /// The place of that text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let queue = parts.next()?.parse().ok()?;
        let turn = parts.next()?.parse().ok()?;
        let reference = Reference::parse(parts.next()?).ok()?.to_string();
        let place = Self(StoredPlace {
            queue,
            turn,
            reference,
        });
        (place.text() == text).then_some(place)
    }
}

/// The requests of a list.
pub(super) fn read_rows(rows: Vec<StoredRow>) -> Result<Vec<ListedRequest>, Problem> {
    let rows = rows.into_iter().map(read_row);
    rows.collect::<Result<_, _>>().map_err(broken)
}

fn read_row(row: StoredRow) -> Result<ListedRequest, Trouble> {
    let reference = &row.place.reference;
    let due = |at| {
        Ok::<_, Trouble>(Due {
            at: moment(at)?,
            assumed: row.due_assumed,
        })
    };
    Ok(ListedRequest {
        reference: known("reference", reference, |text| Reference::parse(text).ok())?,
        category: known("category", &row.category, Category::from_code)?,
        from: known("desk", &row.from, Desk::from_code)?,
        station: row.station.map(StationId),
        stage: known("stage", &row.stage, StageKind::from_code)?,
        queue: shelf::queue(row.place.queue)?,
        desk: known("desk", &row.desk, Desk::from_code)?,
        holder: row.holder.map(StaffId),
        due: row.due.map(due).transpose()?,
        filed_at: moment(row.filed_at)?,
        last_at: moment(row.last_at)?,
        seen: row.seen,
    })
}

/// A number of requests.
pub(super) fn read_count(stored: &StoredCount) -> Result<Counted, Trouble> {
    let dimension = known("dimension", &stored.dimension, Dimension::from_code)?;
    Ok(Counted {
        desk: known("desk", &stored.desk, Desk::from_code)?,
        dimension,
        place: known("value", &stored.value, |code| dimension.place_of(code))?,
        count: stored.count,
    })
}

/// A request as it was opened.
pub(super) fn read_opened(opened: StoredOpened) -> Result<Opened, Trouble> {
    // To staff the other is named, and they open it.
    let (filed, events, request) = read(&opened.filed, opened.events)?;
    Ok(Opened {
        filed,
        events,
        request,
        seen: opened.seen.map(|seen| seen.read()).transpose()?,
        revealed: opened.revealed,
    })
}
