//! What the worker is told of a request.

use super::*;
use domain::request::{Category, Class, Filed, Limits, Reference, Secret, Survey};
use domain::staff::{Role, Staff, StaffId};
use domain::time::BeijingTime;
use serde_json::{Value as Json, json};

fn at(time: &str) -> BeijingTime {
    BeijingTime::from_rfc3339(&format!("2026-11-20T{time}:00+08:00")).unwrap()
}

fn filed() -> Filed {
    Filed {
        reference: Reference::new(Desk::City, [0; 8]),
        category: Category::Safety,
        desk: Desk::City,
        limit: Limits::NOT_FROM_SOURCES.of(Class::Urgent),
        at: at("10:00"),
    }
}

fn staff() -> Actor {
    Actor::Staff(Staff {
        id: StaffId(7),
        role: Role::RequestHandler,
        desk: Desk::City,
    })
}

fn standing(moves: &[(Actor, &str, Move, Note)]) -> Json {
    let mut request = Request::file(filed());
    let mut events = Vec::new();
    for (actor, time, what, note) in moves {
        let event = Event {
            actor: *actor,
            at: at(time),
            note: note.clone(),
            what: *what,
        };
        request.apply(&event).unwrap();
        events.push(event);
    }
    let standing = desk::Standing {
        filed: filed(),
        events,
        request,
        photos: 2,
        other: None,
    };
    serde_json::to_value(Standing::new(&standing)).unwrap()
}

fn said(text: &str) -> Note {
    Note::Said(text.to_owned())
}

#[test]
fn a_receipt_says_who_has_it_and_by_when() {
    let receipt = desk::Receipt {
        filed: filed(),
        secret: Secret::new([0; 20]),
        joined: false,
    };
    let json = serde_json::to_value(Receipt::new(&receipt, "打 13800138000")).unwrap();
    assert_eq!(
        json,
        json!({
            "reference": filed().reference.to_string(),
            "secret": "0".repeat(32),
            "category": "safety",
            "filed_at": "2026-11-20T10:00:00+08:00",
            "stage": "received",
            "desk": {"code": "city", "level": "city"},
            "due": {"at": "2026-11-20T12:00:00+08:00", "assumed": false},
            "joined": false,
            "sensitive": [{"kind": "mobile", "start": 2, "length": 11}],
        })
    );
}

#[test]
fn of_another_to_which_it_is_joined_no_more_is_told_than_how_it_stands() {
    let receipt = desk::Receipt {
        filed: filed(),
        secret: Secret::new([0; 20]),
        joined: true,
    };
    let json = serde_json::to_value(Receipt::new(&receipt, "")).unwrap();
    assert_eq!(
        (&json["stage"], &json["due"]),
        (&json!("joined"), &Json::Null)
    );

    let other = Request::file(filed());
    let to = Reference::new(Desk::City, [9; 8]);
    let event = Event {
        actor: Actor::Worker,
        at: at("10:00"),
        note: Note::None,
        what: Move::Join { to },
    };
    let mut request = Request::file(filed());
    request.apply(&event).unwrap();
    let mut standing = desk::Standing {
        filed: filed(),
        events: vec![event.clone()],
        request,
        other: Some(Outline::new(&filed(), &other)),
    };
    let json = serde_json::to_value(Standing::new(&standing)).unwrap();
    assert_eq!(
        json["joined_to"],
        json!({
            "filed_at": "2026-11-20T10:00:00+08:00",
            "stage": "received",
            "desk": {"code": "city", "level": "city"},
            "due": {"at": "2026-11-20T12:00:00+08:00", "assumed": false},
        })
    );
    assert!(!json.to_string().contains(&to.to_string()));

    let answer = Event {
        actor: staff(),
        at: at("11:00"),
        note: said("修好了"),
        what: Move::Answer { cites: None },
    };
    let answered = standing.request.answer_together(to, &answer).unwrap();
    standing.events.push(answered);
    let json = serde_json::to_value(Standing::new(&standing)).unwrap();
    assert_eq!(json["stage"], "answered");
    assert_eq!(json["messages"][0]["text"], "修好了");
    assert!(!json.to_string().contains(&to.to_string()));
}

#[test]
fn messages_go_both_ways_and_reasons_stay_with_their_moves() {
    let json = standing(&[
        (staff(), "10:10", Move::Take, Note::None),
        (staff(), "10:11", Move::Reveal, said("要打电话")),
        (staff(), "10:12", Move::Ask, said("哪个工地？")),
        (Actor::Worker, "10:20", Move::Write, said("东边那个")),
        (
            staff(),
            "10:30",
            Move::Answer { cites: None },
            Note::Destroyed,
        ),
    ]);
    assert_eq!(json["stage"], "answered");
    assert_eq!(json["due"], Json::Null);
    let told: Vec<_> = json["events"].as_array().unwrap().iter().collect();
    let moves: Vec<_> = told.iter().map(|event| event["move"].as_str()).collect();
    let expected = ["take", "reveal", "ask", "write", "answer"].map(Some);
    assert_eq!(moves, expected);
    assert_eq!(told[1]["reason"], "要打电话");
    assert_eq!(
        told[1]["by"],
        json!({"party": "staff", "desk": {"code": "city", "level": "city"}, "role": "request_handler"})
    );
    assert_eq!(told[2].get("reason"), None);
    let messages = json["messages"].as_array().unwrap();
    let texts: Vec<_> = messages.iter().map(|message| &message["text"]).collect();
    assert_eq!(
        texts,
        [&json!("哪个工地？"), &json!("东边那个"), &Json::Null]
    );
    assert_eq!(messages[1]["from"], json!({"party": "worker"}));
}

#[test]
fn the_clock_is_stopped_while_the_worker_is_asked() {
    let asked = [
        (staff(), "10:10", Move::Take, Note::None),
        (staff(), "10:30", Move::Ask, said("？")),
    ];
    assert_eq!(standing(&asked)["due"], Json::Null);
    let reply = (Actor::Worker, "11:30", Move::Write, said("。"));
    let replied = [&asked[..], &[reply]].concat();
    assert_eq!(standing(&replied)["due"]["at"], "2026-11-20T13:00:00+08:00");
}

#[test]
fn the_answers_at_the_end_are_kept_with_the_last_word() {
    let survey = Survey {
        reached: Some(true),
        satisfied: None,
    };
    let json = standing(&[
        (staff(), "10:10", Move::Take, Note::None),
        (staff(), "10:30", Move::Answer { cites: None }, said("好")),
        (Actor::Worker, "10:40", Move::Solved(survey), Note::None),
    ]);
    assert_eq!(json["stage"], "solved");
    let last = &json["events"][2];
    assert_eq!(last["reached"], true);
    assert_eq!(last.get("satisfied"), None);
}

#[test]
fn spots_are_counted_in_characters() {
    let text = "工头😀的电话13800138000，卡号也要";
    let expected = Spot {
        kind: "mobile",
        start: 6,
        length: 11,
    };
    assert_eq!(spots(text, &find(text)), [expected]);
}
