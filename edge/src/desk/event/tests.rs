//! Every move of every actor comes back as it was.

use super::*;
use domain::places::Street;
use domain::request::{Actor, Reference};
use domain::staff::{Role, Staff, StaffId};

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
        Move::Answer { cites: None },
        Move::Answer {
            cites: Some(Cite::programme_only(Programme::SKILL_CERTIFICATE)),
        },
        Move::Answer {
            cites: Cite::condition_of(Programme::SKILL_CERTIFICATE, "1.1"),
        },
        Move::Join { to: other },
        Move::AnswerTogether {
            with: other,
            cites: Some(Cite::programme_only(Programme::SKILL_CERTIFICATE)),
        },
        Move::ReferOut,
        Move::Withdraw,
        Move::Solved(survey),
        Move::NotSolved(Survey::default()),
        Move::Reveal,
        Move::Warn,
        Move::Escalate,
        Move::Overdue,
        Move::Destroy,
    ];
    assert_eq!(moves.len(), MoveKind::ALL.len() + 2);
    let staff = Staff {
        id: StaffId(7),
        role: Role::Supervisor,
        desk,
    };
    let at = BeijingTime::from_unix_seconds(1_800_000_000).unwrap();
    for what in moves {
        for actor in [
            Actor::Worker,
            Actor::Clock,
            Actor::Operator,
            Actor::Staff(staff),
        ] {
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

#[test]
fn an_answer_stays_readable_when_the_rule_it_cites_is_gone() {
    let at = BeijingTime::from_unix_seconds(0).unwrap();
    #[track_caller]
    fn check(cites: &str, at: BeijingTime, expected: Option<Cite>) {
        let record = format!(r#"{{"actor":"worker","what":"answer","cites":{cites}}}"#);
        let event = read(&record, at, Note::None).unwrap();
        assert_eq!(event.what, Move::Answer { cites: expected }, "{cites}");
    }
    let id = Programme::SKILL_CERTIFICATE.id();
    let whole = Cite::programme_only(Programme::SKILL_CERTIFICATE);
    check(&format!(r#"{{"programme":"{id}"}}"#), at, Some(whole));
    check(
        &format!(r#"{{"programme":"{id}","condition":"9.9"}}"#),
        at,
        Some(whole),
    );
    check(r#"{"programme":"gone","condition":"1.1"}"#, at, None);
}
