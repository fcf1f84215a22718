//! Streets and townships, as the statistics bureau listed them on 2023-06-30.

use super::District;

/// A street or township by its nine-digit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Street(u32);

// CODES and NAMES, both by district: two tables, so that a program that shows no names links none.
include!(concat!(env!("OUT_DIR"), "/streets.rs"));

impl Street {
    /// The nine-digit code.
    pub const fn code(self) -> u32 {
        self.0
    }

    /// The street with that code.
    pub fn from_code(code: u32) -> Option<Self> {
        let street = Self(code);
        let streets = of(District::from_code(street.district_code())?);
        streets
            .binary_search(&street)
            .ok()
            .map(|index| streets[index])
    }

    /// Its Chinese name, like 中关村街道.
    pub fn name_zh(self) -> &'static str {
        let district = self.district();
        let index = of(district)
            .binary_search(&self)
            .expect("a Street is made only from the table");
        NAMES[district.index()][index]
    }

    /// The district it lies in.
    pub fn district(self) -> District {
        District(self.district_code())
    }

    const fn district_code(self) -> u32 {
        match self.0 {
            110_115_403 => District::DEVELOPMENT_AREA.code(),
            code => code / 1000,
        }
    }
}

pub(super) fn of(district: District) -> &'static [Street] {
    CODES[district.index()]
}
