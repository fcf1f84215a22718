//! Where a row says the station is, checked and never corrected.

use super::{Cell, Column, Reader, Reason, narrow, pin, vocabulary};
use crate::geo::{Datum, Wgs84};

impl<'a> Reader<'a> {
    /// The point and the cell to blame for it.
    pub(super) fn position(&self, datum: Option<Datum>) -> Option<(Wgs84, &Cell<'a>)> {
        let (lat, lng, cell) = self.coordinates()?;
        let datum = match self.get(Column::Datum) {
            Some(cell) => {
                self.require(cell, vocabulary::datum(cell.value), Reason::UnknownDatum)?
            }
            None => self.require(cell, datum, Reason::DatumMissing)?,
        };
        match pin::place(lat, lng, datum) {
            Ok(point) => Some((point, cell)),
            Err(reason) => self.require(cell, None, reason),
        }
    }

    /// Latitude, longitude, and the cell to blame for them.
    fn coordinates(&self) -> Option<(f64, f64, &Cell<'a>)> {
        let (lat, lng) = (self.get(Column::Lat), self.get(Column::Lng));
        match (lat, lng) {
            (Some(lat), Some(lng)) => {
                let degrees =
                    |cell| self.require(cell, pin::degrees(cell.value), Reason::NotDegrees);
                let both = (degrees(lat), degrees(lng));
                Some((both.0?, both.1?, lat))
            }
            (Some(half), None) | (None, Some(half)) => {
                self.report(half, Reason::HalfAPosition);
                None
            }
            (None, None) => {
                let cell = self.get(Column::Position)?;
                let text = narrow(cell.value);
                let numbers: Option<Vec<f64>> = text
                    .split([',', ';', '、', ' '])
                    .filter(|part| !part.trim().is_empty())
                    .map(pin::degrees)
                    .collect();
                match numbers.as_deref() {
                    Some([lng, lat]) => Some((*lat, *lng, cell)),
                    _ => self.require(cell, None, Reason::NotDegrees),
                }
            }
        }
    }
}
