//! What the phone keeps of the answers, and for how long.

use crate::check::Kept;
use crate::check::phone::Phone;
use domain::policy::Answers;
use leptos::prelude::window;
use web_sys::Storage;

/// The name under which the answers are kept.
const KEY: &str = "check";

/// How the answers are kept on this phone, and which there are.
pub(super) fn load() -> (Kept, Answers) {
    let kept = |storage: Option<Storage>| storage?.get_item(KEY).ok()?;
    let (how, query) = match kept(until_closed()) {
        Some(query) => (Kept::UntilClosed, query),
        None => (Kept::OnPhone, kept(for_good()).unwrap_or_default()),
    };
    (how, Answers::parse(&query).0)
}

/// Keeps the answers in the chosen way, and nowhere else. A browser that keeps nothing still checks.
pub(super) fn save(phone: &Phone) {
    let (here, elsewhere) = match phone.step().kept {
        Kept::OfALink => return,
        Kept::UntilClosed => (until_closed(), for_good()),
        Kept::OnPhone | Kept::InAddress => (for_good(), until_closed()),
    };
    let answers = phone.answers();
    // Nothing is kept of nothing; but that nothing is to be kept is known until the page is closed.
    _ = here.map(|storage| match (&*answers, phone.step().kept) {
        ("", Kept::OnPhone) => storage.remove_item(KEY),
        _ => storage.set_item(KEY, &answers),
    });
    _ = elsewhere.map(|storage| storage.remove_item(KEY));
}

fn for_good() -> Option<Storage> {
    window().local_storage().ok()?
}

/// Gone with the tab.
fn until_closed() -> Option<Storage> {
    window().session_storage().ok()?
}
