//! The button that asks for the position, on the tap and not before.

use super::phone::{locate, spawn_local};
use super::show;
use crate::islands::browser::{focus, listen};
use domain::geo::Wgs84;
use domain::search::Search;

/// What the note beside the button says, by the class of its paragraph.
const NOTES: [&str; 5] = [
    ".near .why",
    ".near .asking",
    ".near .given",
    ".near .refused",
    ".near .elsewhere",
];

/// Shows the button, which hands the position to `then`. Refusal, silence and a place far from
/// Beijing lead to the choice of a district.
pub(super) fn wake(then: fn(Wgs84)) {
    show(".near", true);
    listen(".near button", "click", move |_| {
        note(".near .asking");
        spawn_local(async move {
            match locate().await {
                Some(here) if Search::can_start_from(here) => {
                    note(".near .given");
                    then(here);
                }
                elsewhere => {
                    note(if elsewhere.is_some() {
                        ".near .elsewhere"
                    } else {
                        ".near .refused"
                    });
                    focus("#district");
                }
            }
        });
    });
}

/// Shows that the list already starts where the phone is.
pub(super) fn given() {
    note(".near .given");
}

fn note(shown: &str) {
    for each in NOTES {
        show(each, each == shown);
    }
}
