//! The whole city in memory, as the edge and the phone both hold it.

use crate::geo::Wgs84;
use crate::hours::Hours;
use crate::places::{District, Street};
use crate::station::{Access, Amenities, KindSet, Life, StationId, Text};
use chrono::NaiveDate;

/// Everything that decides a search about a station; its words are kept apart, by district.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// As in [`crate::station::Station`].
    pub id: StationId,
    /// As in [`crate::station::Station`].
    pub kinds: KindSet,
    /// As in [`crate::station::Station`].
    pub district: District,
    /// As in [`crate::station::Station`].
    pub street: Option<Street>,
    /// As in [`crate::station::Station`], to five decimals.
    pub position: Option<Wgs84>,
    /// Which of the city's distinct hours.
    pub hours: u16,
    /// As in [`crate::station::Station`].
    pub amenities: Amenities,
    /// As in [`crate::station::Station`].
    pub access: Access,
    /// As in [`crate::station::Station`].
    pub verified_on: Option<NaiveDate>,
    /// As in [`crate::station::Station`].
    pub life: Life,
}

/// A listing of one city.
#[derive(Clone, Debug, Default)]
pub struct City {
    places: Vec<Place>,
    hours: Vec<Hours>,
}

impl City {
    /// Every place, closed ones too, in the order of the snapshot.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place with that id.
    pub fn place(&self, id: StationId) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }

    /// When it is open.
    pub fn hours(&self, place: &Place) -> &Hours {
        &self.hours[usize::from(place.hours)]
    }

    /// Its words, if the texts of its district are loaded.
    pub fn text(&self, place: &Place) -> Option<&Text> {
        let _ = place;
        None
    }
}
