//! Keys: how they are read, and that each purpose has its own.

use super::*;

const ZEROS: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const ONES: &str = "//////////////////////////////////////////8=";

#[test]
fn the_first_seals_and_all_open() {
    let keys = Keys::parse(&format!("b:{ONES}, a_2026-1:{ZEROS}"))
        .ok()
        .unwrap();
    assert_eq!(keys.first().id(), "b");
    assert_eq!(keys.first().bytes, [255; 32]);
    assert_eq!(keys.find("a_2026-1").unwrap().bytes, [0; 32]);
    assert_eq!(keys.find("b").unwrap().bytes, [255; 32]);
    assert!(keys.find("c").is_none());
}

#[test]
fn an_entry_that_cannot_be_used_is_named_by_its_place() {
    #[track_caller]
    fn check(text: &str, expected: KeysError) {
        assert_eq!(Keys::parse(text).err(), Some(expected), "{text}");
    }
    check("", KeysError::Entry(1));
    check(ZEROS, KeysError::Entry(1));
    check(&format!(":{ZEROS}"), KeysError::Entry(1));
    check(&format!("a b:{ZEROS}"), KeysError::Entry(1));
    check(&format!("{}:{ZEROS}", "a".repeat(33)), KeysError::Entry(1));
    check(&format!("a:{ZEROS},"), KeysError::Entry(2));
    check("a:", KeysError::Length(1));
    check("a:AAAA", KeysError::Length(1));
    check(&format!("a:{ZEROS},b:{ONES}="), KeysError::Length(2));
    check(&format!("a:{ZEROS},b:{ONES},a:{ONES}"), KeysError::Twice(3));
}

#[test]
fn each_key_each_purpose_and_each_division_into_parts_has_its_own_hash() {
    let keys = Keys::parse(&format!("a:{ZEROS},b:{ONES}")).ok().unwrap();
    let (a, b) = (keys.first(), keys.find("b").unwrap());
    let hashes = [
        a.hash(Purpose::Phone, &[b"13800138000"]),
        b.hash(Purpose::Phone, &[b"13800138000"]),
        a.hash(Purpose::Secret, &[b"13800138000"]),
        a.hash(Purpose::Phone, &[b"1380013", b"8000"]),
        a.hash(Purpose::Phone, &[b"13800138000", b""]),
        a.hash(Purpose::Phone, &[]),
    ];
    for (place, hash) in hashes.iter().enumerate() {
        assert!(!hashes[..place].contains(hash), "{place}");
    }
    assert_eq!(hashes[0], a.hash(Purpose::Phone, &[b"13800138000"]));
}
