//! A pin that was probably read in another datum than its numbers are in.

use crate::geo::{Datum, Wgs84};
use crate::places::{District, may_contain};

/// So near an old pin a new one is the same place: what people set differs by a building.
const SAME_METRES: f64 = 60.0;

/// So far from it a new pin is another place. Two datums differ by some 550 metres in Beijing and
/// more: this is half.
const ELSEWHERE_METRES: f64 = 250.0;

/// Numbers of one datum that were taken for another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistaken {
    /// What they look like.
    pub looks_like: Datum,
    /// What they were taken for.
    pub taken_for: Datum,
}

/// Whether the pin `after` looks as if its numbers were taken for another datum's.
///
/// With a pin before: it went elsewhere, and in another datum it would be where it was. Without:
/// it is outside its district, and in another datum it would be inside. Where neither holds nothing
/// is said: half a kilometre within a district is what a real move looks like, too.
pub fn mistaken(before: Option<Wgs84>, after: Wgs84, district: District) -> Option<Mistaken> {
    let doubtful = match before {
        Some(before) => before.distance_m(after) > ELSEWHERE_METRES,
        None => !may_contain(district, after),
    };
    let fits = |point: Wgs84| match before {
        Some(before) => before.distance_m(point) < SAME_METRES,
        None => may_contain(district, point),
    };
    let pairs = Datum::ALL.into_iter().flat_map(|taken_for| {
        let others = Datum::ALL.into_iter();
        let others = others.filter(move |looks_like| *looks_like != taken_for);
        others.map(move |looks_like| Mistaken {
            looks_like,
            taken_for,
        })
    });
    let mut pairs = pairs.filter(|_| doubtful);
    pairs.find(|pair| {
        let (lat, lng) = pair.taken_for.numbers(after);
        pair.looks_like.to_wgs84(lat, lng).is_some_and(fits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DONGCHENG: u32 = 110101;

    fn district() -> District {
        District::from_code(DONGCHENG).unwrap()
    }

    fn at(lat: f64, lng: f64) -> Wgs84 {
        Wgs84::new(lat, lng).unwrap()
    }

    #[test]
    fn the_same_place_in_another_datum_is_noticed_for_every_pair() {
        let before = at(39.914266, 116.403988);
        for looks_like in Datum::ALL {
            for taken_for in Datum::ALL {
                let (lat, lng) = looks_like.numbers(before);
                let after = taken_for.to_wgs84(lat, lng).unwrap();
                let found = mistaken(Some(before), after, district());
                let pair = Mistaken {
                    looks_like,
                    taken_for,
                };
                let expected = (looks_like != taken_for).then_some(pair);
                assert_eq!(found.is_some(), expected.is_some(), "{pair:?}");
                // GCJ-02 taken for WGS-84 moves as BD-09 taken for GCJ-02 nearly does.
                if let Some(found) = found {
                    let (lat, lng) = found.taken_for.numbers(after);
                    let there = found.looks_like.to_wgs84(lat, lng).unwrap();
                    assert!(before.distance_m(there) < SAME_METRES);
                }
            }
        }
    }

    #[test]
    fn a_real_move_is_not_doubted() {
        let before = at(39.914266, 116.403988);
        for (lat, lng) in [
            (0.0, 0.0),
            (0.002, 0.0),
            (0.01, 0.0),
            (0.0, -0.0065),
            (-0.004, 0.004),
        ] {
            let after = at(before.lat() + lat, before.lng() + lng);
            assert_eq!(
                mistaken(Some(before), after, district()),
                None,
                "{lat} {lng}"
            );
        }
    }

    #[test]
    fn without_a_pin_before_the_district_tells() {
        let inside = at(39.93, 116.41);
        assert_eq!(mistaken(None, inside, district()), None);
        let east_edge = (0..200).map(|step| at(39.93, 116.40 + f64::from(step) * 0.0005));
        let edge = east_edge
            .take_while(|point| may_contain(district(), *point))
            .last()
            .unwrap();
        let (lat, lng) = Datum::Gcj02.numbers(edge);
        let found = mistaken(None, at(lat, lng), district());
        let expected = Mistaken {
            looks_like: Datum::Gcj02,
            taken_for: Datum::Wgs84,
        };
        assert_eq!(found, Some(expected));
        assert_eq!(mistaken(None, at(39.93, 117.0), district()), None);
    }
}
