//! What each move does, and when it cannot be made.

use super::{Actor, Arrival, Event, MOST_RETURNS, Move, MoveKind, Refusal, Request, Stage};
use crate::request::{Countdown, Reference};
use crate::staff::StaffId;
use crate::time::BeijingTime;
use crate::union::{Desk, Level};

impl Request {
    /// Checks a move against the state alone, and makes it.
    pub(super) fn step(&mut self, event: &Event) -> Result<(), Refusal> {
        let kind = event.what.kind();
        if self.destroyed.is_some() {
            return Err(Refusal::Destroyed);
        }
        // To answer together is nobody's to make: the right to it was asked where it was answered.
        if kind != MoveKind::AnswerTogether && !self.may(event.actor, kind) {
            return Err(Refusal::NotAllowed);
        }
        if kind.needs_note() && event.note.is_empty() {
            return Err(Refusal::NoteMissing);
        }
        match event.what {
            Move::Dispatch { to } => self.dispatch(to, event.at)?,
            Move::Take => self.take(event.actor)?,
            Move::Return => self.give_back(event.at)?,
            Move::Ask => self.ask(event)?,
            Move::Write => self.write(event)?,
            Move::Answer { .. } => self.answer(event)?,
            Move::Join { to } => self.join(to, event)?,
            Move::AnswerTogether { with, .. } => self.be_answered_with(with, event.actor)?,
            Move::ReferOut => self.close(Stage::ReferredOut, event.at)?,
            Move::Withdraw => self.close(Stage::Withdrawn, event.at)?,
            Move::Solved(_) => self.solved()?,
            Move::NotSolved(_) => self.not_solved(event.at)?,
            Move::Reveal => {}
            Move::Warn => self.warn()?,
            Move::Escalate => self.escalate(event.at)?,
            Move::Overdue => self.mark_overdue()?,
            Move::Destroy => self.destroy(event.at)?,
        }
        self.last = self.last.max(event.at);
        if !matches!(event.what, Move::Reveal | Move::Destroy) {
            self.stirred = self.last;
        }
        self.is_new = false;
        Ok(())
    }

    fn dispatch(&mut self, to: Desk, at: BeijingTime) -> Result<(), Refusal> {
        self.open()?;
        if !self.desk.is_above(to) {
            return Err(Refusal::NotBelow);
        }
        if to.level() < self.floor {
            return Err(Refusal::TooLow { floor: self.floor });
        }
        self.arrive(to, Arrival::Dispatched, at);
        Ok(())
    }

    fn take(&mut self, actor: Actor) -> Result<(), Refusal> {
        self.open()?;
        let by = staff_id(actor)?;
        let asked = match self.stage {
            Stage::InHand { by: holder, .. } if holder == by => return Err(Refusal::AlreadyTaken),
            Stage::InHand { asked, .. } => asked,
            _ => false,
        };
        self.stage = Stage::InHand { by, asked };
        Ok(())
    }

    fn give_back(&mut self, at: BeijingTime) -> Result<(), Refusal> {
        self.open()?;
        let above = self.desk.up().ok_or(Refusal::NothingAbove)?;
        if self.returns == MOST_RETURNS {
            return Err(Refusal::ReturnedTooOften);
        }
        self.returns += 1;
        if self.returns == MOST_RETURNS {
            self.floor = self.floor.max(Level::District);
        }
        self.arrive(above, Arrival::Returned, at);
        Ok(())
    }

    fn ask(&mut self, event: &Event) -> Result<(), Refusal> {
        let (by, asked) = self.held_by(event.actor)?;
        if asked {
            return Err(Refusal::AlreadyAsked);
        }
        self.clock.stop(event.at);
        self.stage = Stage::InHand { by, asked: true };
        Ok(())
    }

    fn write(&mut self, event: &Event) -> Result<(), Refusal> {
        match (event.actor, self.stage) {
            (_, stage) if stage.is_ended() => return Err(Refusal::Ended),
            (Actor::Worker, Stage::InHand { by, asked: true }) => {
                self.clock.resume(event.at);
                self.stage = Stage::InHand { by, asked: false };
            }
            _ => {}
        }
        Ok(())
    }

    fn answer(&mut self, event: &Event) -> Result<(), Refusal> {
        self.held_by(event.actor)?;
        self.close(Stage::Answered, event.at)
    }

    fn join(&mut self, to: Reference, event: &Event) -> Result<(), Refusal> {
        self.open()?;
        let is_filing = self.is_new && event.at == self.last;
        if event.actor == Actor::Worker && !is_filing {
            return Err(Refusal::OnlyWhileFiling);
        }
        if self.category.profile().private {
            return Err(Refusal::Private);
        }
        if to == self.reference {
            return Err(Refusal::JoinedToItself);
        }
        self.close(Stage::Joined { to }, event.at)
    }

    /// The desk that answered has it from now on, so that it goes up from there if that solved
    /// nothing.
    fn be_answered_with(&mut self, with: Reference, actor: Actor) -> Result<(), Refusal> {
        if self.stage != (Stage::Joined { to: with }) {
            return Err(Refusal::NotJoined);
        }
        let Actor::Staff(staff) = actor else {
            return Err(Refusal::NotAllowed);
        };
        if staff.desk.is_above(self.desk) {
            self.desk = staff.desk;
        }
        self.stage = Stage::Answered;
        Ok(())
    }

    /// Nobody owes an answer any more.
    fn close(&mut self, stage: Stage, at: BeijingTime) -> Result<(), Refusal> {
        self.open()?;
        self.clock.stop(at);
        self.stage = stage;
        Ok(())
    }

    fn solved(&mut self) -> Result<(), Refusal> {
        self.awaiting_verdict()?;
        self.stage = Stage::Solved;
        Ok(())
    }

    fn not_solved(&mut self, at: BeijingTime) -> Result<(), Refusal> {
        self.awaiting_verdict()?;
        self.go_up(Arrival::Reopened, at);
        Ok(())
    }

    fn warn(&mut self) -> Result<(), Refusal> {
        self.ticking()?;
        if self.warned {
            return Err(Refusal::NotDue);
        }
        self.warned = true;
        Ok(())
    }

    fn escalate(&mut self, at: BeijingTime) -> Result<(), Refusal> {
        self.ticking()?;
        if self.desk.up().is_none() {
            return Err(Refusal::NothingAbove);
        }
        self.go_up(Arrival::Escalated, at);
        Ok(())
    }

    fn mark_overdue(&mut self) -> Result<(), Refusal> {
        self.ticking()?;
        if self.desk.up().is_some() {
            return Err(Refusal::NotDue);
        }
        self.overdue = true;
        Ok(())
    }

    fn destroy(&mut self, at: BeijingTime) -> Result<(), Refusal> {
        if self.stage.is_open() {
            return Err(Refusal::StillOpen);
        }
        self.destroyed = Some(at);
        Ok(())
    }

    /// To the desk above, or anew at the city's, with the whole time again.
    fn go_up(&mut self, arrival: Arrival, at: BeijingTime) {
        self.desk = self.desk.up().unwrap_or(self.desk);
        self.floor = self.desk.level();
        self.stage = Stage::Waiting(arrival);
        self.clock = Countdown::start(self.clock.limit(), at);
        self.warned = false;
        self.overdue = false;
    }

    /// To another desk within the same time. Whoever asked the worker something no longer has it,
    /// so the clock does not wait for a reply.
    fn arrive(&mut self, desk: Desk, arrival: Arrival, at: BeijingTime) {
        self.desk = desk;
        self.stage = Stage::Waiting(arrival);
        self.clock.resume(at);
    }

    fn held_by(&self, actor: Actor) -> Result<(StaffId, bool), Refusal> {
        self.open()?;
        match self.stage {
            Stage::InHand { by, asked } if by == staff_id(actor)? => Ok((by, asked)),
            Stage::InHand { .. } => Err(Refusal::NotTheHolder),
            _ => Err(Refusal::NotInHand),
        }
    }

    fn open(&self) -> Result<(), Refusal> {
        self.stage.is_open().then_some(()).ok_or(Refusal::NotOpen)
    }

    fn awaiting_verdict(&self) -> Result<(), Refusal> {
        match self.stage {
            stage if stage.awaits_verdict() => Ok(()),
            stage if stage.is_ended() => Err(Refusal::Ended),
            _ => Err(Refusal::NotAnswered),
        }
    }

    /// The alarm has something to ring for.
    fn ticking(&self) -> Result<(), Refusal> {
        let ticking = self.stage.is_open() && self.clock.is_running() && !self.overdue;
        ticking.then_some(()).ok_or(Refusal::NotDue)
    }
}

fn staff_id(actor: Actor) -> Result<StaffId, Refusal> {
    match actor {
        Actor::Staff(staff) => Ok(staff.id),
        Actor::Worker | Actor::Clock | Actor::Operator => Err(Refusal::NotAllowed),
    }
}
