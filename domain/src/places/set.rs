//! Some of the districts.

use super::District;

/// A set of districts, one bit each: a tree of them would be most of what the phone loads for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DistrictSet(u32);

impl DistrictSet {
    /// Whether there is none in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are in it.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The set with that one.
    pub fn with(self, district: District) -> Self {
        Self(self.0 | 1 << district.index())
    }

    /// The set without those.
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// Each, in the order of the codes.
    pub fn iter(self) -> impl Iterator<Item = District> {
        let all = District::all().iter().copied();
        all.filter(move |district| self.0 & 1 << district.index() != 0)
    }
}

impl FromIterator<District> for DistrictSet {
    fn from_iter<I: IntoIterator<Item = District>>(districts: I) -> Self {
        districts.into_iter().fold(Self::default(), Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_in_it_once_and_what_is_taken_out_is_not() {
        let all = District::all();
        let some: DistrictSet = [all[16], all[0], all[0]].into_iter().collect();
        assert_eq!(some.iter().collect::<Vec<_>>(), [all[0], all[16]]);
        assert_eq!(some.len(), 2);
        let none = some.without(some);
        assert!(none.is_empty() && !some.is_empty());
        assert_eq!(some.without(none), some);
    }
}
