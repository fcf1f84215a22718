//! Entries of accounts in a chain.

use super::*;
use crate::chain::{Broken, FirstBroken, Hash, verify};
use crate::staff::Role;
use crate::union::Desk;

fn entry() -> Entry {
    Entry {
        at: BeijingTime::from_unix_seconds(1_795_000_000).unwrap(),
        actor: Actor::Staff(StaffId(7)),
        what: Deed::Changed,
        of: Staff {
            id: StaffId(8),
            role: Role::Auditor,
            desk: Desk::City,
        },
    }
}

#[test]
fn a_change_to_any_field_is_found_where_it_stands() {
    let changes: [fn(&mut Entry); 8] = [
        |entry| entry.at = entry.at.plus_minutes(1),
        |entry| entry.actor = Actor::Staff(StaffId(9)),
        |entry| entry.actor = Actor::Nobody,
        |entry| entry.actor = Actor::Operator,
        |entry| entry.what = Deed::Stopped,
        |entry| entry.of.id = StaffId(9),
        |entry| entry.of.role = Role::Supervisor,
        |entry| entry.of.desk = Desk::from_code("110101").unwrap(),
    ];
    for change in changes {
        let first = Record::after(None, entry());
        let second = Record::after(Some(&first), entry());
        let mut chain = [first, second];
        assert_eq!(verify(&chain), Ok(chain[1].hash));
        change(&mut chain[1].entry);
        let broken = Broken::Hash;
        assert_eq!(verify(&chain), Err(FirstBroken { place: 1, broken }));
    }
}

#[test]
fn the_bytes_of_an_entry_stay_what_they_were() {
    let Hash(hash) = Record::after(None, entry()).hash;
    assert_eq!(hash[..4], [54, 0, 227, 18]);
}

#[test]
fn whoever_did_it_comes_back() {
    for actor in [Actor::Operator, Actor::Nobody, Actor::Staff(StaffId(3))] {
        let back = Actor::from_code(actor.code(), actor.account());
        assert_eq!(back, Some(actor));
    }
    assert_eq!(Actor::from_code("staff", None), None);
    assert_eq!(Actor::from_code("nobody", Some(3)), None);
}
