//! Sealing: there and back, and nothing else opens it.

use super::*;
use crate::keys::Keys;

fn keys() -> Keys {
    let text = "a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,\
                b:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    Keys::parse(text).ok().unwrap()
}

#[test]
fn what_is_sealed_opens_in_its_place_and_nowhere_else() {
    let key = RecordKey::new();
    let sealed = key.seal("7KM/note/1", "老板三个月没发工资".as_bytes());
    assert_eq!(
        key.open("7KM/note/1", &sealed).unwrap(),
        "老板三个月没发工资".as_bytes()
    );
    assert_eq!(key.open("7KM/note/2", &sealed), Err(NotOurs));
    assert_eq!(RecordKey::new().open("7KM/note/1", &sealed), Err(NotOurs));
    for place in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[place] ^= 1;
        assert_eq!(
            key.open("7KM/note/1", &changed),
            Err(NotOurs),
            "byte {place}"
        );
        assert_eq!(key.open("7KM/note/1", &sealed[..place]), Err(NotOurs));
    }
}

#[test]
fn the_same_is_never_sealed_the_same() {
    let key = RecordKey::new();
    assert_ne!(key.seal("a", b"text"), key.seal("a", b"text"));
}

#[test]
fn a_record_key_comes_back_with_its_key_and_its_record_alone() {
    let keys = keys();
    let (a, b) = (keys.first(), keys.find("b").unwrap());
    let key = RecordKey::new();
    let wrapped = key.wrap(a, "7KM");
    assert!(!wrapped.windows(32).any(|bytes| bytes == key.0));
    assert_eq!(RecordKey::unwrap(&wrapped, a, "7KM").ok().unwrap().0, key.0);
    assert!(RecordKey::unwrap(&wrapped, b, "7KM").is_err());
    assert!(RecordKey::unwrap(&wrapped, a, "7KN").is_err());
}
