//! Chance that falls the same way every time.

/// SplitMix64 (Steele, Lea, Flood 2014): small, and good enough to look lifelike.
pub(super) struct Dice(u64);

impl Dice {
    /// The dice of one thing; another thing has others.
    pub(super) fn new(seed: u32) -> Self {
        Self(u64::from(seed).wrapping_mul(0xD1B5_4A32_D192_ED03))
    }

    /// From 0 to `bound`, itself excluded.
    pub(super) fn below(&mut self, bound: u32) -> u32 {
        let high = self.next() >> 32;
        u32::try_from((high * u64::from(bound)) >> 32).expect("less than the bound")
    }

    /// The index of something in a list of that length.
    pub(super) fn index(&mut self, length: usize) -> usize {
        let length = u32::try_from(length).expect("the lists here are short");
        usize::try_from(self.below(length)).expect("as short as the list")
    }

    /// One of the items, by their weights.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T], weight: impl Fn(&T) -> u32) -> &'a T {
        let mut left = self.below(items.iter().map(&weight).sum());
        let found = items
            .iter()
            .find(|item| match left.checked_sub(weight(item)) {
                Some(rest) => {
                    left = rest;
                    false
                }
                None => true,
            });
        found.expect("the roll is below the sum of the weights")
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    }
}
