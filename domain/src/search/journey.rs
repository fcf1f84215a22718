//! How far it is and how long it takes.

use super::Travel;
use crate::geo::{Ruler, Wgs84};

/// A way through a city is longer than the crow flies: 1.2 to 1.4 times in dense street grids
/// (circuity factors of street-network studies); Beijing's large blocks are in the middle.
const DETOUR: f64 = 1.3;

/// 4.5 km/h: walking in winter clothes, with crossings to wait at.
const WALK_M_PER_MINUTE: f64 = 75.0;

/// 15 km/h, the speed allowed to e-bikes in non-motor lanes (Road Traffic Safety Law, article 58).
const EBIKE_M_PER_MINUTE: f64 = 250.0;

/// Where a journey begins, and how one travels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    ruler: Ruler,
    m_per_minute: f64,
}

/// A journey that can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Journey {
    /// As the crow flies.
    pub(super) distance_m: u32,
    /// Rounded up.
    pub(super) minutes: u16,
}

impl Start {
    pub(super) fn new(at: Wgs84, travel: Travel) -> Self {
        Self {
            ruler: Ruler::new(at),
            m_per_minute: match travel {
                Travel::Foot => WALK_M_PER_MINUTE,
                Travel::EBike => EBIKE_M_PER_MINUTE,
            },
        }
    }

    pub(super) fn to(&self, end: Wgs84) -> Journey {
        let distance = self.ruler.distance_m(end);
        Journey {
            distance_m: distance.round() as u32,
            minutes: (distance * DETOUR / self.m_per_minute).ceil() as u16,
        }
    }
}
