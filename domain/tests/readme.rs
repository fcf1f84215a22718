//! The README says what the code does.

use domain::listing::Subject;

const README: &str = include_str!("../../README.md");

#[test]
fn the_columns_of_a_listing_are_documented() {
    for subject in [Subject::Stations, Subject::Classes] {
        assert!(
            README.contains(&subject.columns_markdown()),
            "the README's table of columns is not what `columns_markdown` gives for {subject:?}"
        );
    }
}
