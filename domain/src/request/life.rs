//! The life of a request: the fold of its events.
//!
//! A request waits at a desk, is in hand, is answered, and the worker says whether it was solved.
//! What was not solved, and what was not answered in time, goes one level up by itself and never
//! comes down again. Two returns are all there are: after them the district must take it.
//!
//! ```
//! # use domain::request::*;
//! # use domain::staff::*;
//! # use domain::time::BeijingTime;
//! # use domain::union::Desk;
//! let at = |text| BeijingTime::from_rfc3339(text).unwrap();
//! let filed = Filed {
//!     reference: Reference::new(Desk::City, [0; 8]),
//!     category: Category::Safety,
//!     desk: Desk::City,
//!     limit: Limits::NOT_FROM_SOURCES.of(Class::Urgent),
//!     at: at("2026-11-20T10:00:00+08:00"),
//! };
//! let mut request = Request::file(filed);
//! let staff = Staff { id: StaffId(7), role: Role::RequestHandler, desk: Desk::City };
//! let take = Event {
//!     actor: Actor::Staff(staff),
//!     at: at("2026-11-20T10:20:00+08:00"),
//!     note: Note::None,
//!     what: Move::Take,
//! };
//! assert_eq!(request.apply(&take), Ok(()));
//! assert_eq!(request.stage().kind(), StageKind::InHand);
//! assert_eq!(request.apply(&take), Err(Refusal::AlreadyTaken));
//! ```

mod event;
mod outline;
mod refusal;
mod stage;
mod step;

pub use event::{Event, Filed, Move, MoveKind, MoveKindSet, Note, Survey};
pub use outline::Outline;
pub use refusal::Refusal;
pub use stage::{Arrival, Stage, StageKind, StageKindSet};

use super::category::Category;
use super::deadline::{Countdown, Due};
use super::reference::Reference;
use super::rights::{Actor, may};
use crate::time::BeijingTime;
use crate::union::{Desk, Level};

/// How often a request may be returned.
pub const MOST_RETURNS: u8 = 2;

/// Where a request stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    reference: Reference,
    category: Category,
    desk: Desk,
    /// The lowest level that may still have it.
    floor: Level,
    stage: Stage,
    clock: Countdown,
    warned: bool,
    overdue: bool,
    returns: u8,
    /// Whether nothing has happened to it yet.
    is_new: bool,
    last: BeijingTime,
    /// The same without looks at the personal data.
    stirred: BeijingTime,
    destroyed: Option<BeijingTime>,
}

impl Request {
    /// As it is when it has just been received: the clock runs.
    pub fn file(filed: Filed) -> Self {
        Self {
            reference: filed.reference,
            category: filed.category,
            desk: filed.desk,
            floor: Level::Street,
            stage: Stage::Waiting(Arrival::Received),
            clock: Countdown::start(filed.limit, filed.at),
            warned: false,
            overdue: false,
            returns: 0,
            is_new: true,
            last: filed.at,
            stirred: filed.at,
            destroyed: None,
        }
    }

    /// The request of a record that was written by [`Self::apply`] and [`Self::settle`]. When the
    /// alarm rang is taken as written: it rang by the calendar of its day, which may have been
    /// without a year that is loaded now. Everything else is checked as ever.
    pub fn replay<'e>(
        filed: Filed,
        events: impl IntoIterator<Item = &'e Event>,
    ) -> Result<Self, Refusal> {
        let mut request = Self::file(filed);
        for event in events {
            request.step(event)?;
        }
        Ok(request)
    }

    /// Makes a move; if it is refused, nothing changes. Call [`Self::settle`] first: nobody moves
    /// past an alarm that should have rung.
    pub fn apply(&mut self, event: &Event) -> Result<(), Refusal> {
        if event.what.kind() == MoveKind::AnswerTogether {
            return Err(Refusal::NotAllowed);
        }
        if event.at < self.last {
            return Err(Refusal::BeforeLast { last: self.last });
        }
        match (event.actor, self.ringing(event.at)) {
            (Actor::Clock, Some(what)) if what == event.what => {}
            (Actor::Clock, _) => return Err(Refusal::NotDue),
            (_, Some(_)) => return Err(Refusal::AlarmFirst),
            (_, None) => {}
        }
        self.step(event)
    }

    /// Answers it with what was answered to `other`, to which it is joined, and gives what was done.
    /// `answer` has been applied to `other`, and the right to it was asked there.
    pub fn answer_together(&mut self, other: Reference, answer: &Event) -> Result<Event, Refusal> {
        let (Move::Answer { cites } | Move::AnswerTogether { cites, .. }) = answer.what else {
            return Err(Refusal::NotAnswered);
        };
        let event = Event {
            at: answer.at.max(self.last),
            what: Move::AnswerTogether { with: other, cites },
            ..answer.clone()
        };
        self.step(&event)?;
        Ok(event)
    }

    /// Rings every alarm that is due by `now`, and gives what was done. An alarm that was due while
    /// nobody looked rings now, and the desk above has its whole time from now.
    pub fn settle(&mut self, now: BeijingTime) -> Vec<Event> {
        let now = now.max(self.last);
        let mut rung = Vec::new();
        while let Some(what) = self.ringing(now) {
            let event = Event {
                actor: Actor::Clock,
                at: now,
                note: Note::None,
                what,
            };
            self.step(&event)
                .expect("only what the state allows is rung");
            rung.push(event);
        }
        rung
    }

    /// When the alarm must ring next; `None` while the clock is stopped, and where nothing would
    /// follow from it.
    pub fn next_alarm(&self) -> Option<Due> {
        match (self.overdue, self.warned) {
            (true, _) => None,
            (false, false) => self.clock.warning(),
            (false, true) => self.clock.due(),
        }
    }

    /// When the answer is due; `None` while the clock is stopped.
    pub fn due(&self) -> Option<Due> {
        self.clock.due()
    }

    /// What the alarm does at `now`, if it is due.
    fn ringing(&self, now: BeijingTime) -> Option<Move> {
        let is_past = |due: Option<Due>| due.is_some_and(|due| due.at <= now);
        if self.overdue {
            return None;
        }
        if is_past(self.clock.due()) {
            return Some(match self.desk.up() {
                Some(_) => Move::Escalate,
                None => Move::Overdue,
            });
        }
        (!self.warned && is_past(self.clock.warning())).then_some(Move::Warn)
    }

    /// Whether `actor` may make a move of this kind now, as far as rights go.
    pub fn may(&self, actor: Actor, kind: MoveKind) -> bool {
        may(actor, kind, self.desk)
    }

    /// Its reference.
    pub fn reference(&self) -> Reference {
        self.reference
    }

    /// What it is about.
    pub fn category(&self) -> Category {
        self.category
    }

    /// The desk that has it, or had it last.
    pub fn desk(&self) -> Desk {
        self.desk
    }

    /// The lowest level that may still have it.
    pub fn floor(&self) -> Level {
        self.floor
    }

    /// Where it stands.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The clock of its deadline.
    pub fn clock(&self) -> &Countdown {
        &self.clock
    }

    /// Whether the desk was warned that the deadline is near.
    pub fn is_warned(&self) -> bool {
        self.warned
    }

    /// Whether the deadline has passed at the top, where nobody is left to escalate to.
    pub fn is_overdue(&self) -> bool {
        self.overdue
    }

    /// How often it was returned.
    pub fn returns(&self) -> u8 {
        self.returns
    }

    /// When the last thing happened to it.
    pub fn last_at(&self) -> BeijingTime {
        self.last
    }

    /// Since when nobody has done or said anything, once no desk owes an answer; a look at the
    /// personal data does not count. `None` while one does, and once there is none to look at.
    pub fn at_rest_since(&self) -> Option<BeijingTime> {
        let is_at_rest = !self.stage.is_open() && self.destroyed.is_none();
        is_at_rest.then_some(self.stirred)
    }

    /// When its personal data was destroyed.
    pub fn destroyed_at(&self) -> Option<BeijingTime> {
        self.destroyed
    }
}

#[cfg(test)]
mod tests;
