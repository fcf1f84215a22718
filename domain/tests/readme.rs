//! The README says what the code does.

const README: &str = include_str!("../../README.md");

#[test]
fn the_columns_of_a_listing_are_documented() {
    assert!(
        README.contains(&domain::listing::columns_markdown()),
        "the README's table of columns is not what `listing::columns_markdown` gives"
    );
}
