//! The table, against the policy files and against itself.

use super::*;
use crate::places::District;
use crate::policy::{Programme, Service};

#[test]
fn the_codes_are_those_of_the_policy_files() {
    let documented = include_str!("../../../policy/README.md");
    let codes: Vec<_> = Category::ALL
        .iter()
        .map(|each| format!("`{}`", each.code()))
        .collect();
    assert!(documented.contains(&codes.join(", ")));
    for programme in Programme::ALL {
        assert!(
            Category::from_code(programme.request()).is_some(),
            "{}",
            programme.id()
        );
    }
    for service in Service::all() {
        assert!(
            Category::from_code(service.request).is_some(),
            "{}",
            service.id
        );
    }
}

#[test]
fn the_table_is_in_the_order_of_the_categories() {
    assert_eq!(PROFILES.len(), Category::ALL.len());
    #[track_caller]
    fn check(category: Category, entry: Level, class: Class, photos: bool, private: bool) {
        let profile = category.profile();
        let found = (
            profile.entry,
            profile.class,
            profile.photos,
            profile.private,
        );
        assert_eq!(found, (entry, class, photos, private));
    }
    check(Category::Pay, Level::Street, Class::Week, true, true);
    check(Category::Dispute, Level::Street, Class::Week, true, true);
    check(Category::LegalAid, Level::District, Class::Week, true, true);
    check(Category::Joining, Level::Street, Class::Week, false, true);
    check(
        Category::Programme,
        Level::District,
        Class::Fortnight,
        false,
        true,
    );
    check(Category::Station, Level::Street, Class::Day, true, false);
    check(
        Category::Childcare,
        Level::Street,
        Class::Week,
        false,
        false,
    );
    check(Category::Hardship, Level::Street, Class::Week, false, true);
    check(
        Category::Psychological,
        Level::District,
        Class::Urgent,
        false,
        true,
    );
    check(
        Category::Safety,
        Level::District,
        Class::Urgent,
        true,
        false,
    );
    check(
        Category::Praise,
        Level::Street,
        Class::Fortnight,
        true,
        false,
    );
    check(Category::Other, Level::Street, Class::Fortnight, true, true);
}

#[test]
fn only_mediation_has_its_level_of_entry_from_a_source() {
    let stated: Vec<_> = Category::ALL
        .iter()
        .filter(|each| each.profile().entry_basis != Basis::NotFromSources)
        .collect();
    assert_eq!(stated, [&Category::Dispute]);
}

#[test]
fn the_first_desk_is_where_the_place_is_and_never_below_the_level_of_entry() {
    let district = District::all()[5];
    let street = district.streets()[3];
    #[track_caller]
    fn check(category: Category, place: Place, desk: Desk) {
        assert_eq!(category.first_desk(place), desk);
    }
    check(Category::Pay, Place::Street(street), Desk::Street(street));
    check(
        Category::LegalAid,
        Place::Street(street),
        Desk::District(district),
    );
    check(
        Category::Pay,
        Place::District(district),
        Desk::District(district),
    );
    check(Category::Pay, Place::NotSure, Desk::City);
}
