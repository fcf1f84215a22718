//! The crate and the model, side by side.

use crate::days::begins;
use crate::model::{At, Model, Spot};
use crate::tries::{Story, What, Who, desk, event, reference};
use domain::chain::verify;
use domain::request::*;
use domain::union::Level;

/// The stage that the model is at, as far as the model tells stages apart.
fn at(stage: Stage) -> At {
    match stage {
        Stage::Waiting(_) => At::Waiting,
        Stage::InHand { by, asked: false } => At::Held(by.0),
        Stage::InHand { by, asked: true } => At::Asked(by.0),
        Stage::Answered => At::Answered,
        Stage::Joined { .. } => At::Joined,
        Stage::ReferredOut => At::Handed,
        Stage::Solved | Stage::Withdrawn => At::Ended,
    }
}

struct Both {
    filed: Filed,
    request: Request,
    model: Model,
    events: Vec<Event>,
    audit: Vec<Record>,
}

impl Both {
    fn file(spot: Spot, category: Category, class: Class, minute: i64) -> Self {
        let limit = Limits::NOT_FROM_SOURCES.of(class);
        let filed = Filed {
            reference: reference(1),
            category,
            desk: desk(spot),
            limit,
            at: begins().plus_minutes(minute),
        };
        let (days, limit, warn) = match class {
            Class::Urgent => (false, 120, 30),
            Class::Day => (false, 1440, 240),
            Class::Week => (true, 7 * 1440, 1440),
            Class::Fortnight => (true, 15 * 1440, 2 * 1440),
        };
        let private = !matches!(
            category,
            Category::Station | Category::Childcare | Category::Safety | Category::Praise
        );
        let model = Model {
            spot,
            floor: 0,
            at: At::Waiting,
            returns: 0,
            warned: false,
            overdue: false,
            destroyed: false,
            private,
            filed: Some(minute),
            days,
            limit,
            warn,
            used: 0,
            running: true,
            now: minute,
        };
        let entry = Entry {
            at: filed.at,
            actor: Actor::Worker,
            reference: filed.reference,
            what: Deed::Filed,
            desk: filed.desk,
            content: None,
        };
        Self {
            filed,
            request: Request::file(filed),
            model,
            events: Vec::new(),
            audit: vec![Record::after(None, entry)],
        }
    }

    fn record(&mut self, event: Event) {
        let entry = Entry {
            at: event.at,
            actor: event.actor,
            reference: self.request.reference(),
            what: Deed::Moved(event.what.kind()),
            desk: self.request.desk(),
            content: None,
        };
        self.audit.push(Record::after(self.audit.last(), entry));
        self.events.push(event);
    }

    fn settle(&mut self) {
        let now = begins().plus_minutes(self.model.now);
        for event in self.request.settle(now) {
            let kind = event.what.kind();
            assert_eq!(
                self.model.rings(),
                Some(kind),
                "the alarm rang for another reason"
            );
            let what = What {
                kind,
                to: (2, 0, 0),
                itself: false,
            };
            self.model.make(Who::Clock, &what);
            self.record(event);
        }
        assert_eq!(self.model.rings(), None, "the alarm did not ring");
    }

    /// Goes on to `minute`; on the way the alarm must be set for when the model rings.
    fn pass(&mut self, minute: i64) {
        let alarm = self
            .request
            .next_alarm()
            .map(|due| due.at.minutes_since(begins()));
        if self.model.rings().is_none() {
            let mut ahead = self.model.clone();
            let before = alarm.filter(|alarm| *alarm <= minute);
            ahead.pass(before.map_or(minute, |alarm| alarm - 1));
            assert_eq!(ahead.rings(), None, "the alarm is set too late");
            if let Some(alarm) = before {
                ahead.pass(alarm);
                assert!(ahead.rings().is_some(), "the alarm is set too early");
            }
        }
        self.model.pass(minute);
    }

    fn agree(&self) {
        let (request, model) = (&self.request, &self.model);
        assert_eq!(request.desk(), desk(model.spot));
        assert_eq!(at(request.stage()), model.at);
        assert_eq!(Level::ALL[usize::from(model.floor)], request.floor());
        assert_eq!(
            (request.returns(), request.is_warned()),
            (model.returns, model.warned)
        );
        assert_eq!(
            (request.is_overdue(), request.clock().is_running()),
            (model.overdue, model.running)
        );
        let now = begins().plus_minutes(model.now);
        assert_eq!(i64::from(request.clock().minutes_used(now)), model.used);
        assert!(request.returns() <= MOST_RETURNS && request.desk().level() >= request.floor());
        assert_eq!(
            request.stage().is_open(),
            model.running || matches!(model.at, At::Asked(_))
        );
    }
}

/// Tries it all with both, and gives the moves that were made and the stages that were reached.
pub(crate) fn play(
    ((first, category, class, minute), tries): Story,
) -> (MoveKindSet, StageKindSet) {
    let mut both = Both::file(first, category, class, minute);
    let mut stages = StageKindSet::EMPTY;
    for (mut this, here) in tries {
        both.pass(both.model.now + this.minutes);
        if this.settles {
            both.settle();
            stages = stages.with(both.request.stage().kind());
        }
        if let (Who::Staff(id, role, _), true) = (this.who, here) {
            this.who = Who::Staff(id, role, both.model.spot);
        }
        let event = event(&this, begins().plus_minutes(both.model.now));
        let before = both.request.clone();
        let against = both.model.against(this.who, &this.what, this.note);
        let tried = match event.what {
            Move::AnswerTogether { with, cites } => {
                let answer = Event {
                    what: Move::Answer { cites },
                    ..event.clone()
                };
                both.request.answer_together(with, &answer).map(drop)
            }
            _ => both.request.apply(&event),
        };
        match tried {
            Ok(()) => {
                assert!(against.is_empty(), "{event:?} was taken: {against:?}");
                both.model.make(this.who, &this.what);
                both.record(event);
            }
            Err(refusal) => {
                assert!(!against.is_empty(), "{event:?} was refused: {refusal:?}");
                assert_eq!(both.request, before, "a refused move changed something");
            }
        }
        both.agree();
        stages = stages.with(both.request.stage().kind());
    }
    let replayed = Request::replay(both.filed, &both.events);
    assert_eq!(replayed.as_ref(), Ok(&both.request));
    assert_eq!(
        both.audit.len(),
        both.events.len() + 1,
        "a move is not audited"
    );
    assert!(verify(&both.audit).is_ok());
    let made = both.events.iter().map(|event| event.what.kind());
    (made.collect(), stages)
}
