//! GeoJSON (RFC 7946): point features, their properties named like the columns of a CSV file.

use super::columns::{Column, Field, Subject};
use super::problem::{Failure, Reason, Where};
use super::row::{Cell, Row};
use super::{Head, MAX_LINE_BYTES, MAX_ROWS, stations};
use crate::hours::Hours;
use crate::station::{AmenitySet, Station};
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

/// Calls `take` with every feature.
pub(super) fn read(text: &str, mut take: impl FnMut(&Row<'_>)) -> Result<Head, Failure> {
    let collection: Collection<'_> =
        serde_json::from_str(text).map_err(|error| match error.classify() {
            Category::Data => Failure::NotAFeatureCollection,
            _ => Failure::NotJson {
                line: error.line(),
                column: error.column(),
            },
        })?;
    if collection.kind != "FeatureCollection" {
        return Err(Failure::NotAFeatureCollection);
    }
    if collection.features.more {
        return Err(Failure::TooManyRows);
    }
    let mut known = BTreeSet::new();
    let mut ignored = BTreeSet::new();
    for (index, raw) in collection.features.raw.iter().enumerate() {
        let at = Where::Feature(index + 1);
        if raw.get().len() > MAX_LINE_BYTES {
            return Err(Failure::TooLong {
                at,
                bytes: raw.get().len(),
            });
        }
        let Ok(feature) = serde_json::from_str::<Feature>(raw.get()) else {
            take(&Row {
                at,
                cells: Vec::new(),
                broken: Some(Reason::NotAFeature),
            });
            continue;
        };
        let (values, broken) = feature.values();
        let mut cells = Vec::with_capacity(values.len());
        for (header, value) in &values {
            match Subject::Stations.field(header) {
                Some(field) => {
                    if let Field::Column(column) = field {
                        known.insert(column);
                    }
                    cells.push(Cell {
                        field,
                        header,
                        value,
                        odd: None,
                    });
                }
                None => {
                    ignored.insert(super::wording::cut(header));
                }
            }
        }
        take(&Row { at, cells, broken });
    }
    Ok(Head {
        columns: known,
        names_amenities: false,
        ignored: ignored.into_iter().collect(),
    })
}

/// The outermost object. Features stay text until their length is known to be bounded.
#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    features: Features<'a>,
}

struct Features<'a> {
    raw: Vec<&'a RawValue>,
    /// Whether there are more than are kept.
    more: bool,
}

impl<'de: 'a, 'a> Deserialize<'de> for Features<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(UpToMaxRows)
    }
}

struct UpToMaxRows;

impl<'de> Visitor<'de> for UpToMaxRows {
    type Value = Features<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut features: A) -> Result<Self::Value, A::Error> {
        let mut raw = Vec::new();
        while raw.len() < MAX_ROWS {
            match features.next_element()? {
                Some(feature) => raw.push(feature),
                None => return Ok(Features { raw, more: false }),
            }
        }
        let mut more = false;
        while features.next_element::<IgnoredAny>()?.is_some() {
            more = true;
        }
        Ok(Features { raw, more })
    }
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    geometry: Option<Geometry>,
    #[serde(default)]
    properties: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    coordinates: Value,
}

impl Feature {
    /// Headers and values as in a row of CSV, the geometry's position first.
    fn values(self) -> (Vec<(String, String)>, Option<Reason>) {
        let mut values = Vec::new();
        let mut broken = None;
        let mut put = |column: Column, value: &Value| {
            values.push((column.help().code.to_owned(), words(value)));
        };
        if let Some(geometry) = self.geometry {
            match (
                geometry.kind.as_str(),
                geometry.coordinates.as_array().map(Vec::as_slice),
            ) {
                ("Point", Some([lng, lat, ..])) => {
                    put(Column::Lng, lng);
                    put(Column::Lat, lat);
                }
                _ => broken = Some(Reason::NotAPoint),
            }
        }
        match &self.id {
            Value::Number(_) => put(Column::Id, &self.id),
            Value::String(_) => put(Column::Reference, &self.id),
            _ => {}
        }
        let properties = self.properties.unwrap_or_default();
        values.extend(
            properties
                .into_iter()
                .map(|(name, value)| (name, words(&value))),
        );
        (values, broken)
    }
}

/// A value as it would stand in a cell.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join("、"),
        other => other.to_string(),
    }
}

/// Writes stations as a GeoJSON FeatureCollection, one feature a line. Hours that were read are
/// an OpenStreetMap `opening_hours`, others stand as `hours` in the words of the listing.
/// [`super::read`] gives the same stations back.
pub fn write(stations: &[Station]) -> String {
    let features: Vec<String> = stations
        .iter()
        .map(|station| feature(station).to_string())
        .collect();
    let features = features.join(",\n");
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{features}\n]}}\n")
}

fn feature(station: &Station) -> Value {
    let mut properties = Map::new();
    for help in Subject::Stations
        .columns()
        .iter()
        .map(|column| column.help())
    {
        let value = match help.column {
            Column::Id | Column::Reference => continue,
            Column::Lat | Column::Lng | Column::Position | Column::Datum => continue,
            Column::Kinds => json!(
                station
                    .kinds
                    .iter()
                    .map(|kind| kind.code())
                    .collect::<Vec<_>>()
            ),
            Column::Amenities => codes(station.amenities.present()),
            Column::AmenitiesAbsent => codes(station.amenities.absent()),
            column => match stations::cell(station, column) {
                unknown if unknown.is_empty() => continue,
                words => Value::String(words),
            },
        };
        let name = match (help.column, &station.hours) {
            (Column::Hours, Hours::Known(_)) => "opening_hours",
            _ => help.code,
        };
        properties.insert(name.to_owned(), value);
    }
    let geometry = station
        .position
        .map(|point| json!({ "type": "Point", "coordinates": [point.lng(), point.lat()] }));
    json!({ "type": "Feature", "id": station.id.0, "geometry": geometry, "properties": properties })
}

fn codes(set: AmenitySet) -> Value {
    json!(set.iter().map(|amenity| amenity.code()).collect::<Vec<_>>())
}
