//! What may be cited: every condition that stands by itself, and nothing else.

use super::*;

#[test]
fn every_condition_can_be_cited_by_its_id() {
    for programme in Programme::ALL {
        for (version, number) in programme.versions().iter().zip(1..) {
            for place in 1..=version.conditions.len() {
                let id = format!("{number}.{place}");
                let cite = Cite::condition_of(programme, &id).unwrap();
                assert_eq!(cite.condition_id().as_deref(), Some(&*id));
                let (found, condition) = cite.found().unwrap();
                assert!(core::ptr::eq(found, version));
                assert!(core::ptr::eq(condition, &version.conditions[place - 1]));
            }
        }
    }
}

#[test]
fn what_is_no_condition_is_not_cited() {
    let programme = Programme::SKILL_CERTIFICATE;
    for id in [
        "", "1", "1.", ".1", "0.1", "1.0", "01.1", "1.01", "+1.1", "1.1.1", "1.99", "99.1",
        "256.1", "1.256", "x.y",
    ] {
        assert_eq!(Cite::condition_of(programme, id), None, "{id}");
    }
    let whole = Cite::programme_only(programme);
    assert_eq!(
        (whole.condition_id(), whole.found().is_some()),
        (None, false)
    );
}
