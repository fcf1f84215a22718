//! Every move of every actor comes back as it was.

use super::*;
use domain::places::Street;
use domain::request::Reference;

#[test]
fn every_move_of_every_actor_comes_back() {
    let desk = Desk::Street(Street::from_code(110_101_001).unwrap());
    let survey = Survey {
        reached: Some(true),
        satisfied: None,
    };
    let other = Reference::new(Desk::City, [7; 8]);
    let moves = [
        Move::Dispatch { to: desk },
        Move::Take,
        Move::Return,
        Move::Ask,
        Move::Write,
        Move::Answer,
        Move::Join { to: other },
        Move::AnswerTogether { with: other },
        Move::ReferOut,
        Move::Withdraw,
        Move::Solved(survey),
        Move::NotSolved(Survey::default()),
        Move::Reveal,
        Move::Warn,
        Move::Escalate,
        Move::Overdue,
    ];
    assert_eq!(moves.len(), MoveKind::ALL.len());
    let staff = Staff {
        id: StaffId(7),
        role: Role::Dispatcher,
        desk,
    };
    let at = BeijingTime::from_unix_seconds(1_800_000_000).unwrap();
    for what in moves {
        for actor in [Actor::Worker, Actor::Clock, Actor::Staff(staff)] {
            let event = Event {
                actor,
                at,
                note: Note::None,
                what,
            };
            let record = write(&event);
            assert_eq!(
                read(&record, at, Note::None).ok(),
                Some(event.clone()),
                "{record}"
            );
            assert_eq!(read_actor(&write_actor(actor)).ok(), Some(actor));
            assert_eq!(StoredEvent::new(&event).read().ok(), Some(event));
        }
    }
}

#[test]
fn a_record_that_means_nothing_is_told_by_its_field() {
    let at = BeijingTime::from_unix_seconds(0).unwrap();
    for (record, expected) in [
        ("", "an event is not what was written"),
        (
            r#"{"actor":"worker","what":"fly"}"#,
            r#"move: "fly" is unknown"#,
        ),
        (
            r#"{"actor":"worker","what":"dispatch"}"#,
            r#"desk: "" is unknown"#,
        ),
        (
            r#"{"actor":"nobody","what":"take"}"#,
            "an event is not what was written",
        ),
    ] {
        let trouble = read(record, at, Note::None).unwrap_err();
        assert_eq!(trouble.to_string(), expected, "{record}");
    }
}

#[test]
fn every_note_comes_back() {
    for note in [Note::None, Note::Said("一行\n两行".into()), Note::Destroyed] {
        let event = Event {
            actor: Actor::Worker,
            at: BeijingTime::from_unix_seconds(1_800_000_000).unwrap(),
            note,
            what: Move::Write,
        };
        let json = serde_json::to_string(&StoredEvent::new(&event)).unwrap();
        let read: StoredEvent = serde_json::from_str(&json).unwrap();
        assert_eq!(read.read().ok(), Some(event));
    }
}
