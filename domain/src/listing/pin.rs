//! A pin as its numbers are typed: where it is, and what is wrong or doubtful about it. The same in a
//! file, in a form, and on the map on which it is set.

use super::problem::Reason;
use super::vocabulary::narrow;
use crate::geo::{Datum, Wgs84};
use crate::places::{District, district_at, may_contain};

/// The point that two texts name; `None` if both are blank.
///
/// ```
/// # use domain::{geo::Datum, listing::{Reason, pin}};
/// let point = pin::read("39.914266", "116.403988", Datum::Wgs84).unwrap().unwrap();
/// assert_eq!((point.lat(), point.lng()), (39.91427, 116.40399));
/// assert_eq!(pin::read("116.4", "39.9", Datum::Wgs84), Err(Reason::Swapped));
/// assert_eq!(pin::read("", " ", Datum::Wgs84), Ok(None));
/// ```
///
/// # Errors
/// Says what is wrong with them.
pub fn read(lat: &str, lng: &str, datum: Datum) -> Result<Option<Wgs84>, Reason> {
    match (lat.trim(), lng.trim()) {
        ("", "") => Ok(None),
        ("", _) | (_, "") => Err(Reason::HalfAPosition),
        (lat, lng) => {
            let degrees = |text| degrees(text).ok_or(Reason::NotDegrees);
            place(degrees(lat)?, degrees(lng)?, datum).map(Some)
        }
    }
}

/// What is doubtful about a pin of something in that district.
pub fn doubt(point: Wgs84, district: District) -> Option<Reason> {
    (!may_contain(district, point)).then(|| Reason::PointElsewhere(district_at(point)))
}

/// A number of degrees, as people write it.
pub(super) fn degrees(text: &str) -> Option<f64> {
    let text = narrow(text);
    let number = text.trim().trim_end_matches(['°', 'E', 'N', '度']);
    number
        .parse()
        .ok()
        .filter(|degrees: &f64| degrees.is_finite())
}

/// The point of two numbers, as it is kept.
pub(super) fn place(lat: f64, lng: f64, datum: Datum) -> Result<Wgs84, Reason> {
    let inside = |lat, lng| datum.to_wgs84(lat, lng).filter(|point| in_beijing(*point));
    match inside(lat, lng) {
        Some(point) => Ok(point.rounded(5)),
        None if inside(lng, lat).is_some() => Err(Reason::Swapped),
        None => Err(Reason::OutsideBeijing),
    }
}

/// The rectangle around the city's outlines.
fn in_beijing(point: Wgs84) -> bool {
    (39.4..=41.1).contains(&point.lat()) && (115.4..=117.6).contains(&point.lng())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn wrong(lat: &str, lng: &str, reason: Reason) {
        assert_eq!(read(lat, lng, Datum::Wgs84), Err(reason), "{lat} {lng}");
    }

    #[test]
    fn every_wrong_pair_of_texts_says_why() {
        wrong("39.9", "", Reason::HalfAPosition);
        wrong(" ", "116.4", Reason::HalfAPosition);
        wrong("here", "116.4", Reason::NotDegrees);
        wrong("39.9", "NaN", Reason::NotDegrees);
        wrong("116.4", "39.9", Reason::Swapped);
        wrong("31.2", "121.5", Reason::OutsideBeijing);
    }

    #[test]
    fn the_same_place_is_read_from_the_numbers_of_every_datum() {
        let place = Wgs84::new(39.91427, 116.40399).unwrap();
        for datum in Datum::ALL {
            let (lat, lng) = datum.numbers(place);
            let read = read(&format!("{lat:.6}"), &format!("{lng:.6}"), datum);
            assert_eq!(read, Ok(Some(place)), "{datum:?}");
        }
    }

    #[test]
    fn a_pin_outside_its_district_is_doubted_with_the_district_that_it_is_in() {
        let [dongcheng, haidian] = [110101, 110108].map(|code| District::from_code(code).unwrap());
        let point = Wgs84::new(39.93, 116.41).unwrap();
        assert_eq!(doubt(point, dongcheng), None);
        let elsewhere = Reason::PointElsewhere(Some(dongcheng));
        assert_eq!(doubt(point, haidian), Some(elsewhere));
    }
}
