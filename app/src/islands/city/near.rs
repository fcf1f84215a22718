//! The button that asks for the position, on the tap and not before.

use super::phone::{locate, spawn_local};
use super::show;
use crate::islands::browser::listen;
use domain::geo::Wgs84;
use domain::search::Search;
use web_sys::Coordinates;

/// What the note beside the button says, by the class of its paragraph.
const NOTES: [&str; 5] = [
    ".near .why",
    ".near .asking",
    ".near .given",
    ".near .refused",
    ".near .elsewhere",
];

/// Shows the button, which hands the position to `then`, with what else the phone knows of it.
/// Refusal, silence and a place far from Beijing lead to the choice of a district.
pub(in crate::islands) fn wake(then: fn(Wgs84, &Coordinates), choose_district: fn()) {
    show(".near", true);
    listen(".near button", "click", move |_| {
        note(".near .asking");
        spawn_local(async move {
            match locate().await {
                Some((here, known)) if Search::can_start_from(here) => {
                    note(".near .given");
                    then(here, &known);
                }
                elsewhere => {
                    note(if elsewhere.is_some() {
                        ".near .elsewhere"
                    } else {
                        ".near .refused"
                    });
                    choose_district();
                }
            }
        });
    });
}

/// Shows that the list already starts where the phone is.
pub(in crate::islands) fn given() {
    note(".near .given");
}

fn note(shown: &str) {
    for each in NOTES {
        show(each, each == shown);
    }
}
