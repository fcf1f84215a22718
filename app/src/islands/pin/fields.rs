//! The fields of the form that say where the pin is, and what it belongs to.

use crate::islands::browser::find;
use domain::geo::{Datum, Wgs84, decimal};
use domain::listing::{Reason, datum_named, pin};
use domain::places::District;
use domain::union::Desk;
use web_sys::{HtmlInputElement, HtmlSelectElement};

pub(super) const LAT: &str = "#f-lat";
pub(super) const LNG: &str = "#f-lng";
pub(super) const DATUM: &str = "#f-datum";
pub(super) const PLACE: &str = "#f-place";

/// Where the numbers say that the pin is, or what is wrong with them.
pub(super) fn read() -> Result<Option<Wgs84>, Reason> {
    let text = |field| find::<HtmlInputElement>(field).map_or_else(String::new, |one| one.value());
    pin::read(&text(LAT), &text(LNG), datum())
}

/// Writes the numbers of `point` in the datum that is chosen.
pub(super) fn write(point: Wgs84) {
    let (lat, lng) = datum().numbers(point);
    for (field, degrees) in [(LAT, lat), (LNG, lng)] {
        if let Some(field) = find::<HtmlInputElement>(field) {
            field.set_value(&decimal::<6>(degrees));
        }
    }
}

/// The district that is chosen.
pub(super) fn district() -> Option<District> {
    match Desk::from_code(&chosen(PLACE))? {
        Desk::Street(street) => Some(street.district()),
        Desk::District(district) => Some(district),
        Desk::City => None,
    }
}

fn datum() -> Datum {
    datum_named(&chosen(DATUM)).unwrap_or(Datum::Wgs84)
}

fn chosen(field: &str) -> String {
    find::<HtmlSelectElement>(field).map_or_else(String::new, |one| one.value())
}
