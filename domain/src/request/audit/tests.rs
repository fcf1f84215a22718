//! A chain, and everything that breaks it.

use super::*;
use crate::chain::{Broken, FirstBroken, verify};
use crate::places::District;
use crate::staff::{Role, Staff, StaffId};

fn at(seconds: i64) -> BeijingTime {
    BeijingTime::from_unix_seconds(1_795_000_000 + seconds).unwrap()
}

fn staff() -> Staff {
    Staff {
        id: StaffId(7),
        role: Role::RequestHandler,
        desk: Desk::City,
    }
}

fn filed() -> Entry {
    Entry {
        at: at(0),
        actor: Actor::Worker,
        reference: Reference::new(Desk::City, [1; 8]),
        what: Deed::Filed,
        desk: Desk::City,
        content: Some(Hash([3; 32])),
    }
}

fn chain() -> Vec<Record> {
    let entries = [
        filed(),
        Entry {
            at: at(60),
            actor: Actor::Staff(staff()),
            what: Deed::Moved(MoveKind::Take),
            content: None,
            ..filed()
        },
        Entry {
            at: at(61),
            actor: Actor::Staff(staff()),
            what: Deed::Moved(MoveKind::Reveal),
            ..filed()
        },
        Entry {
            at: at(9000),
            actor: Actor::Clock,
            what: Deed::Moved(MoveKind::Overdue),
            content: None,
            ..filed()
        },
    ];
    entries.into_iter().fold(Vec::new(), |mut chain, entry| {
        chain.push(Record::after(chain.last(), entry));
        chain
    })
}

#[track_caller]
fn broken_at(chain: &[Record], place: u64, broken: Broken) {
    assert_eq!(verify(chain), Err(FirstBroken { place, broken }));
}

#[test]
fn a_chain_as_written_is_sound_and_ends_with_its_last_hash() {
    let chain = chain();
    assert_eq!(verify(&chain), Ok(chain[3].hash));
    assert_eq!(verify(&chain[..2]), Ok(chain[1].hash));
    assert_eq!(verify::<Entry>([]), Ok(Hash::START));
}

/// Another value for each field, alone.
fn changes() -> Vec<fn(&mut Entry)> {
    vec![
        |entry| entry.at = entry.at.plus_minutes(1),
        |entry| {
            entry.actor = if entry.actor == Actor::Worker {
                Actor::Clock
            } else {
                Actor::Worker
            }
        },
        |entry| {
            entry.actor = Actor::Staff(Staff {
                id: StaffId(8),
                ..staff()
            })
        },
        |entry| {
            entry.actor = Actor::Staff(Staff {
                role: Role::Auditor,
                ..staff()
            })
        },
        |entry| {
            entry.actor = Actor::Staff(Staff {
                desk: Desk::District(District::all()[0]),
                ..staff()
            })
        },
        |entry| entry.reference = Reference::new(Desk::City, [2; 8]),
        |entry| entry.what = Deed::Moved(MoveKind::Answer),
        |entry| entry.desk = Desk::District(District::all()[0]),
        |entry| entry.content = Some(Hash([4; 32])),
    ]
}

#[test]
fn a_change_to_any_field_of_any_entry_is_found_where_it_stands() {
    for place in 0..4 {
        for change in changes() {
            let mut chain = chain();
            change(&mut chain[place].entry);
            broken_at(&chain, place as u64, Broken::Hash);
        }
    }
}

#[test]
fn an_entry_sealed_anew_breaks_the_next() {
    let mut chain = chain();
    let mut entry = chain[1].entry;
    entry.what = Deed::Moved(MoveKind::Return);
    chain[1] = Record::after(Some(&chain[0]), entry);
    broken_at(&chain, 2, Broken::Hash);
}

#[test]
fn what_is_missing_twice_there_or_elsewhere_is_found() {
    let mut missing = chain();
    missing.remove(1);
    broken_at(&missing, 1, Broken::Number { found: 2 });
    let mut beginning = chain();
    beginning.remove(0);
    broken_at(&beginning, 0, Broken::Number { found: 1 });
    let mut twice = chain();
    twice.insert(2, twice[1]);
    broken_at(&twice, 2, Broken::Number { found: 1 });
    let mut moved = chain();
    moved.swap(1, 2);
    broken_at(&moved, 1, Broken::Number { found: 2 });
    let mut renumbered = chain();
    renumbered.remove(1);
    for (number, record) in (0..).zip(&mut renumbered) {
        record.number = number;
    }
    broken_at(&renumbered, 1, Broken::Hash);
}

#[test]
fn every_bit_of_a_hash_counts() {
    for bit in 0..256 {
        let mut chain = chain();
        chain[2].hash.0[bit / 8] ^= 1 << (bit % 8);
        broken_at(&chain, 2, Broken::Hash);
    }
}

/// Old chains must stay verifiable: the bytes of an entry are part of what is kept.
#[test]
fn the_hash_of_a_known_entry_does_not_change() {
    let hash = Record::after(None, filed()).hash;
    let known = "a6be4eaae325326eaeca1710c65b22bd65e3364bc2d8e5a89ebb1f56b1cf2bf0";
    assert_eq!(hash.to_string(), known);
}

#[test]
fn every_deed_has_a_code_of_its_own() {
    let moves = MoveKind::ALL.iter().map(|kind| Deed::Moved(*kind));
    for deed in moves.chain([Deed::Filed, Deed::Opened, Deed::Found]) {
        assert_eq!(Deed::from_code(deed.code()), Some(deed));
    }
    assert_eq!(Deed::from_code("looked"), None);
}
