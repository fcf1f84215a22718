//! The model: what a request should be, as plainly as it can be said.

use crate::days::works;
use crate::tries::{What, Who};
use domain::request::MoveKind as Kind;

/// A desk as three numbers: level, district, street; the last two are 0 where they mean nothing.
pub(crate) type Spot = (u8, usize, usize);

/// Where a request can be, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    Waiting,
    Held(u32),
    Asked(u32),
    Answered,
    Joined,
    Handed,
    Ended,
}

#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) spot: Spot,
    pub(crate) floor: u8,
    pub(crate) at: At,
    pub(crate) returns: u8,
    pub(crate) warned: bool,
    pub(crate) overdue: bool,
    pub(crate) destroyed: bool,
    pub(crate) private: bool,
    /// When it was filed, until something happens to it.
    pub(crate) filed: Option<i64>,
    pub(crate) days: bool,
    pub(crate) limit: i64,
    pub(crate) warn: i64,
    /// Minutes since the beginning of the test's time in which the clock ran, one by one.
    pub(crate) used: i64,
    pub(crate) running: bool,
    pub(crate) now: i64,
}

pub(crate) fn up(spot: Spot) -> Option<Spot> {
    match spot {
        (0, district, _) => Some((1, district, 0)),
        (1, ..) => Some((2, 0, 0)),
        _ => None,
    }
}

fn below(spot: Spot, to: Spot) -> bool {
    match (spot, to) {
        ((2, ..), (0 | 1, ..)) => true,
        ((1, district, _), (0, of, _)) => district == of,
        _ => false,
    }
}

impl Model {
    fn open(&self) -> bool {
        matches!(self.at, At::Waiting | At::Held(_) | At::Asked(_))
    }

    /// Lets the time pass, a minute at a time.
    pub(crate) fn pass(&mut self, to: i64) {
        while self.now < to {
            if self.running && (!self.days || works(self.now)) {
                self.used += 1;
            }
            self.now += 1;
        }
    }

    /// What the alarm should do now.
    pub(crate) fn rings(&self) -> Option<Kind> {
        let ticking = self.running && !self.overdue;
        match () {
            () if !ticking => None,
            () if self.used >= self.limit && self.spot.0 == 2 => Some(Kind::Overdue),
            () if self.used >= self.limit => Some(Kind::Escalate),
            () if self.used >= self.limit - self.warn && !self.warned => Some(Kind::Warn),
            () => None,
        }
    }

    /// Every reason against a move; none is that it is legal.
    pub(crate) fn against(&self, who: Who, what: &What, note: bool) -> Vec<&'static str> {
        let mut against = Vec::new();
        let mut unless = |good: bool, reason| {
            if !good {
                against.push(reason);
            }
        };
        let kind = what.kind;
        let here = matches!(who, Who::Staff(_, _, spot) if spot == self.spot);
        let supervises = matches!(who, Who::Staff(_, 3, _));
        let handles = supervises || matches!(who, Who::Staff(_, 2, _));
        let rightful = match kind {
            Kind::Withdraw | Kind::Solved | Kind::NotSolved => who == Who::Worker,
            Kind::Write => who == Who::Worker || here && handles,
            Kind::Take | Kind::Return | Kind::Ask | Kind::Answer | Kind::Reveal => here && handles,
            Kind::Join => who == Who::Worker || here && supervises,
            Kind::AnswerTogether => matches!(who, Who::Staff(..)),
            Kind::Dispatch | Kind::ReferOut => here && supervises,
            Kind::Warn | Kind::Escalate | Kind::Overdue => who == Who::Clock,
            Kind::Destroy => who == Who::Operator,
        };
        unless(rightful, "no right");
        unless(!self.destroyed, "destroyed");
        let wordless = [
            Kind::Dispatch,
            Kind::Take,
            Kind::Join,
            Kind::Withdraw,
            Kind::Solved,
            Kind::NotSolved,
            Kind::Warn,
            Kind::Escalate,
            Kind::Overdue,
            Kind::Destroy,
        ];
        unless(note || wordless.contains(&kind), "no note");
        match who {
            Who::Clock => unless(self.rings() == Some(kind), "not due"),
            _ => unless(self.rings().is_none(), "alarm first"),
        }
        let me = if let Who::Staff(id, ..) = who { id } else { 0 };
        match kind {
            Kind::Solved | Kind::NotSolved => unless(
                matches!(self.at, At::Answered | At::Joined | At::Handed),
                "no answer",
            ),
            Kind::Write => unless(self.at != At::Ended, "ended"),
            Kind::Reveal => {}
            Kind::Destroy => unless(!self.open(), "open"),
            Kind::AnswerTogether => unless(self.at == At::Joined && !what.itself, "not joined"),
            _ => unless(self.open(), "not open"),
        }
        match kind {
            Kind::Take => unless(
                self.at != At::Held(me) && self.at != At::Asked(me),
                "has it",
            ),
            Kind::Ask => unless(self.at == At::Held(me), "not held, or asked"),
            Kind::Answer => unless(
                self.at == At::Held(me) || self.at == At::Asked(me),
                "not held",
            ),
            Kind::Return => unless(self.spot.0 < 2 && self.returns < 2, "no return"),
            Kind::Dispatch => unless(
                below(self.spot, what.to) && what.to.0 >= self.floor,
                "not there",
            ),
            Kind::Join => {
                unless(!self.private && !what.itself, "no join");
                let is_filing = self.filed == Some(self.now);
                unless(who != Who::Worker || is_filing, "too late to join");
            }
            _ => {}
        }
        against
    }

    /// Makes a legal move.
    pub(crate) fn make(&mut self, who: Who, what: &What) {
        let me = if let Who::Staff(id, ..) = who { id } else { 0 };
        self.filed = None;
        match what.kind {
            Kind::Dispatch => (self.spot, self.at, self.running) = (what.to, At::Waiting, true),
            Kind::Take => {
                self.at = if matches!(self.at, At::Asked(_)) {
                    At::Asked(me)
                } else {
                    At::Held(me)
                }
            }
            Kind::Return => {
                self.returns += 1;
                if self.returns == 2 {
                    self.floor = self.floor.max(1);
                }
                (self.spot, self.at, self.running) = (up(self.spot).unwrap(), At::Waiting, true);
            }
            Kind::Ask => (self.at, self.running) = (At::Asked(me), false),
            Kind::Write => {
                if let (Who::Worker, At::Asked(by)) = (who, self.at) {
                    (self.at, self.running) = (At::Held(by), true);
                }
            }
            Kind::Answer => (self.at, self.running) = (At::Answered, false),
            Kind::Join => (self.at, self.running) = (At::Joined, false),
            Kind::AnswerTogether => {
                if let Who::Staff(_, _, spot) = who
                    && below(spot, self.spot)
                {
                    self.spot = spot;
                }
                self.at = At::Answered;
            }
            Kind::ReferOut => (self.at, self.running) = (At::Handed, false),
            Kind::Withdraw => (self.at, self.running) = (At::Ended, false),
            Kind::Solved => self.at = At::Ended,
            Kind::NotSolved | Kind::Escalate => {
                self.spot = up(self.spot).unwrap_or(self.spot);
                self.floor = self.spot.0;
                (self.at, self.used, self.running) = (At::Waiting, 0, true);
                (self.warned, self.overdue) = (false, false);
            }
            Kind::Reveal => {}
            Kind::Warn => self.warned = true,
            Kind::Overdue => self.overdue = true,
            Kind::Destroy => self.destroyed = true,
        }
    }
}
