//! What a map paints of its places: a dot each, but never more than the eye can tell apart.

use super::View;
use super::clusters::Pin;
use crate::status::State;

/// Places within so many pixels, as a power of two, are one dot: 8.
const DOT_BITS: u32 = 3;

/// A dot to be painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Pixels from the view's corner: those of one of its places.
    pub at: (u32, u32),
    /// The best of what one finds there.
    pub state: State,
}

/// The dots of a view, row by row: however many places there are, what is painted is bounded by
/// the screen.
pub fn dots<'a>(pins: impl IntoIterator<Item = &'a Pin>, view: View) -> Vec<Dot> {
    let (width, height) = view.bounded_pixels();
    let side = |pixels: u32| (pixels as usize).div_ceil(1 << DOT_BITS);
    let mut cells: Vec<Option<Dot>> = vec![None; side(width) * side(height)];
    for pin in pins {
        if let Some(at) = view.pixel(pin.at) {
            let (column, row) = ((at.0 >> DOT_BITS) as usize, (at.1 >> DOT_BITS) as usize);
            let cell = &mut cells[row * side(width) + column];
            if cell.is_none_or(|dot| rank(pin.state) < rank(dot.state)) {
                let state = pin.state;
                *cell = Some(Dot { at, state });
            }
        }
    }
    cells.into_iter().flatten().collect()
}

/// What one would rather find is less.
const fn rank(state: State) -> u8 {
    match state {
        State::Open => 0,
        State::ClosingSoon => 1,
        State::Unknown => 2,
        State::OpeningSoon | State::Closed | State::TemporarilyClosed => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::super::clusters::tests::{around, pin, pins, views, world};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn of_two_in_one_spot_the_lit_one_is_seen() {
        let here = world(39.9, 116.4);
        let view = around(here, 14, (64, 64));
        for (one, other, seen) in [
            (State::Closed, State::Unknown, State::Unknown),
            (State::Open, State::ClosingSoon, State::Open),
            (State::Unknown, State::ClosingSoon, State::ClosingSoon),
        ] {
            let found = dots(&[pin(1, here, one), pin(2, here, other)], view);
            assert_eq!(
                found,
                [Dot {
                    at: (32, 32),
                    state: seen
                }]
            );
        }
        assert_eq!(dots(&[], view), []);
    }

    proptest! {
        #[test]
        fn every_visible_place_has_a_dot_in_its_spot_and_every_dot_a_place(pins in pins(), view in views()) {
            let found = dots(&pins, view);
            let spot = |at: (u32, u32)| (at.0 >> DOT_BITS, at.1 >> DOT_BITS);
            for pin in &pins {
                if let Some(at) = view.pixel(pin.at) {
                    prop_assert_eq!(found.iter().filter(|dot| spot(dot.at) == spot(at)).count(), 1);
                }
            }
            for dot in &found {
                prop_assert!(pins.iter().any(|pin| view.pixel(pin.at) == Some(dot.at) && pin.state == dot.state));
            }
        }
    }
}
