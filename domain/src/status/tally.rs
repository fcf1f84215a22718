//! How many places are in which state.

use super::State;

/// Places counted by what one finds at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// Open for more than another half hour.
    pub open: u32,
    /// Open, and closing within half an hour.
    pub closing_soon: u32,
    /// Closed, for whatever reason and time.
    pub closed: u32,
    /// Nobody can say.
    pub unknown: u32,
}

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, state: State) {
        *match state {
            State::Open => &mut self.open,
            State::ClosingSoon => &mut self.closing_soon,
            State::OpeningSoon | State::Closed | State::TemporarilyClosed => &mut self.closed,
            State::Unknown => &mut self.unknown,
        } += 1;
    }

    /// All of them.
    pub const fn total(self) -> u32 {
        self.open + self.closing_soon + self.closed + self.unknown
    }

    /// Those that one can enter now.
    pub const fn open_now(self) -> u32 {
        self.open + self.closing_soon
    }
}

impl core::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.open += other.open;
        self.closing_soon += other.closing_soon;
        self.closed += other.closed;
        self.unknown += other.unknown;
    }
}

impl FromIterator<State> for Tally {
    fn from_iter<I: IntoIterator<Item = State>>(states: I) -> Self {
        let mut tally = Self::default();
        states.into_iter().for_each(|state| tally.add(state));
        tally
    }
}

impl core::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        let mut sum = Self::default();
        tallies.for_each(|tally| sum += tally);
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_counted_once_and_whoever_can_enter_is_open() {
        let states = [
            State::Open,
            State::ClosingSoon,
            State::OpeningSoon,
            State::Closed,
            State::TemporarilyClosed,
            State::Unknown,
        ];
        let tally: Tally = states.into_iter().collect();
        let expected = Tally {
            open: 1,
            closing_soon: 1,
            closed: 3,
            unknown: 1,
        };
        assert_eq!(tally, expected);
        assert_eq!((tally.total(), tally.open_now()), (6, 2));
        let twice: Tally = [tally, tally].into_iter().sum();
        assert_eq!((twice.total(), twice.open_now()), (12, 4));
    }
}
