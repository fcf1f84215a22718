//! Every record comes back as it was, and what means nothing is told by its field.

use super::*;
use domain::chain::Hash;
use domain::request::{Actor, MoveKind};
use domain::staff::{Role, Staff, StaffId};
use domain::time::BeijingTime;

fn record(actor: Actor, what: Deed, content: Option<Hash>) -> Record {
    let entry = Entry {
        at: BeijingTime::from_unix_seconds(1_795_000_000).unwrap(),
        actor,
        reference: Reference::new(Desk::City, [1; 8]),
        what,
        desk: Desk::City,
        content,
    };
    Record::after(None, entry)
}

#[test]
fn every_record_comes_back() {
    let staff = Actor::Staff(Staff {
        id: StaffId(7),
        role: Role::Supervisor,
        desk: Desk::from_code("110101001").unwrap(),
    });
    let moves = MoveKind::ALL.iter().copied().map(Deed::Moved);
    let whats = moves.chain([Deed::Filed, Deed::Opened, Deed::Found]);
    for what in whats {
        for actor in [Actor::Worker, Actor::Clock, Actor::Operator, staff] {
            for content in [None, Some(Hash([3; 32]))] {
                let record = record(actor, what, content);
                assert_eq!(AuditRow::new(&record).unwrap().read(), Ok(record));
            }
        }
    }
}

#[track_caller]
fn refused(change: impl FnOnce(&mut AuditRow), because: &str) {
    let mut row = AuditRow::new(&record(Actor::Worker, Deed::Filed, None)).unwrap();
    change(&mut row);
    assert_eq!(row.read().unwrap_err().to_string(), because);
}

#[test]
fn what_means_nothing_is_told_by_its_field() {
    refused(
        |row| row.actor = "\"nobody\"".into(),
        "an actor is not what was written",
    );
    refused(
        |row| row.reference = "P8C-000-009".into(),
        "reference: \"P8C-000-009\" is unknown",
    );
    refused(
        |row| row.what = Some("fly".into()),
        "deed: \"fly\" is unknown",
    );
    refused(|row| row.desk = "1".into(), "desk: \"1\" is unknown");
    refused(
        |row| row.content = Some(vec![1]),
        "a hash is not what was written",
    );
    refused(
        |row| row.hash.truncate(31),
        "a hash is not what was written",
    );
}
