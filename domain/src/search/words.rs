//! Words against names, kinds, areas and addresses.

use super::rank::Hit;
use crate::city::{City, Place};
use crate::pinyin::{Needle, Readings};
use crate::places::{District, Street};
use crate::station::{Kind, KindSet, Text};

/// The words of a search, made ready for a whole city. Each must be found somewhere.
pub(super) struct Words<'a> {
    readings: &'a Readings,
    words: Vec<Word>,
}

/// A word, and what need not be looked up place by place.
struct Word {
    needle: Needle,
    kinds: KindSet,
    districts: Vec<District>,
    streets: Vec<Street>,
}

impl<'a> Words<'a> {
    /// `None` if there is nothing to look for.
    pub(super) fn new(words: &str, city: &'a City) -> Option<Self> {
        let readings = city.readings();
        let words: Vec<Word> = words
            .split_whitespace()
            .map(|word| Needle::new(word, readings))
            .filter(|needle| !needle.is_empty())
            .map(|needle| Word::new(needle, city))
            .collect();
        (!words.is_empty()).then_some(Self { readings, words })
    }

    /// Where the hardest to find of the words is found.
    pub(super) fn hit(&self, place: &Place, text: Option<&Text>) -> Option<Hit> {
        let mut hardest = Hit::Name;
        for word in &self.words {
            hardest = hardest.max(word.hit(place, text, self.readings)?);
        }
        Some(hardest)
    }
}

impl Word {
    fn new(needle: Needle, city: &City) -> Self {
        let named = |name: &str| needle.is_in(name, city.readings());
        Self {
            kinds: Kind::ALL
                .iter()
                .copied()
                .filter(|kind| named(kind.name_zh()))
                .collect(),
            districts: District::all()
                .iter()
                .copied()
                .filter(|district| named(district.name_zh()))
                .collect(),
            streets: city
                .streets()
                .iter()
                .filter(|(_, name)| named(name))
                .map(|(street, _)| *street)
                .collect(),
            needle,
        }
    }

    fn hit(&self, place: &Place, text: Option<&Text>, readings: &Readings) -> Option<Hit> {
        let written = |field: fn(&Text) -> &str| {
            text.is_some_and(|text| self.needle.is_in(field(text), readings))
        };
        if written(|text| &text.name) {
            Some(Hit::Name)
        } else if self.is_kind_or_area(place) {
            Some(Hit::KindOrArea)
        } else if written(|text| &text.address) {
            Some(Hit::Address)
        } else {
            None
        }
    }

    fn is_kind_or_area(&self, place: &Place) -> bool {
        self.kinds.intersects(place.kinds)
            || self.districts.contains(&place.district)
            || place
                .street
                .is_some_and(|street| self.streets.contains(&street))
    }
}
