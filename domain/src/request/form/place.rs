//! Where it happened.

use crate::places::{District, Street};
use crate::station::StationId;
use crate::union::Desk;

/// Where it happened, as far as the worker can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a station.
    Station {
        /// Which.
        id: StationId,
        /// Its district.
        district: District,
        /// Its street, if the listing says.
        street: Option<Street>,
    },
    /// In a street or township.
    Street(Street),
    /// Somewhere in a district.
    District(District),
    /// The worker is not sure.
    NotSure,
}

impl Place {
    /// The lowest desk that it tells.
    pub const fn desk(self) -> Desk {
        match self {
            Self::Station {
                street: Some(street),
                ..
            }
            | Self::Street(street) => Desk::Street(street),
            Self::Station { district, .. } | Self::District(district) => Desk::District(district),
            Self::NotSure => Desk::City,
        }
    }
}
