//! The pages of a desk, as somebody might see them.

use super::super::examples::now;
use super::super::requests::examples::{ANSWERED, ASKED, KEY, after, checked, filed};
use crate::desk::{
    Hitch, List, Narrowing, Obstacle, Opened, Outcome, Row, Shown, Tick, Ticked, Together, Typed,
    Undone, Unsent,
};
use crate::document::Page;
use crate::staff::Who;
use domain::policy::Programme;
use domain::request::*;
use domain::staff::{Role, Staff, StaffId};
use domain::union::{Desk, Level};

pub(crate) const TOKEN: &str = "fedcba9876543210fedcba9876543210";

/// Somebody who may do everything at the desk that has the request.
pub(crate) fn me() -> Staff {
    Staff {
        id: StaffId(7),
        role: Role::Supervisor,
        desk: filed().desk,
    }
}

pub(crate) fn signed_in(staff: Staff) -> Who {
    Who {
        name: "li.na".to_owned(),
        person: "Li Na".to_owned(),
        staff,
        form_token: TOKEN.to_owned(),
    }
}

/// A request after these moves, for `staff`.
pub(crate) fn opened_by(staff: Staff, moves: &[(Move, &str)]) -> Opened {
    let standing = after(moves);
    Opened {
        who: signed_in(staff),
        key: KEY.to_owned(),
        filed: standing.filed,
        events: standing.events,
        request: standing.request,
        seen: Some(checked(&[]).submission.masked_for(Level::Street)),
        station: None,
        is_revealed: false,
        done: None,
        unsent: None,
    }
}

pub(crate) fn opened(moves: &[(Move, &str)]) -> Opened {
    opened_by(me(), moves)
}

/// The same with something that was not sent.
pub(crate) fn unsent(moves: &[(Move, &str)], kind: MoveKind, hitch: Option<Hitch>) -> Opened {
    Opened {
        unsent: Some(Unsent {
            typed: Typed {
                kind,
                note: "Three <b>weeks</b>".to_owned(),
                to: "110101".to_owned(),
                cites: Programme::HARDSHIP_AID.id().to_owned(),
            },
            hitch,
        }),
        ..opened(moves)
    }
}

/// A request in the list, due so many minutes from now.
pub(crate) fn row(queue: Queue, stage: StageKind, due: Option<i64>) -> Row {
    let assumed = queue == Queue::Later;
    Row {
        reference: filed().reference,
        category: Category::Pay,
        from: filed().desk,
        desk: match stage {
            StageKind::Escalated => Desk::City,
            _ => filed().desk,
        },
        stage,
        holder: matches!(stage, StageKind::InHand | StageKind::Asked).then_some(StaffId(7)),
        due: due.map(|minutes| Due {
            at: now().plus_minutes(minutes),
            assumed,
        }),
        queue,
        seen: 3,
    }
}

pub(crate) fn list() -> List {
    let colleague = Row {
        holder: Some(StaffId(12)),
        ..row(Queue::Soon, StageKind::InHand, Some(30))
    };
    List {
        who: signed_in(me()),
        shown: page("", Some("7&x=1")),
        key: KEY.to_owned(),
        rows: vec![
            row(Queue::Overdue, StageKind::Escalated, Some(-200)),
            row(Queue::Soon, StageKind::Received, Some(5)),
            colleague,
            row(Queue::Later, StageKind::InHand, Some(9000)),
            row(Queue::Asked, StageKind::Asked, None),
            row(Queue::Answered, StageKind::Answered, None),
            row(Queue::Ended, StageKind::Solved, None),
        ],
        unreached: Vec::new(),
        done: None,
        unsent: None,
        undone: None,
    }
}

/// The first open request of the list, ticked.
pub(crate) fn ticked() -> Tick {
    let list = list();
    let mut ticks = list.rows.iter().filter_map(|row| row.tick(me()));
    ticks.next().unwrap()
}

/// The list of somebody who may hand on, with what was ticked and typed.
pub(crate) fn undone(kind: MoveKind, obstacle: Obstacle) -> List {
    List {
        undone: Some(Undone {
            kind,
            ticked: Ticked {
                requests: vec![ticked()],
                to: String::new(),
                why: "Why <b>not</b>".to_owned(),
                answer: "</textarea><script>".to_owned(),
            },
            obstacle,
        }),
        ..list()
    }
}

pub(crate) fn together(outcomes: &[Outcome]) -> Page {
    Page::Together(Box::new(Together {
        who: signed_in(me()),
        kind: MoveKind::Take,
        outcomes: outcomes.iter().map(|each| (ticked(), *each)).collect(),
        narrowing: Narrowing::read("own=yes"),
    }))
}

/// Everything that can come of a wish.
pub(crate) const OUTCOMES: [Outcome; 8] = [
    Outcome::Done,
    Outcome::Changed,
    Outcome::NotAllowed,
    Outcome::NotInHand,
    Outcome::NotTheHolder,
    Outcome::Refused,
    Outcome::Gone,
    Outcome::Unknown,
];

fn page(query: &str, next: Option<&str>) -> Shown {
    Shown::Page {
        narrowing: Narrowing::read(query),
        overdue: 1,
        soon: 2,
        next: next.map(str::to_owned),
    }
}

pub(crate) fn found(words: &str) -> List {
    List {
        rows: Vec::new(),
        shown: Shown::Found {
            words: words.to_owned(),
            bounded: true,
        },
        ..list()
    }
}

pub(crate) fn desk_page(model: List) -> Page {
    Page::Desk(Box::new(model))
}

pub(crate) fn opened_page(model: Opened) -> Page {
    Page::Opened(Box::new(model))
}

/// At the city's desk, from which it may go to any other.
pub(crate) fn at_city() -> Opened {
    let filed = Filed {
        desk: Desk::City,
        ..filed()
    };
    Opened {
        who: signed_in(Staff {
            desk: Desk::City,
            ..me()
        }),
        filed,
        request: Request::file(filed),
        ..opened(&[])
    }
}

/// Every page, named.
pub(crate) fn pages() -> Vec<(&'static str, Page)> {
    let revealed = Opened {
        seen: Some(checked(&[]).submission.revealed_to(Level::Street)),
        is_revealed: true,
        ..opened(&ANSWERED[..4])
    };
    let seen = Hitch::Changed { seen: 1 };
    vec![
        ("desk", desk_page(list())),
        (
            "desk-empty",
            desk_page(List {
                rows: Vec::new(),
                shown: page("", None),
                ..list()
            }),
        ),
        ("desk-found", desk_page(found("<i>138"))),
        (
            "desk-narrow",
            desk_page(List {
                shown: page("stage=in_hand&category=pay&own=yes&after=3", None),
                unreached: vec![Desk::City, filed().desk],
                done: Some(MoveKind::Return),
                ..list()
            }),
        ),
        (
            "desk-gone",
            desk_page(List {
                unsent: unsent(&ASKED, MoveKind::Answer, Some(Hitch::Refused)).unsent,
                ..list()
            }),
        ),
        (
            "desk-undone",
            desk_page(undone(MoveKind::Answer, Obstacle::Mixed)),
        ),
        ("together", together(&OUTCOMES)),
        ("opened", opened_page(opened(&[]))),
        ("opened-asked", opened_page(opened(&ASKED))),
        ("opened-in-hand", opened_page(opened(&ASKED[..1]))),
        ("opened-answered", opened_page(opened(&ANSWERED))),
        ("opened-revealed", opened_page(revealed)),
        ("opened-city", opened_page(at_city())),
        (
            "opened-destroyed",
            opened_page(Opened {
                seen: None,
                done: Some(MoveKind::Take),
                ..opened(&ASKED[..1])
            }),
        ),
        (
            "opened-changed",
            opened_page(unsent(&ASKED, MoveKind::Answer, Some(seen))),
        ),
        (
            "opened-problem",
            opened_page(unsent(&ASKED[..1], MoveKind::Answer, Some(Hitch::Blanks))),
        ),
        (
            "opened-text",
            opened_page(unsent(&ASKED[..1], MoveKind::Answer, None)),
        ),
        (
            "opened-lost",
            opened_page(unsent(&ANSWERED, MoveKind::Answer, Some(Hitch::Refused))),
        ),
    ]
}
