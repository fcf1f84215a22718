//! What programmes and services are read with.

use super::reader::Item;

/// The categories a prepared request can have.
pub(super) const REQUESTS: [&str; 12] = [
    "pay",
    "dispute",
    "legal_aid",
    "joining",
    "programme",
    "station",
    "childcare",
    "hardship",
    "psychological",
    "safety",
    "praise",
    "other",
];

/// The kinds of station; see `domain::station::Kind`.
pub(super) const STATIONS: [&str; 9] = [
    "caring_station",
    "service_station",
    "workers_home",
    "service_centre",
    "psychological_station",
    "nursing_room",
    "drivers_home",
    "library",
    "training_site",
];

/// What can stand in an address and name a constant: small letters, digits and `joint`, a letter
/// first.
pub(super) fn identifier(item: Item, joint: char) -> Option<String> {
    let id = item.string()?;
    let plain = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == joint;
    if !id.starts_with(|first: char| first.is_ascii_lowercase()) || !id.chars().all(plain) {
        item.complain(format!(
            "an id is of small letters, digits and `{joint}`, a letter first"
        ));
    }
    Some(id.to_owned())
}

/// A code that is one of `codes`.
pub(super) fn known(item: Item, codes: &[&str]) -> Option<String> {
    let code = item.string()?;
    if !codes.contains(&code) {
        item.complain(format!("`{code}` is none of `{}`", codes.join("`, `")));
    }
    Some(code.to_owned())
}

/// Every element of a list; all are read, so that each can complain.
pub(super) fn each<'d, T>(
    item: Option<Item<'d>>,
    read: impl Fn(Item<'d>) -> Option<T>,
) -> Option<Vec<T>> {
    let read: Vec<_> = item?.list()?.into_iter().map(read).collect();
    read.into_iter().collect()
}

/// `Some(None)` if nothing is said, `None` if it cannot be read.
pub(super) fn optional<'d, T>(
    item: Option<Item<'d>>,
    read: impl Fn(Item<'d>) -> Option<T>,
) -> Option<Option<T>> {
    match item {
        None => Some(None),
        Some(item) => read(item).map(Some),
    }
}
