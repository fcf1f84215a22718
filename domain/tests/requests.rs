//! Requests against a simple model: random moves, legal and not, by anybody at any time.
//!
//! The model shares nothing with the crate but the words for moves: desks are numbers, the state is
//! flat, legality is a list of reasons against, and the clock is counted minute by minute on days
//! off and make-up days that are written down here once more.

#[path = "requests/model.rs"]
mod model;

use chrono::{Datelike, Days, NaiveDate};
use domain::places::District;
use domain::request::MoveKind as Kind;
use domain::request::*;
use domain::time::BeijingTime;
use model::{At, Model, Spot};
use proptest::prelude::*;

/// Who tries a move: staff by number, role (0 to 2) and desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    Worker,
    Clock,
    Staff(u32, usize, Spot),
}

/// A move that is tried.
#[derive(Clone, Debug)]
pub(crate) struct What {
    kind: Kind,
    /// Where it is dispatched to.
    to: Spot,
    /// Whether it is joined to itself.
    itself: bool,
}

/// One try: after so many minutes, who, what, and whether something was said.
#[derive(Clone, Debug)]
struct Try {
    minutes: i64,
    settles: bool,
    who: Who,
    what: What,
    note: bool,
}

/// The first moment of the test's time.
const BEGINS: &str = "2026-09-01T00:00:00+08:00";

/// First and last days off from September 2026 on; the year after is not published.
const DAYS_OFF: [(&str, &str); 2] = [("2026-09-25", "2026-09-27"), ("2026-10-01", "2026-10-07")];
const WORKED: [&str; 2] = ["2026-09-20", "2026-10-10"];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn begins() -> BeijingTime {
    BeijingTime::from_rfc3339(BEGINS).unwrap()
}

/// Whether people work on the `index`th day of the test's time.
fn works(index: u64) -> bool {
    let date = day("2026-09-01") + Days::new(index);
    let off = DAYS_OFF
        .iter()
        .any(|(first, last)| (day(first)..=day(last)).contains(&date));
    let worked = WORKED.iter().any(|worked| day(worked) == date);
    worked || !off && date.weekday().number_from_monday() <= 5
}

fn desk((level, district, street): Spot) -> Desk {
    let district = District::all()[district];
    match level {
        0 => Desk::Street(district.streets()[street]),
        1 => Desk::District(district),
        _ => Desk::City,
    }
}

fn reference(number: u8) -> Reference {
    Reference::new(Desk::City, [number; 8])
}

fn spot() -> impl Strategy<Value = Spot> {
    prop_oneof![
        (0..2_usize, 0..2_usize).prop_map(|(district, street)| (0, district, street)),
        (0..2_usize).prop_map(|district| (1, district, 0)),
        Just((2, 0, 0)),
    ]
}

/// A try by anybody, and whether staff try it at the desk that has the request.
fn a_try() -> impl Strategy<Value = (Try, bool)> {
    let who = prop_oneof![
        3 => Just(Who::Worker),
        1 => Just(Who::Clock),
        8 => (1..4_u32, 0..3_usize, spot()).prop_map(|(id, role, spot)| Who::Staff(id, role, spot)),
    ];
    let what = (
        proptest::sample::select(Kind::ALL),
        spot(),
        proptest::bool::weighted(0.1),
    );
    let what = what.prop_map(|(kind, to, itself)| What { kind, to, itself });
    let minutes = prop_oneof![4 => 0..90_i64, 2 => 90..3000_i64, 1 => 3000..40_000_i64];
    let rest = (
        proptest::bool::weighted(0.9),
        proptest::bool::weighted(0.9),
        proptest::bool::weighted(0.8),
    );
    (minutes, who, what, rest).prop_map(|(minutes, who, what, (settles, note, here))| {
        (
            Try {
                minutes,
                settles,
                who,
                what,
                note,
            },
            here,
        )
    })
}

fn event(this: &Try, at: BeijingTime) -> Event {
    let survey = Survey::default();
    let what = match this.what.kind {
        Kind::Dispatch => Move::Dispatch {
            to: desk(this.what.to),
        },
        Kind::Join => Move::Join {
            to: reference(if this.what.itself { 1 } else { 2 }),
        },
        Kind::Take => Move::Take,
        Kind::Return => Move::Return,
        Kind::Ask => Move::Ask,
        Kind::Write => Move::Write,
        Kind::Answer => Move::Answer,
        Kind::ReferOut => Move::ReferOut,
        Kind::Withdraw => Move::Withdraw,
        Kind::Solved => Move::Solved(survey),
        Kind::NotSolved => Move::NotSolved(survey),
        Kind::Reveal => Move::Reveal,
        Kind::Warn => Move::Warn,
        Kind::Escalate => Move::Escalate,
        Kind::Overdue => Move::Overdue,
    };
    let actor = match this.who {
        Who::Worker => Actor::Worker,
        Who::Clock => Actor::Clock,
        Who::Staff(id, role, spot) => Actor::Staff(Staff {
            id: StaffId(id),
            role: Role::ALL[role],
            desk: desk(spot),
        }),
    };
    let note = if this.note {
        Note::Said("说明".into())
    } else {
        Note::None
    };
    Event {
        actor,
        at,
        note,
        what,
    }
}

/// The stage that the model is at, as far as the model tells stages apart.
fn at(stage: Stage) -> At {
    match stage {
        Stage::Waiting(_) => At::Waiting,
        Stage::InHand { by, asked: false } => At::Held(by.0),
        Stage::InHand { by, asked: true } => At::Asked(by.0),
        Stage::Answered => At::Answered,
        Stage::Joined { .. } | Stage::ReferredOut => At::Handed,
        Stage::Solved | Stage::Withdrawn => At::Ended,
    }
}

struct Both {
    filed: Filed,
    request: Request,
    model: Model,
    works: Vec<bool>,
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
            private,
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
            what: None,
            desk: filed.desk,
            content: None,
        };
        Self {
            filed,
            request: Request::file(filed),
            model,
            works: (0..1500).map(works).collect(),
            events: Vec::new(),
            audit: vec![Record::after(None, entry)],
        }
    }

    fn record(&mut self, event: Event) {
        let entry = Entry {
            at: event.at,
            actor: event.actor,
            reference: self.request.reference(),
            what: Some(event.what.kind()),
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
        let works = self.works.clone();
        let works = |minute: i64| works[usize::try_from(minute / 1440).unwrap()];
        if self.model.rings().is_none() {
            let mut ahead = self.model.clone();
            let before = alarm.filter(|alarm| *alarm <= minute);
            ahead.pass(before.map_or(minute, |alarm| alarm - 1), works);
            assert_eq!(ahead.rings(), None, "the alarm is set too late");
            if let Some(alarm) = before {
                ahead.pass(alarm, works);
                assert!(ahead.rings().is_some(), "the alarm is set too early");
            }
        }
        self.model.pass(minute, works);
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_moves_lead_where_the_model_leads(
        first in spot(),
        category in proptest::sample::select(Category::ALL),
        class in proptest::sample::select(Class::ALL),
        minute in 0..50_000_i64,
        tries in proptest::collection::vec(a_try(), 1..40),
    ) {
        let mut both = Both::file(first, category, class, minute);
        for (mut this, here) in tries {
            both.pass(both.model.now + this.minutes);
            if this.settles {
                both.settle();
            }
            if let (Who::Staff(id, role, _), true) = (this.who, here) {
                this.who = Who::Staff(id, role, both.model.spot);
            }
            let event = event(&this, begins().plus_minutes(both.model.now));
            let before = both.request.clone();
            let against = both.model.against(this.who, &this.what, this.note);
            match both.request.apply(&event) {
                Ok(()) => {
                    prop_assert!(against.is_empty(), "{:?} was taken: {:?}", event, against);
                    both.model.make(this.who, &this.what);
                    both.record(event);
                }
                Err(refusal) => {
                    prop_assert!(!against.is_empty(), "{:?} was refused: {:?}", event, refusal);
                    prop_assert_eq!(&both.request, &before);
                }
            }
            both.agree();
        }
        prop_assert_eq!(Request::replay(both.filed, &both.events), Ok(both.request));
        prop_assert_eq!(both.audit.len(), both.events.len() + 1);
        prop_assert!(verify(&both.audit).is_ok());
    }
}
