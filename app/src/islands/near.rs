//! The button that asks for the position, on the tap and not before.

use super::browser::{focus, listen, locate, show, spawn_local};
use domain::geo::Wgs84;

/// What the note beside the button says, by the class of its paragraph.
const NOTES: [&str; 4] = [
    ".near .why",
    ".near .asking",
    ".near .given",
    ".near .refused",
];

/// Shows the button, which hands the position to `then`. Refusal or silence leads to the choice
/// of a district.
pub(super) fn wake(then: fn(Wgs84)) {
    show(".near", true);
    listen(".near button", "click", move |_| {
        note(".near .asking");
        spawn_local(async move {
            match locate().await {
                Some(here) => {
                    note(".near .given");
                    then(here);
                }
                None => {
                    note(".near .refused");
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
