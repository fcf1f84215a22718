//! Stations that are probably listed twice.
//!
//! Two places that are not closed for good are told if their names sound alike, or their addresses
//! do, and they are near each other. Alike is: the same syllables without tones, once the words are
//! left out that every name has, and those of the district and street. Near is within
//! [`NEAR_METRES`]; where a pin is missing, in the same street.

use crate::city::{City, Place};
use crate::geo::Wgs84;
use crate::station::{Life, StationId};
use std::collections::BTreeMap;

/// What is listed twice stands at most this far apart: a building with two doors, or a pin that was
/// set at the gate.
pub const NEAR_METRES: f64 = 300.0;

/// Degrees north that are surely farther.
const FAR_DEGREES: f64 = 0.003;

/// Words that tell no place from another, longer ones first.
const FILLERS: [&str; 12] = [
    "北京市",
    "暖心驿站",
    "服务站",
    "总工会",
    "街道",
    "驿站",
    "工会",
    "职工",
    "之家",
    "地区",
    "第",
    "站",
];

/// Two stations that are probably one, the lower number first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The one.
    pub one: StationId,
    /// The other.
    pub other: StationId,
    /// How far apart they are, in metres; `None` where a pin is missing.
    pub metres: Option<u32>,
}

/// Those among the places that `is_looked_at`, the nearest first, those without a pin last.
pub fn duplicates(city: &City, is_looked_at: impl Fn(&Place) -> bool) -> Vec<Pair> {
    let mut alike: BTreeMap<(Said, String), Vec<&Place>> = BTreeMap::new();
    for (index, place) in city.places().iter().enumerate() {
        let (Some(text), true) = (city.text_at(index), is_looked_at(place)) else {
            continue;
        };
        if matches!(place.life, Life::Closed { .. }) {
            continue;
        }
        let mut add = |said, key: String| {
            if !key.is_empty() {
                alike.entry((said, key)).or_default().push(place);
            }
        };
        add(Said::Name, sound(city, place, &text.name));
        let address = sound(city, place, &text.address);
        // A road without a number is an address that many have.
        if address.chars().any(|letter| letter.is_ascii_digit()) {
            add(Said::Address, address);
        }
    }
    let mut pairs: Vec<_> = alike.into_values().flat_map(near).collect();
    pairs.sort_unstable_by_key(|pair| (pair.metres.is_none(), pair.metres, pair.one, pair.other));
    pairs.dedup();
    pairs
}

/// What two places are alike in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Name,
    Address,
}

/// The pairs of places that are near each other. From the south to the north, each is compared with
/// those that are hardly farther north.
fn near(places: Vec<&Place>) -> Vec<Pair> {
    let (mut pinned, mut unpinned) = (Vec::new(), Vec::new());
    for place in places {
        match place.position {
            Some(at) => pinned.push((at, place)),
            None => unpinned.push(place),
        }
    }
    pinned.sort_unstable_by(|(one, _), (other, _)| one.lat().total_cmp(&other.lat()));
    let mut pairs = Vec::new();
    for (index, (at, place)) in pinned.iter().enumerate() {
        let following = pinned[index + 1..].iter();
        let hardly_farther =
            following.take_while(|(other, _)| other.lat() - at.lat() < FAR_DEGREES);
        pairs.extend(hardly_farther.filter_map(|(other_at, other)| {
            let metres = at.distance_m(*other_at);
            (metres <= NEAR_METRES).then(|| pair(place, other, Some(metres)))
        }));
    }
    for (index, place) in unpinned.iter().enumerate() {
        let others = unpinned[index + 1..].iter().copied();
        let others = others.chain(pinned.iter().map(|(_, other): &(Wgs84, _)| *other));
        let same_street =
            others.filter(|other| (other.district, other.street) == (place.district, place.street));
        pairs.extend(same_street.map(|other| pair(place, other, None)));
    }
    pairs
}

fn pair(place: &Place, other: &Place, metres: Option<f64>) -> Pair {
    Pair {
        one: place.id.min(other.id),
        other: place.id.max(other.id),
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most 300"
        )]
        metres: metres.map(|metres| metres.round() as u32),
    }
}

/// How a text sounds without what tells no place from another.
fn sound(city: &City, place: &Place, text: &str) -> String {
    let mut text = text.to_lowercase();
    let street = place.street.map(|street| street.name_zh());
    let own = std::iter::once(place.district.name_zh()).chain(street);
    for filler in own.chain(FILLERS) {
        text = text.replace(filler, "");
    }
    let mut sound = String::new();
    for character in text.chars().filter(|character| character.is_alphanumeric()) {
        match city.readings().of(character).next() {
            Some(syllable) => sound.extend(syllable.letters()),
            None => sound.push(character),
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demonstration;
    use crate::station::Station;

    /// Two stations; the second is as `change` makes it of the first.
    #[track_caller]
    fn check(change: impl Fn(&mut Station), expected: bool) {
        let mut one = demonstration::stations().remove(0);
        one.text.name = "王府井银行网点暖心驿站".to_owned();
        one.text.address = "王府井大街7号".to_owned();
        one.position = Wgs84::new(39.91, 116.41);
        one.life = Life::Active;
        let mut other = Station {
            id: StationId(one.id.0 + 1),
            ..one.clone()
        };
        change(&mut other);
        let city = City::from_stations(&[one, other], false);
        assert_eq!(duplicates(&city, |_| true).len(), usize::from(expected));
    }

    #[test]
    fn names_that_sound_alike_nearby_are_told_once() {
        check(|_| {}, true);
        check(
            |other| other.text.name = "王府景银行网点驿站".to_owned(),
            true,
        );
        check(|other| other.text.address = String::new(), true);
        check(
            |other| other.text.name = "中国书店暖心驿站".to_owned(),
            true,
        );
        let elsewhere = |other: &mut Station| {
            other.text.name = "中国书店暖心驿站".to_owned();
            other.text.address = "王府井大街8号".to_owned();
        };
        check(elsewhere, false);
        check(
            |other| {
                other.text.address = "王府井大街".to_owned();
                other.text.name = "暖心驿站".to_owned();
            },
            false,
        );
    }

    #[test]
    fn far_apart_or_closed_is_no_duplicate() {
        check(
            |other| other.position = Wgs84::new(39.91 + 0.00269, 116.41),
            true,
        );
        check(
            |other| other.position = Wgs84::new(39.91 + 0.00271, 116.41),
            false,
        );
        check(
            |other| other.position = Wgs84::new(39.91, 116.41 + 0.0036),
            false,
        );
        check(|other| other.position = None, true);
        check(
            |other| {
                other.position = None;
                other.street = None;
            },
            false,
        );
        let closed = |other: &mut Station| {
            other.life = Life::Closed {
                from: None,
                successor: None,
            };
        };
        check(closed, false);
    }

    #[test]
    fn only_what_is_looked_at_is_compared() {
        let city = City::from_stations(&demonstration::stations(), true);
        assert_eq!(duplicates(&city, |_| false), []);
        let district = city.places()[0].district;
        let own = duplicates(&city, |place| place.district == district);
        let all = duplicates(&city, |_| true);
        assert!(own.iter().all(|pair| all.contains(pair)));
        assert!(all.len() < 2_000, "{}", all.len());
    }
}
