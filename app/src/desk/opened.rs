//! A request as somebody sees it who works on it.

use super::sent::Unsent;
use crate::staff::Who;
use domain::request::{Actor, Event, Filed, Move, MoveKind, Note, Reference, Request, Seen};
use domain::time::BeijingTime;
use domain::union::Desk;

/// The page of a request for a member of staff.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Who looks.
    pub who: Who,
    /// What the next move is called, however often it is sent.
    pub key: String,
    /// How it began.
    pub filed: Filed,
    /// What happened to it, with the notes.
    pub events: Vec<Event>,
    /// What came of that.
    pub request: Request,
    /// What was asked, as this level sees it; `None` once it was destroyed.
    pub seen: Option<Seen>,
    /// The name of the station, if it is about one.
    pub station: Option<String>,
    /// Whether it was revealed, just for this page.
    pub is_revealed: bool,
    /// The move that was just made.
    pub done: Option<MoveKind>,
    /// What was to be done and was not, or not yet.
    pub unsent: Option<Unsent>,
}

impl Opened {
    /// Whether whoever looks may make a move of this kind at `now`. What the alarm has still to
    /// ring for goes first, as it will when the move is made.
    pub fn allows(&self, kind: MoveKind, now: BeijingTime) -> bool {
        let what = match kind {
            MoveKind::Dispatch => match self.below().next() {
                Some(to) => Move::Dispatch { to },
                None => return false,
            },
            MoveKind::Join => Move::Join {
                to: self.any_other(),
            },
            MoveKind::Take => Move::Take,
            MoveKind::Return => Move::Return,
            MoveKind::Ask => Move::Ask,
            MoveKind::Write => Move::Write,
            MoveKind::Answer => Move::Answer { cites: None },
            MoveKind::ReferOut => Move::ReferOut,
            MoveKind::Reveal => Move::Reveal,
            _ => return false,
        };
        let mut request = self.request.clone();
        request.settle(now);
        let event = Event {
            actor: Actor::Staff(self.who.staff),
            at: now.max(request.last_at()),
            // Something was said; what does not matter.
            note: Note::Destroyed,
            what,
        };
        request.apply(&event).is_ok()
    }

    /// The desks to which it may be handed on, the districts in order, each before its streets.
    pub(crate) fn below(&self) -> impl Iterator<Item = Desk> {
        let (desk, floor) = (self.request.desk(), self.request.floor());
        desk.below().filter(move |to| to.level() >= floor)
    }

    /// A reference that is not its own.
    fn any_other(&self) -> Reference {
        let of = |random| Reference::new(self.request.reference().keeper(), random);
        let one = of([0; 8]);
        match one == self.request.reference() {
            true => of([1; 8]),
            false => one,
        }
    }
}
