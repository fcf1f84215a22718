//! The union's tree: its levels, and the desks at which its staff work.

use crate::coded::coded;
use crate::places::{District, Street};

coded! {
    /// A level of the union's tree, the lowest first.
    Level,
    /// Several levels.
    LevelSet,
    Street = "street" / "街道乡镇总工会",
    District = "district" / "区总工会",
    City = "city" / "市总工会",
}

impl Level {
    /// What it is called in English.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::Street => "street union",
            Self::District => "district union",
            Self::City => "city union",
        }
    }
}

/// A desk: one of the 343 of the streets and townships, the 17 of the districts, or the city's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Desk {
    /// A street's or township's.
    Street(Street),
    /// A district's.
    District(District),
    /// The city's.
    City,
}

impl Desk {
    /// Its level.
    pub const fn level(self) -> Level {
        match self {
            Self::Street(_) => Level::Street,
            Self::District(_) => Level::District,
            Self::City => Level::City,
        }
    }

    /// The district it is in; `None` for the city's.
    pub fn district(self) -> Option<District> {
        match self {
            Self::Street(street) => Some(street.district()),
            Self::District(district) => Some(district),
            Self::City => None,
        }
    }

    /// The desk one level up; `None` for the city's.
    pub fn up(self) -> Option<Self> {
        match self {
            Self::Street(street) => Some(Self::District(street.district())),
            Self::District(_) => Some(Self::City),
            Self::City => None,
        }
    }

    /// Whether `other` is somewhere below this desk. No desk is below itself.
    pub fn is_above(self, other: Self) -> bool {
        other
            .up()
            .is_some_and(|above| above == self || self.is_above(above))
    }

    /// The lowest desk that is one of the two or above both.
    pub fn over(self, other: Self) -> Self {
        match self.up() {
            Some(above) if self != other && !self.is_above(other) => above.over(other),
            _ => self,
        }
    }

    /// Every desk below this one, the districts in order, each before its streets.
    pub fn below(self) -> impl Iterator<Item = Self> {
        let districts: &[District] = match self {
            Self::City => District::all(),
            Self::District(_) | Self::Street(_) => &[],
        };
        let own: &[Street] = match self {
            Self::District(district) => district.streets(),
            Self::City | Self::Street(_) => &[],
        };
        let with_streets = districts.iter().flat_map(|district| {
            let streets = district.streets().iter().copied().map(Self::Street);
            std::iter::once(Self::District(*district)).chain(streets)
        });
        with_streets.chain(own.iter().copied().map(Self::Street))
    }

    /// The desk that has `level` on the way up from this one, or this one if it is already higher.
    pub fn at_least(self, level: Level) -> Self {
        match self.up() {
            Some(above) if self.level() < level => above.at_least(level),
            _ => self,
        }
    }

    /// What it is called in Chinese: 东华门街道总工会.
    pub fn name_zh(self) -> String {
        let place = match self {
            Self::Street(street) => street.name_zh(),
            Self::District(district) => district.name_zh(),
            Self::City => "北京市",
        };
        format!("{place}总工会")
    }

    /// Its code: `110101001` of a street, `110101` of a district, `city`.
    pub fn code(self) -> String {
        match self {
            Self::Street(street) => street.code().to_string(),
            Self::District(district) => district.code().to_string(),
            Self::City => Level::City.code().to_owned(),
        }
    }

    /// The desk with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        if code == Level::City.code() {
            return Some(Self::City);
        }
        let number = code.parse().ok()?;
        let district = || District::from_code(number).map(Self::District);
        let desk = Street::from_code(number)
            .map(Self::Street)
            .or_else(district)?;
        (desk.code() == code).then_some(desk)
    }
}

#[cfg(test)]
mod tests;
