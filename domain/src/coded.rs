//! Closed vocabularies: an enum with a code for each value, and the set of its values.

/// Declares an enum whose values have a stable English code (API, addresses, files) and a
/// Chinese name, and the set of its values, one bit each: at most 31.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident, $(#[$set_doc:meta])* $set:ident, $($variant:ident = $code:literal / $zh:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $zh] $variant),+ }

        impl $name {
            /// Every value, in the order in which they are shown.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code used in addresses, in the API and in files.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// What it is called in Chinese, in the union's own words.
            pub const fn name_zh(self) -> &'static str {
                match self { $(Self::$variant => $zh),+ }
            }

            /// The value with that code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        $(#[$set_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $set(u32);

        impl $set {
            /// None of them.
            pub const EMPTY: Self = Self(0);

            /// The set of those bits that stand for a value; other bits are dropped.
            pub const fn from_bits(bits: u32) -> Self {
                Self(bits & ((1 << $name::ALL.len()) - 1))
            }

            /// One bit a value, the first value lowest.
            pub const fn bits(self) -> u32 {
                self.0
            }

            /// With `value` added.
            pub const fn with(self, value: $name) -> Self { Self(self.0 | 1 << value as u32) }

            /// With `value` removed.
            pub const fn without(self, value: $name) -> Self { Self(self.0 & !(1 << value as u32)) }

            /// Whether `value` is in it.
            pub const fn contains(self, value: $name) -> bool { self.0 & 1 << value as u32 != 0 }

            /// Whether every value of `other` is in it.
            pub const fn contains_all(self, other: Self) -> bool { self.0 & other.0 == other.0 }

            /// Whether any value of `other` is in it.
            pub const fn intersects(self, other: Self) -> bool { self.0 & other.0 != 0 }

            /// Whether nothing is in it.
            pub const fn is_empty(self) -> bool { self.0 == 0 }

            /// Its values in the order in which they are shown.
            pub fn iter(self) -> impl Iterator<Item = $name> {
                $name::ALL.iter().copied().filter(move |value| self.contains(*value))
            }
        }

        impl FromIterator<$name> for $set {
            fn from_iter<I: IntoIterator<Item = $name>>(values: I) -> Self {
                values.into_iter().fold(Self::EMPTY, Self::with)
            }
        }
    };
}

pub(crate) use coded;

#[cfg(test)]
mod tests {
    use crate::station::{Access, Amenity, AmenitySet, Kind, KindSet};

    #[test]
    fn every_code_leads_back_to_its_value() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(*kind));
        }
        for amenity in Amenity::ALL {
            assert_eq!(Amenity::from_code(amenity.code()), Some(*amenity));
        }
        for access in Access::ALL {
            assert_eq!(Access::from_code(access.code()), Some(*access));
        }
        assert_eq!(Kind::from_code("暖心驿站"), None);
    }

    #[test]
    fn a_set_holds_what_was_put_in() {
        let set: AmenitySet = [Amenity::Rest, Amenity::HotMeal].into_iter().collect();
        assert!(set.iter().eq([Amenity::HotMeal, Amenity::Rest]));
        assert!(set.contains_all(AmenitySet::EMPTY.with(Amenity::Rest)));
        assert!(!set.intersects(AmenitySet::EMPTY.with(Amenity::Books)));
        assert_eq!(
            set.without(Amenity::Rest).without(Amenity::HotMeal),
            AmenitySet::EMPTY
        );
    }

    #[test]
    fn bits_that_stand_for_nothing_are_dropped() {
        assert_eq!(KindSet::from_bits(u32::MAX).iter().count(), Kind::ALL.len());
    }
}
