//! The tree, walked from every leaf.

use super::*;

fn streets() -> impl Iterator<Item = Street> {
    let districts = District::all().iter();
    districts.flat_map(|district| district.streets().iter().copied())
}

#[test]
fn every_street_reaches_the_city_in_two_steps() {
    for street in streets() {
        let desk = Desk::Street(street);
        let district = desk.up().unwrap();
        assert_eq!(district, Desk::District(street.district()));
        assert_eq!(district.up(), Some(Desk::City));
        assert!(Desk::City.is_above(desk) && district.is_above(desk));
        assert!(!desk.is_above(district) && !desk.is_above(desk));
    }
    assert_eq!(Desk::City.up(), None);
}

#[test]
fn a_desk_is_raised_but_never_lowered() {
    let street = streets().next().unwrap();
    let (low, middle) = (Desk::Street(street), Desk::District(street.district()));
    assert_eq!(low.at_least(Level::Street), low);
    assert_eq!(low.at_least(Level::District), middle);
    assert_eq!(low.at_least(Level::City), Desk::City);
    assert_eq!(middle.at_least(Level::Street), middle);
    assert_eq!(Desk::City.at_least(Level::Street), Desk::City);
}

#[test]
fn a_district_is_not_above_the_streets_of_another() {
    let [one, other] = [District::all()[0], District::all()[1]];
    let street = Desk::Street(other.streets()[0]);
    assert!(!Desk::District(one).is_above(street));
    assert!(Desk::District(other).is_above(street));
}

#[test]
fn every_code_leads_back_to_its_desk() {
    let districts = District::all().iter().copied().map(Desk::District);
    let desks = streets()
        .map(Desk::Street)
        .chain(districts)
        .chain([Desk::City]);
    for desk in desks {
        assert_eq!(Desk::from_code(&desk.code()), Some(desk));
    }
    for code in [
        "",
        "city ",
        "CITY",
        "110100",
        "+110101",
        "0110101",
        "999999999",
    ] {
        assert_eq!(Desk::from_code(code), None, "{code}");
    }
}

#[test]
fn below_a_desk_is_everything_that_it_is_above() {
    let everything: Vec<_> = Desk::City.below().collect();
    assert_eq!(everything.len(), District::all().len() + streets().count());
    assert!(everything.iter().all(|desk| Desk::City.is_above(*desk)));
    for desk in everything.iter().copied() {
        let above = |one: &&Desk| desk.is_above(**one);
        assert!(desk.below().eq(everything.iter().filter(above).copied()));
    }
}

#[test]
fn the_desk_over_two_is_the_lowest_that_both_have() {
    let [one, other] = [District::all()[0], District::all()[1]];
    let [a, b] = [one.streets()[0], one.streets()[1]].map(Desk::Street);
    assert_eq!(a.over(a), a);
    assert_eq!(a.over(b), Desk::District(one));
    assert_eq!(Desk::District(one).over(b), Desk::District(one));
    assert_eq!(a.over(Desk::District(one)), Desk::District(one));
    assert_eq!(a.over(Desk::Street(other.streets()[0])), Desk::City);
    assert_eq!(a.over(Desk::City), Desk::City);
}
