//! The whole city in memory, as the edge and the phone both hold it.

use crate::geo::Wgs84;
use crate::hours::Hours;
use crate::pinyin::Readings;
use crate::places::{District, Street};
use crate::snapshot::{self, Hash, SnapshotError};
use crate::station::{Access, Amenities, KindSet, Life, Station, StationId, Text};
use crate::status::{Status, status};
use crate::time::BeijingTime;
use chrono::NaiveDate;
use core::ops::Range;

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
    pub hours: u32,
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
    version: String,
    demonstration: bool,
    places: Vec<Place>,
    /// Where each place stands in `places`, in the order of the ids.
    by_id: Vec<u32>,
    hours: Vec<Hours>,
    parts: Vec<Part>,
    streets: Vec<(Street, String)>,
    readings: Readings,
}

/// The places of a district, which stand together, and their words once they are loaded.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) district: District,
    places: Range<usize>,
    text_hash: Hash,
    texts: Vec<Text>,
}

impl Part {
    pub(crate) fn new(district: District, places: Range<usize>, text_hash: Hash) -> Self {
        Self {
            district,
            places,
            text_hash,
            texts: Vec::new(),
        }
    }
}

impl City {
    /// The city with all its words, exactly as whoever loads the snapshot of these stations has it.
    pub fn from_stations(stations: &[Station], demonstration: bool) -> Self {
        const GUARANTEE: &str = "what is written is read back: a property of the snapshot";
        let snapshot = snapshot::encode(stations, demonstration);
        let mut city = snapshot::decode(&snapshot.city).expect(GUARANTEE);
        for file in &snapshot.texts {
            city.load_texts(file.district, &file.bytes)
                .expect(GUARANTEE);
        }
        city
    }

    pub(crate) fn new(
        version: String,
        demonstration: bool,
        places: Vec<Place>,
        hours: Vec<Hours>,
        parts: Vec<Part>,
    ) -> Self {
        let mut by_id: Vec<u32> = (0..).take(places.len()).collect();
        by_id.sort_unstable_by_key(|index| places[*index as usize].id);
        Self {
            version,
            demonstration,
            places,
            by_id,
            hours,
            parts,
            streets: Vec::new(),
            readings: Readings::default(),
        }
    }

    /// Adds the words of a district from its text file.
    ///
    /// # Errors
    ///
    /// When the file is damaged or belongs to another version of the city.
    pub fn load_texts(&mut self, district: District, file: &[u8]) -> Result<(), SnapshotError> {
        let mut parts = self.parts.iter_mut();
        let part = parts
            .find(|part| part.district == district)
            .ok_or(SnapshotError::OtherVersion)?;
        let loaded = snapshot::decode_texts(file, part.places.len())?;
        if loaded.hash != part.text_hash {
            return Err(SnapshotError::OtherVersion);
        }
        part.texts = loaded.texts;
        self.streets.extend(loaded.streets);
        self.readings.add(loaded.readings);
        Ok(())
    }

    /// Names this listing: the hash of its city file, in 16 hexadecimal digits.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Whether its places are made up; every page says so.
    pub fn demonstration(&self) -> bool {
        self.demonstration
    }

    /// Every place, closed ones too, in the order of the snapshot.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place with that id.
    pub fn place(&self, id: StationId) -> Option<&Place> {
        Some(&self.places[self.index(id)?])
    }

    /// When it is open.
    pub fn hours(&self, place: &Place) -> &Hours {
        &self.hours[place.hours as usize]
    }

    /// Every distinct hours; [`Place::hours`] counts in it.
    pub fn distinct_hours(&self) -> &[Hours] {
        &self.hours
    }

    /// Its words, if the texts of its district are loaded.
    pub fn text(&self, place: &Place) -> Option<&Text> {
        self.text_at(self.index(place.id)?)
    }

    /// What one finds there at that moment.
    pub fn status(&self, place: &Place, at: BeijingTime) -> Status {
        status(self.hours(place), place.life, at)
    }

    /// Everything that is published about it, if the texts of its district are loaded.
    pub fn station(&self, place: &Place) -> Option<Station> {
        Some(Station {
            id: place.id,
            kinds: place.kinds,
            district: place.district,
            street: place.street,
            position: place.position,
            hours: self.hours(place).clone(),
            amenities: place.amenities,
            access: place.access,
            verified_on: place.verified_on,
            life: place.life,
            text: self.text(place)?.clone(),
        })
    }

    /// Every station whose texts are loaded, in the order of the ids.
    pub fn stations(&self) -> impl Iterator<Item = Station> {
        let places = self.by_id.iter().map(|index| &self.places[*index as usize]);
        places.filter_map(|place| self.station(place))
    }

    /// The districts that have a place, each with the hash that names its text file.
    pub fn text_files(&self) -> impl Iterator<Item = (District, String)> {
        let files = self.parts.iter();
        files.map(|part| (part.district, snapshot::hex(part.text_hash)))
    }

    /// Whether the texts of that district are loaded; also when it has no place.
    pub fn has_texts(&self, district: District) -> bool {
        let mut parts = self.parts.iter();
        parts
            .find(|part| part.district == district)
            .is_none_or(|part| part.texts.len() == part.places.len())
    }

    /// The streets of the districts whose texts are loaded, with their names.
    pub(crate) fn streets(&self) -> &[(Street, String)] {
        &self.streets
    }

    /// How the characters of the loaded texts are read aloud.
    pub(crate) fn readings(&self) -> &Readings {
        &self.readings
    }

    /// The words of the place at `index` of [`City::places`].
    pub(crate) fn text_at(&self, index: usize) -> Option<&Text> {
        let before = self.parts.partition_point(|part| part.places.end <= index);
        let part = self.parts.get(before)?;
        part.texts.get(index - part.places.start)
    }

    fn index(&self, id: StationId) -> Option<usize> {
        let found = self
            .by_id
            .binary_search_by_key(&id, |index| self.places[*index as usize].id);
        Some(self.by_id[found.ok()?] as usize)
    }
}
