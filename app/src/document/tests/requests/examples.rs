//! The worker's pages of a request, as somebody might see them.

use super::super::examples::now;
use crate::document::Page;
use crate::request::{
    Asking, CheckAnswers, Follow, Followed, Form, Next, NoteProblem, Receipt, Setback, Shown,
    Standing, StationAt, Unsent,
};
use crate::wording::Lang;
use domain::places::District;
use domain::request::*;
use domain::staff::{Role, Staff, StaffId};
use domain::station::StationId;
use domain::time::BeijingTime;
use domain::union::Desk;

pub(crate) const KEY: &str = "0123456789abcdef0123456789abcdef";

/// Of a courier who has not been paid, in English so that English pages stay English.
pub(crate) const COMPLETE: [(&str, &str); 12] = [
    ("key", KEY),
    ("category", "pay"),
    ("text", "No pay since August.\nThree of us."),
    ("employer", "A Courier Company"),
    ("place", "area"),
    ("district", "110101"),
    ("street", "110101001"),
    ("contact", "phone"),
    ("phone", "138 0013 8000"),
    ("phone_seen_by", "street"),
    ("name", "Wang"),
    ("name_seen_by", "district"),
];

/// [`COMPLETE`] with other values for some names; an empty one leaves a field empty.
pub(crate) fn typed<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let others = COMPLETE
        .into_iter()
        .filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    others.chain(changes.iter().copied()).collect()
}

pub(crate) fn body(inputs: &[(&str, &str)]) -> Vec<u8> {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(inputs);
    body.finish().into_bytes()
}

/// The one station that there is.
pub(crate) fn station(id: StationId) -> Option<StationAt> {
    let district = District::all()[0];
    (id == StationId(4)).then(|| StationAt {
        name: "Example <Station> 4".to_owned(),
        district,
        street: district.streets().first().copied(),
    })
}

/// What comes after [`typed`].
pub(crate) fn next(changes: &[(&str, &str)]) -> Next {
    after_form(Form::read(&body(&typed(changes)), "fresh-key-0123456789"))
}

/// What comes after a form.
pub(crate) fn after_form(form: Form) -> Next {
    form.next(now(), &Limits::NOT_FROM_SOURCES, station)
}

pub(crate) fn page(next: Next) -> Page {
    match next {
        Next::Ask(model) => Page::NewRequest(model),
        Next::Check(model) | Next::File(model) => Page::CheckAnswers(model),
    }
}

pub(crate) fn open(query: &str) -> Page {
    let form = Form::open(Lang::En, query, KEY);
    Page::NewRequest(Box::new(form.ask(station)))
}

pub(crate) fn checked(changes: &[(&str, &str)]) -> CheckAnswers {
    match next(changes) {
        Next::Check(model) => *model,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn secret() -> Secret {
    Secret::new([7; 20])
}

pub(crate) fn filed() -> Filed {
    let street = District::all()[0].streets()[0];
    Filed {
        reference: Reference::new(Desk::Street(street), [1; 8]),
        category: Category::Pay,
        desk: Desk::Street(street),
        limit: Limits::NOT_FROM_SOURCES.of(Class::Week),
        at: now(),
    }
}

pub(crate) fn receipt() -> Receipt {
    Receipt {
        filed: filed(),
        secret: Shown(secret()),
        joined: false,
        origin: "https://nuanyi.example".to_owned(),
    }
}

/// A fault at the station.
pub(crate) const AT_STATION: [(&str, &str); 4] = [
    ("category", "station"),
    ("place", "station"),
    ("station", "4"),
    ("text", "The kettle is broken."),
];

/// How another stands that is like it.
pub(crate) fn like() -> Outline {
    Outline {
        stage: StageKind::InHand,
        ..Outline::new(&filed(), &Request::file(filed()))
    }
}

pub(crate) fn joined_receipt() -> Receipt {
    Receipt {
        joined: true,
        ..receipt()
    }
}

/// After it was joined to [`like`] while it was filed.
pub(crate) fn joined() -> Standing {
    let filed = Filed {
        category: Category::Station,
        ..filed()
    };
    let join = Event {
        actor: Actor::Worker,
        at: filed.at,
        note: Note::None,
        what: Move::Join { to: other() },
    };
    let mut request = Request::file(filed);
    assert_eq!(request.apply(&join), Ok(()));
    Standing {
        other: Some(like()),
        ..standing(request, vec![join])
    }
}

/// The one to which it is joined.
pub(crate) fn other() -> Reference {
    Reference::new(Desk::City, [5; 8])
}

/// Somebody at the desk that has it.
pub(crate) fn staff(request: &Request) -> Actor {
    Actor::Staff(Staff {
        id: StaffId(7),
        role: Role::Supervisor,
        desk: request.desk(),
    })
}

/// After these moves, one each hour, by the worker where they are the worker's.
pub(crate) fn after(moves: &[(Move, &str)]) -> Standing {
    let mut request = Request::file(filed());
    let mut events = Vec::new();
    for (hour, (what, words)) in (1..).zip(moves) {
        let at = now().plus_minutes(60 * hour);
        let is_workers = request.may(Actor::Worker, what.kind()) && *words != "Where was it?";
        let event = Event {
            actor: match is_workers {
                true => Actor::Worker,
                false => staff(&request),
            },
            at,
            note: match *words {
                "" => Note::None,
                words => Note::Said(words.to_owned()),
            },
            what: *what,
        };
        assert_eq!(request.apply(&event), Ok(()), "{what:?}");
        events.push(event);
    }
    standing(request, events)
}

/// After nobody has done anything until `at`, with the alarms that rang.
pub(crate) fn left_alone(until: BeijingTime) -> Standing {
    let mut request = Request::file(filed());
    let events = request.settle(until);
    standing(request, events)
}

/// Answered, and at the end of its time.
pub(crate) fn destroyed() -> Standing {
    let mut standing = after(&ANSWERED);
    let destroy = Event {
        actor: Actor::Operator,
        at: now().plus_minutes(500 * 1440),
        note: Note::None,
        what: Move::Destroy,
    };
    assert_eq!(standing.request.apply(&destroy), Ok(()));
    for event in &mut standing.events {
        if event.note != Note::None {
            event.note = Note::Destroyed;
        }
    }
    standing.events.push(destroy);
    standing
}

fn standing(request: Request, events: Vec<Event>) -> Standing {
    Standing {
        filed: filed(),
        events,
        request,
        photos: 2,
        other: None,
        secret: Shown(secret()),
        key: KEY.to_owned(),
        unsent: None,
    }
}

pub(crate) const ASKED: [(Move, &str); 2] = [(Move::Take, ""), (Move::Ask, "Where was it?")];

pub(crate) const ANSWERED: [(Move, &str); 5] = [
    (Move::Take, ""),
    (Move::Ask, "Where was it?"),
    (Move::Write, "At <the> depot."),
    (Move::Reveal, "To call back"),
    (Move::Answer { cites: None }, "They will pay by Friday."),
];

pub(crate) fn not_solved() -> Standing {
    let survey = Survey {
        reached: Some(true),
        satisfied: Some(false),
    };
    let mut moves = ANSWERED.to_vec();
    moves.push((Move::NotSolved(survey), "Nothing came."));
    after(&moves)
}

/// A message to the desk, as it is sent.
pub(crate) fn message(note: &str) -> Vec<(&'static str, String)> {
    vec![
        ("secret", secret().text()),
        ("key", KEY.to_owned()),
        ("move", "write".to_owned()),
        ("note", note.to_owned()),
    ]
}

/// The page of somebody who sent that while too much was asked.
pub(crate) fn held(inputs: &[(&str, String)]) -> Page {
    let inputs: Vec<_> = inputs
        .iter()
        .map(|(name, value)| (*name, &**value))
        .collect();
    let followed = Followed::read(&body(&inputs));
    Page::Follow(Follow {
        reference: filed().reference.to_string(),
        denied: false,
        held: Some(followed.held(secret())),
    })
}

/// Every page, named.
pub(crate) fn pages() -> Vec<(&'static str, Page)> {
    let standing = |model| Page::Standing(Box::new(model));
    let follow = |denied| {
        Page::Follow(Follow {
            reference: filed().reference.to_string(),
            denied,
            held: None,
        })
    };
    let mut unsent = after(&ASKED);
    unsent.unsent = Some(Unsent {
        what: Move::Write,
        note: String::new(),
        problem: NoteProblem::Missing,
    });
    let mut helped = after(&ANSWERED);
    helped.unsent = Some(Unsent {
        what: Move::NotSolved(Survey {
            reached: Some(true),
            satisfied: None,
        }),
        note: "I want to kill myself".to_owned(),
        problem: NoteProblem::HelpFirst,
    });
    let mut late = after(&[(Move::Withdraw, "")]);
    late.unsent = Some(Unsent {
        what: Move::Write,
        note: "Too <late>".to_owned(),
        problem: NoteProblem::TooLate,
    });
    let mut refused = checked(&[]);
    refused.setback = Some(Setback::Broken);
    let mut too_many = checked(&[]);
    too_many.setback = Some(Setback::TooMany);
    let mut offered = checked(&AT_STATION);
    offered.like = Some(like());
    vec![
        ("request-category", open("station=4")),
        ("request-form", open("category=pay")),
        (
            "request-station",
            open("category=station&station=4&fault=charging"),
        ),
        (
            "request-programme",
            open("category=programme&programme=joining"),
        ),
        (
            "request-problems",
            page(next(&[
                ("text", ""),
                ("phone", "1"),
                ("street", "9"),
                ("name_seen_by", ""),
            ])),
        ),
        (
            "request-gone",
            page(next(&[("place", "station"), ("station", "5")])),
        ),
        (
            "request-danger",
            page(next(&[("text", "I want to kill myself")])),
        ),
        (
            "request-numbers",
            page(next(&[("text", "Call 13800138000")])),
        ),
        ("request-trapped", page(next(&[("website", "x")]))),
        (
            "request-other-category",
            page(next(&[("step", "category")])),
        ),
        ("request-check", page(next(&[]))),
        (
            "request-check-anonymous",
            page(next(&[
                ("contact", "anonymous"),
                ("place", "station"),
                ("station", "4"),
            ])),
        ),
        ("request-setback", Page::CheckAnswers(Box::new(refused))),
        ("request-too-many", Page::CheckAnswers(Box::new(too_many))),
        ("request-like", Page::CheckAnswers(Box::new(offered))),
        (
            "request-receipt-joined",
            Page::Receipt(Box::new(joined_receipt())),
        ),
        ("standing-joined", standing(joined())),
        ("request-receipt", Page::Receipt(Box::new(receipt()))),
        ("follow", follow(false)),
        ("follow-denied", follow(true)),
        ("follow-held", held(&message("Still <nothing>"))),
        ("standing", standing(after(&[]))),
        ("standing-asked", standing(unsent)),
        ("standing-answered", standing(after(&ANSWERED))),
        ("standing-danger", standing(helped)),
        ("standing-late", standing(late)),
        ("standing-reopened", standing(not_solved())),
        (
            "standing-withdrawn",
            standing(after(&[(Move::Withdraw, "")])),
        ),
        ("standing-destroyed", standing(destroyed())),
        (
            "standing-escalated",
            standing(left_alone(now().plus_minutes(20 * 1440))),
        ),
    ]
}

/// The fields that a page of the form asks for.
pub(crate) fn asked(next: &Next) -> Asking {
    match next {
        Next::Ask(model) => model.asking,
        other => panic!("{other:?}"),
    }
}
