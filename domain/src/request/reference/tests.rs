//! What the check character catches, by trying everything.

use super::*;
use proptest::prelude::*;

/// Every desk that keeps requests.
fn keepers() -> impl Iterator<Item = Desk> {
    let districts = District::all().iter().copied().map(Desk::District);
    districts.chain([Desk::City])
}

/// A reference of every keeper and of many random numbers.
fn references() -> Vec<Reference> {
    let random = |seed: u64| seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
    keepers()
        .flat_map(|desk| (0..200).map(move |seed| Reference::new(desk, random(seed))))
        .collect()
}

#[test]
fn the_city_stands_after_the_districts() {
    assert_eq!(CITY, District::all().len());
}

#[test]
fn it_names_its_keeper() {
    for desk in keepers() {
        assert_eq!(Reference::new(desk, [7; 8]).keeper(), desk);
    }
    let street = District::all()[3].streets()[0];
    let reference = Reference::new(Desk::Street(street), [7; 8]);
    assert_eq!(reference.keeper(), Desk::District(street.district()));
}

#[test]
fn every_single_wrong_character_is_caught() {
    for reference in references() {
        for place in 0..LENGTH {
            for wrong in (0..BASE).filter(|wrong| *wrong != reference.0[place]) {
                let mut values = reference.0;
                values[place] = wrong;
                let typed = Reference(values).to_string();
                assert_eq!(
                    Reference::parse(&typed),
                    Err(ReferenceProblem::Check),
                    "{typed}"
                );
            }
        }
    }
}

#[test]
fn every_swap_of_two_characters_is_caught() {
    for reference in references() {
        for one in 0..LENGTH {
            for other in (0..one).filter(|other| reference.0[*other] != reference.0[one]) {
                let mut values = reference.0;
                values.swap(one, other);
                let typed = Reference(values).to_string();
                assert_eq!(
                    Reference::parse(&typed),
                    Err(ReferenceProblem::Check),
                    "{typed}"
                );
            }
        }
    }
}

/// The two tests above try thousands of references; this proves it for all of them. The sum is
/// linear, so an error goes unnoticed only if what it adds to the sum is a multiple of 23, and that
/// depends on nothing but the places and the two values.
#[test]
fn no_error_adds_a_multiple_of_23() {
    let base = i64::from(BASE);
    let places = 1..=i64::try_from(LENGTH).unwrap();
    for place in places.clone() {
        for change in 1..base {
            assert_ne!((place * change) % base, 0, "a wrong character at {place}");
            for other in places.clone().filter(|other| *other != place) {
                assert_ne!(
                    ((place - other) * change) % base,
                    0,
                    "{place} and {other} swapped"
                );
            }
        }
    }
}

#[test]
fn no_desk_has_the_remaining_characters() {
    for first in (0..BASE).filter(|first| usize::from(*first) > CITY) {
        let mut values = [0; LENGTH];
        values[0] = first;
        let sound = (0..BASE).find(|check| {
            values[LENGTH - 1] = *check;
            is_sound(&values)
        });
        assert!(sound.is_some());
        let typed = Reference(values).to_string();
        assert_eq!(Reference::parse(&typed), Err(ReferenceProblem::Check));
    }
}

#[test]
fn nothing_in_it_looks_like_something_else_in_it() {
    for (look, meant) in LOOK_ALIKES {
        assert!(
            !ALPHABET.contains(&look) && ALPHABET.contains(&meant),
            "{look}"
        );
    }
    assert!(ALPHABET.is_sorted() && ALPHABET.iter().all(|character| value(*character).is_some()));
}

#[test]
fn it_is_read_as_people_type_it() {
    let reference = Reference::new(Desk::City, [0, 0, 0, 0, 0, 0, 1, 5]);
    #[track_caller]
    fn check(typed: &str, read: Result<Reference, ReferenceProblem>) {
        assert_eq!(Reference::parse(typed), read);
    }
    assert_eq!(reference.to_string(), "P8C-000-008");
    check("P8C000008", Ok(reference));
    check(" p8c – ooo – oob\n", Ok(reference));
    check("PBC QQQ DO8", Ok(reference));
    check("Ｐ８Ｃ－０００－００８", Ok(reference));
    check("", Err(ReferenceProblem::Length(0)));
    check("P8C-000-00", Err(ReferenceProblem::Length(8)));
    check("P8C-000-0088", Err(ReferenceProblem::Length(10)));
    check("P8C-000-00V", Err(ReferenceProblem::Character('V')));
    check("诉求", Err(ReferenceProblem::Character('诉')));
    check("P8C-000-006", Err(ReferenceProblem::Check));
}

proptest! {
    #[test]
    fn what_is_written_is_read(district in 0..18_usize, random: [u8; 8]) {
        let desk = keepers().nth(district).unwrap();
        let reference = Reference::new(desk, random);
        prop_assert_eq!(Reference::parse(&reference.to_string()), Ok(reference));
        prop_assert_eq!(Reference::parse(&reference.to_string().to_lowercase()), Ok(reference));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        if let Ok(reference) = Reference::parse(&text) {
            prop_assert_eq!(Reference::parse(&reference.to_string()), Ok(reference));
        }
    }
}
