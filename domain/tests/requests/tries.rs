//! What is tried: by whom, after how long, and what is said.

use crate::model::Spot;
use domain::places::District;
use domain::request::MoveKind as Kind;
use domain::request::*;
use domain::staff::{Role, Staff, StaffId};
use domain::time::BeijingTime;
use domain::union::Desk;
use proptest::prelude::*;

/// Who tries a move: staff by number, role (2 handles requests, 3 supervises, 0 to
/// 4 there are) and desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    Worker,
    Clock,
    Operator,
    Staff(u32, usize, Spot),
}

/// A move that is tried.
#[derive(Clone, Debug)]
pub(crate) struct What {
    pub(crate) kind: Kind,
    /// Where it is dispatched to.
    pub(crate) to: Spot,
    /// Whether it is joined to itself, or answered with itself.
    pub(crate) itself: bool,
}

/// One try: after so many minutes, who, what, and whether something was said.
#[derive(Clone, Debug)]
pub(crate) struct Try {
    pub(crate) minutes: i64,
    pub(crate) settles: bool,
    pub(crate) who: Who,
    pub(crate) what: What,
    pub(crate) note: bool,
}

pub(crate) fn desk((level, district, street): Spot) -> Desk {
    let district = District::all()[district];
    match level {
        0 => Desk::Street(district.streets()[street]),
        1 => Desk::District(district),
        _ => Desk::City,
    }
}

pub(crate) fn reference(number: u8) -> Reference {
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
    let role = prop_oneof![1 => 0..5_usize, 1 => Just(2), 4 => Just(3)];
    let who = prop_oneof![
        3 => Just(Who::Worker),
        1 => Just(Who::Clock),
        1 => Just(Who::Operator),
        8 => (1..3_u32, role, spot()).prop_map(|(id, role, spot)| Who::Staff(id, role, spot)),
    ];
    let what = (
        proptest::sample::select(Kind::ALL),
        spot(),
        proptest::bool::weighted(0.1),
    );
    let what = what.prop_map(|(kind, to, itself)| What { kind, to, itself });
    let minutes =
        prop_oneof![2 => Just(0), 8 => 0..90_i64, 4 => 90..3000_i64, 1 => 3000..40_000_i64];
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

pub(crate) fn event(this: &Try, at: BeijingTime) -> Event {
    let survey = Survey::default();
    let what = match this.what.kind {
        Kind::Dispatch => Move::Dispatch {
            to: desk(this.what.to),
        },
        Kind::Join => Move::Join {
            to: reference(if this.what.itself { 1 } else { 2 }),
        },
        Kind::AnswerTogether => Move::AnswerTogether {
            with: reference(if this.what.itself { 1 } else { 2 }),
            cites: None,
        },
        Kind::Take => Move::Take,
        Kind::Return => Move::Return,
        Kind::Ask => Move::Ask,
        Kind::Write => Move::Write,
        Kind::Answer => Move::Answer { cites: None },
        Kind::ReferOut => Move::ReferOut,
        Kind::Withdraw => Move::Withdraw,
        Kind::Solved => Move::Solved(survey),
        Kind::NotSolved => Move::NotSolved(survey),
        Kind::Reveal => Move::Reveal,
        Kind::Warn => Move::Warn,
        Kind::Escalate => Move::Escalate,
        Kind::Overdue => Move::Overdue,
        Kind::Destroy => Move::Destroy,
    };
    let actor = match this.who {
        Who::Worker => Actor::Worker,
        Who::Clock => Actor::Clock,
        Who::Operator => Actor::Operator,
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

/// How a request begins, and everything that is tried.
pub(crate) type Story = ((Spot, Category, Class, i64), Vec<(Try, bool)>);

pub(crate) fn story() -> impl Strategy<Value = Story> {
    let category = proptest::sample::select(Category::ALL);
    let class = proptest::sample::select(Class::ALL);
    let filed = (spot(), category, class, 0..50_000_i64);
    (filed, proptest::collection::vec(a_try(), 1..40))
}
